import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// The evaluations of many people in one period: people down, ratings across, typed in place.
struct EvaluationGrid: EvaluationEntryScreen {
  enum Mode {
    case rating
    /// The superior's ratings beside the assessor's.
    case calibrating
  }

  static let noun = "evaluations"

  var entry = GridEntry()
  let scope: EvaluationScope
  let mode: Mode
  private(set) var period: EvaluationPeriod
  private(set) var basis: RatingBasis?
  private(set) var people: [EvaluatedPerson] = []
  private(set) var ratings: UnitRatings?
  /// The actor's own evaluation is not here.
  private(set) var leftOut = 0
  /// The person on whom the cursor is to stand at first.
  private var first: RecordID?
  private var places: [String: Int] = [:]
  /// What was found about each person last; nil where the cells have not been judged.
  private var judged: [Judged?] = []
  /// What the ratings of the unit stand beside.
  private var achievement: OrganisationPredicate?
  private var readFor: (revision: Int, language: Language, isWide: Bool)?

  /// What follows from the cells of one person.
  private struct Judged {
    /// What was typed when it was found.
    let typed: [String: GridEntry.Typed]?
    let predicate: PerformancePredicate?
    let missingNote: (place: GridEntry.Place, problem: Problem)?
  }

  init(
    _ period: EvaluationPeriod, _ scope: EvaluationScope, mode: Mode = .rating, first: RecordID? = nil, view: View
  ) {
    self.period = view.book.usual(period)
    self.scope = scope
    self.mode = mode
    self.first = first
  }

  static let maker = GridMaker(name: "evaluations") { about, view in
    guard let period = about["period"].flatMap({ RecordID($0) }).flatMap({ view.book.evaluationPeriods[ID($0)] }),
      let scope = about["scope"].flatMap({ EvaluationScope(code: $0) })
    else { return nil }
    let mode: Mode = if case .calibrated = scope { .calibrating } else { .rating }
    return EvaluationGrid(period, scope, mode: mode, view: view)
  }

  func title(_ view: View) -> String {
    mode == .calibrating ? scope.title(view) : "\(scope.title(view)), \(period.name ?? "")"
  }

  func refusal(_ view: View) -> Text? { view.book.access?.refusal(toSee: Evaluation.kind) }

  func hint(_ view: View) -> (left: String, right: String) {
    let place = "\(view.count(people.isEmpty ? 0 : entry.line + 1))/\(view.count(people.count))"
    let unsaved = entry.touchedCount
    let right = unsaved == 0 ? place : view(Text("\(unsaved) belum disimpan  ", en: "\(unsaved) unsaved  ")) + place
    return (view(mode == .calibrating ? .calibratingHint : .ratingHint), right)
  }

  func help(_ view: View) -> [Text] { [.helpKeys, .helpFill, .helpOthers, .helpPattern] }

  var draftContext: [String: String] { ["period": period.id.raw.text, "scope": scope.code] }
  func afterSaving(_ view: View) -> Effect { .none }

  mutating func refresh(_ view: View) {
    let now = (revision: view.book.revision, language: view.language, isWide: view.size.columns >= 120)
    if let readFor, readFor == now { return }
    readFor = now
    read(view)
  }

  mutating func reload(_ view: View) {
    readFor = nil
    refresh(view)
  }

  private mutating func read(_ view: View) {
    let board = PeriodBoard(period, in: view.book, on: view.today)
    basis = RatingBasis(view.book, period: period)
    (people, leftOut) = EvaluatedPerson.all(scope, board, view)
    places = Dictionary(
      people.enumerated().map { ($0.element.key, $0.offset) }, uniquingKeysWith: { first, _ in first })
    judged = Array(repeating: nil, count: people.count)
    achievement = basis?.nearestAchievement(of: unit, in: view.book)
    ratings = nil
    let columns = mode == .rating ? EvaluationColumns.rating(people, view) : EvaluationColumns.calibrating(view)
    entry.show(columns, people.map { line($0, columns, view) })
    if let first, let place = people.firstIndex(where: { $0.plan.employee?.raw == first || $0.plan.id.raw == first }) {
      entry.move(toLine: place)
      self.first = nil
    }
    changed(view)
    resumeDraft(view)
  }

