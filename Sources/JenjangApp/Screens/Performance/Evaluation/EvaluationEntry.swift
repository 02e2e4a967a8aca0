import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// A screen on which evaluations are typed: the grid of a unit and the form of one person save in the same way.
protocol EvaluationEntryScreen: GridEntryScreen {
  var period: EvaluationPeriod { get }
  var basis: RatingBasis? { get }
  /// Everybody in whose evaluation something was typed, with it, by cell.
  var touched: [(person: EvaluatedPerson, typed: [String: String])] { get }
  func person(at place: GridEntry.Place) -> EvaluatedPerson?
  func cell(at place: GridEntry.Place) -> EvaluationCell?
  func place(of cell: EvaluationCell, _ person: EvaluatedPerson) -> GridEntry.Place?
  /// Why nothing of somebody's evaluation can be typed; nil when it can.
  func lock(of person: EvaluatedPerson) -> Text?
  /// Reads everything anew, also when the book is as it was.
  mutating func reload(_ view: View)
  /// What follows a saving.
  func afterSaving(_ view: View) -> Effect
}

extension EvaluationEntryScreen {
  /// The evaluation as it is to be saved.
  func prepared(_ person: EvaluatedPerson, _ typed: [String: String], _ view: View) -> Evaluation {
    guard let basis else { return person.evaluation }
    var changed = person.with(typed, basis)
    let calibrating = typed.keys.contains { EvaluationCell(key: $0)?.field.hasPrefix("calibra") ?? false }
    if calibrating {
      let by = view.book.access?.actor.person.map { ID<Employee>($0) } ?? person.plan.superior
      changed = basis.judged(
        changed.calibrated(
          work: changed.calibratedWork ?? changed.work, behaviour: changed.calibratedBehaviour ?? changed.behaviour,
          reason: changed.calibrationReason, by: by, on: view.today), of: person.plan)
    } else if changed.state == .draft {
      changed.ratedOn = view.today
    }
    return changed
  }

  /// Saves all that can be saved as one commit: first what two people typed differently is decided.
  ///
  /// What is wrong stays typed and marked with its reason, and the cursor goes there.
  mutating func save(_ view: View) -> Effect {
    reload(view)
    if let conflict = conflict(view) { return .push(conflict) }
    let (operations, names, left) = sorted(view)
    guard let first = names.first else {
      if let left = left.first { return .say(.notSaved(left.name, left.reason), .bad) }
      return .all([
        draftDropped, afterSaving(view), .say(Text("Tidak ada yang diubah", en: "Nothing was changed")),
      ])
    }
    var done: Text = names.count == 1 ? .savedOne(first, period) : .savedMany(names.count, period)
    if let one = left.first {
      let others = left.count == 1 ? Text.notSaved(one.name, one.reason) : .notSaved(left.count, one.name, one.reason)
      done = Text("\(done.indonesian); \(others.indonesian)", en: "\(done.english); \(others.english)")
    }
    let then = Effect.all(left.isEmpty ? [draftDropped, afterSaving(view)] : [])
    return SaveOperations.effect(.savingRatings, operations, done: done, then: then, view)
  }

  /// What can be saved and of whom, and who is left with the reason; the cursor goes to the first mistake.
  private mutating func sorted(
    _ view: View
  ) -> (operations: [JenjangDomain.Operation], names: [String], left: [(name: String, reason: Text)]) {
    var operations: [JenjangDomain.Operation] = []
    var names: [String] = []
    var left: [(name: String, reason: Text)] = []
    var mistake: GridEntry.Place?
    for (person, typed) in touched {
      if let reason = lock(of: person) {
        left.append((person.name, reason))
        continue
      }
      let changed = prepared(person, typed, view)
      if let problem = changed.problems(in: view.book).first(where: { $0.severity == .error }) {
        let place = place(of: problem.field.flatMap { EvaluationCell(key: $0) } ?? .work, person)
        if let place { entry.refuse(problem, at: place) }
        mistake = mistake ?? place
        left.append((person.name, problem.text))
        continue
      }
      guard let operation = view.book.evaluations.saving(changed) else { continue }
      operations.append(operation)
      names.append(person.name)
    }
    entry.go(to: mistake)
    return (operations, names, left)
  }

