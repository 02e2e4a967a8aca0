import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let learningReport = ScreenEntry(
    name: "learning-report", title: Text("Laporan jam dan kursi", en: "Report of hours and seats"),
    group: .development, make: { view in LearningReportScreen(view.today.year) })
}

/// A year of learning by unit: hours, seats, passes, cancellations and what they cost; exported as CSV or text.
struct LearningReportScreen: GridScreen {
  static let noun = "report"

  private(set) var year: Int
  private var report: LearningReport?
  var grid = RowGrid()
  private var readFor: (revision: Int, year: Int)?

  init(_ year: Int) { self.year = year }

  private var lines: [LearningReport.Line] { report?.lines ?? [] }
  private var selected: LearningReport.Line? { lines.indices.contains(grid.cursor) ? lines[grid.cursor] : nil }
  var rowCount: Int { lines.count }

  func title(_ view: View) -> String { view(Text("Laporan pelatihan \(year)", en: "Learning report \(year)")) }
  func refusal(_ view: View) -> Text? { view.book.access?.refusal(toSee: Enrolment.kind) }

  func hint(_ view: View) -> (left: String, right: String) {
    let left = Text(
      "Enter: kebutuhan unit; F11 tahun sebelumnya; F9 e ekspor.",
      en: "Enter: the unit's needs; F11 year before; F9 e export.")
    return (view(report == nil ? .computing : left), "")
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "JP dari pelatihan bersertifikat dan sesi bimbingan; cukup: JP setahun terpenuhi. PPPK tak dihitung di situ.",
        en:
          "Hours of certified trainings and of mentoring; enough: the year's are reached. Contract staff are left out."
      ),
      Text(
        "Biaya adalah bagian kursi dari biaya rencana kegiatannya.", en: "Cost is the seats' share of the planned cost."
      ),
    ]
  }

  mutating func refresh(_ view: View) {
    if let readFor, readFor.year != year { report = nil }
  }

  /// Counted while nothing is pressed.
  mutating func idle(_ view: View) -> Bool {
    if let readFor, readFor == (view.book.revision, year) { return false }
    readFor = (view.book.revision, year)
    let stood = selected?.unit
    report = LearningReport(view.book, year: year)
    grid.follow(to: stood.flatMap { stood in lines.firstIndex { $0.unit == stood } }, of: lines.count)
    return true
  }

  static let commandTable: [Command<LearningReportScreen>] =
    moveCommands + [
      Command(
        "report.open", Text("Kebutuhan unit ini", en: "Needs of this unit"), keys: ["enter"],
        label: Text("Kebutuhan", en: "Needs"), refusal: { screen, _ in screen.selected == nil ? .chooseFirst : nil },
        run: { screen, _ in
          screen.selected.map { .push(NeedsScreen(NeedsScreen.Scope(unit: $0.unit, code: nil))) } ?? .none
        }),
      Command(
        "report.yearBefore", Text("Tahun sebelumnya", en: "The year before"), keys: ["f11", "ctrl-t"],
        label: Text("Tahun -1", en: "Year -1")
      ) { screen, _ in
        screen.year -= 1
        return .none
      },
      Command("report.yearAfter", Text("Tahun berikutnya", en: "The year after"), letter: "b") { screen, _ in
        screen.year += 1
        return .none
      },
      ActionMenu.command("report.actions"),
      Command.export("report.export", Text("Ekspor laporan", en: "Export the report")) { $0.exported($1) },
    ]

  private func exported(_ view: View) -> ExportTable.Source {
    let now = self
    let names = ["unit", "people", "average", "reached", "seats", "passed", "cancelled", "waiting", "cost"]
    return ExportTable.Source(
      name: "laporan-pelatihan-\(year)", heading: title(view),
      columns: zip(names, LearningReportScreen.columns).map {
        TableText.Column(name: $0, title: view($1.title), isNumber: $0 != "unit")
      }, count: lines.count
    ) { place, view in
      LearningReportScreen.cells(now.lines[place], isShort: false, view).dropLast() + [String(now.lines[place].cost)]
    }
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    let head = rest.cutTop(1)
    guard let report else {
      frame.put(view(.computing), x: head.x + 1, y: head.y, role: .textMuted, width: head.width - 2)
      return
    }
    let each =
      report.costOfLevel.map { view(Text(", \(Rupiah.text($0)) tiap tingkat", en: ", \(Rupiah.text($0)) each")) } ?? ""
    let words = view(
      Text("\(report.closed) tingkat naik sesudah pelatihan", en: "\(report.closed) levels gained after trainings"))
    frame.put(words + each, x: head.x + 1, y: head.y, role: .textStrong, width: head.width - 2)
    let lines = lines
    guard !lines.isEmpty else {
      frame.put(view(.noUnits), x: rest.x + 3, y: rest.y + 1, role: .textMuted, width: rest.width - 4)
      return
    }
    let isShort = area.width < 120
    grid.draw(LearningReportScreen.columns, count: lines.count, into: &frame, rest, view: view) { place in
      GridRow(
        cells: LearningReportScreen.cells(lines[place], isShort: isShort, view),
        mark: lines[place].waiting > 0 ? "!" : "")
    }
  }

  private static func cells(_ line: LearningReport.Line, isShort: Bool, _ view: View) -> [String] {
    let name = view.book.label(of: line.unit.raw, kind: Unit.kind.name) ?? "?"
    let share = line.owing == 0 ? "-" : "\(line.reached * 100 / line.owing)%"
    let average = "\(line.average / 10)" + (view.language == .indonesian ? "," : ".") + "\(line.average % 10)"
    return [
      String(repeating: " ", count: isShort ? min(line.depth, 3) : line.depth) + name, String(line.people), average,
      share,
      String(line.seats), String(line.passed), String(line.cancelled), String(line.waiting),
      view(Rupiah.short(line.cost)),
    ]
  }

  private static let columns = [
    RowGrid.Column(title: Text("Unit kerja", en: "Work unit"), width: 20, grows: true, wish: 60),
    number(Text("Orang", en: "People"), 6), number(Text("JP/org", en: "JP each"), 7),
    number(Text("Cukup", en: "Enough"), 6),
    number(Text("Kursi", en: "Seats"), 5), number(Text("Lulus", en: "Passed"), 6), number(Text("Batal", en: "Lost"), 5),
    number(Text("Tunggu", en: "Wait"), 6), number(Text("Biaya", en: "Cost"), 8),
  ]

  private static func number(_ title: Text, _ width: Int) -> RowGrid.Column {
    RowGrid.Column(title: title, width: width, isRightAligned: true)
  }
}

extension Text {
  fileprivate static let computing = Text("menghitung laporan …", en: "counting …")
  fileprivate static let noUnits = Text(
    "Belum ada unit kerja; tambahkan di layar 2.", en: "There are no units yet; screen 2 adds them.")
}
