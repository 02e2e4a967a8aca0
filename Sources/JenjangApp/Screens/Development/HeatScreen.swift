import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let heatMap = ScreenEntry(
    name: "heat-map", title: Text("Peta kesenjangan", en: "Map of gaps"), group: .development,
    make: { _ in HeatScreen() })
}

/// Units down, competencies across: how many people are below the level required; Enter lists them.
struct HeatScreen: Screen {
  private var search: NeedsSearch?
  private var map: HeatMap?
  private var names: CompetencyNames?
  private var searchedFor = -1
  private var grid = RowGrid()
  private var column = 0
  private var left = 0
  /// The revision of the book that the map shows.
  private var mappedFor = -1
  /// Units are shown down to this depth.
  private var depth = 2
  private var showsShare = false

  func title(_ view: View) -> String { view(Text("Peta kesenjangan", en: "Map of gaps")) }
  func refusal(_ view: View) -> Text? { view.book.access?.refusal(toSee: Assessment.kind) }

  private var lines: [HeatMap.Line] { (map?.lines ?? []).filter { $0.depth <= depth } }
  private var codes: [String] { map?.codes ?? [] }

  func hint(_ view: View) -> (left: String, right: String) {
    guard map != nil else {
      let (done, total) = (search?.place ?? 0, search?.total ?? 0)
      return (view(Text("menghitung, \(done) dari \(total) …", en: "counting, \(done) of \(total) …")), "")
    }
    let name = codes.indices.contains(column) ? names?[codes[column]] ?? "" : ""
    return (
      view(
        Text(
          "Panah; Enter: orangnya; +/- kedalaman unit; F11 jumlah atau persen.",
          en: "Arrows; Enter: the people; +/- depth; F11 count or per cent.")),
      name
    )
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Angka: orang di bawah tingkat yang dipersyaratkan, unit dengan semua di bawahnya. Titik: tidak ada.",
        en: "Numbers: people below the level required, a unit with all below it. A dot: nobody."),
      Text(
        "Warna mengikuti bagian orang unit itu; angka dan persen mengatakan hal yang sama tanpa warna.",
        en: "The colour follows the share of the unit's people; the numbers say the same without it."),
    ]
  }

  mutating func refresh(_ view: View) {
    guard searchedFor != view.book.revision else { return }
    searchedFor = view.book.revision
    search = NeedsSearch(view.book, on: view.today)
    names = CompetencyNames(view.book)
  }

  mutating func idle(_ view: View) -> Bool {
    guard mappedFor != searchedFor else { return false }
    search?.next(4_000)
    if let search, search.isDone {
      map = HeatMap(search, in: view.book, on: view.today)
      mappedFor = searchedFor
    }
    return true
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    guard case .part("cell", let place) = target else { return nil }
    let (line, column) = (place / 1_000, place % 1_000)
    if line == grid.cursor, column == self.column { return run("heat.open", view: view) }
    grid.move(to: line, of: lines.count)
    self.column = column
    return .some(.none)
  }

  static let commandTable: [Command<HeatScreen>] =
    Step.commands("heat") { screen, step, _ in screen.move(step) } + [
      Command("heat.right", Text("Kompetensi berikut", en: "Next competency"), keys: ["right", "tab"]) { screen, _ in
        screen.column = min(screen.column + 1, max(0, screen.codes.count - 1))
        return .none
      },
      Command("heat.left", Text("Kompetensi sebelumnya", en: "Previous competency"), keys: ["left", "shift-tab"]) {
        screen, _ in
        screen.column = max(0, screen.column - 1)
        return .none
      },
      Command(
        "heat.open", Text("Orang di balik angka ini", en: "The people behind this number"), keys: ["enter"],
        label: Text("Orangnya", en: "People"), refusal: { screen, _ in screen.lines.isEmpty ? .chooseFirst : nil },
        run: { screen, _ in
          guard screen.lines.indices.contains(screen.grid.cursor) else { return .none }
          let code = screen.codes.indices.contains(screen.column) ? screen.codes[screen.column] : nil
          return .push(NeedsScreen(NeedsScreen.Scope(unit: screen.lines[screen.grid.cursor].unit, code: code)))
        }),
      Command("heat.deeper", Text("Tampilkan unit lebih dalam", en: "Show deeper units"), keys: ["+"]) { screen, _ in
        screen.set(depth: min(6, screen.depth + 1))
      },
      Command("heat.flatter", Text("Tampilkan unit lebih atas saja", en: "Show fewer units"), keys: ["-"]) {
        screen, _ in
        screen.set(depth: max(0, screen.depth - 1))
      },
      Command(
        "heat.share", Text("Jumlah orang atau persen", en: "People or per cent"), keys: ["f11", "ctrl-t"],
        label: Text("Persen", en: "Per cent")
      ) { screen, _ in
        screen.showsShare.toggle()
        return .none
      },
      ActionMenu.command("heat.actions"),
      Command.export("heat.export", Text("Ekspor peta", en: "Export the map")) { $0.exported($1) },
    ]

  private mutating func set(depth: Int) -> Effect {
    let stood = lines.indices.contains(grid.cursor) ? lines[grid.cursor].unit : nil
    self.depth = depth
    grid.move(to: stood.flatMap { stood in lines.firstIndex { $0.unit == stood } } ?? 0, of: lines.count)
    return .none
  }

  private mutating func move(_ step: Step) { grid.move(step, of: lines.count) }

  private func exported(_ view: View) -> ExportTable.Source {
    let (lines, codes) = (lines, codes)
    let columns =
      [TableText.Column(name: "unit", title: view(Unit.kind.title), isNumber: false)]
      + [TableText.Column(name: "people", title: view(Text("Orang", en: "People")), isNumber: true)]
      + codes.map { TableText.Column(name: $0, title: names?[$0] ?? $0, isNumber: true) }
    return ExportTable.Source(name: "peta-kesenjangan", heading: title(view), columns: columns, count: lines.count) {
      place, view in
      let line = lines[place]
      return [view.book.label(of: line.unit.raw, kind: Unit.kind.name) ?? "?", String(line.people)]
        + codes.map { String(line[$0].people) }
    }
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    let lines = lines
    guard !lines.isEmpty else {
      let text =
        map == nil ? Text("menghitung …", en: "counting …") : Text("Tidak ada kesenjangan.", en: "There are no gaps.")
      frame.put(view(text), x: area.x + 3, y: area.y + 1, role: .textMuted, width: area.width - 4)
      return
    }
    var rest = area
    let head = rest.cutTop(2)
    let nameWidth = max(18, min(40, area.width / 3))
    let start = area.x + nameWidth + 9
    let width = area.width >= 150 ? 11 : 7
    let fitting = max(1, (area.right - start) / width)
    if column < left { left = column }
    if column >= left + fitting { left = column - fitting + 1 }
    frame.put(view(Unit.kind.title), x: area.x + 2, y: head.y + 1, role: .columnHeader, width: nameWidth)
    frame.put(
      view(Text("Orang", en: "People")), x: area.x + nameWidth + 2, y: head.y + 1, role: .columnHeader, width: 6)
    for (place, code) in codes.enumerated().dropFirst(left).prefix(fitting) {
      let x = start + (place - left) * width
      let (upper, lower) = HeatScreen.titles(code, names?[code] ?? code, width - 1)
      let role: Role = place == column ? .columnSorted : .columnHeader
      frame.put(upper, x: x, y: head.y, role: role, width: width - 1)
      frame.put(lower, x: x, y: head.y + 1, role: role, width: width - 1)
    }
    for place in grid.window(rows: rest.height, of: lines.count) {
      let row = Rect(x: rest.x, y: rest.y + place - grid.top, width: rest.width, height: 1)
      draw(lines[place], place, row, nameWidth, start, width, fitting, &frame, view)
    }
  }

  private func draw(
    _ line: HeatMap.Line, _ place: Int, _ row: Rect, _ nameWidth: Int, _ start: Int, _ width: Int, _ fitting: Int,
    _ frame: inout Frame, _ view: View
  ) {
    let isCursor = place == grid.cursor
    let name = view.book.label(of: line.unit.raw, kind: Unit.kind.name) ?? "?"
    let role = frame.ground(row, isCursor: isCursor)
    frame.put(
      String(repeating: " ", count: line.depth) + name, x: row.x + 2, y: row.y, role: role, width: nameWidth - 1)
    let people = view.count(line.people)
    frame.put(people, x: row.x + nameWidth + 8 - Width.of(people), y: row.y, role: role)
    for (index, code) in codes.enumerated().dropFirst(left).prefix(fitting) {
      let count = line[code].people
      let cell = Rect(x: start + (index - left) * width, y: row.y, width: width - 1, height: 1)
      let share = line.people == 0 ? 0 : count * 100 / line.people
      let isFocus = isCursor && index == column
      let cellRole: Role = isFocus ? .fieldFocus : count == 0 ? role : HeatScreen.heat(share)
      if count > 0 || isFocus { frame.fill(cell, role: cellRole) }
      let text = count == 0 ? "·" : showsShare ? "\(share)%" : view.count(count)
      frame.put(text, x: cell.right - Width.of(text), y: cell.y, role: cellRole)
      frame.hit(cell, .part("cell", place * 1_000 + index))
      if isFocus { frame.cursor = (cell.x, cell.y) }
    }
  }

  private static func heat(_ share: Int) -> Role {
    switch share {
    case 0..<10: .heatFirst
    case 10..<20: .heatSecond
    case 20..<35: .heatThird
    case 35..<55: .heatFourth
    default: .heatFifth
    }
  }

  /// A title in two rows: the words of a name, or the code where they do not fit.
  private static func titles(_ code: String, _ name: String, _ width: Int) -> (String, String) {
    let words = name.split(separator: " ", maxSplits: 1).map(String.init)
    return words.count > 1
      ? (Width.clip(words[0], to: width), Width.clip(words[1], to: width)) : ("", Width.clip(name, to: width))
  }
}
