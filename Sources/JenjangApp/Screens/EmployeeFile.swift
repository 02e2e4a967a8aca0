import JenjangDomain
import TerminalKit

/// One person's file.
struct EmployeeFile: Screen {
  let id: RecordID
  var neighbours: Neighbours?

  init(_ id: RecordID, neighbours: Neighbours? = nil) {
    self.id = id
    self.neighbours = neighbours
  }

  var commands: [Command<EmployeeFile>] { [] }
  func title(_ view: View) -> String { view.book.label(of: id, kind: "employees") ?? "?" }
  mutating func draw(into frame: inout Frame, area: Rect, view: View) {}
}
