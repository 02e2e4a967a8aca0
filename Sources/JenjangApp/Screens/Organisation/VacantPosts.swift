import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// The posts that need more people than they have, the emptiest first.
struct VacantPosts: GridScreen {
  static let noun = "vacancies"

  private struct Entry {
    let post: Post
    let count: Occupancy.Count
  }

  var grid = RowGrid()
  private var entries: [Entry] = []
  private var readFor: Int?

  var rowCount: Int { entries.count }

  func title(_ view: View) -> String { view(Text("Jabatan lowong", en: "Vacant posts")) }

  func hint(_ view: View) -> (left: String, right: String) {
    let vacant = view.count(entries.reduce(0) { $0 + $1.count.vacant })
    return (
      view(Text("Enter membuka unitnya.", en: "Enter opens the unit.")),
      view(Text("\(vacant) lowongan", en: "\(vacant) vacancies"))
    )
  }

  static let commandTable: [Command<VacantPosts>] =
    moveCommands + [
      Command("vacancies.open", Text("Buka unitnya", en: "Open the unit"), keys: ["enter"]) { screen, _ in
        guard screen.entries.indices.contains(screen.grid.cursor),
          let unit = screen.entries[screen.grid.cursor].post.unit
        else { return .none }
        return .push(UnitTreeScreen(selecting: unit.raw))
      }
    ]

  mutating func refresh(_ view: View) {
    guard readFor != view.book.revision else { return }
    readFor = view.book.revision
    let stood = entries.indices.contains(grid.cursor) ? entries[grid.cursor].post.id : nil
    let occupancy = Occupancy(view.book)
    let table = view.book.posts.table
    let posts = (0..<table.rowCount).compactMap { view.book.posts[$0] }
    let vacant = posts.map { Entry(post: $0, count: occupancy[$0.id]) }.filter { $0.count.vacant > 0 }
    entries = vacant.sorted { ($1.count.vacant, $0.post.name ?? "") < ($0.count.vacant, $1.post.name ?? "") }
    grid.follow(to: stood.flatMap { stood in entries.firstIndex { $0.post.id == stood } }, of: entries.count)
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    guard !entries.isEmpty else {
      frame.put(view(.noVacancy), x: area.x + 3, y: area.y, role: .textMuted, width: area.width - 4)
      return
    }
    let entries = entries
    grid.draw(VacantPosts.columns, count: entries.count, into: &frame, area, view: view) { place in
      let entry = entries[place]
      return GridRow(cells: [
        entry.post.name ?? "?", entry.post.unit.flatMap { view.book.label(of: $0.raw, kind: "units") } ?? "",
        view.count(entry.count.vacant), "\(entry.count.filled)/\(entry.count.required)",
        entry.post.jobClass.map { String($0) } ?? "",
      ])
    }
  }

  private static let columns = [
    RowGrid.Column(title: Text("Jabatan", en: "Post"), width: 30, grows: true),
    RowGrid.Column(title: Text("Unit kerja", en: "Work unit"), width: 26),
    RowGrid.Column(title: Text("Lowong", en: "Vacant"), width: 6, isRightAligned: true),
    RowGrid.Column(title: Text("Isi", en: "Has"), width: 7, isRightAligned: true),
    RowGrid.Column(title: Text("Kelas", en: "Class"), width: 5, isRightAligned: true),
  ]
}

extension Text {
  fileprivate static let noVacancy = Text("Tidak ada lowongan.", en: "There is no vacancy.")
}
