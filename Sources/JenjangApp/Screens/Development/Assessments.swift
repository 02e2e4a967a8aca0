import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let assessments = ScreenEntry(.assessments, group: .development)
}

extension ListSpec {
  static let assessments = ListSpec(
    name: "assessments", title: Assessment.kind.plural, kind: Assessment.kind.name,
    columns: ["employee", "date", "instrument", "state", "releasedOn", "organiser"],
    sort: Query.Sort("date", descending: true), searches: "employee",
    open: { id, _, _ in .push(Assessments.reader(ID(id))) },
    create: { view in .push(Assessments.units) },
    edit: { id, view in .push(FormScreen.edit(kind: Assessment.kind.name, id: id, view: view)) },
    preview: { id, view in
      guard let assessment = view.book.assessments[ID(id)] else { return [] }
      return [(view(Text("Hasil", en: "Results")), assessment.levels?.text ?? "-")]
    },
    commands: [
      Command(
        "assessments.release", Text("Sampaikan kepada pegawai", en: "Release to the people"), letter: "s", saves: true,
        refusal: { list, view in
          list.selected == nil ? .chooseFirst : view.book.access?.refusal(toWrite: Assessment.kind)
        }, run: { list, view in Assessments.release(list.chosen(view).map { ID($0) }, view) })
    ])
}

/// What can be done with assessments.
enum Assessments {
  static func new(for person: ID<Employee>, _ view: View) -> FormScreen {
    var preset = JSONObject()
    preset["employee"] = .string(person.raw.text)
    preset["date"] = .string(view.today.iso)
    preset["instrument"] = .string(AssessmentInstrument.test.rawValue)
    preset["state"] = .string(AssessmentState.final.rawValue)
    return FormScreen.new(kind: Assessment.kind.name, preset: preset, view: view)
  }

  /// The unit whose people are assessed in a grid.
  static var units: Chooser {
    Chooser("assessments.unit", Text("Unit yang dinilai", en: "Unit to be assessed"), columns: 70) { query, view in
      JenjangDomain.UnitTree(view.book, on: view.today).nodes
        .filter { query.isEmpty || Fuzzy.score(query, in: $0.unit.name ?? "") != nil }.prefix(300).map { node in
          Choice(
            title: String(repeating: " ", count: query.isEmpty ? node.depth : 0) + (node.unit.name ?? "?"),
            key: node.unit.code ?? "", effect: .replace(instruments(node.unit.id)))
        }
    }
  }

  private static func instruments(_ unit: ID<Unit>) -> Chooser {
    Chooser("assessments.instrument", Text("Alat ukur", en: "Instrument"), choosesByLetter: true, columns: 50) {
      _, view in
      zip("1234567", AssessmentInstrument.allCases).map { letter, instrument in
        Choice(title: view(instrument.title), letter: letter, effect: .replace(AssessmentGrid(unit, instrument)))
      }
    }
  }

  static func release(_ ids: [ID<Assessment>], _ view: View) -> Effect {
    let operations = ids.compactMap { id in
      view.book.assessments.updating(id) { record in
        guard record.state == .final else { return }
        record.state = .released
        record.releasedOn = view.today
      }
    }
    guard !operations.isEmpty else {
      return .say(
        Text("Tidak ada yang selesai dinilai dan belum disampaikan", en: "None is assessed and not released"), .warn)
    }
    let count = operations.count
    return SaveOperations.effect(
      Text("Menyampaikan hasil", en: "Releasing results"), operations,
      done: Text("\(count) asesmen disampaikan", en: "\(count) assessments released"), view)
  }

  static func reader(_ id: ID<Assessment>) -> Reader {
    Reader(
      heading: { view in view(Assessment.kind.title) + ": " + view.person(view.book.assessments[id]?.employee) },
      actions: actions(id), isWhole: true,
      write: { page, view in
        guard let row = view.book.assessments.table.row(of: id.raw), let assessment = view.book.assessments[row] else {
          return page.paragraph(view(view.book.refusal(toSee: id.raw, kind: Assessment.kind.name) ?? .recordIsGone))
        }
        RecordReader.write(row, of: view.book.assessments.table, without: ["levels"], into: &page, view)
        write(assessment, into: &page, view)
      })
  }

