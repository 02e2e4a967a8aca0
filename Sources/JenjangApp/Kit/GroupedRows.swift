import JenjangDomain
import TerminalKit

/// Things under headings in one grid, narrowed by typing: rules by subject, parameters by family.
struct GroupedRows<Item> {
  enum Entry {
    case heading(Text)
    case item(Item)
  }

  private(set) var entries: [Entry] = []
  private(set) var search = ""
  var grid = RowGrid()
  /// How many things there are in all, and how many of them fit the search.
  private(set) var total = 0
  private(set) var found = 0

  /// The thing under the cursor; nil on a heading and where nothing fits.
  var selected: Item? {
    guard entries.indices.contains(grid.cursor), case .item(let item) = entries[grid.cursor] else { return nil }
    return item
  }

  /// Lays out what fits the search; a heading that fits keeps everything below it.
  mutating func fill(_ groups: [(title: Text, items: [Item])], view: View, words: (Item) -> String) {
    let isFirst = entries.isEmpty
    entries = []
    total = 0
    found = 0
    for group in groups {
      total += group.items.count
      let isWhole = search.isEmpty || holds(view(group.title))
      let fitting = isWhole ? group.items : group.items.filter { holds(words($0)) }
      guard !fitting.isEmpty else { continue }
      found += fitting.count
      entries.append(.heading(group.title))
      entries += fitting.map { .item($0) }
    }
    grid.move(to: isFirst ? 1 : grid.cursor, of: entries.count)
  }

  /// Every word of the search stands somewhere in the text.
  private func holds(_ text: String) -> Bool {
    let text = text.lowercased()
    return search.lowercased().split(separator: " ").allSatisfy { text.contains($0) }
  }

  /// Narrows to what was typed, from the first thing on.
  fileprivate mutating func narrow(to text: String) {
    search = text
    grid.move(to: 1, of: max(2, entries.count))
  }

  /// True when there was something to clear.
  mutating func clear() -> Bool {
    defer { search = "" }
    return !search.isEmpty
  }

  /// To the first thing of the next group, or of this or the previous one.
  mutating func moveGroup(by step: Int) {
    let starts = entries.indices.filter { if case .heading = entries[$0] { true } else { false } }.map { $0 + 1 }
    let target = step > 0 ? starts.first { $0 > grid.cursor } : starts.last { $0 < grid.cursor }
    grid.move(to: target ?? grid.cursor, of: entries.count)
  }

  mutating func move(_ step: Step) { grid.move(step, of: entries.count) }

  /// The search line, then the grid; `row` gives the cells of a thing.
  mutating func draw(
    _ columns: [RowGrid.Column], into frame: inout Frame, _ area: Rect, view: View, row: (Item) -> GridRow
  ) {
    var rest = area
    drawSearch(&frame, rest.cutTop(1), view)
    guard !entries.isEmpty else {
      let nothing = Text(
        "Tidak ada yang cocok; Esc menghapus ketikan.", en: "Nothing matches; Esc clears what was typed.")
      frame.put(view(nothing), x: rest.x + 3, y: rest.y, role: .textMuted, width: rest.width - 4)
      return
    }
    let entries = entries
    let cursor = frame.cursor
    grid.draw(columns, count: entries.count, into: &frame, rest, view: view) { place in
      switch entries[place] {
      case .heading(let title): GridRow(cells: [], role: .heading, span: view(title).uppercased())
      case .item(let item): row(item)
      }
    }
    frame.cursor = cursor
  }

  private func drawSearch(_ frame: inout Frame, _ line: Rect, _ view: View) {
    let x = SearchLine.draw(search, into: &frame, line, share: 2, view: view)
    frame.cursor = (x, line.y)
    let count = view(Text("\(found) dari \(total)", en: "\(found) of \(total)"))
    frame.put(count, x: line.right - Width.of(count) - 1, y: line.y, role: .textMuted)
  }
}

/// A screen that is a list under headings: moving, typing and clicking are the same on each.
protocol GroupedScreen: SearchedScreen {
  associatedtype Item
  var rows: GroupedRows<Item> { get set }
}

extension GroupedScreen {
  static var blanks: SearchLine.Blanks { .inside }
  var typing: String {
    get { rows.search }
    set { rows.narrow(to: newValue) }
  }
  var grid: RowGrid {
    get { rows.grid }
    set { rows.grid = newValue }
  }
  var rowCount: Int { rows.entries.count }

  /// From one heading to the next, the action menu, and the way out; what stands under a heading is called by the screen.
  static func closingCommands(next: Text, previous: Text) -> [Command<Self>] {
    [
      Command("\(noun).nextGroup", next, keys: ["tab"]) { screen, _ in
        screen.rows.moveGroup(by: 1)
        return .none
      },
      Command("\(noun).previousGroup", previous, keys: ["shift-tab"]) { screen, _ in
        screen.rows.moveGroup(by: -1)
        return .none
      },
      ActionMenu.command("\(noun).actions"),
      Command(
        "\(noun).clear", Text("Hapus ketikan, lalu keluar", en: "Clear what was typed, then leave"), keys: ["esc"]
      ) { screen, _ in screen.rows.clear() ? .none : .pop },
    ]
  }
}
