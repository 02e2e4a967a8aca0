import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// The evaluation of one person in a period: results with target and realisation, values, judgement, recommendation.
struct EvaluationForm: EvaluationEntryScreen {
  static let noun = "evaluation"

  var entry = GridEntry()
  private(set) var period: EvaluationPeriod
  private(set) var basis: RatingBasis?
  private(set) var person: EvaluatedPerson?
  private(set) var suggested: SuggestedRatings?
  /// Plans by their identities, one after the other.
  private let people: [String]
  private let number: Int
  /// The form belongs to a series of people who wait for it.
  private let isSeries: Bool
  private(set) var predicate: PerformancePredicate?
  private var readFor: (revision: Int, language: Language)?

  init(_ period: EvaluationPeriod, people: [String], at number: Int = 0, isSeries: Bool = false, view: View) {
    self.period = view.book.usual(period)
    self.people = people
    self.number = max(0, min(number, people.count - 1))
    self.isSeries = isSeries
    reload(view)
  }

  static let maker = GridMaker(name: "evaluation") { about, view in
    guard let period = about["period"].flatMap({ RecordID($0) }).flatMap({ view.book.evaluationPeriods[ID($0)] }),
      let person = about["person"]
    else { return nil }
    return EvaluationForm(period, people: [person], view: view)
  }

  func title(_ view: View) -> String { person?.name ?? view(Text("Penilaian", en: "Evaluation")) }
  func refusal(_ view: View) -> Text? { view.book.access?.refusal(toSee: Evaluation.kind) }
  var draftContext: [String: String] {
    ["period": period.id.raw.text, "person": people.indices.contains(number) ? people[number] : ""]
  }

  func hint(_ view: View) -> (left: String, right: String) {
    let place =
      people.count > 1
      ? view(Text("orang \(number + 1) dari \(people.count)", en: "\(number + 1) of \(people.count)")) : ""
    return (view(.formHint), place)
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Angka menilai dan turun; PgDn dan PgUp menyimpan lalu ke orang berikut atau sebelumnya.",
        en: "A digit rates and goes down; PgDn and PgUp save and go to the next or the previous person."),
      Text(
        "Saran hanya bantuan lokal dari nilai-nilai di atasnya; kesimpulan tetap pertimbangan penilai.",
        en: "A suggestion is local help from the ratings above; the judgement stays the assessor's."),
    ]
  }

  mutating func refresh(_ view: View) {
    let now = (revision: view.book.revision, language: view.language)
    if let readFor, readFor == now { return }
    readFor = now
    read(view)
  }

  mutating func reload(_ view: View) {
    readFor = nil
    refresh(view)
  }

  private mutating func read(_ view: View) {
    basis = RatingBasis(view.book, period: period)
    person = people.indices.contains(number) ? found(people[number], view) : nil
    guard let person else { return entry.show([], []) }
    entry.goesDown = true
    entry.show(EvaluationItems.columns(person, period), EvaluationItems.lines(person, view))
    changed(view)
    resumeDraft(view)
  }

  private func found(_ key: String, _ view: View) -> EvaluatedPerson? {
    guard let id = RecordID(key), let row = view.book.performancePlans.table.row(of: id) else { return nil }
    let board = PeriodBoard(period, in: view.book, on: view.today)
    return board.lines.first { $0.plan == row }.flatMap { EvaluatedPerson($0, board, view) }
  }

  mutating func changed(_ view: View) {
    guard let person else { return }
    entry.problems = [:]
    let evaluation = prepared(person, typedCells, view)
    predicate = evaluation.predicate
    suggested = SuggestedRatings(evaluation, results: person.results)
    guard person.lock == nil else { return }
    for problem in evaluation.problems(in: view.book) {
      guard let cell = problem.field.flatMap({ EvaluationCell(key: $0) }), let place = place(of: cell, person) else {
        continue
      }
      entry.problems[place] = problem
    }
  }

  private var typedCells: [String: String] {
    var typed: [String: String] = [:]
    for (place, value) in entry.typed where place.column == EvaluationItems.now { typed[place.line] = value.value }
    return typed
  }

  var touched: [(person: EvaluatedPerson, typed: [String: String])] {
    guard let person, !typedCells.isEmpty else { return [] }
    return [(person, typedCells)]
  }

  func person(at place: GridEntry.Place) -> EvaluatedPerson? { person }
  func lock(of person: EvaluatedPerson) -> Text? { person.lock }
  func cell(at place: GridEntry.Place) -> EvaluationCell? {
    place.column == EvaluationItems.now ? EvaluationCell(key: place.line) : nil
  }
  func place(of cell: EvaluationCell, _ person: EvaluatedPerson) -> GridEntry.Place? {
    entry.index(ofLine: cell.key).map { GridEntry.Place(line: entry.lines[$0].key, column: EvaluationItems.now) }
  }

  func previous(_ line: Int, _ column: Int, _ view: View) -> String? {
    guard let cell = EvaluationCell(key: entry.lines[line].key) else { return nil }
    return person?.previous.map { cell.text(of: $0) }
  }

  /// In a series the next person comes up; else the screen below.
  func afterSaving(_ view: View) -> Effect {
    guard isSeries, number + 1 < people.count else { return .pop }
    let next = EvaluationForm(period, people: people, at: number + 1, isSeries: true, view: view)
    return .replace(next)
  }

  /// Saves what was typed, then shows another person.
  mutating func turn(by step: Int, _ view: View) -> Effect {
    let wanted = number + step
    guard people.indices.contains(wanted) else { return .say(.noMore, .warn) }
    entry.settle()
    changed(view)
    let show = Effect.replace(EvaluationForm(period, people: people, at: wanted, isSeries: isSeries, view: view))
    guard entry.isTouched else { return show }
    guard entry.rivals.isEmpty else { return save(view) }
    guard let (person, typed) = touched.first,
      let operation = view.book.evaluations.saving(prepared(person, typed, view))
    else { return show }
    return .commit(
      Transaction([operation]), done: .savedPerson(person.name), then: .all([draftDropped, show]))
  }

  /// Submits this evaluation with what was typed.
  mutating func submit(_ view: View) -> Effect {
    reload(view)
    guard entry.rivals.isEmpty else { return save(view) }
    guard let person else { return .none }
    if let lock = person.lock { return .say(lock, .warn) }
    let evaluation = prepared(person, typedCells, view)
    if let refusal = evaluation.refusal(of: .submit, in: view.book) {
      _ = entry.moveToProblem(by: 1)
      return .say(refusal, .bad)
    }
    guard let operation = view.book.evaluations.saving(evaluation.after(.submit, on: view.today)) else { return .none }
    let save = Effect.commit(
      Transaction([operation]), done: EvaluationStep.submit.done(1),
      then: .all([draftDropped, afterSaving(view)]))
    let name = Text.verbatim("\(person.name), \(period.name ?? "")")
    return .push(
      Question(
        EvaluationStep.submit.title, [name, EvaluationStep.submit.consequence], verb: EvaluationStep.submit.verb,
        letter: "s", accepted: save))
  }
}

