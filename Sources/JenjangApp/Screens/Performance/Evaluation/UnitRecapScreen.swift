import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// The evaluations of a period by unit: how far each has come, how its predicates are spread, what it achieved.
struct UnitRecapScreen: GridScreen {
  static let noun = "recap"

  private(set) var period: EvaluationPeriod
  var grid = RowGrid()
  private var recap: UnitRecap?
  private var board: PeriodBoard?
  private var readFor: (revision: Int, period: RecordID)?

  init(_ period: EvaluationPeriod, view: View) { self.period = view.book.usual(period) }

  var rowCount: Int { lines.count }

  func title(_ view: View) -> String { view(Text("Rekap unit ", en: "Units ")) + (period.name ?? "") }
  func refusal(_ view: View) -> Text? { view.book.access?.refusal(toSee: Evaluation.kind) }

  private var lines: [UnitRecap.Line] { recap?.lines ?? [] }
  private var selected: UnitRecap.Line? { lines.indices.contains(grid.cursor) ? lines[grid.cursor] : nil }

  func hint(_ view: View) -> (left: String, right: String) {
    (
      view(
        Text(
          "Enter: grid unit; F9 d daftar, s sampaikan, e ekspor.",
          en: "Enter: the unit's grid; F9 d list, s release, e export.")),
      view(Text("\(lines.count) unit", en: "\(lines.count) units"))
    )
  }

  func help(_ view: View) -> [Text] {
    [
      Text("Setiap baris satu unit dengan semua di bawahnya.", en: "Each row is a unit with all below it."),
      Text(
        "Pola: ✓ sesuai capaian organisasi, ! perlu dijelaskan, ? belum dapat dinilai; hanya pedoman.",
        en: "Pattern: ✓ follows the achievement, ! to be justified, ? cannot be judged yet; guidance only."),
    ]
  }

  mutating func refresh(_ view: View) {
    let now = (revision: view.book.revision, period: period.id.raw)
    if let readFor, readFor == now { return }
    readFor = now
    let stood = selected?.unit
    let board = PeriodBoard(period, in: view.book, on: view.today)
    self.board = board
    recap = UnitRecap(board, in: view.book)
    grid.follow(to: stood.flatMap { stood in lines.firstIndex { $0.unit == stood } }, of: lines.count)
  }

  static let commandTable: [Command<UnitRecapScreen>] =
    moveCommands + [
      Command("recap.open", Text("Grid unit", en: "The unit's grid"), keys: ["enter"], label: .verbatim("Grid")) {
        recap, view in recap.open(view)
      },
      ActionMenu.command("recap.actions"),
      PeriodChooser.command("recap.period") { recap, period, view in recap.period = view.book.usual(period) },
      Command(
        "recap.list", Text("Daftar orangnya", en: "The list of its people"), letter: "d",
        refusal: { recap, _ in recap.selected == nil ? .noUnit : nil },
        run: { recap, view in recap.list(view) }),
      Command(
        "recap.release", Text("Sampaikan seluruh unit", en: "Release the whole unit"), letter: "s", saves: true,
        refusal: { recap, view in
          recap.selected == nil ? .noUnit : view.book.access?.refusal(toWrite: Evaluation.kind)
        },
        run: { recap, view in
          guard let unit = recap.selected?.unit, let board = recap.board else { return .none }
          return EvaluationBatch.ask(.release, board.lines(of: .unit(unit), in: view.book), view)
        }),
      Command(
        "recap.pattern", Text("Pola distribusi unit ini", en: "The pattern of this unit"), letter: "p",
        refusal: { recap, _ in recap.selected == nil ? .noUnit : nil },
        run: { recap, view in recap.pattern(view) }),
      Command("recap.achievements", Text("Isi capaian organisasi", en: "Enter organisation achievements"), letter: "c")
      {
        recap, view in .push(AchievementGrid(recap.period, view: view))
      },
      Command.export("recap.export", Text("Ekspor rekap", en: "Export the recap")) { $0.exported($1) },
    ]

  /// A grid takes some hundred people; larger units are opened as a list.
  private func open(_ view: View) -> Effect {
    guard let selected else { return .none }
    guard selected.people <= UnitRecapScreen.gridLimit else {
      return .all([list(view), .say(.tooManyForGrid, .plain)])
    }
    return .push(EvaluationGrid(period, .unit(selected.unit), view: view))
  }

  static let gridLimit = 400

  private func list(_ view: View) -> Effect {
    guard let selected else { return .none }
    return .push(EvaluationBoard(period, EvaluationBoard.Filter(scope: .unit(selected.unit)), view: view))
  }

