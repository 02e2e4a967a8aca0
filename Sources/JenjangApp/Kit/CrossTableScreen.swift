import JenjangDomain
import JenjangStore
import TerminalKit

/// What a list shows, counted by two of its columns: values of one downwards, of the other across, with totals.
struct CrossTableScreen: Screen {
  private let spec: ListSpec
  private let query: Query
  /// Only these are counted; all that the query finds when there are none.
  private let marked: Set<RecordID>
  private var first: String
  private var second: String
  private var isByCount = false
  private var grid = RowGrid()
  private var table = CrossTable.empty
  /// The places of `table.first` in the order in which they are shown.
  private var order: [Int] = []
  /// The first value across that is shown, and how many were when it was last drawn.
  private var left = 0
  private var across = 1
  private var readFor: (first: String, second: String, revision: Int, language: Language)?

  init?(_ list: ListScreen, _ view: View) {
    guard let table = list.table(view) else { return nil }
    let names = (list.columns + ListColumn.all(of: table).map(\.field)).filter(table.isCountable)
    // Codes and references first: they have few values.
    let best = names.filter { table.fieldType($0)?.hasFewValues == true }
    guard let first = best.first ?? names.first else { return nil }
    spec = list.spec
    query = list.query(in: table)
    marked = list.marked
    self.first = first
    second = (best + names).first { $0 != first } ?? first
  }

  func title(_ view: View) -> String { view(Text("Rekap", en: "Cross table")) }

