import JenjangDomain
import TerminalKit

/// Screens of one subject, which Home lists as one item and which have a page of their own.
enum MenuGroup: String, CaseIterable {
  case performance
  case development
  case mentoring
  case rules
  case system

  var title: Text {
    switch self {
    case .performance: Text("Kinerja", en: "Performance")
    case .development: Text("Pengembangan", en: "Development")
    case .mentoring: Text("Bimbingan", en: "Mentoring")
    case .rules: Text("Aturan", en: "Rules")
    case .system: Text("Data dan sistem", en: "Data and system")
    }
  }

  /// The digit that opens its page from Home.
  var digit: Int {
    switch self {
    case .performance: 4
    case .development: 5
    case .mentoring: 8
    case .rules: 7
    case .system: 9
    }
  }

  /// What opens its entries, in their order.
  static let keys: [Character] = Array("123456789abcdefghijklmnopqrstuvwxyz")

  var entries: [ScreenEntry] { ScreenEntry.all.filter { $0.group == self } }

  /// Its item in the menu.
  var entry: ScreenEntry {
    ScreenEntry(name: rawValue, title: title, digit: digit, count: { _ in ">" }, make: { _ in MenuPage(group: self) })
  }
}

/// The page of a group of the menu: its screens by digits and then letters, with their counts.
struct MenuPage: Screen {
  let group: MenuGroup
  private var grid = RowGrid()
  private var counts = MenuCounts()
  private let entries: [ScreenEntry]

  init(group: MenuGroup) {
    self.group = group
    entries = group.entries
  }

  func title(_ view: View) -> String { view(group.title) }
  var takesText: Bool { true }

  func hint(_ view: View) -> (left: String, right: String) {
    (view(Text("Ketik tandanya, atau pilih lalu Enter.", en: "Type its key, or choose and press Enter.")), "")
  }

  static let commandTable: [Command<MenuPage>] =
    Step.commands("menu") { page, step, _ in page.grid.move(step, of: page.entries.count) } + [
      Command("menu.open", Text("Buka", en: "Open"), keys: ["enter"], label: Text("Buka", en: "Open")) { page, view in
        page.open(page.grid.cursor, view)
      }
    ]

  private func open(_ place: Int, _ view: View) -> Effect {
    entries.indices.contains(place) ? .open(entries[place], view) : .none
  }

  mutating func refresh(_ view: View) { counts.update(entries, view) }

  mutating func typed(_ key: Key, view: View) -> Effect? {
    guard let scalar = key.typed, let place = MenuGroup.keys.firstIndex(of: Character(scalar)),
      entries.indices.contains(place)
    else { return nil }
    grid.move(to: place, of: entries.count)
    return open(place, view)
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    guard case .item(let place) = target else { return nil }
    grid.move(to: place, of: entries.count)
    return open(place, view)
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    let (entries, counts) = (entries, counts.words)
    grid.draw(MenuPage.columns, count: entries.count, into: &frame, area, view: view) { place in
      GridRow(cells: [
        MenuGroup.keys.indices.contains(place) ? String(MenuGroup.keys[place]) : "", view(entries[place].title),
        counts.indices.contains(place) ? counts[place] : "",
      ])
    }
  }

  private static let columns = [
    RowGrid.Column(title: .verbatim("#"), width: 2, isRightAligned: true),
    RowGrid.Column(title: Text("Layar", en: "Screen"), width: 30, grows: true),
    RowGrid.Column(title: Text("Jumlah", en: "Count"), width: 9, isRightAligned: true),
  ]
}
