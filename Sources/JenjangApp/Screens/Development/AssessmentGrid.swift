import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// The levels of a unit's people, competencies across, typed in place: one assessment a person.
struct AssessmentGrid: GridEntryScreen {
  static let noun = "assess"

  let unit: ID<Unit>
  let instrument: AssessmentInstrument
  var entry = GridEntry()
  private var held: [String: [String: HeldLevel]] = [:]
  private var readFor: (revision: Int, language: Language)?

  init(_ unit: ID<Unit>, _ instrument: AssessmentInstrument) {
    self.unit = unit
    self.instrument = instrument
  }

  static let maker = GridMaker(name: noun) { about, view in
    guard let unit = about["unit"].flatMap({ RecordID($0) }).flatMap({ view.book.units[ID($0)] }),
      let instrument = about["instrument"].flatMap({ AssessmentInstrument(rawValue: $0) })
    else { return nil }
    return AssessmentGrid(unit.id, instrument)
  }
  var draftContext: [String: String] { ["unit": unit.raw.text, "instrument": instrument.rawValue] }

  func draftTitle(_ view: View) -> String {
    title(view) + ": " + (view.book.label(of: unit.raw, kind: Unit.kind.name) ?? "?")
  }

  func title(_ view: View) -> String { view(Text("Isi asesmen", en: "Enter assessments")) }

