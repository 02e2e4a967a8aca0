import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let imports = ScreenEntry(
    name: "import", title: Text("Impor", en: "Import"), group: .system, make: { _ in ImportScreen() })
}

/// Records from a file of another program: choose what, choose the file, look at a trial, put errors right, save.
struct ImportScreen: Screen {
  enum Pane {
    case problems
    case columns
  }

  private(set) var work: ImportWork?
  var pane = Pane.problems
  var kinds = RowGrid()
  var problems = RowGrid()
  var columns = RowGrid()
  private(set) var findings: [ImportFinding] = []
  private var counts = ImportCounts()
  /// What is made or filled in without a cell that says it.
  private var remarks: [String] = []
  private var readFor: Int?

  func title(_ view: View) -> String { view(Text("Impor", en: "Import")) }
  func refusal(_ view: View) -> Text? { view.refusal(.importRecords) }

  mutating func refresh(_ view: View) {
    guard let work, readFor != work.version else { return }
    readFor = work.version
    findings = []
    guard work.plan.isReady else { return }
    findings = work.plan.findings
    counts = work.plan.counts
    remarks = remarks(work, view)
    problems.move(to: problems.cursor, of: findings.count)
  }

  /// Begins with a file: reads it and starts the trial.
  mutating func load(kind: String, path: String, _ view: View) -> Effect {
    switch ImportWork.begin(kind: kind, path: path, view) {
    case .failure(let problem): return .say(problem.text, .bad)
    case .success(let work):
      self.work = work
      (readFor, findings, pane) = (nil, [], work.plan.knowsNoColumn ? .columns : .problems)
      (problems, columns) = (RowGrid(), RowGrid())
      return .start(ImportTrial(work: work))
    }
  }

  /// What can be imported.
  static func types(_ view: View) -> [RecordType] { view.book.types.filter(\.isImported) }

  /// Back to the choice of what to import.
  mutating func close() { (work, findings, readFor) = (nil, [], nil) }

  var selectedFinding: ImportFinding? {
    pane == .problems && findings.indices.contains(problems.cursor) ? findings[problems.cursor] : nil
  }

  mutating func move(_ step: Step, _ view: View) {
    guard let work else { return kinds.move(step, of: Self.types(view).count) }
    switch pane {
    case .problems: problems.move(step, of: findings.count)
    case .columns: columns.move(step, of: work.plan.headers.count)
    }
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    switch target {
    case .part("tab", let index): pane = index == 0 ? .problems : .columns
    case .part("kind", let place):
      if place == kinds.cursor { return run("import.open", view: view) }
      kinds.move(to: place, of: Self.types(view).count)
    case .part("problem", let place):
      if place == problems.cursor { return run("import.open", view: view) }
      problems.move(to: place, of: findings.count)
    case .part("column", let place):
      if place == columns.cursor { return run("import.open", view: view) }
      columns.move(to: place, of: work?.plan.headers.count ?? 0)
    default: return nil
    }
    return .some(.none)
  }

  /// What others save of the same kind may change what a trial found; saving judges anew in any case.
  mutating func noticed(_ commits: [Commit], view: View) -> Message? {
    guard let work, case .checked = work.stage,
      let last = commits.last(where: { $0.operations.contains { $0.kind == work.kind } }),
      let type = view.book.table(work.kind)?.type
    else { return nil }
    return Message(.savedMeanwhile(CommitText.author(last, view), type.kind.title), .warn)
  }

  func hint(_ view: View) -> (left: String, right: String) {
    guard let work else { return (view(.chooseKind), "") }
    if pane == .columns { return (view(.columnHint), "") }
    if case .saved = work.stage { return (view(.savedHint), "") }
    let place = "\(view.count(findings.isEmpty ? 0 : problems.cursor + 1))/\(view.count(findings.count))"
    return (view(findings.isEmpty ? .saveHint : .problemHint), findings.isEmpty ? "" : place)
  }

  func help(_ view: View) -> [Text] { [.helpSteps, .helpFix, .helpUndo] }
}

