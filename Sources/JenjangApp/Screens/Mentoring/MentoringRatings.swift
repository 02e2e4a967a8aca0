import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// How one of the two found the mentoring: said while it runs or when it is over, and changed by who said it.
enum MentoringRatings {
  /// The form of the own rating; a reason where the user is not one of the two.
  static func start(_ id: ID<MentoringPair>, _ view: View) -> Effect {
    guard let pair = view.book.mentoringPairs[id] else { return .say(.recordIsGone, .warn) }
    if let refusal = refusal(pair, view) { return .say(refusal, .warn) }
    guard let side = pair.side(of: view.book.access?.actor.person) else { return .push(sides(of: pair)) }
    return .push(form(of: pair, by: side, view))
  }

  static func refusal(_ pair: MentoringPair, _ view: View) -> Text? {
    if pair.start == nil { return pair.refusalToLog }
    guard let access = view.book.access else { return nil }
    return pair.side(of: access.actor.person) == nil ? .ofTheTwo : access.refusal(toWrite: MentoringRating.kind)
  }

  /// Whose word is entered, where nobody is known to be one of the two.
  private static func sides(of pair: MentoringPair) -> Chooser {
    Chooser("rating.side", Text("Nilai dari siapa?", en: "Whose rating?"), choosesByLetter: true, columns: 60) {
      _, view in
      zip("12", PairSide.allCases).map { letter, side in
        Choice(
          title: view(side.title), detail: view.person(pair.person(on: side)), letter: letter,
          effect: .replace(form(of: pair, by: side, view)))
      }
    }
  }

  private static func form(of pair: MentoringPair, by side: PairSide, _ view: View) -> FormScreen {
    let name = view.person(pair.person(on: side.other))
    let task = FormTask(
      title: Text("Nilai bimbingan dengan \(name)", en: "Rating of the mentoring with \(name)"),
      fields: ["satisfaction", "comment"])
    if let rating = view.book.rating(of: pair.id, by: side) {
      return FormScreen.edit(kind: MentoringRating.kind.name, id: rating.id.raw, task: task, view: view)
    }
    var preset = JSONObject()
    preset["pair"] = pair.id.json
    preset["side"] = side.json
    preset["on"] = view.today.json
    return FormScreen.new(kind: MentoringRating.kind.name, preset: preset, task: task, view: view)
  }
}

extension Text {
  fileprivate static let ofTheTwo = Text(
    "Hanya pembimbing dan pesertanya yang menilai", en: "Only the mentor and the mentee rate it")
}
