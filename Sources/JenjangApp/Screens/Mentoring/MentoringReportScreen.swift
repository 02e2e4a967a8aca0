import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let mentoringReport = ScreenEntry(
    name: "mentoring-report", title: Text("Laporan bimbingan", en: "Mentoring report"), group: .mentoring,
    make: { view in MentoringReportScreen(.programmes, view.today.year) })
  static let mentorReport = ScreenEntry(
    name: "mentor-report", title: Text("Laporan per pembimbing", en: "Report by mentor"), group: .mentoring,
    make: { view in MentoringReportScreen(.mentors, view.today.year) })
}

/// What mentoring came to, by programme, by unit or by mentor; each line with all its figures, and as a document.
struct MentoringReportScreen: GridScreen {
  static let noun = "mentoring-report"

  enum Mode: CaseIterable {
    case programmes
    case units
    case mentors

    var title: Text {
      switch self {
      case .programmes: Text("per program", en: "by programme")
      case .units: Text("per unit", en: "by unit")
      case .mentors: Text("per pembimbing", en: "by mentor")
      }
    }

    var next: Mode {
      switch self {
      case .programmes: .units
      case .units: .mentors
      case .mentors: .programmes
      }
    }
  }

  /// One row, whatever it is of.
  struct Line {
    let name: String
    var depth = 0
    let figures: MentoringReport.Figures
    var mentor: ID<Employee>?
  }

  private(set) var mode: Mode
  /// Nil for all time.
  private(set) var year: Int?
  private var report: MentoringReport?
  private(set) var lines: [Line] = []
  var grid = RowGrid()
  private var readFor: (revision: Int, year: Int?)?
  private var shownFor: (mode: Mode, language: Language)?

  init(_ mode: Mode, _ year: Int) {
    self.mode = mode
    self.year = year
  }

  private var selected: Line? { lines.indices.contains(grid.cursor) ? lines[grid.cursor] : nil }

  var rowCount: Int { lines.count }

  func title(_ view: View) -> String {
    let span = year.map { String($0) } ?? view(Text("sepanjang waktu", en: "all time"))
    return view(Text("Bimbingan \(mode.title.indonesian)", en: "Mentoring \(mode.title.english)")) + ", " + span
  }

  func refusal(_ view: View) -> Text? { view.book.access?.refusal(toSee: MentoringPair.kind) }

  func hint(_ view: View) -> (left: String, right: String) {
    let left = Text(
      "Enter: selengkapnya; F11: program, unit, pembimbing; F9: tahun, ekspor.",
      en: "Enter: all figures; F11: programme, unit, mentor; F9: year, export.")
    return (view(report == nil ? .counting : left), "")
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Dihitung dari pasangan yang Anda lihat; JP menurut aturan lesson-hours, bagi masing-masing dari keduanya.",
        en: "Counted over the pairs that you see; lesson hours by the rule lesson-hours, for each of the two."),
      Text(
        "Kesenjangan: tingkat yang kurang saat sasaran dibuat dan yang masih kurang sekarang.",
        en: "Gaps: the levels that were missing when goals were set, and those that are missing now."),
    ]
  }

  mutating func refresh(_ view: View) {
    if let readFor, readFor.year != year { report = nil }
    guard let shownFor, shownFor == (mode, view.language) else { return fill(view) }
  }

  /// Counted while nothing is pressed.
  mutating func idle(_ view: View) -> Bool {
    if let readFor, readFor == (view.book.revision, year) { return false }
    readFor = (view.book.revision, year)
    report = MentoringReport(view.book, year: year)
    fill(view)
    return true
  }

  private mutating func fill(_ view: View) {
    shownFor = (mode, view.language)
    lines = report.map { MentoringReportScreen.lines($0, mode, view) } ?? []
    grid.move(to: grid.cursor, of: lines.count)
  }

  private static func lines(_ report: MentoringReport, _ mode: Mode, _ view: View) -> [Line] {
    switch mode {
    case .programmes:
      report.programmes.map { line in
        let name = line.id.map { view.book.mentoringProgrammes[$0]?.name ?? "?" }
        return Line(name: name ?? view(.noProgramme), figures: line.figures)
      }
    case .units:
      report.units.map { line in
        Line(
          name: view.book.label(of: line.unit.raw, kind: Unit.kind.name) ?? "?", depth: line.depth,
          figures: line.figures)
      }
    case .mentors:
      report.mentors.map { Line(name: view.person($0.person), figures: $0.figures, mentor: $0.person) }
    }
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    guard report != nil else {
      frame.put(view(.counting), x: area.x + 3, y: area.y + 1, role: .textMuted, width: area.width - 4)
      return
    }
    guard !lines.isEmpty else {
      frame.put(view(.noPairs), x: area.x + 3, y: area.y + 1, role: .textMuted, width: area.width - 4)
      return
    }
    let lines = lines
    grid.draw(MentoringReportScreen.columns, count: lines.count, into: &frame, area, view: view) { place in
      GridRow(
        cells: MentoringReportScreen.cells(lines[place], view), mark: lines[place].figures.silent > 0 ? "!" : "")
    }
  }
}