  private func pattern(_ view: View) -> Effect {
    guard let selected else { return .none }
    let basis = RatingBasis(view.book, period: period)
    let ratings = UnitRatings(
      selected.counts.flatMap { Array(repeating: $0.key, count: $0.value) },
      achievement: basis.nearestAchievement(of: selected.unit, in: view.book),
      on: period.end ?? view.today, by: basis.law)
    let name = view.book.label(of: selected.unit.raw, kind: "units") ?? "?"
    return .push(Reader(heading: { _ in name }) { page, view in RatingsPanel.write(ratings, into: &page, view) })
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    guard !lines.isEmpty else {
      let text = Text(
        "Tidak ada SKP dalam periode ini. F11 memilih periode lain.",
        en: "No plan lies in this period. F11 chooses another.")
      frame.put(view(text), x: area.x + 3, y: area.y + 1, role: .textMuted, width: area.width - 4)
      return
    }
    let lines = lines
    let whole = lines.first.map { UnitRecapScreen.cells($0, view) } ?? []
    grid.draw(UnitRecapScreen.columns(area.width, whole), count: lines.count, into: &frame, area, view: view) { place in
      let line = lines[place]
      let cells = UnitRecapScreen.cells(line, view)
      return GridRow(cells: cells, mark: line.late > 0 ? "!" : "")
    }
  }

  private static func cells(_ line: UnitRecap.Line, _ view: View) -> [String] {
    let name = view.book.label(of: line.unit.raw, kind: "units") ?? "?"
    let count = { (number: Int) in number == 0 ? "·" : view.count(number) }
    let fits = line.fits.map { $0 ? "✓" : "!" } ?? "?"
    return [
      String(repeating: " ", count: line.depth) + name, view.count(line.people), count(line.owed), count(line.late),
      count(line.submitted), count(line.released),
    ] + PerformancePredicate.allCases.map { count(line.counts[$0] ?? 0) } + [
      line.achievement.map { view($0.title) } ?? "-", line.achievement == nil ? "" : fits, count(line.unplanned),
    ]
  }

  /// `whole` are the cells of the topmost unit, whose counts are the longest.
  private static func columns(_ width: Int, _ whole: [String]) -> [RowGrid.Column] {
    let number = { (title: Text, width: Int) in RowGrid.Column(title: title, width: width, isRightAligned: true) }
    let columns =
      [
        RowGrid.Column(title: Text("Unit kerja", en: "Work unit"), width: width < 100 ? 22 : 34, grows: true),
        number(Text("Org", en: "Ppl"), 5), number(Text("Belum", en: "Owed"), 5), number(Text("Telat", en: "Late"), 5),
        number(Text("Kirim", en: "Sent"), 5), number(Text("Sampai", en: "Rel."), 6),
      ] + PerformancePredicate.allCases.map { number($0.shortTitle, 4) } + [
        RowGrid.Column(title: Text("Capaian", en: "Achieved"), width: 15),
        RowGrid.Column(title: Text("Pola", en: "Patt"), width: 4),
        number(Text("Tanpa SKP", en: "No plan"), 9),
      ]
    return zip(columns, whole + Array(repeating: "", count: columns.count)).map { column, text in
      var column = column
      if column.isRightAligned { column.width = max(column.width, Width.of(text)) }
      return column
    }
  }

  private func exported(_ view: View) -> ExportTable.Source {
    let lines = lines
    let names =
      ["unit", "people", "owed", "late", "submitted", "released"] + PerformancePredicate.allCases.map(\.rawValue)
      + ["achievement", "fits", "unplanned", "policy"]
    let titles: [Text] =
      [
        Text("Unit kerja", en: "Work unit"), Text("Pegawai", en: "People"), Text("Belum dinilai", en: "Owed"),
        Text("Lewat tenggat", en: "Late"), Text("Dikirim", en: "Submitted"), Text("Disampaikan", en: "Released"),
      ] + PerformancePredicate.allCases.map(\.title) + [
        Text("Capaian organisasi", en: "Achievement"), Text("Sesuai pola", en: "Follows the pattern"),
        Text("SKP belum ditetapkan", en: "Plan not agreed"), Text("Dasar", en: "Found by"),
      ]
    let law = view.book.law
    let day = period.end ?? view.today
    let policy = [
      law.find(PerformanceRating.matrix, on: day).map { ParameterUse(PerformanceRating.matrix, $0).text },
      law.find(PerformanceRating.pattern, on: day).map { ParameterUse(PerformanceRating.pattern, $0).text },
    ].compactMap(\.self).joined(separator: ", ")
    return ExportTable.Source(
      name: "rekap-penilaian", heading: title(view),
      columns: zip(names, titles).enumerated().map { place, pair in
        TableText.Column(name: pair.0, title: view(pair.1), isNumber: (1...10).contains(place))
      }, count: lines.count
    ) { place, view in
      let line = lines[place]
      let counts = [line.people, line.owed, line.late, line.submitted, line.released]
      let yes = line.fits.map { view($0 ? Text("ya", en: "yes") : Text("tidak", en: "no")) } ?? ""
      return [view.book.label(of: line.unit.raw, kind: "units") ?? "?"] + counts.map { String($0) }
        + PerformancePredicate.allCases.map { String(line.counts[$0] ?? 0) }
        + [line.achievement.map { view($0.title) } ?? "", yes, String(line.unplanned), policy]
    }
  }
}

extension Text {
  fileprivate static let noUnit = Text("Pilih unitnya", en: "Choose the unit")
  fileprivate static let tooManyForGrid = Text(
    "Unit sebesar ini dibuka sebagai daftar; pilih unit di bawahnya untuk grid",
    en: "A unit this large is opened as a list; choose one below it for the grid")
}
