import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// How assessors rate, and how the predicates fall on groups of people: for personnel officers, leaders and auditors.
struct AssessorScreen: Screen {
  enum Pane: Int, CaseIterable {
    case assessors
    case fairness
  }

  private var period: EvaluationPeriod
  private var pane = Pane.assessors
  private var grid = RowGrid()
  private var scroll = PageScroll()
  private var quality: AssessorQuality?
  private var fairness: RatingFairness?
  private var lines: [AssessorQuality.Line] = []
  private var readFor: (revision: Int, period: RecordID)?

  init(_ period: EvaluationPeriod, view: View) { self.period = view.book.usual(period) }

  func title(_ view: View) -> String { view(Text("Mutu penilai ", en: "Assessor quality ")) + (period.name ?? "") }

  /// Who rates is not shown how others rate.
  func refusal(_ view: View) -> Text? {
    guard let role = view.book.access?.actor.role else { return nil }
    return [.hrOfficer, .hrHead, .leader, .auditor].contains(role) ? nil : .notForRole
  }

  func hint(_ view: View) -> (left: String, right: String) {
    guard let quality, !quality.isComplete else {
      return (
        view(pane == .assessors ? .assessorHint : .fairnessHint),
        view(Text("\(lines.count) penilai", en: "\(lines.count) assessors"))
      )
    }
    let (done, total) = quality.progress
    return (view(Text("menghitung …", en: "computing …")), "\(view.count(done))/\(view.count(total))")
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Kelonggaran: rata-rata predikat penilai dikurangi rata-rata semua, dalam perseratus tingkat.",
        en: "Leniency: the mean of the assessor's ratings less that of all, in hundredths of a step."),
      Text(
        "Sama: persen predikat yang paling sering; 100 berarti semua orang diberi predikat yang sama.",
        en: "Alike: per cent of the rating given most; 100 means everybody got the same."),
      Text(
        "Ulang: catatan yang kata-katanya sama dengan catatan lain dari penilai itu.",
        en: "Reused: notes with the same words as another note of that assessor."),
      Text(
        "Perbedaan bukan bukti; itu tempat untuk melihat lebih dekat.",
        en: "A difference proves nothing; look closer there."),
    ]
  }

  mutating func refresh(_ view: View) {
    let now = (revision: view.book.revision, period: period.id.raw)
    if let readFor, readFor == now { return }
    readFor = now
    let board = PeriodBoard(period, in: view.book, on: view.today)
    quality = AssessorQuality(board, in: view.book)
    fairness = RatingFairness(board, in: view.book)
    lines = []
  }

  /// Reads the notes of some people at a time while no key waits.
  mutating func idle(_ view: View) -> Bool {
    guard quality?.isComplete == false else { return false }
    if quality?.advance(people: 400) == true { lines = quality?.lines ?? [] }
    return true
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    switch target {
    case .part("tab", let place): pane = Pane(rawValue: place) ?? pane
    case .item(let place):
      if place == grid.cursor { return run("assessors.open", view: view) }
      grid.move(to: place, of: lines.count)
    default: return nil
    }
    return .some(.none)
  }

  static let commandTable: [Command<AssessorScreen>] =
    Step.commands("assessors") { screen, step, _ in
      if screen.pane == .assessors { screen.grid.move(step, of: screen.lines.count) } else { screen.scroll.move(step) }
    } + [
      Command(
        "assessors.open", Text("Yang dinilainya", en: "Whom he rates"), keys: ["enter"],
        label: Text("Buka", en: "Open"),
        refusal: { screen, _ in screen.selected == nil ? .noAssessor : nil },
        run: { screen, view in screen.open(view) }),
      Command(
        "assessors.pane", Text("Penilai atau kelompok", en: "Assessors or groups"), keys: ["tab", "shift-tab"],
        label: Text("Bagian", en: "Part")
      ) {
        screen, _ in
        screen.pane = screen.pane == .assessors ? .fairness : .assessors
        return .none
      },
      ActionMenu.command("assessors.actions"),
      PeriodChooser.command("assessors.period") { screen, period, view in screen.period = view.book.usual(period) },
      Command.export("assessors.export", Text("Ekspor penilai", en: "Export the assessors")) { $0.exported($1) },
    ]

  private var selected: AssessorQuality.Line? {
    pane == .assessors && lines.indices.contains(grid.cursor) ? lines[grid.cursor] : nil
  }

  private func open(_ view: View) -> Effect {
    guard let selected else { return .none }
    let id = view.book.employees.table.id(of: selected.assessor)
    return .push(EvaluationBoard(period, EvaluationBoard.Filter(scope: .assessed(by: [id])), view: view))
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    let names = [Text("Penilai", en: "Assessors"), Text("Kelompok pegawai", en: "Groups of people")].map { view($0) }
    Tabs.draw(names.map { Tabs.Title(long: $0, short: $0) }, active: pane.rawValue, into: &frame, rest.cutTop(1))
    switch pane {
    case .assessors: drawAssessors(&frame, rest, view)
    case .fairness:
      var page = Page(width: rest.width - 3)
      if let fairness { AssessorScreen.write(fairness, into: &page, view) }
      scroll.draw(page, into: &frame, rest.inset(x: 1, y: 0))
    }
  }

  private mutating func drawAssessors(_ frame: inout Frame, _ area: Rect, _ view: View) {
    guard !lines.isEmpty else {
      let text =
        quality?.isComplete == true
        ? Text("Belum ada penilaian di periode ini.", en: "Nothing is rated in this period.")
        : Text("menghitung …", en: "computing …")
      frame.put(view(text), x: area.x + 3, y: area.y + 1, role: .textMuted, width: area.width - 4)
      return
    }
    let (lines, quality) = (lines, quality)
    grid.draw(AssessorScreen.columns, count: lines.count, into: &frame, area, view: view) { place in
      let cells = quality.map { AssessorScreen.cells(lines[place], $0, view) } ?? []
      let isOdd =
        abs(quality?.leniency(of: lines[place]) ?? 0) >= 50 || lines[place].alike == 100 && lines[place].rated >= 5
      return GridRow(cells: cells, mark: isOdd || lines[place].late > 0 ? "!" : "")
    }
  }

  private static func cells(_ line: AssessorQuality.Line, _ quality: AssessorQuality, _ view: View) -> [String] {
    let count = { (number: Int) in number == 0 ? "·" : view.count(number) }
    let leniency = quality.leniency(of: line).map { ($0 > 0 ? "+" : "") + String($0) } ?? "-"
    let own = quality.ownPlan(of: line)
    let plan = own?.state.map { view($0.title) } ?? "-"
    return [
      view.cell(view.book.employees.table, line.assessor, "name"), count(line.rated), leniency,
      line.alike.map { "\($0)%" } ?? "-", count(line.owed), count(line.late), count(line.ratedLate),
      line.notes == 0 ? "-" : "\(line.reused * 100 / line.notes)%", "\(line.upheld)/\(line.objections)",
      plan + (own?.isLate == true ? view(Text(", telat", en: ", late")) : ""),
    ]
  }

  private static var columns: [RowGrid.Column] {
    let number = { (title: Text, width: Int) in RowGrid.Column(title: title, width: width, isRightAligned: true) }
    return [
      RowGrid.Column(title: Text("Penilai", en: "Assessor"), width: 22, grows: true, wish: 40),
      number(Text("Nilai", en: "Rated"), 5), number(Text("Longgar", en: "Lenient"), 7),
      number(Text("Sama", en: "Alike"), 5),
      number(Text("Belum", en: "Owed"), 5), number(Text("Telat", en: "Late"), 5),
      number(Text("Terlmb", en: "Tardy"), 6),
      number(Text("Ulang", en: "Reused"), 6), number(Text("Keb.", en: "Obj."), 5),
      RowGrid.Column(title: Text("SKP sendiri", en: "Own plan"), width: 18),
    ]
  }

  /// Each group with its shares, beside all.
  private static func write(_ fairness: RatingFairness, into page: inout Page, _ view: View) {
    line(fairness.all, into: &page, view)
    for part in fairness.parts {
      page.heading(view(part.title).uppercased())
      for group in part.groups { line(group, into: &page, view) }
    }
    page.blank()
    page.paragraph(
      view(
        Text(
          "Perbedaan bukan bukti; itu tempat untuk melihat lebih dekat.",
          en: "A difference proves nothing; look closer there.")), role: .textMuted)
  }

  private static func line(_ group: RatingFairness.Group, into page: inout Page, _ view: View) {
    let counts = PerformancePredicate.allCases.map { predicate in
      "\(view(predicate.shortTitle)) " + padded(group.counts[predicate] ?? 0)
    }.joined(separator: "  ")
    let good = group.good.map { view(Text("≥ Baik ", en: "≥ Good ")) + "\($0)%" } ?? ""
    page.item(
      Width.clip(view(group.title), to: 26), padded(group.people) + "   " + counts + "   " + good, labelWidth: 26)
  }

  private static func padded(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: " ", count: max(0, 5 - text.utf8.count)) + text
  }

  private func exported(_ view: View) -> ExportTable.Source {
    let (lines, quality) = (lines, quality)
    let names = [
      "assessor", "rated", "leniency", "alike", "owed", "late", "ratedLate", "reused", "objections", "ownPlan",
    ]
    return ExportTable.Source(
      name: "mutu-penilai", heading: title(view),
      columns: zip(names, AssessorScreen.columns).map { TableText.Column(name: $0.0, title: view($0.1.title)) },
      count: lines.count
    ) { place, view in quality.map { AssessorScreen.cells(lines[place], $0, view) } ?? [] }
  }
}

extension Text {
  fileprivate static let notForRole = Text(
    "Mutu penilai hanya untuk petugas kepegawaian, pimpinan dan auditor",
    en: "Assessor quality is for personnel officers, leaders and auditors")
  fileprivate static let noAssessor = Text("Pilih penilainya", en: "Choose an assessor")
  fileprivate static let assessorHint = Text(
    "Yang paling berbeda di atas; Enter: yang dinilainya; Tab: kelompok.",
    en: "Those who differ most come first; Enter: whom he rates; Tab: groups.")
  fileprivate static let fairnessHint = Text("Tab: kembali ke penilai.", en: "Tab: back to the assessors.")
}
