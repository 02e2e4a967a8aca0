import JenjangDomain
import TerminalKit

extension ScreenEntry {
  static let units = ScreenEntry(
    name: "units", title: Text("Unit dan jabatan", en: "Units and posts"), digit: 2,
    count: { view in view.book.table("units").map { view.count($0.count) } ?? "" },
    make: { _ in UnitTree(selecting: nil) })
}

/// The units as a tree, and the posts of the one under the cursor.
struct UnitTree: Screen {
  var selected: RecordID?

  init(selecting id: RecordID?) { selected = id }

  var commands: [Command<UnitTree>] { [] }
  func title(_ view: View) -> String { view(Text("Unit dan jabatan", en: "Units and posts")) }
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {}
}