  /// What others saved in the very cells that were typed here, for the first person of whom that is so.
  private func conflict(_ view: View) -> ConflictScreen? {
    let rivals = entry.rivals.filter { place in person(at: place).map { lock(of: $0) == nil } ?? false }
    guard let first = rivals.first, let person = person(at: first) else { return nil }
    let places = rivals.filter { self.person(at: $0)?.key == person.key }
    let history = newest(of: person.evaluation.id.raw, view)
    let lines = places.compactMap { place -> ConflictScreen.Line? in
      guard let cell = cell(at: place), let typed = entry.typed[place] else { return nil }
      let json = { (text: String?) in text.flatMap { $0.isEmpty ? nil : JSONValue.string($0) } }
      var line = ConflictScreen.Line(
        cell.spec(title(of: place)), old: json(typed.seen), theirs: json(entry.stored(place)), mine: json(typed.value),
        commit: history.first { $0.gives(cell.field, of: person.evaluation.id.raw) }, view)
      line.part = (
        cell.field, { object in json(cell.text(of: Evaluation(id: person.evaluation.id.raw, object: object))) }
      )
      return line
    }
    var screen = ConflictScreen(
      kind: Evaluation.kind.name, record: person.evaluation.id.raw, lines: lines
    ) { outcomes in
      .back(to: Self.self) { screen, view in
        for outcome in outcomes {
          guard let place = places.first(where: { screen.cell(at: $0)?.key == outcome.field }) else { continue }
          screen.entry.decide(place, outcome.value?.text ?? "")
        }
        screen.changed(view)
        return screen.save(view)
      }
    }
    screen.heading = "\(person.name), \(period.name ?? "")"
    return screen
  }

  /// Without it nothing is lost: only who it was is not known then.
  private func newest(of record: RecordID, _ view: View) -> [Commit] {
    do throws(StoreError) { return try view.session.store.history(of: record, limit: 20) } catch { return [] }
  }

  private func title(of place: GridEntry.Place) -> Text {
    entry.index(ofColumn: place.column).map { entry.columns[$0].title } ?? .verbatim(place.column)
  }

  /// What others saved while this was being saved is taken in, and the saving tried again.
  mutating func refused(_ error: StoreError, view: View) -> Effect? {
    switch error {
    case .conflict(Evaluation.kind.name, _, _), .invalid(Evaluation.kind.name, _, _): save(view)
    default: nil
    }
  }

  /// Says whose evaluations others have just changed here.
  mutating func noticed(_ commits: [Commit], view: View) -> Message? {
    let shown = shownEvaluations
    let touched = commits.last { commit in
      commit.operations.contains { $0.kind == Evaluation.kind.name && shown[$0.id] != nil }
    }
    guard let touched else { return nil }
    let names = touched.operations.compactMap { shown[$0.id] }
    reload(view)
    let who = CommitText.who(touched, view)
    let people = names.count == 1 ? names[0] : ""
    return entry.rivals.isEmpty
      ? Message(.broughtIn(who, people, names.count)) : Message(.alsoRated(who, people, names.count), .warn)
  }

  /// The names of the people shown, by their evaluations.
  private var shownEvaluations: [RecordID: String] {
    var shown: [RecordID: String] = [:]
    for line in entry.lines {
      guard let column = entry.columns.last,
        let person = person(at: GridEntry.Place(line: line.key, column: column.key))
      else { continue }
      shown[person.evaluation.id.raw] = person.name
    }
    return shown
  }

  func draftTitle(_ view: View) -> String {
    view(Text("Penilaian ", en: "Evaluations ")) + (period.name ?? "") + ", " + title(view)
  }
}

extension Text {
  fileprivate static let savingRatings = Text("Menyimpan penilaian", en: "Saving the evaluations")

  fileprivate static func notSaved(_ name: String, _ reason: Text) -> Text {
    Text("\(name) tidak: \(reason.indonesian)", en: "\(name) not: \(reason.english)")
  }

  fileprivate static func notSaved(_ count: Int, _ name: String, _ reason: Text) -> Text {
    Text(
      "\(count) orang tidak (F8): \(name): \(reason.indonesian)",
      en: "\(count) people not (F8): \(name): \(reason.english)")
  }

  fileprivate static func savedOne(_ name: String, _ period: EvaluationPeriod) -> Text {
    let period = period.name ?? ""
    return Text("Tersimpan: penilaian \(name), \(period)", en: "Saved: evaluation of \(name), \(period)")
  }

  fileprivate static func savedMany(_ count: Int, _ period: EvaluationPeriod) -> Text {
    let period = period.name ?? ""
    return Text("Tersimpan: \(count) penilaian, \(period)", en: "Saved: \(count) evaluations, \(period)")
  }

  fileprivate static func broughtIn(_ who: String, _ name: String, _ count: Int) -> Text {
    count == 1
      ? Text("\(who) menyimpan penilaian \(name); sudah tampil", en: "\(who) saved the evaluation of \(name); shown")
      : Text("\(who) menyimpan \(count) penilaian; sudah tampil", en: "\(who) saved \(count) evaluations; shown")
  }

  fileprivate static func alsoRated(_ who: String, _ name: String, _ count: Int) -> Text {
    let (indonesian, english) = count == 1 ? (name, name) : ("\(count) orang", "\(count) people")
    return Text(
      "\(who) juga menilai \(indonesian) di sel yang Anda ketik; F10 untuk memilih",
      en: "\(who) rated \(english) too, in cells that you typed; F10 to choose")
  }
}