extension MentoringReportScreen {
  static let commandTable: [Command<MentoringReportScreen>] =
    moveCommands + [
      Command(
        "mentoring-report.open", Text("Semua angkanya", en: "All its figures"), keys: ["enter"],
        label: Text("Selengkapnya", en: "All figures"),
        refusal: { screen, _ in screen.selected == nil ? .chooseFirst : nil },
        run: { screen, view in screen.selected.map { .push(MentoringFigures.reader($0, screen.year)) } ?? .none }),
      Command(
        "mentoring-report.turn", Text("Program, unit, pembimbing", en: "Programme, unit, mentor"),
        keys: ["f11", "ctrl-t"], label: Text("Tampilan", en: "View")
      ) { screen, _ in
        screen.mode = screen.mode.next
        return .none
      },
      Command("mentoring-report.before", Text("Tahun sebelumnya", en: "The year before"), letter: "b") { screen, view in
        screen.year = (screen.year ?? view.today.year + 1) - 1
        return .none
      },
      Command("mentoring-report.after", Text("Tahun berikutnya", en: "The year after"), letter: "n") { screen, view in
        screen.year = (screen.year ?? view.today.year - 1) + 1
        return .none
      },
      Command("mentoring-report.whole", Text("Sepanjang waktu", en: "All time"), letter: "s") { screen, _ in
        screen.year = nil
        return .none
      },
      Command.export(
        "mentoring-report.export", Text("Ekspor sebagai tabel", en: "Export as a table")
      ) { $0.exported($1) },
      Command(
        "mentoring-report.print", Text("Laporan untuk dicetak (teks, HTML)", en: "Report for paper (text, HTML)"),
        letter: "c", refusal: { _, view in view.refusal(.export) },
        run: { screen, _ in .push(screen.printed) }),
      ActionMenu.command("mentoring-report.actions"),
    ]

  private var printed: Chooser {
    let (mode, year) = (mode, year)
    let name = "laporan-bimbingan" + (year.map { "-\($0)" } ?? "")
    return DocumentExport.screen(name, Text("Laporan bimbingan", en: "Mentoring report")) { maker in
      switch mode {
      case .programmes: maker.mentoring(year: year, by: .programmes)
      case .units: maker.mentoring(year: year, by: .units)
      case .mentors: maker.mentoring(year: year, by: .mentors)
      }
    }
  }

  private func exported(_ view: View) -> ExportTable.Source {
    let now = self
    let names = [
      "name", "pairs", "running", "silent", "sessions", "progress", "gapBefore", "gapAfter", "byMentees", "byMentors",
      "finished", "stopped", "minutes", "hours",
    ]
    return ExportTable.Source(
      name: "laporan-bimbingan" + (year.map { "-\($0)" } ?? ""), heading: title(view),
      columns: zip(names, MentoringReportScreen.columns).map {
        TableText.Column(name: $0, title: view($1.title), isNumber: $1.isRightAligned)
      }, count: lines.count
    ) { place, view in MentoringReportScreen.cells(now.lines[place], view).map { $0 == "-" ? "" : $0 } }
  }

  private static func cells(_ line: Line, _ view: View) -> [String] {
    let figures = line.figures
    return [
      String(repeating: " ", count: min(line.depth, 4)) + line.name, view.count(figures.pairs),
      view.count(figures.running), view.count(figures.silent), view.count(figures.sessions),
      figures.meanProgress.map { "\($0)%" } ?? "-", view.count(figures.gapBefore), view.count(figures.gapAfter),
      MentoringFigures.mark(figures.satisfaction(of: .mentee), view),
      MentoringFigures.mark(figures.satisfaction(of: .mentor), view), view.count(figures.states[.finished] ?? 0),
      view.count(figures.stopped), view.count(figures.minutes), view.count(figures.hours),
    ]
  }

  private static let columns = [
    RowGrid.Column(title: Text("Nama", en: "Name"), width: 20, grows: true, wish: 60),
    number(Text("Pasang", en: "Pairs"), 6), number(Text("Jalan", en: "Run"), 5),
    number(Text("Diam", en: "Silent"), 6), number(Text("Sesi", en: "Sess."), 5),
    number(Text("Maju", en: "Progr."), 6), number(Text("Gap awal", en: "Gap was"), 8),
    number(Text("Gap kini", en: "Gap now"), 8), number(Text("Puas pst.", en: "Mentees"), 9),
    number(Text("Puas pbb.", en: "Mentors"), 9), number(Text("Selesai", en: "Done"), 7),
    number(Text("Henti", en: "Early"), 5), number(Text("Menit", en: "Min."), 6), number(.verbatim("JP"), 4),
  ]

  private static func number(_ title: Text, _ width: Int) -> RowGrid.Column {
    RowGrid.Column(title: title, width: width, isRightAligned: true)
  }
}

extension Text {
  fileprivate static let counting = Text("menghitung laporan …", en: "counting …")
  fileprivate static let noPairs = Text(
    "Tidak ada pasangan bimbingan dalam rentang ini; F9 s untuk sepanjang waktu.",
    en: "No mentoring pair in this span; F9 s for all time.")
  fileprivate static let noProgramme = Text("(di luar program)", en: "(no programme)")
}
