import JenjangDomain
import TerminalKit

/// Things about people in one grid, narrowed by typing a name and marked with the space bar.
struct MarkableRows<Item: Hashable> {
  private(set) var all: [Item] = []
  private(set) var items: [Item] = []
  private(set) var marked: Set<Item> = []
  fileprivate(set) var search = ""
  var grid = RowGrid()
  private var filteredFor: (search: String, revision: Int)?

  var selected: Item? { items.indices.contains(grid.cursor) ? items[grid.cursor] : nil }
  /// The marked ones in their order, or the one under the cursor where none is marked.
  var chosen: [Item] { marked.isEmpty ? [selected].compactMap(\.self) : all.filter(marked.contains) }

  /// Shows other things; the cursor stays with its own where it is among them.
  mutating func show(_ all: [Item]) {
    let stood = selected
    self.all = all
    marked.formIntersection(all)
    filteredFor = nil
    items = all
    if let stood { grid.follow(to: all.firstIndex(of: stood), of: all.count) }
  }

  /// Narrows to what was typed; `person` gives the row of whom a thing is about.
  mutating func narrow(_ view: View, person: (Item) -> Row) {
    if let filteredFor, filteredFor == (search, view.book.revision) { return }
    filteredFor = (search, view.book.revision)
    let stood = selected
    if search.isEmpty {
      items = all
    } else {
      let found = Set(view.book.employees.table.rows(Query(search: search)))
      items = all.filter { found.contains(person($0)) }
    }
    grid.move(to: stood.flatMap { items.firstIndex(of: $0) } ?? 0, of: items.count)
  }

  /// Marks or unmarks the row under the cursor; with a search it is done with, else the cursor goes on.
  mutating func mark() {
    guard let selected else { return }
    if marked.remove(selected) == nil { marked.insert(selected) }
    if search.isEmpty { grid.move(.down, of: items.count) } else { search = "" }
  }

  mutating func markAll() { marked = Set(items) }

  /// Takes the last layer away, the search before the marks; false when there was none.
  mutating func clear() -> Bool {
    if !search.isEmpty {
      search = ""
    } else if !marked.isEmpty {
      marked = []
    } else {
      return false
    }
    return true
  }

  mutating func unmark() { marked = [] }

  /// The search line, then the grid; `empty` is said where there is nothing.
  mutating func draw(
    _ columns: [RowGrid.Column], into frame: inout Frame, _ area: Rect, empty: Text, view: View,
    row: (Item) -> GridRow
  ) {
    var rest = area
    let line = rest.cutTop(1)
    let x = SearchLine.draw(search, into: &frame, line, share: 2, view: view)
    let count = "\(view.count(items.count))/\(view.count(all.count))"
    frame.put(count, x: line.right - Width.of(count) - 1, y: line.y, role: .textMuted)
    guard !items.isEmpty else {
      let nothing = search.isEmpty ? empty : Text("Tidak ada yang cocok; Esc.", en: "Nothing matches; Esc.")
      frame.put(view(nothing), x: rest.x + 3, y: rest.y, role: .textMuted, width: rest.width - 4)
      frame.cursor = (x, line.y)
      return
    }
    let (items, marked) = (items, marked)
    grid.draw(columns, count: items.count, into: &frame, rest, view: view) { place in
      var drawn = row(items[place])
      if marked.contains(items[place]) { (drawn.role, drawn.mark) = (.rowMarked, "*") }
      return drawn
    }
  }
}

/// A screen that is such a grid: moving, typing, marking and clicking are the same on each.
protocol MarkableScreen: SearchedScreen {
  associatedtype Item: Hashable
  var rows: MarkableRows<Item> { get set }
}

extension MarkableScreen {
  var typing: String {
    get { rows.search }
    set { rows.search = newValue }
  }
  var grid: RowGrid {
    get { rows.grid }
    set { rows.grid = newValue }
  }
  var rowCount: Int { rows.items.count }

  /// Moving, marking, the action menu, and the way out.
  static var markCommands: [Command<Self>] {
    moveCommands + [
      Command(
        "\(noun).mark", Text("Tandai baris", en: "Mark the row"), keys: ["space"], label: Text("Tandai", en: "Mark")
      ) { screen, _ in
        screen.rows.mark()
        return .none
      },
      Command("\(noun).markAll", Text("Tandai semua yang tampil", en: "Mark all shown"), letter: "a") { screen, _ in
        screen.rows.markAll()
        return .none
      },
      ActionMenu.command("\(noun).actions"),
      Command(
        "\(noun).clear", Text("Hapus ketikan atau tanda, lalu keluar", en: "Clear typing or marks, then leave"),
        keys: ["esc"]
      ) { screen, _ in screen.rows.clear() ? .none : .pop },
    ]
  }
}
