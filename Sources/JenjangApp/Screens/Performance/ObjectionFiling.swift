import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// Making an objection: to which result, with which grounds and evidence.
enum ObjectionFiling {
  /// The results somebody can object to: the user's own first, others by name.
  static func chooser(_ view: View) -> Chooser {
    Chooser("objection.result", Text("Keberatan atas hasil", en: "Objection to which result"), columns: 76) {
      query, view in
      let own = view.book.access?.actor.person
      let typed = query.isEmpty ? [] : Lookup.rows(query, in: view.book.employees.table).prefix(30)
      let people = (own.map { [$0] } ?? []) + typed.map { view.book.employees.table.id(of: $0) }
      var seen: Set<RecordID> = []
      return people.filter { seen.insert($0).inserted }.flatMap { choices(of: $0, view) }
    }
  }

  private static func choices(of person: RecordID, _ view: View) -> [Choice] {
    let name = view.person(ID(person))
    return view.book.evaluations.owned(by: person).reversed().compactMap { evaluation in
      guard refusal(evaluation, view) == nil else { return nil }
      let period = evaluation.period.flatMap { view.book.evaluationPeriods[$0]?.name } ?? ""
      let predicate = evaluation.predicate.map { view($0.title) } ?? "-"
      return Choice(
        title: "\(name), \(period)", detail: predicate, key: view(daysLeft(evaluation, view)),
        effect: .replace(form(evaluation, view)))
    }
  }

  /// Why nobody can object to an evaluation, or not this user; nil when the user can.
  static func refusal(_ evaluation: Evaluation, _ view: View) -> Text? {
    guard evaluation.releasedOn != nil else { return .notReleased }
    let owner = evaluation.employee?.raw
    let isTaken = owner.map { owner in
      view.book.objections.owned(by: owner).contains { $0.evaluation == evaluation.id && $0.state != .withdrawn }
    }
    if isTaken ?? false { return .alreadyMade }
    return view.book.access.flatMap { access in
      access.mayWrite(Objection.kind, about: owner, in: view.book) ? nil : .personOnly
    }
  }

  /// How far the last day is.
  private static func daysLeft(_ evaluation: Evaluation, _ view: View) -> Text {
    guard let left = ObjectionClock(of: evaluation, in: view.book)?.daysLeft(on: view.book.day) else {
      return .verbatim("")
    }
    return left < 0 ? Text("lewat batas", en: "too late") : Text("\(left) hari lagi", en: "\(left) days left")
  }

  /// The last day and how far it is.
  static func clockWords(_ evaluation: Evaluation, _ view: View) -> Text {
    guard let clock = ObjectionClock(of: evaluation, in: view.book), let deadline = clock.deadline,
      let left = clock.daysLeft(on: view.book.day)
    else { return Text("batas tidak diketahui", en: "no known deadline") }
    if left < 0 { return Text("lewat batas \(deadline.display)", en: "past \(deadline.display)") }
    return Text("sampai \(deadline.display), \(left) hari lagi", en: "until \(deadline.display), \(left) days left")
  }

  static let maker = TaskMaker(name: "objection") { told, view in
    told["evaluation"].flatMap { RecordID($0) }.flatMap { view.book.evaluations[ID($0)] }.map { form($0, view) }
  }

  /// The grounds and the evidence; the evaluation is marked as objected in the same commit.
  static func form(_ evaluation: Evaluation, _ view: View) -> FormScreen {
    let owner = evaluation.employee?.raw
    let isOwn = owner != nil && owner == view.book.access?.actor.person
    let made = Objection.to(evaluation, id: ID(view.session.newID()), on: view.book.day, isOwn: isOwn, in: view.book)
    let clock = clockWords(evaluation, view)
    let late: Set<String> = made.isLate(in: view.book) ? ["lateReason"] : []
    let task = FormTask(
      title: Text("Keberatan, \(clock.indonesian)", en: "Objection, \(clock.english)"),
      fields: isOwn ? ["grounds", "evidence"] : late.union(["filedOn", "grounds", "evidence"]),
      also: { _, _, view in
        let mark = view.book.evaluations.updating(evaluation.id) { evaluation in
          if evaluation.state == .released || evaluation.state == .accepted { evaluation.state = .objected }
        }
        return [mark].compactMap(\.self)
      }, call: TaskCall(maker: maker.name, told: ["evaluation": evaluation.id.raw.text]))
    return FormScreen.new(kind: Objection.kind.name, preset: made.object, task: task, view: view)
  }
}

extension Text {
  fileprivate static let notReleased = Text("Hasilnya belum disampaikan", en: "The result is not released yet")
  fileprivate static let alreadyMade = Text("Keberatannya sudah diajukan", en: "The objection was made already")
  fileprivate static let personOnly = Text(
    "Diajukan oleh pegawainya sendiri atau petugas kepegawaian", en: "The person or an HR officer makes it")
}
