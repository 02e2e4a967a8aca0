import JenjangDomain
import JenjangStore
import TerminalKit

/// What rests on an evaluation and no longer agrees with its result; choosing one puts it right.
enum AffectedList {
  static func screen(_ evaluation: ID<Evaluation>) -> Chooser {
    Chooser("affected", Text("Keputusan yang terdampak", en: "What rests on the result"), columns: 96) { query, view in
      let decisions = find(evaluation, view)
      guard !decisions.isEmpty else { return [Choice(title: view(.none), effect: .pop)] }
      let correctable = decisions.filter { !$0.correction.isEmpty }
      let all = Choice(
        title: view(
          Text("Perbaiki semuanya (\(correctable.count))", en: "Put all of them right (\(correctable.count))")),
        effect: correct(correctable))
      let each = decisions.map { decision in
        Choice(
          title: view(decision.title), detail: view(decision.change),
          key: view(decision.correction.isEmpty ? .look : .fix), effect: effect(decision))
      }
      let found = correctable.count > 1 ? [all] + each : each
      return query.isEmpty ? found : found.filter { Fuzzy.score(query, in: $0.title) != nil }
    }
  }

  static func find(_ id: ID<Evaluation>, _ view: View) -> [AffectedDecision] {
    guard let evaluation = view.book.evaluations[id] else { return [] }
    let session = view.session
    return AffectedDecisions(of: evaluation, in: view.book, newID: { session.newID() }).all
  }

  private static func effect(_ decision: AffectedDecision) -> Effect {
    guard decision.correction.isEmpty else { return correct([decision]) }
    guard let record = decision.record else { return .say(.byRule) }
    return .read(record.kind, record.id)
  }

  private static func correct(_ decisions: [AffectedDecision]) -> Effect {
    let count = decisions.count
    return .commit(
      Transaction(decisions.flatMap(\.correction), why: "putusan keberatan"),
      done: Text("\(count) keputusan diperbaiki", en: "\(count) decisions put right"), then: .none)
  }
}

extension Text {
  fileprivate static let none = Text(
    "Tidak ada yang terdampak: semua sesuai dengan hasilnya.", en: "Nothing is affected: all agrees with the result.")
  fileprivate static let fix = Text("perbaiki", en: "put right")
  fileprivate static let look = Text("tinjau", en: "look")
  fileprivate static let byRule = Text(
    "Jawaban aturan dihitung dari hasil yang baru; tidak ada yang perlu diubah",
    en: "The rule answers by the new result; there is nothing to change")
}