extension ImportScreen {
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    guard let work else { return drawKinds(&frame, area, view) }
    var rest = area
    let remarks = work.plan.isReady ? self.remarks : []
    let head = min(2 + remarks.count, max(2, area.height * 2 / 5))
    drawHead(work, remarks, &frame, rest.cutTop(head), view)
    let tabs = [
      Tabs.Title(
        long: view(Text("Masalah ", en: "Problems ")) + view.count(findings.count), short: view(.problemsShort)),
      Tabs.Title(
        long: view(Text("Kolom ", en: "Columns ")) + view.count(work.plan.headers.count), short: view(.columnsShort)),
    ]
    Tabs.draw(tabs, active: pane == .problems ? 0 : 1, into: &frame, rest.cutTop(1).inset(x: 1, y: 0))
    switch pane {
    case .problems: drawProblems(work, &frame, rest, view)
    case .columns: drawColumns(work, &frame, rest, view)
    }
  }

  private mutating func drawKinds(_ frame: inout Frame, _ area: Rect, _ view: View) {
    let types = Self.types(view)
    let titles = [
      RowGrid.Column(title: Text("Impor apa", en: "What to import"), width: 26),
      RowGrid.Column(title: Text("Ada", en: "Present"), width: 9, isRightAligned: true),
      RowGrid.Column(title: Text("Kolom yang harus ada", en: "Columns that must be there"), width: 30, grows: true),
    ]
    kinds.draw(titles, count: types.count, into: &frame, area, view: view, part: "kind") { place in
      let type = types[place]
      let needed = type.fields.filter(\.isRequired).map { view($0.title) }.joined(separator: ", ")
      return GridRow(cells: [
        view(type.kind.plural), view.count(view.book.table(type.kind.name)?.count ?? 0), needed,
      ])
    }
  }

  private func drawHead(
    _ work: ImportWork, _ remarks: [String], _ frame: inout Frame, _ area: Rect, _ view: View
  ) {
    let plan = work.plan
    let kind = view.book.table(work.kind).map { view($0.type.kind.plural) } ?? work.kind
    let mapped = plan.mapping.targets.count { $0 != nil }
    let known = view(
      Text("\(mapped) dari \(plan.headers.count) kolom dikenal", en: "\(mapped) of \(plan.headers.count) columns known")
    )
    frame.put("\(kind): \(work.path)", x: area.x + 1, y: area.y, role: .heading, width: area.width - 2)
    if plan.isReady { frame.put(summary(work, view), x: area.x + 1, y: area.y + 1, width: area.width - 2) }
    let width = Width.of(known)
    if width + 40 < area.width { frame.put(known, x: area.right - width - 1, y: area.y, role: .textMuted) }
    for (place, remark) in remarks.prefix(area.height - 2).enumerated() {
      frame.put(remark, x: area.x + 1, y: area.y + 2 + place, role: .textMuted, width: area.width - 2)
    }
  }

  /// Another kind that fits better, the units to be made or not, then what is filled in.
  private func remarks(_ work: ImportWork, _ view: View) -> [String] {
    var remarks = work.plan.likelier.map { [Text.readAsOther($0, of: work.plan.headers.count)] } ?? []
    if work.plan.canCreateUnits(in: view.book) {
      let names = work.plan.namedRecords.map(\.name)
      if !names.isEmpty { remarks.append(.madeUnits(names, view.count(names.count))) }
      if !work.plan.createsUnits, counts.warned > 0 { remarks.append(.noUnitsMade) }
    }
    return (remarks + work.plan.notes(in: view.book)).map { view($0) }
  }

  private func summary(_ work: ImportWork, _ view: View) -> String {
    if case .saved(let rows) = work.stage {
      if isUndone(work, view) { return view(.undone) }
      let count = view.count(rows)
      return view(Text("✓ \(count) baris tersimpan", en: "✓ \(count) rows saved"))
    }
    let parts: [(Text, Int)] = [
      (Text("baru", en: "new"), counts.created), (Text("berubah", en: "changed"), counts.updated),
      (Text("sama", en: "unchanged"), counts.unchanged), (Text("salah", en: "wrong"), counts.refused),
      (Text("dilewati", en: "passed over"), counts.passedOver), (Text("peringatan", en: "warnings"), counts.warned),
    ]
    return parts.map { view.count($0.1) + " " + view($0.0) }.joined(separator: "   ")
  }

  private func isUndone(_ work: ImportWork, _ view: View) -> Bool {
    work.batch.map { !view.session.hasUndo(of: $0) } ?? false
  }

  private mutating func drawProblems(_ work: ImportWork, _ frame: inout Frame, _ area: Rect, _ view: View) {
    guard !findings.isEmpty else {
      let text = work.plan.isReady ? Text.noProblems : .checking
      frame.put(view(text), x: area.x + 3, y: area.y + 1, role: .textMuted, width: area.width - 4)
      return
    }
    let titles = [
      RowGrid.Column(title: Text("Baris", en: "Line"), width: 6, isRightAligned: true),
      RowGrid.Column(title: Text("Kolom", en: "Column"), width: 14),
      RowGrid.Column(title: Text("Isi", en: "Value"), width: 16),
      RowGrid.Column(title: Text("Masalah", en: "Problem"), width: 28, grows: true),
      RowGrid.Column(title: Text("Usul", en: "Proposal"), width: 14),
    ]
    let findings = findings
    problems.draw(titles, count: findings.count, into: &frame, area, view: view, part: "problem") { place in
      let finding = findings[place]
      let problem = finding.problem
      let header = problem.column.map { work.plan.headers[$0] } ?? ""
      return GridRow(
        cells: [
          view.count(work.plan.rows[finding.rows[0]].line), header, finding.rows.count == 1 ? problem.value : "",
          view(finding.reason(view.count)),
          problem.repair ?? "",
        ], role: problem.severity == .error ? .row : .textMuted, mark: problem.severity == .error ? "!" : "?")
    }
  }

  private mutating func drawColumns(_ work: ImportWork, _ frame: inout Frame, _ area: Rect, _ view: View) {
    let titles = [
      RowGrid.Column(title: Text("Judul di berkas", en: "Heading in the file"), width: 24),
      RowGrid.Column(title: Text("Menjadi", en: "Goes to"), width: 28, grows: true),
      RowGrid.Column(title: Text("Contoh isi", en: "Example"), width: 24),
    ]
    let plan = work.plan
    columns.draw(titles, count: plan.headers.count, into: &frame, area, view: view, part: "column") { place in
      let target = plan.mapping.targets[place].flatMap { name in plan.targets.first { $0.name == name } }
      let example = plan.rows.prefix(20).lazy.map { $0.cells[place] }.first { !$0.isEmpty } ?? ""
      return GridRow(
        cells: [plan.headers[place], target.map { view($0.title) } ?? view(.leftOut), example],
        role: target == nil ? .textMuted : .row, mark: target == nil ? "" : "✓")
    }
  }
}

