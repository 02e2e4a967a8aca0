import JenjangDomain
import TerminalKit

/// The columns of a list: which are shown, in which order, and by which it is sorted (F11).
struct ColumnChooser: Screen {
  private var entries: [(column: ListColumn, isShown: Bool)]
  private var sort: Query.Sort?
  private var cursor = 0
  private var top = 0

  init(_ list: ListScreen, _ view: View) {
    let known = list.table(view).map { ListColumn.all(of: $0) } ?? []
    let shown = list.columns.compactMap { name in known.first { $0.field == name } }
    let hidden = known.filter { !list.columns.contains($0.field) }
    entries = shown.map { ($0, true) } + hidden.map { ($0, false) }
    sort = list.sort
  }

  var shape: Shape { .popup(columns: 52, rows: min(22, entries.count + 4)) }
  func title(_ view: View) -> String { view(Text("Kolom", en: "Columns")) }
  func hint(_ view: View) -> (left: String, right: String) {
    (
      view(
        Text(
          "Spasi tampil/sembunyi, +/- pindah, S urut, Enter pakai", en: "Space show/hide, +/- move, S sort, Enter apply"
        )), ""
    )
  }

  static let commandTable: [Command<ColumnChooser>] = [
    Command(
      "columns.apply", Text("Pakai", en: "Apply"), keys: ["enter", "f10", "ctrl-s"], label: Text("Pakai", en: "Apply")
    ) {
      chooser, _ in chooser.apply()
    },
    Command(
      "columns.toggle", Text("Tampilkan atau sembunyikan", en: "Show or hide"), keys: ["space"],
      label: Text("Tampil", en: "Show")
    ) {
      chooser, _ in
      chooser.entries[chooser.cursor].isShown.toggle()
      return .none
    },
    Command(
      "columns.sort", Text("Urutkan menurut kolom ini", en: "Sort by this column"), keys: ["s"],
      label: Text("Urut", en: "Sort")
    ) {
      chooser, _ in chooser.sortByCurrent()
    },
    Command("columns.left", Text("Pindah ke depan", en: "Move earlier"), keys: ["-"]) { chooser, _ in chooser.shift(-1)
    },
    Command("columns.right", Text("Pindah ke belakang", en: "Move later"), keys: ["+"]) { chooser, _ in chooser.shift(1)
    },
    Command("columns.down", Text("Turun", en: "Down"), keys: ["down"]) { chooser, _ in chooser.move(1) },
    Command("columns.up", Text("Naik", en: "Up"), keys: ["up"]) { chooser, _ in chooser.move(-1) },
    Command(
      "columns.leave", Text("Batal", en: "Cancel"), keys: ["esc", "f3", "f12"], label: Text("Batal", en: "Cancel")
    ) {
      _, _ in .pop
    },
  ]

  private func apply() -> Effect {
    let columns = entries.filter(\.isShown).map(\.column.field)
    guard !columns.isEmpty else {
      return .say(Text("Paling sedikit satu kolom harus tampil", en: "At least one column must be shown"), .warn)
    }
    let sort = sort
    return .back(to: ListScreen.self) { list, _ in
      list.columns = columns
      list.sort = sort
      return list.remember()
    }
  }

  private mutating func sortByCurrent() -> Effect {
    let field = entries[cursor].column.field
    sort = Query.Sort(field, descending: sort?.field == field ? sort?.isDescending == false : false)
    return .none
  }

  private mutating func shift(_ step: Int) -> Effect {
    guard entries.indices.contains(cursor + step) else { return .none }
    entries.swapAt(cursor, cursor + step)
    cursor += step
    return .none
  }

  private mutating func move(_ step: Int) -> Effect {
    cursor = max(0, min(entries.count - 1, cursor + step))
    return .none
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    guard case .item(let place) = target, entries.indices.contains(place) else { return nil }
    if cursor == place { entries[place].isShown.toggle() }
    cursor = place
    return .some(.none)
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    frame.box(area, title: view(Text("Kolom dan urutan", en: "Columns and order")))
    let inside = area.inset(x: 1, y: 1)
    if cursor < top { top = cursor }
    if cursor >= top + inside.height { top = cursor - inside.height + 1 }
    for place in 0..<max(0, inside.height) where top + place < entries.count {
      let entry = entries[top + place]
      let isCursor = top + place == cursor
      let line = Rect(x: inside.x, y: inside.y + place, width: inside.width, height: 1)
      let role: Role = isCursor ? .popupCursor : entry.isShown ? .popup : .textMuted
      frame.fill(line, role: role)
      let arrow = sort?.field == entry.column.field ? (sort?.isDescending == true ? "▼" : "▲") : " "
      let box = entry.isShown ? "[x] " : "[ ] "
      frame.put(
        (isCursor ? "▌" : " ") + box + view(entry.column.title), x: line.x, y: line.y, role: role, width: line.width - 3
      )
      frame.put(arrow, x: line.right - 2, y: line.y, role: role)
      frame.hit(line, .item(top + place))
      if isCursor { frame.cursor = (line.x + 2, line.y) }
    }
  }
}