  private static func actions(_ id: ID<Assessment>) -> [Command<Reader>] {
    [
      CompetencyReader.edit(Assessment.kind.name, id.raw), Related.command(Assessment.kind.name, id.raw),
      Command(
        "assessment.evidence", Text("Tambah bukti", en: "Add evidence"), keys: ["f6", "ctrl-n"],
        label: Text("Bukti", en: "Evidence"), saves: true,
        refusal: { _, view in view.book.access?.refusal(toWrite: AssessmentEvidence.kind) },
        run: { _, view in
          var preset = JSONObject()
          preset["assessment"] = .string(id.raw.text)
          return .push(FormScreen.new(kind: AssessmentEvidence.kind.name, preset: preset, view: view))
        }),
      Command(
        "assessment.consensus", Text("Ambil tingkat dari panel", en: "Take the panel's levels"), letter: "k",
        saves: true,
        refusal: { _, view in
          guard let assessment = view.book.assessments[id] else { return .recordIsGone }
          if assessment.releasedOn != nil { return .isReleased }
          if assessment.panelConsensus(in: view.book).isEmpty { return .noPanel }
          return view.book.access?.refusal(toWrite: Assessment.kind)
        }, run: { _, view in view.book.assessments[id].map { takePanel($0, view) } ?? .none }),
      Command(
        "assessment.dispute", Text("Sanggah hasil ini", en: "Dispute this result"), letter: "b", saves: true,
        refusal: { _, view in
          view.book.assessments[id].map { $0.state == .released ? nil : .notReleased } ?? .recordIsGone
        },
        run: { _, view in
          var values = JSONObject()
          values["state"] = .string(AssessmentState.disputed.rawValue)
          values["disputedOn"] = .string(view.today.iso)
          let task = FormTask(title: AssessmentState.disputed.title, fields: ["dispute"], values: values)
          return .push(FormScreen.edit(kind: Assessment.kind.name, id: id.raw, task: task, view: view))
        }),
      Command(
        "assessment.answer", Text("Jawab sanggahan", en: "Answer the dispute"), letter: "j", saves: true,
        refusal: { _, view in
          view.book.assessments[id].map {
            $0.state == .disputed ? view.book.access?.refusal(toWrite: Assessment.kind) : .noDispute
          }
            ?? .recordIsGone
        },
        run: { _, view in
          var values = JSONObject()
          values["state"] = .string(AssessmentState.confirmed.rawValue)
          values["answeredOn"] = .string(view.today.iso)
          let task = FormTask(title: AssessmentState.confirmed.title, fields: ["answer", "levels"], values: values)
          return .push(FormScreen.edit(kind: Assessment.kind.name, id: id.raw, task: task, view: view))
        }),
      ActionMenu.command("assessment.actions"),
    ]
  }

  /// What the panel's levels come to is shown before it is taken.
  private static func takePanel(_ assessment: Assessment, _ view: View) -> Effect {
    let consensus = assessment.panelConsensus(in: view.book)
    let names = CompetencyNames(view.book)
    let lines = consensus.map { found -> Text in
      let given = found.given.map(String.init).joined(separator: " ")
      guard let level = found.level else {
        return Text(
          "! \(names[found.code]): \(given), selisih \(found.spread): bicarakan dahulu",
          en: "! \(names[found.code]): \(given), \(found.spread) apart: to be talked over first")
      }
      return .verbatim("\(names[found.code]): \(given) → \(level)")
    }
    guard let operation = view.book.assessments.saving(assessment.taking(consensus)) else {
      return .say(Text("Hasilnya sudah sama dengan panel", en: "The results are the panel's already"))
    }
    return .push(
      Question(
        Text("Ambil tingkat dari panel?", en: "Take the panel's levels?"), lines,
        verb: Text("ambil", en: "take"), letter: "a",
        accepted: .commit(
          Transaction([operation]), done: Text("Tingkat panel tersimpan", en: "The panel's levels are saved"),
          then: .none)))
  }

  private static func write(_ assessment: Assessment, into page: inout Page, _ view: View) {
    let names = CompetencyNames(view.book)
    page.heading(view(Text("Hasil", en: "Results")).uppercased())
    let columns = [
      (x: 1, width: 44, isNumber: false), (x: 46, width: 7, isNumber: true), (x: 56, width: 12, isNumber: false),
    ]
    for (code, mark) in assessment.levels?.all ?? [] {
      let parts = [mark.knowledge, mark.skill, mark.attitude].compactMap { $0.map(String.init) }.joined(separator: "/")
      page.cells([names[code], String(mark.level), parts], at: columns)
    }
    let evidence = view.book.assessmentEvidence.owned(by: assessment.id.raw)
    if !evidence.isEmpty { page.heading(view(AssessmentEvidence.kind.title).uppercased()) }
    for entry in evidence {
      let name = entry.competency.flatMap { view.book.competencies[$0]?.name } ?? "?"
      page.item(
        Width.clip(name, to: 24), [entry.panel, entry.text].compactMap(\.self).joined(separator: ": "), labelWidth: 24,
        role: .text)
    }
  }
}

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
    let branch = JenjangDomain.UnitTree(view.book, on: view.today).branch(of: unit).map(\.unit.id.raw.text)
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
  fileprivate static let notReleased = Text(
    "Hanya hasil yang sudah disampaikan dapat disanggah", en: "Only a released result can be disputed")
  fileprivate static let isReleased = Text(
    "Hasil ini sudah disampaikan; perubahan lewat sanggahan", en: "Released already; it changes by a dispute")
  fileprivate static let noPanel = Text(
    "Belum ada tingkat dari panel: F6 menambah bukti dengan tingkat tiap asesor",
    en: "No level of a panel yet: F6 adds evidence with each assessor's level")
  fileprivate static let noDispute = Text("Hasil ini tidak disanggah", en: "This result is not disputed")
  fileprivate static let isOwn = Text("Tidak ada yang menilai dirinya sendiri", en: "Nobody assesses himself")
}