  func hint(_ view: View) -> (left: String, right: String) {
    let shown = min(table.second.count, left + across)
    return (
      view(Text("F4 isian baris, F7 isian kolom, ←→ geser.", en: "F4 rows by, F7 columns by, ←→ scroll.")),
      view(
        Text(
          "kolom \(min(left + 1, shown))-\(shown) dari \(table.second.count)",
          en: "columns \(min(left + 1, shown))-\(shown) of \(table.second.count)"))
    )
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Menghitung baris yang tampil di daftar, atau yang ditandai, menurut dua isian.",
        en: "Counts the rows that the list shows, or the marked ones, by two fields."),
      Text(
        "Tanggal dihitung per tahun. Enter membuka daftar orang atau catatan di baris itu.",
        en: "Days are counted by year. Enter opens the list of what stands in that row."),
    ]
  }

  static let commandTable: [Command<CrossTableScreen>] =
    Step.commands("crossTable") { screen, step, _ in screen.grid.move(step, of: screen.order.count + 1) } + [
      Command("crossTable.open", Text("Buka daftarnya", en: "Open the list"), keys: ["enter"]) { screen, view in
        screen.open(view)
      },
      Command(
        "crossTable.rows", Text("Baris menurut isian", en: "Rows by field"), keys: ["f4", "ctrl-f"],
        label: Text("Baris", en: "Rows")
      ) { screen, view in .push(screen.chooser(Text("Baris menurut", en: "Rows by"), \.first)) },
      Command(
        "crossTable.columns", Text("Kolom menurut isian", en: "Columns by field"), keys: ["f7", "ctrl-e"],
        label: Text("Kolom", en: "Columns")
      ) { screen, view in .push(screen.chooser(Text("Kolom menurut", en: "Columns by"), \.second)) },
      Command(
        "crossTable.sort", Text("Urut menurut jumlah atau nama", en: "Order by count or name"),
        keys: ["f11", "ctrl-t"],
        label: Text("Urut", en: "Sort")
      ) { screen, _ in
        screen.isByCount.toggle()
        screen.readFor = nil
        return .none
      },
      Command("crossTable.left", Text("Kolom sebelumnya", en: "Columns before"), keys: ["left"]) { screen, _ in
        screen.left = max(0, screen.left - max(1, screen.across - 1))
        return .none
      },
      Command("crossTable.right", Text("Kolom berikut", en: "Next columns"), keys: ["right"]) { screen, _ in
        let last = max(0, screen.table.second.count - screen.across)
        screen.left = min(last, screen.left + max(1, screen.across - 1))
        return .none
      },
      ActionMenu.command("crossTable.actions"),
      Command("crossTable.swap", Text("Tukar baris dan kolom", en: "Swap rows and columns"), letter: "t") { screen, _ in
        (screen.first, screen.second) = (screen.second, screen.first)
        screen.left = 0
        return .none
      },
      Command(
        "crossTable.export", Text("Ekspor CSV", en: "Export as CSV"), letter: "e",
        refusal: { _, view in view.refusal(.export) }, run: { screen, view in screen.export(.csv, "csv", view) }),
      Command(
        "crossTable.exportText", Text("Ekspor teks untuk dicetak", en: "Export as text for printing"), letter: "p",
        refusal: { _, view in view.refusal(.export) }, run: { screen, view in screen.export(.text, "txt", view) }),
      Command(
        "crossTable.exportHTML", Text("Ekspor HTML", en: "Export as HTML"), letter: "h",
        refusal: { _, view in view.refusal(.export) }, run: { screen, view in screen.export(.html, "html", view) }),
    ]

  mutating func refresh(_ view: View) {
    if let read = readFor, read == (first, second, view.book.revision, view.language) { return }
    readFor = (first, second, view.book.revision, view.language)
    guard let source = view.book.table(spec.kind) else { return }
    let rows = source.rows(query).filter { marked.isEmpty || marked.contains(source.id(of: $0)) }
    table = source.crossTable(rows, by: first, and: second, language: view.language)
    order = Array(table.first.indices)
    if isByCount { order.sort { (table.first[$1].count, $0) < (table.first[$0].count, $1) } }
    left = min(left, max(0, table.second.count - 1))
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    guard case .item(let place) = target else { return nil }
    if place == grid.cursor { return open(view) }
    grid.move(to: place, of: order.count + 1)
    return .some(.none)
  }

  /// The list of what stands in the row under the cursor; all of it on the row of totals.
  private func open(_ view: View) -> Effect {
    var spec = spec
    spec.conditions = query.conditions
    if order.indices.contains(grid.cursor) {
      let value = table.first[order[grid.cursor]]
      guard let condition = condition(value, view) else {
        return .say(Text("Nilai ini tidak dapat disaring", en: "This value cannot be filtered by"), .warn)
      }
      spec.conditions += condition
    }
    guard marked.isEmpty else {
      return .say(Text("Rekap ini hanya atas yang ditandai", en: "This table is of the marked rows only"), .warn)
    }
    return .push(ListScreen(spec, search: query.search, view: view))
  }

  private func condition(_ value: CrossTable.Value, _ view: View) -> [Query.Condition]? {
    guard let key = value.key else { return value.label.isEmpty ? [Query.Condition(first, .isAbsent)] : nil }
    guard case .day? = view.book.table(spec.kind)?.fieldType(first) else {
      return [Query.Condition(first, .equals(key))]
    }
    return [Query.Condition(first, .atLeast(key)), Query.Condition(first, .atMost(key))]
  }

  private func chooser(_ heading: Text, _ field: WritableKeyPath<CrossTableScreen, String>) -> Chooser {
    let kind = spec.kind
    return Chooser("crossTable.field", heading, columns: 52) { query, view in
      guard let table = view.book.table(kind) else { return [] }
      let wanted = query.lowercased()
      return ListColumn.all(of: table).filter { table.isCountable($0.field) }.map { ($0.field, view($0.title)) }
        .filter { wanted.isEmpty || $0.1.lowercased().contains(wanted) }
        .map { name, title in
          Choice(
            title: title,
            effect: .back(to: CrossTableScreen.self) { screen, _ in
              screen[keyPath: field] = name
              screen.left = 0
              return .none
            })
        }
    }
  }
}

