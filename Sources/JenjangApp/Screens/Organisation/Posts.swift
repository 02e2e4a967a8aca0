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
    open: { id, _, _ in .read("posts", id) },
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
        run: { list, view in unit(of: list.selected, view).map { .push(UnitTreeScreen(selecting: $0)) } ?? .none }),
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

extension Text {
  fileprivate static let noUnit = Text("Unitnya belum tercatat", en: "Its unit is not recorded")
}