  private func line(_ person: EvaluatedPerson, _ columns: [GridEntryColumn], _ view: View) -> GridEntryLine {
    let numbers = Set(person.results.compactMap(\.number))
    let cells = columns.map { EvaluationColumns.text($0.key, person, view) }
    let kinds = columns.map { column -> GridCell in
      if case .result(let number)? = EvaluationCell(key: column.key), !numbers.contains(number) { return .fixed }
      return column.cell
    }
    let lock = mode == .calibrating ? calibrationLock(person, view) : person.lock
    return GridEntryLine(
      key: person.key, title: person.name, mark: person.isLate ? "!" : person.status == .submitted ? "✓" : "",
      cells: cells, lock: lock, kinds: kinds, role: lock == nil ? .row : .textMuted)
  }

  private func calibrationLock(_ person: EvaluatedPerson, _ view: View) -> Text? {
    guard person.status == .submitted else { return .notSubmitted }
    guard let access = view.book.access else { return nil }
    var tried = person.evaluation
    tried.calibrationReason = (tried.calibrationReason ?? "") + "."
    return view.book.evaluations.saving(tried).flatMap { access.refusal(of: [$0], in: view.book) }
  }

  /// Works out again what follows from the cells: predicates, notes that are missing, the spread of the unit.
  ///
  /// Only people in whose cells something else stands than before are judged.
  mutating func changed(_ view: View) {
    entry.problems = [:]
    let column = entry.index(ofColumn: EvaluationCell.predicate.key)
    let noted = notedColumns
    for place in people.indices {
      let typed = entry.typed[line: people[place].key]
      let found: Judged
      if let known = judged[place], known.typed == typed {
        found = known
      } else {
        found = Judged(
          typed: typed, predicate: predicate(of: people[place], typed, view),
          missingNote: noted.flatMap { missingNote(place, $0) })
        judged[place] = found
        if let column { entry.put(EvaluationColumns.predicate(found.predicate, view), at: place, column) }
      }
      if let missing = found.missingNote { entry.problems[missing.place] = missing.problem }
    }
    entry.markRefused()
    spread(judged.compactMap { $0?.predicate }, view)
  }

  private func predicate(
    of person: EvaluatedPerson, _ typed: [String: GridEntry.Typed]?, _ view: View
  ) -> PerformancePredicate? {
    let evaluation = typed.map { prepared(person, $0.mapValues(\.value), view) } ?? person.evaluation
    return evaluation.predicate
  }

  /// The columns of the two ratings that can need words, and of the words.
  private var notedColumns: (first: Int, second: Int, text: Int)? {
    let cells: [EvaluationCell] =
      mode == .rating
      ? [.work, .behaviour, .note] : [.calibratedWork, .calibratedBehaviour, .calibrationReason]
    let columns = cells.compactMap { entry.index(ofColumn: $0.key) }
    return columns.count == 3 ? (columns[0], columns[1], columns[2]) : nil
  }

  /// A rating below expectation needs a note, a calibration its reason.
  private func missingNote(
    _ line: Int, _ columns: (first: Int, second: Int, text: Int)
  ) -> (place: GridEntry.Place, problem: Problem)? {
    let isRating = mode == .rating
    let below = ExpectationRating.below.rawValue
    let values = [entry.value(line, columns.first), entry.value(line, columns.second)]
    let isNeeded = isRating ? values.contains(below) : values.contains { !$0.isEmpty }
    guard isNeeded, entry.value(line, columns.text).isEmpty, entry.lines[line].lock == nil,
      let place = entry.place(line, columns.text)
    else { return nil }
    let words: Text = !isRating ? .reasonNeeded : values[1] == below ? .misconduct : .noteNeeded
    return (place, Problem(place.column, words, severity: isRating ? .warning : .error))
  }

  private mutating func spread(_ predicates: [PerformancePredicate], _ view: View) {
    let counts = Dictionary(predicates.map { ($0, 1) }, uniquingKeysWith: +)
    guard let basis, ratings?.counts != counts else { return }
    ratings = UnitRatings(
      predicates, achievement: achievement, on: period.end ?? view.today, by: basis.law)
  }