extension CrossTableScreen {
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var area = area
    let heading = "\(view(title(of: first, view))) × \(view(title(of: second, view)))"
    frame.put(heading, x: area.x + 3, y: area.y, role: .heading, width: area.width - 4)
    area = Rect(x: area.x, y: area.y + 1, width: area.width, height: area.height - 1)
    guard !order.isEmpty else {
      let empty = Text("Tidak ada baris yang dapat dihitung.", en: "There are no rows to count.")
      frame.put(view(empty), x: area.x + 3, y: area.y, role: .textMuted, width: area.width - 4)
      return
    }
    let columns = columns(area.width, view)
    let (table, order, shown) = (table, order, left..<min(table.second.count, left + across))
    grid.draw(columns, count: order.count + 1, into: &frame, area, view: view) { place in
      guard place < order.count else {
        return GridRow(
          cells: [view(.total), view.count(table.total)] + shown.map { view.count(table.second[$0].count) },
          role: .heading)
      }
      let index = order[place]
      let numbers = shown.map { table[index, $0] == 0 ? "·" : view.count(table[index, $0]) }
      return GridRow(
        cells: [CrossTableScreen.shown(table.first[index], view), view.count(table.first[index].count)] + numbers)
    }
  }

  /// The label, the total, and as many values across as fit.
  private mutating func columns(_ width: Int, _ view: View) -> [RowGrid.Column] {
    let longest = table.first.map { Width.of($0.label) }.max() ?? 0
    let label = max(12, min(longest, width * 2 / 5))
    let digits = max(Width.of(view(.total)), Width.of(view.count(table.total)))
    var rest = width - label - digits - 8
    var columns = [
      RowGrid.Column(title: title(of: first, view), width: label),
      RowGrid.Column(title: .total, width: digits, isRightAligned: true),
    ]
    across = 0
    for value in table.second.dropFirst(left) {
      let name = CrossTableScreen.shown(value, view)
      let needed = max(digits, min(14, Width.of(name)))
      guard rest >= needed + 2 else { break }
      rest -= needed + 2
      across += 1
      columns.append(
        RowGrid.Column(title: .verbatim(Width.clip(name, to: needed)), width: needed, isRightAligned: true))
    }
    across = max(1, across)
    return columns
  }

  private static func shown(_ value: CrossTable.Value, _ view: View) -> String {
    value.label.isEmpty ? view(Text("(kosong)", en: "(none)")) : value.label
  }

  private func title(of field: String, _ view: View) -> Text {
    let columns = view.book.table(spec.kind).map { ListColumn.all(of: $0) } ?? []
    return columns.first { $0.field == field }?.title ?? .verbatim(field)
  }

  /// The whole table as the screen counts it, with the totals.
  private func export(_ format: TableText.Format, _ ending: String, _ view: View) -> Effect {
    var text = TableText(
      columns: [TableText.Column(name: first, title: view(title(of: first, view)))]
        + table.second.enumerated().map { index, value in
          TableText.Column(name: "\(index)", title: CrossTableScreen.shown(value, view), isNumber: true)
        } + [TableText.Column(name: "total", title: view(.total), isNumber: true)])
    for index in order {
      text.append(
        [CrossTableScreen.shown(table.first[index], view)]
          + table.second.indices.map { "\(table[index, $0])" } + ["\(table.first[index].count)"])
    }
    text.append([view(.total)] + table.second.map { "\($0.count)" } + ["\(table.total)"])
    let heading = "\(view(spec.title)): \(view(title(of: first, view))) × \(view(title(of: second, view)))"
    let bytes = view.bytes(of: text, as: format, heading: heading)
    return .push(
      SaveAs.prompt(spec.name + "-rekap", ending: ending, view) { path, replaces in
        WriteReport(path: path, replaces: replaces) { _ in bytes }
      })
  }
}

extension FieldType {
  /// Codes, flags and references: what one counts by.
  fileprivate var hasFewValues: Bool {
    switch self {
    case .code, .flag, .reference: true
    default: false
    }
  }
}

extension Text {
  fileprivate static let total = Text("Jumlah", en: "Total")
}