extension Text {
  fileprivate static func readAsOther(_ likelier: LikelierKind, of headings: Int) -> Text {
    let fits = Text.fitsBetter(likelier, of: headings)
    return Text("\(fits.indonesian); F9 j membacanya begitu.", en: "\(fits.english); F9 j reads it so.")
  }

  fileprivate static let chooseKind = Text(
    "Enter memilih, lalu berkasnya. Tidak ada yang disimpan sebelum F10.",
    en: "Enter chooses, then the file. Nothing is saved before F10.")
  fileprivate static func madeUnits(_ names: [String], _ count: String) -> Text {
    let list = names.prefix(4).joined(separator: ", ") + (names.count > 4 ? ", …" : "")
    return Text("+ \(count) unit dibuat: \(list)", en: "+ \(count) units made: \(list)")
  }
  fileprivate static let noUnitsMade = Text(
    "Unit yang belum ada tidak dibuat; F9 u membuatnya.", en: "Units that are not there are not made; F9 u makes them.")
  fileprivate static let undone = Text(
    "Impor ini sudah diurungkan; F5 memeriksa lagi.", en: "This import was undone; F5 checks again.")
  fileprivate static let problemHint = Text(
    "Enter memperbaiki sel; F9 terima semua usul; F10 menyimpan yang benar.",
    en: "Enter mends the cell; F9 takes all proposals; F10 saves the right ones.")
  fileprivate static let saveHint = Text("F10 menyimpan semuanya.", en: "F10 saves all of it.")
  fileprivate static let savedHint = Text(
    "Tersimpan. Ctrl-Z mengurungkan seluruh impor; Esc kembali.", en: "Saved. Ctrl-Z undoes the import; Esc goes back.")
  fileprivate static let columnHint = Text(
    "Enter mengganti tujuan kolom; pilihan diingat untuk lain kali.",
    en: "Enter changes where a column goes; the choice is remembered.")
  fileprivate static let noProblems = Text("Tidak ada masalah.", en: "No problems.")
  fileprivate static let checking = Text(
    "Sedang diperiksa; bila dihentikan, F5 melanjutkan.", en: "Being checked; when stopped, F5 goes on.")
  fileprivate static let leftOut = Text("(dilewati)", en: "(left out)")
  fileprivate static let problemsShort = Text("Masalah", en: "Problems")
  fileprivate static let columnsShort = Text("Kolom", en: "Columns")
  fileprivate static let helpSteps = Text(
    "Berkas CSV dengan judul kolom di baris pertama. Sel kosong berarti: biarkan isi yang ada.",
    en: "A CSV file with headings in its first row. An empty cell means: leave what is there.")
  fileprivate static let helpFix = Text(
    "Baris yang salah dilewati waktu menyimpan; perbaiki selnya dengan Enter atau terima usulnya dengan F9.",
    en: "Wrong rows are left out when saving; mend a cell with Enter or take the proposals with F9.")
  fileprivate static let helpUndo = Text(
    "Ctrl-C menghentikan; yang sudah tersimpan tetap. Ctrl-Z mengurungkan seluruh impor.",
    en: "Ctrl-C stops; what was saved stays. Ctrl-Z undoes the whole import.")

  fileprivate static func savedMeanwhile(_ author: String, _ kind: Text) -> Text {
    Text(
      "\(author) baru menyimpan \(kind.indonesian); F5 memeriksa berkas lagi terhadapnya",
      en: "\(author) has just saved a \(kind.english); F5 checks the file against it again")
  }
}