  func hint(_ view: View) -> (left: String, right: String) {
    return (
      view(
        Text(
          "1-5 tingkat; teknis juga P/K/S: 70/80/75; Ctrl-D tingkat lama; F10 simpan.",
          en: "1-5 level; technical also K/S/A: 70/80/75; Ctrl-D as before; F10 saves.")),
      unsaved(view)
    )
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Setiap orang mendapat satu asesmen bertanggal hari ini; tingkat lama tetap ada dan tidak ditimpa.",
        en: "Each person gets one assessment of today; earlier levels stay and are not overwritten."),
      Text(
        "Nilai pengetahuan, keterampilan, sikap menjadi tingkat menurut bobot dan batas parameter.",
        en: "Marks of knowledge, skill and attitude become a level by the weights and limits."),
    ]
  }

  mutating func refresh(_ view: View) {
    let now = (revision: view.book.revision, language: view.language)
    if let readFor, readFor == now { return }
    readFor = now
    let table = view.book.employees.table
    let branch = UnitTree(view.book, on: view.today).branch(of: unit).map(\.unit.id.raw.text)
    var people: [Row] = []
    for unit in branch where people.count < 400 {
      people += table.rows(Query(conditions: [Query.Condition("unit", .equals(unit))], sort: Query.Sort("name")))
    }
    let names = CompetencyNames(view.book)
    let levels = CompetencyLevels(view.book, on: view.today)
    let standards = StandardsOnDay(view.book, on: view.today)
    var required: [Row: Set<String>] = [:]
    for row in people.prefix(400) {
      held[table.id(of: row).text] = levels.held(by: row)
      let post = table.value("post", at: row)?.text.flatMap { RecordID($0) }.flatMap { view.book.posts[ID($0)] }
      let kind = table.value("positionKind", at: row)?.text.flatMap { PositionKind(rawValue: $0) }
      required[row] = Set(standards.requirement(post: post, kind: kind).levels.keys)
    }
    let all = required.values.reduce(into: Set<String>()) { $0.formUnion($1) }
    let codes = names.codes.filter { all.contains($0) }
    let columns = codes.map { code -> GridEntryColumn in
      let isStandard = StandardCompetency(rawValue: code) != nil
      let short = Width.clip(names[code], to: isStandard ? 9 : 11)
      return GridEntryColumn(
        key: code, title: .verbatim(short), head: .verbatim(short), width: isStandard ? 9 : 11,
        cell: isStandard ? .choice(GridChoice.levels) : .text(maximum: 11), group: 1)
    }
    let own = view.book.access?.actor.person
    let lines = people.prefix(400).map { row in
      let id = table.id(of: row)
      return GridEntryLine(
        key: id.text, title: view.cell(table, row, "name"), cells: codes.map { _ in "" },
        lock: id == own ? .isOwn : nil,
        kinds: codes.map { required[row]?.contains($0) ?? false ? kind(of: $0) : .fixed })
    }
    entry.show(columns, lines)
    resumeDraft(view)
  }

  private func kind(of code: String) -> GridCell {
    StandardCompetency(rawValue: code) != nil ? .choice(GridChoice.levels) : .text(maximum: 11)
  }

  mutating func changed(_ view: View) {
    entry.problems = [:]
    for (place, typed) in entry.typed where !typed.value.isEmpty && mark(typed.value, view) == nil {
      entry.problems[place] = Problem(
        place.column, Text("Ketik tingkat 1-5 atau P/K/S seperti 70/80/75", en: "Type a level 1-5 or K/S/A as 70/80/75")
      )
    }
  }

  /// A level, or three marks that make one by the rule `technical-level`.
  private func mark(_ text: String, _ view: View) -> CompetencyMark? {
    let numbers = text.split(separator: "/").map { Int($0) }
    if numbers.count == 1, let level = numbers[0], 1...5 ~= level { return CompetencyMark(level) }
    guard numbers.count == 3, let knowledge = numbers[0], let skill = numbers[1], let attitude = numbers[2],
      [knowledge, skill, attitude].allSatisfy({ 0...100 ~= $0 })
    else { return nil }
    var input = TechnicalLevel.Input()
    input.knowledge = Decimal(units: Int64(knowledge), scale: 0)
    input.skill = Decimal(units: Int64(skill), scale: 0)
    input.attitude = Decimal(units: Int64(attitude), scale: 0)
    input.day = view.today
    guard let level = try? TechnicalLevel.judge(input, by: view.book.law).output.level else { return nil }
    return CompetencyMark(level.number, knowledge: knowledge, skill: skill, attitude: attitude)
  }

  func previous(_ line: Int, _ column: Int, _ view: View) -> String? {
    guard let place = entry.place(line, column), let level = held[place.line]?[place.column] else { return nil }
    return String(level.level)
  }

  static let commandTable: [Command<AssessmentGrid>] = pageCommands + entryCommands + problemCommands

  mutating func save(_ view: View) -> Effect {
    if let problem = entry.problems.first {
      entry.go(to: problem.key)
      return .say(problem.value.text, .bad)
    }
    let assessor = view.book.access?.actor.person.map { ID<Employee>($0) }
    let order = entry.columns.map(\.key)
    let operations = entry.typedByLine.sorted { $0.key < $1.key }.compactMap {
      key, values -> JenjangDomain.Operation? in
      guard let person = RecordID(key) else { return nil }
      var marks = CompetencyMarks()
      for code in order { if let text = values[code], let mark = mark(text, view) { marks[code] = mark } }
      guard !marks.isEmpty else { return nil }
      var assessment = Assessment(id: ID(view.session.newID()))
      assessment.employee = ID(person)
      assessment.date = view.today
      assessment.instrument = instrument
      assessment.levels = marks
      assessment.state = .final
      assessment.assessor = person == assessor?.raw ? nil : assessor
      return .creating(assessment)
    }
    guard !operations.isEmpty else { return .say(Text("Tidak ada yang diisi", en: "Nothing was entered")) }
    let count = operations.count
    // What was typed stays until it is saved: another assessment is begun then.
    let begin = Effect.back(to: AssessmentGrid.self) { grid, _ in
      grid.entry = GridEntry()
      grid.readFor = nil
      return .none
    }
    return SaveOperations.effect(
      Text("Menyimpan asesmen", en: "Saving assessments"), operations,
      done: Text("Asesmen \(count) orang tersimpan", en: "Assessments of \(count) people saved"),
      then: .all([draftDropped, begin]), view)
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    let head = rest.cutTop(1)
    let name = view.book.label(of: unit.raw, kind: Unit.kind.name) ?? "?"
    frame.put(
      [name, view(instrument.title), view(view.today.short)].joined(separator: " · "), x: head.x + 1, y: head.y,
      role: .textStrong, width: head.width - 2)
    guard !entry.lines.isEmpty else {
      let text = Text("Tidak ada pegawai di unit ini.", en: "There is nobody in this unit.")
      frame.put(view(text), x: rest.x + 3, y: rest.y + 1, role: .textMuted, width: rest.width - 4)
      return
    }
    entry.draw(
      into: &frame, rest, title: Employee.kind.title, titleWidth: max(18, min(32, rest.width / 3)), view: view)
  }
}

extension Text {
  fileprivate static let isOwn = Text("Tidak ada yang menilai dirinya sendiri", en: "Nobody assesses himself")
}