  /// The unit beside whose achievement the ratings stand: that of the scope, else that of most people.
  var unit: ID<Unit>? {
    if case .unit(let unit) = scope { return unit }
    var counts: [ID<Unit>: Int] = [:]
    for unit in people.compactMap(\.plan.unit) { counts[unit, default: 0] += 1 }
    return counts.max { ($0.value, $1.key.raw) < ($1.value, $0.key.raw) }?.key
  }

  /// Rates another period from now on.
  mutating func choose(_ period: EvaluationPeriod, _ view: View) {
    self.period = view.book.usual(period)
    entry = GridEntry()
    reload(view)
  }

  var current: EvaluatedPerson? { people.indices.contains(entry.line) ? people[entry.line] : nil }

  var touched: [(person: EvaluatedPerson, typed: [String: String])] {
    entry.touchedLines.compactMap { key in places[key].map { (people[$0], entry.typed(inLine: key)) } }
  }

  func person(at place: GridEntry.Place) -> EvaluatedPerson? { places[place.line].map { people[$0] } }
  func lock(of person: EvaluatedPerson) -> Text? {
    entry.index(ofLine: person.key).flatMap { entry.lines[$0].lock }
  }
  func cell(at place: GridEntry.Place) -> EvaluationCell? { EvaluationCell(key: place.column) }
  func place(of cell: EvaluationCell, _ person: EvaluatedPerson) -> GridEntry.Place? {
    entry.index(ofColumn: cell.key).map { GridEntry.Place(line: person.key, column: entry.columns[$0].key) }
  }

  func previous(_ line: Int, _ column: Int, _ view: View) -> String? {
    guard people.indices.contains(line), let cell = EvaluationCell(key: entry.columns[column].key) else { return nil }
    return people[line].previous.map { cell.text(of: $0) }
  }
}

extension Text {
  fileprivate static let ratingHint = Text(
    "Ketik 1-3; F10 simpan; F9 k kirim; F11 formulir; F1 bantuan.", en: "Type 1-3; F10 saves; F9 k submits; F11 form.")
  fileprivate static let calibratingHint = Text(
    "Ketik nilai Anda di samping nilai penilai, lalu alasannya; F10 simpan.",
    en: "Type your ratings beside the assessor's, then the reason; F10 saves.")
  fileprivate static let notSubmitted = Text("Penilai belum mengirimnya", en: "The assessor has not submitted it")
  fileprivate static let noteNeeded = Text(
    "Nilai di bawah ekspektasi memerlukan catatan", en: "A rating below expectation needs a note")
  fileprivate static let misconduct = Text(
    "Perilaku di bawah ekspektasi berarti pelanggaran: catat kejadiannya",
    en: "Behaviour below expectation means misconduct: note what happened")
  fileprivate static let reasonNeeded = Text("Tuliskan alasan kalibrasi", en: "Give the reason for calibrating")
  fileprivate static let helpKeys = Text(
    "1 di bawah, 2 sesuai, 3 di atas ekspektasi: angka menilai dan pindah ke sel berikut. Titik mengosongkan.",
    en: "1 below, 2 as expected, 3 above expectation: a digit rates and goes on. A dot clears.")
  fileprivate static let helpFill = Text(
    "= menyalin nilai ke sel kosong di bawahnya, Ctrl-D mengambil nilai periode lalu, tempel mengisi dari lembar kerja.",
    en: "= copies a value into the blank cells below, Ctrl-D takes last period's, pasting fills from a spreadsheet.")
  fileprivate static let helpOthers = Text(
    "Bintang: belum disimpan. Yang disimpan orang lain langsung tampil; nilai berbeda di sel yang sama ditanyakan.",
    en: "A star is unsaved. What others save shows at once; different values in one cell are asked about.")
  fileprivate static let helpPattern = Text(
    "Pola distribusi hanya pedoman: penyimpangan dijelaskan, tidak pernah menghalangi.",
    en: "The pattern of ratings is guidance: a difference is to be justified and never stops anything.")
}
