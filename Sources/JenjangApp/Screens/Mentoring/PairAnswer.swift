import JenjangDomain
import TerminalKit

/// The own yes or no to a proposed pair, given where it is asked for.
enum PairAnswer {
  static func chooser(_ id: ID<MentoringPair>) -> Chooser {
    Chooser("pair.answer", Text("Usulan bimbingan", en: "Mentoring proposal"), choosesByLetter: true, columns: 76) {
      _, view in
      guard let pair = view.book.mentoringPairs[id], let side = pair.side(of: view.book.access?.actor.person) else {
        return []
      }
      return [
        Choice(
          title: view(PairStep.accept(side).title), detail: PairPage.names(pair, view), letter: "s",
          effect: .all([.pop, PairSteps.take(.accept(side), id, view)])),
        Choice(
          title: view(PairStep.decline(side).title), letter: "t",
          effect: .all([.pop, PairSteps.take(.decline(side), id, view)])),
        Choice(
          title: view(Text("Baca usulannya dulu", en: "Read the proposal first")), detail: pair.goal ?? "", letter: "b",
          effect: .replace(PairPage(id))),
      ]
    }
  }
}
