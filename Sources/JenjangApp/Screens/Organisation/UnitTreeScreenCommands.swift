import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension UnitTreeScreen {
  static let commandTable: [Command<UnitTreeScreen>] =
    Step.commands("units") { screen, step, _ in screen.move(step) } + [
      Command(
        "units.open", Text("Ke jabatan unit; di jabatan: buka pemangkunya", en: "To the posts; there: open the holder"),
        keys: ["enter"], label: Text("Buka", en: "Open")
      ) { screen, view in screen.openSelected(view) },
      Command(
        "units.pane", Text("Pohon unit atau daftar jabatan", en: "Tree of units or list of posts"),
        keys: ["tab", "shift-tab"], label: Text("panel", en: "pane")
      ) { screen, _ in
        screen.pane = screen.pane == .units ? .posts : .units
        return .none
      },
      Command("units.expand", Text("Buka unit di bawahnya", en: "Open what lies below"), keys: ["right"]) {
        screen, _ in
        if screen.pane == .units { screen.expand() }
        return .none
      },
      Command("units.collapse", Text("Tutup unit di bawahnya", en: "Close what lies below"), keys: ["left"]) {
        screen, _ in
        if screen.pane == .units { screen.collapse() } else { screen.pane = .units }
        return .none
      },
      Command(
        "units.new", Text("Sub-unit atau jabatan baru", en: "New sub-unit or post"), keys: ["f6", "ctrl-n"],
        label: Text("Baru", en: "New"), saves: true,
        run: { screen, view in screen.newRecord(view) }),
      Command(
        "units.edit", Text("Ubah", en: "Edit"), keys: ["f7", "ctrl-e"], label: Text("Ubah", en: "Edit"),
        saves: true, refusal: { screen, _ in screen.record == nil ? .noRow : nil },
        run: { screen, view in
          screen.record.map { .push(FormScreen.edit(kind: $0.kind, id: $0.id, view: view)) } ?? .none
        }),
      ActionMenu.command("units.actions"),
      Command(
        "units.people", Text("Pegawai unit ini", en: "People of this unit"), letter: "p",
        refusal: { screen, _ in screen.selected == nil ? .noRow : nil },
        run: { screen, view in screen.people(view) }),
      Command(
        "units.read", Text("Baca semua isian", en: "Read all fields"), letter: "b",
        refusal: { screen, _ in screen.record == nil ? .noRow : nil }, run: { screen, _ in screen.read() }),
      Command("units.expandAll", Text("Buka semua", en: "Open all"), letter: "+") { screen, _ in
        screen.expandAll()
        return .none
      },
      Command("units.collapseAll", Text("Tutup semua", en: "Close all"), letter: "-") { screen, _ in
        screen.collapseAll()
        return .none
      },
      Command("units.back", Text("Kembali", en: "Back"), keys: ["esc"]) { screen, _ in
        if screen.pane == .posts {
          screen.pane = .units
        } else if !screen.search.isEmpty {
          screen.find("")
        } else {
          return .all([screen.remember(), .pop])
        }
        return .none
      },
      Command(
        "units.leave", Text("Tutup layar ini", en: "Leave this screen"), keys: ["f3"],
        label: Text("Kembali", en: "Back")
      ) { screen, _ in
        .all([screen.remember(), .pop])
      },
    ]
}

extension UnitTreeScreen {
  /// The record that edit and read mean: the unit, or the post when the list of posts has the cursor.
  private var record: (kind: String, id: RecordID)? {
    switch pane {
    case .units: selected.map { ("units", $0) }
    case .posts: selectedPost.map { ("posts", $0.post.id.raw) }
    }
  }

  private mutating func openSelected(_ view: View) -> Effect {
    guard pane == .posts else {
      if postRows.isEmpty { return people(view) }
      pane = .posts
      return .none
    }
    guard let row = selectedPost else { return .none }
    let ids = row.holders?.holders.map(\.employee.id.raw) ?? []
    guard let first = ids.first else { return read() }
    return .push(EmployeeFile(first, neighbours: Neighbours(ids: ids, place: 0, total: ids.count)))
  }

  private func read() -> Effect {
    guard let (kind, id) = record else { return .none }
    return .read(kind, id)
  }

  /// A unit below the chosen one, or a post in it.
  private func newRecord(_ view: View) -> Effect {
    var preset = JSONObject()
    preset[pane == .units ? "parent" : "unit"] = selected.map { .string($0.text) }
    return .push(FormScreen.new(kind: pane == .units ? "units" : "posts", preset: preset, view: view))
  }

  /// Everyone in the unit and below it.
  private func people(_ view: View) -> Effect {
    guard let selected, let name = view.book.label(of: selected, kind: "units") else { return .none }
    return .push(ListScreen(.employees, filter: "unit:\"\(name)\"", view: view))
  }
}
