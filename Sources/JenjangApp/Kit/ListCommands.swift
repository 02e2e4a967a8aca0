import JenjangDomain
import JenjangStore
import TerminalKit

extension ListScreen {
  var commands: [Command<ListScreen>] { spec.commands + ListScreen.commandTable }

  /// What every list can do.
  static let commandTable: [Command<ListScreen>] =
    movement + [
      Command(
        "list.open", Text("Buka", en: "Open"), keys: ["enter"], label: Text("Buka", en: "Open"),
        refusal: { list, _ in list.selected == nil ? .noRow : nil },
        run: { list, view in list.selected.map { list.spec.open($0, list, view) } ?? .none }),
      Command(
        "list.filter", Text("Baris saringan", en: "Filter line"), keys: ["f4", "ctrl-f"],
        label: Text("Saring", en: "Filter")
      ) { list, view in .push(FilterPrompt.screen(list, view)) },
      Command(
        "list.new", Text("Baru", en: "New"), keys: ["f6", "ctrl-n"], label: Text("Baru", en: "New"), saves: true,
        refusal: { list, view in list.spec.create == nil ? .noCreate : list.refusalToChange(view) },
        run: { list, view in list.spec.create?(view) ?? .none }),
      Command(
        "list.edit", Text("Ubah", en: "Edit"), keys: ["f7", "ctrl-e"], label: Text("Ubah", en: "Edit"), saves: true,
        refusal: { list, view in
          list.selected == nil ? .noRow : list.spec.edit == nil ? .noEdit : list.refusalToChange(view)
        },
        run: { list, view in list.selected.flatMap { list.spec.edit?($0, view) } ?? .none }),
      Command(
        "list.related", Text("Catatan yang terkait dengan baris ini", en: "Records linked to the row"), keys: ["f8"],
        refusal: { list, _ in list.selected == nil ? .noRow : nil },
        run: { list, _ in list.selected.map { .push(Related.chooser(list.spec.kind, $0)) } ?? .none }),
      ActionMenu.command("list.actions"),
      Command(
        "list.view", Text("Kolom dan urutan", en: "Columns and order"), keys: ["f11", "ctrl-t"],
        label: Text("Kolom", en: "View")
      ) {
        list, view in .push(ColumnChooser(list, view))
      },
      Command(
        "list.mark", Text("Tandai baris", en: "Mark the row"), keys: ["space"], label: Text("Tandai", en: "Mark")
      ) {
        list, view in list.mark(view)
      },
      Command("list.markRange", Text("Tandai sampai sini", en: "Mark up to here"), keys: ["ctrl-space"]) { list, view in
        list.markRange(view)
      },
      Command("list.markAll", Text("Tandai semua yang tampil", en: "Mark all shown"), letter: "a") { list, view in
        guard let table = list.table(view) else { return .none }
        list.marked = Set(list.rows.map { table.id(of: $0) })
        return .none
      },
      Command("list.unmark", Text("Hapus semua tanda", en: "Clear all marks"), letter: "0") { list, _ in
        list.marked.removeAll()
        return .none
      },
      Command("list.crossTable", Text("Rekap menurut dua kolom", en: "Count by two columns"), letter: "r") {
        list, view in
        CrossTableScreen(list, view).map { .push($0) } ?? .say(.notCountable, .warn)
      },
      Command(
        "list.export", Text("Ekspor yang tampil", en: "Export what is shown"), letter: "e",
        refusal: { _, view in view.refusal(.export) },
        run: { list, view in .push(list.exportMenu(view)) }),
      Command(
        "list.bulk", Text("Ubah satu isian untuk yang ditandai", en: "Change one field of the marked"), letter: "u",
        saves: true,
        refusal: { list, view in
          list.selected == nil
            ? .noRow
            : list.spec.edit == nil
              ? .noEdit : list.table(view).flatMap { view.book.access?.refusal(toWrite: $0.type.kind) }
        },
        run: { list, view in .push(BulkEdit.screen(list, view)) }),
      Command(
        "list.clear", Text("Hapus ketikan atau saringan", en: "Clear what was typed"), keys: ["esc"],
        refusal: { _, _ in nil }, run: { list, view in list.clear(view) }),
    ]

  private static let movement: [Command<ListScreen>] = [
    step("list.down", Text("Turun", en: "Down"), "down") { list in list.cursor + 1 },
    step("list.up", Text("Naik", en: "Up"), "up") { list in list.cursor - 1 },
    step("list.pageDown", Text("Halaman berikut", en: "Next page"), "pgdn") { list in list.cursor + list.pageRows },
    step("list.pageUp", Text("Halaman sebelumnya", en: "Previous page"), "pgup") { list in
      list.cursor - list.pageRows
    },
    step("list.first", Text("Baris pertama", en: "First row"), "home") { _ in 0 },
    step("list.last", Text("Baris terakhir", en: "Last row"), "end") { list in list.rows.count - 1 },
  ]

  private static func step(
    _ name: String, _ title: Text, _ key: String, _ place: @escaping (ListScreen) -> Int
  ) -> Command<ListScreen> {
    Command(name, title, keys: [key]) { list, view in
      guard let table = list.table(view) else { return .none }
      list.move(to: place(list), table)
      return .none
    }
  }

  private func refusalToChange(_ view: View) -> Text? {
    table(view).flatMap { view.book.access?.refusal(toChange: $0.type.kind) }
  }

  private mutating func mark(_ view: View) -> Effect {
    guard let selected, let table = table(view) else { return .none }
    let isNew = marked.insert(selected).inserted
    if !isNew { marked.remove(selected) }
    anchor = cursor
    move(to: cursor + 1, table)
    blankMark = isNew && !search.isEmpty ? (selected, search, cursor) : nil
    return .none
  }

  private mutating func markRange(_ view: View) -> Effect {
    guard let table = table(view), !rows.isEmpty else { return .none }
    let bounds = min(anchor, cursor)...max(anchor, cursor)
    for place in bounds where rows.indices.contains(place) { marked.insert(table.id(of: rows[place])) }
    return .none
  }

  /// Takes the last layer away: the typed search, the filter, the marks, the screen.
  private mutating func clear(_ view: View) -> Effect {
    if !search.isEmpty {
      search = ""
    } else if !filter.isEmpty {
      filter = ""
    } else if !marked.isEmpty {
      marked.removeAll()
    } else {
      return .pop
    }
    return .none
  }
}

extension Text {
  fileprivate static let notCountable = Text(
    "Tidak ada kolom yang dapat dihitung", en: "There is no column to count by")
  fileprivate static let noCreate = Text("Di sini tidak ada yang dapat ditambah", en: "Nothing can be added here")
  fileprivate static let noEdit = Text("Baris ini tidak dapat diubah di sini", en: "This row cannot be edited here")
}
