import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let posts = ScreenEntry(.posts, digit: 3)
}

extension ListSpec {
  /// Every post of the position map, with its holders.
  static let posts = ListSpec(
    name: "posts", title: Text("Jabatan", en: "Posts"), kind: "posts",
    columns: ["code", "name", "kind", "jobClass", "requiredCount", "unit"], sort: Query.Sort("name"),
    open: { id, _, _ in
      .push(
        RecordReader.screen(kind: "posts", id: id) { view in
          .replace(FormScreen.edit(kind: "posts", id: id, view: view))
        })
    },
    create: { view in .push(FormScreen.new(kind: "posts", preset: JSONObject(), view: view)) },
    edit: { id, view in .push(FormScreen.edit(kind: "posts", id: id, view: view)) },
    preview: { id, view in preview(id, view) },
    commands: [
      Command("posts.vacant", Text("Jabatan lowong saja", en: "Vacant posts only"), letter: "l") { _, _ in
        .push(VacantPosts())
      },
      Command(
        "posts.unit", Text("Buka unitnya", en: "Open its unit"), letter: "b",
        refusal: { list, view in unit(of: list.selected, view) == nil ? .noUnit : nil },
        run: { list, view in unit(of: list.selected, view).map { .push(UnitTree(selecting: $0)) } ?? .none }),
    ])

  private static func unit(of id: RecordID?, _ view: View) -> RecordID? {
    id.flatMap { view.book.posts[ID($0)]?.unit?.raw }
  }

  private static func preview(_ id: RecordID, _ view: View) -> [(label: String, value: String)] {
    guard let post = PostHolders(of: ID(id), in: view.book, on: view.book.day) else { return [] }
    let names = post.holders.map { holder in
      let acting = holder.assignment == .definitive ? "" : " (\(view(holder.assignment.title)))"
      return (holder.employee.name ?? "?") + acting
    }
    return [
      (view(Text("Pemangku", en: "Holders")), names.isEmpty ? "-" : names.joined(separator: ", ")),
      (view(Text("Lowong", en: "Vacant")), post.vacancies == 0 ? "-" : view.count(post.vacancies)),
      (view(Text("Lowong sejak", en: "Vacant since")), post.vacantSince?.display ?? "-"),
    ]
  }
}

/// The posts that need more people than they have, the emptiest first.
struct VacantPosts: Screen {
  private struct Entry {
    let post: Post
    let count: Occupancy.Count
  }

  private var grid = RowGrid()
  private var entries: [Entry] = []
  private var readFor: Int?

  func title(_ view: View) -> String { view(Text("Jabatan lowong", en: "Vacant posts")) }

  func hint(_ view: View) -> (left: String, right: String) {
    let vacant = view.count(entries.reduce(0) { $0 + $1.count.vacant })
    return (
      view(Text("Enter membuka unitnya.", en: "Enter opens the unit.")),
      view(Text("\(vacant) lowongan", en: "\(vacant) vacancies"))
    )
  }

  static let commandTable: [Command<VacantPosts>] =
    Step.commands("vacancies") { screen, step, _ in screen.grid.move(step, of: screen.entries.count) } + [
      Command("vacancies.open", Text("Buka unitnya", en: "Open the unit"), keys: ["enter"]) { screen, _ in
        guard screen.entries.indices.contains(screen.grid.cursor),
          let unit = screen.entries[screen.grid.cursor].post.unit
        else { return .none }
        return .push(UnitTree(selecting: unit.raw))
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

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    guard case .item(let place) = target else { return nil }
    if place == grid.cursor { return run("vacancies.open", view: view) }
    grid.move(to: place, of: entries.count)
    return .some(.none)
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
  fileprivate static let noUnit = Text("Unitnya belum tercatat", en: "Its unit is not recorded")
  fileprivate static let noVacancy = Text("Tidak ada lowongan.", en: "There is no vacancy.")
}
