import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// Ruling on an objection: the ruling, the new ratings where it upholds, the reason; then what rests on the result.
enum ObjectionRulingFlow {
  static func chooser(_ id: ID<Objection>) -> Chooser {
    Chooser("ruling", Text("Putusan", en: "The ruling"), choosesByLetter: true, columns: 56) { _, view in
      letters(view).map { entry in
        let step = RulingStep(entry.ruling)
        return Choice(
          title: view(entry.ruling.title), letter: entry.letter,
          effect: entry.ruling == .rejected
            ? .replace(form(id, step, view)) : .replace(workChooser(id, step)))
      }
    }
  }

  private static func letters(_ view: View) -> [(letter: Character, ruling: ObjectionRuling)] {
    view.language == .indonesian
      ? [("k", .upheld), ("s", .partly), ("t", .rejected)] : [("u", .upheld), ("p", .partly), ("r", .rejected)]
  }

  private static func workChooser(_ id: ID<Objection>, _ step: RulingStep) -> Chooser {
    ratings("ruling.work", Text("Hasil kerja menurut putusan", en: "Work result as ruled")) { view in
      evaluation(id, view)?.finalWork
    } take: { rating, _ in
      var step = step
      step.work = rating
      return .replace(behaviourChooser(id, step))
    } detail: { _, _ in
      ""
    }
  }

  private static func behaviourChooser(_ id: ID<Objection>, _ step: RulingStep) -> Chooser {
    ratings("ruling.behaviour", Text("Perilaku menurut putusan", en: "Behaviour as ruled")) { view in
      evaluation(id, view)?.finalBehaviour
    } take: { rating, view in
      var step = step
      step.behaviour = rating
      step.reason = "-"
      if let refusal = evaluation(id, view).flatMap({ step.refusal(of: $0, in: view.book) }) {
        return .say(refusal, .warn)
      }
      return .replace(form(id, step, view))
    } detail: { rating, view in
      var step = step
      step.behaviour = rating
      let predicate = evaluation(id, view).flatMap { step.result(of: $0, in: view.book).predicate }
      return predicate.map { "→ " + view($0.title) } ?? ""
    }
  }

  /// The three ratings, the present one marked; a letter chooses.
  private static func ratings(
    _ name: String, _ heading: Text, now: @escaping (View) -> ExpectationRating?,
    take: @escaping (ExpectationRating, View) -> Effect, detail: @escaping (ExpectationRating, View) -> String
  ) -> Chooser {
    Chooser(name, heading, choosesByLetter: true, columns: 64) { _, view in
      zip(["1", "2", "3"] as [Character], ExpectationRating.allCases).map { letter, rating in
        let mark = now(view) == rating ? view(Text(" (sekarang)", en: " (now)")) : ""
        return Choice(
          title: view(rating.title) + mark, detail: detail(rating, view), letter: letter, effect: take(rating, view))
      }
    }
  }

  private static func evaluation(_ id: ID<Objection>, _ view: View) -> Evaluation? {
    view.book.objections[id]?.evaluation.flatMap { view.book.evaluations[$0] }
  }

  static let maker = TaskMaker(name: "ruling") { told, view in
    guard let id = told["objection"].flatMap({ RecordID($0) }), view.book.objections[ID(id)] != nil,
      let ruling = told["ruling"].flatMap({ ObjectionRuling(rawValue: $0) })
    else { return nil }
    let rating = { told[$0].flatMap { ExpectationRating(rawValue: $0) } }
    return form(ID(id), RulingStep(ruling, work: rating("work"), behaviour: rating("behaviour")), view)
  }

  private static func told(_ id: ID<Objection>, _ step: RulingStep) -> [String: String] {
    var told = ["objection": id.raw.text, "ruling": step.ruling.rawValue]
    told["work"] = step.work?.rawValue
    told["behaviour"] = step.behaviour?.rawValue
    return told
  }

  /// The reason; the objection, the evaluation and its predicate are saved as one.
  private static func form(_ id: ID<Objection>, _ step: RulingStep, _ view: View) -> FormScreen {
    let objection = view.book.objections[id]
    let before = evaluation(id, view)
    let after = before.map { step.result(of: $0, in: view.book) }
    var values = objection.map { ObjectionPage.deadline($0, view) } ?? JSONObject()
    values["state"] = .string(ObjectionState.ruled.rawValue)
    values["ruling"] = .string(step.ruling.rawValue)
    values["ruledOn"] = .string(view.today.iso)
    values["ruledBy"] = objection?.ruler(view.book.access).map { .string($0.raw.text) }
    if objection?.heardOn == nil { values["heardOn"] = .string(view.today.iso) }
    let words = [before, after].map { $0?.predicate?.title ?? .verbatim("-") }
    let change =
      words[0] == words[1]
      ? words[0]
      : Text("\(words[0].indonesian) → \(words[1].indonesian)", en: "\(words[0].english) → \(words[1].english)")
    let task = FormTask(
      title: Text(
        "Putusan: \(step.ruling.title.indonesian), \(change.indonesian)",
        en: "Ruling: \(step.ruling.title.english), \(change.english)"), fields: ["rulingReason"], values: values,
      also: { _, object, view in
        let ruled = Objection(id: id.raw, object: object)
        return [step.operation(on: ruled, in: view.book)].compactMap(\.self)
      },
      then: step.ruling == .rejected ? .none : (objection?.evaluation).map { .push(AffectedList.screen($0)) } ?? .none,
      call: TaskCall(maker: maker.name, told: told(id, step)))
    return FormScreen.edit(kind: Objection.kind.name, id: id.raw, task: task, view: view)
  }
}