extension EvaluationForm {
  static let commandTable: [Command<EvaluationForm>] = [steps, problemCommands, entryCommands].flatMap(\.self)

  private static let steps: [Command<EvaluationForm>] =
    [
      Command(
        "evaluation.nextPerson", Text("Simpan, orang berikut", en: "Save, next person"), keys: ["pgdn", "alt-down"],
        label: Text("berikut", en: "next"), refusal: { form, _ in form.people.count > 1 ? nil : .noMore },
        run: { form, view in form.turn(by: 1, view) }),
      Command(
        "evaluation.previousPerson", Text("Simpan, orang sebelumnya", en: "Save, previous person"),
        keys: ["pgup", "alt-up"], refusal: { form, _ in form.people.count > 1 ? nil : .noMore },
        run: { form, view in form.turn(by: -1, view) }),
      Command(
        "evaluation.submit", Text("Kirim penilaian ini", en: "Submit this evaluation"), letter: "k", saves: true,
        run: { form, view in form.submit(view) }),
      Command("evaluation.why", Text("Kenapa predikat ini", en: "Why this rating"), letter: "w") { form, view in
        form.person.map { .push(EvaluationReader.screen($0, form.period, view)) } ?? .none
      },
      Command("evaluation.suggest", Text("Pakai saran lokal", en: "Take the local suggestion"), letter: "u") {
        form, view in form.takeSuggestion(view)
      },
      Command.employeeFile("evaluation.file", letter: "b", none: .noMore) { form, _ in form.person?.plan.employee?.raw
      },
      Command(
        "evaluation.grid", Text("Grid unitnya", en: "The grid of the unit"), keys: ["f11", "ctrl-t"],
        label: .verbatim("Grid"), refusal: { form, _ in form.person?.plan.unit == nil ? .noMore : nil },
        run: { form, view in form.openGrid(view) }),
    ]

  private mutating func takeSuggestion(_ view: View) -> Effect {
    var values: [(line: Int, column: Int, value: String)] = []
    let column = entry.index(ofColumn: EvaluationItems.now) ?? 0
    for (cell, rating) in [(EvaluationCell.work, suggested?.work), (.behaviour, suggested?.behaviour)] {
      if let rating, let line = entry.index(ofLine: cell.key) { values.append((line, column, rating.rawValue)) }
    }
    entry.set(values)
    changed(view)
    return values.isEmpty ? .say(.nothingSuggested, .warn) : .say(.suggestedIsLocal, .good)
  }

  private func openGrid(_ view: View) -> Effect {
    guard !entry.isTouched else { return .say(.saveFirst, .warn) }
    guard let unit = person?.plan.unit else { return .none }
    return .replace(EvaluationGrid(period, .unit(unit), first: person?.plan.id.raw, view: view))
  }
}

extension Text {
  fileprivate static let formHint = Text(
    "1-3 nilai dan turun; . kosong; Ctrl-D spt lalu; F10 simpan; F9 k kirim.",
    en: "1-3 rates and goes down; . clears; Ctrl-D as last; F10 saves; F9 k submits.")
  fileprivate static let noMore = Text("Tidak ada orang lain di sini", en: "There is nobody else here")
  fileprivate static let nothingSuggested = Text(
    "Saran perlu semua hasil atau semua nilai terisi", en: "A suggestion needs every result or every value rated")
  fileprivate static let suggestedIsLocal = Text(
    "Saran lokal diisikan, bukan rumus resmi; Ctrl-Z urungkan",
    en: "The local suggestion is filled in, no official formula; Ctrl-Z undo")
  fileprivate static func savedPerson(_ name: String) -> Text {
    Text("Tersimpan: penilaian \(name)", en: "Saved: evaluation of \(name)")
  }
}
