import JenjangDomain
import JenjangStore
import TerminalKit

/// Everybody by name and number while the index of the lists is being made: for looking somebody up at once.
struct Provisional: Screen {
  private let list: ProvisionalList
  private var grid = RowGrid()
  private var search = ""
  /// The places of those who fit the search, in `list.entries`.
  private var shown: [Int] = []
  private var readFor: (search: String, count: Int, isComplete: Bool)?
  /// The person under the cursor is opened as soon as that is possible.
  private var isWanted = false
  /// The user has moved the cursor: it stays with its person when the order changes, and is where the list goes on.
  private var hasMoved = false

  init(_ list: ProvisionalList) { self.list = list }

  func title(_ view: View) -> String { view(Text("Pegawai", en: "Employees")) }
  var takesText: Bool { true }

  private var selected: ProvisionalList.Entry? {
    shown.indices.contains(grid.cursor) ? list.entries[shown[grid.cursor]] : nil
  }

  mutating func refresh(_ view: View) {
    let now = (search, list.entries.count, list.isComplete)
    if let readFor, readFor == now { return }
    let stood = hasMoved && readFor?.search == search ? selectedBefore : nil
    readFor = now
    let wanted = search.lowercased()
    shown = list.entries.indices.filter { place in
      let entry = list.entries[place]
      return wanted.isEmpty || entry.name.lowercased().contains(wanted) || entry.number.contains(wanted)
    }
    grid.follow(to: stood.flatMap { id in shown.firstIndex { list.entries[$0].id == id } }, of: shown.count)
    selectedBefore = selected?.id
  }

  /// Whoever the cursor stood on when the rows were last looked at: the order changes once all are there.
  private var selectedBefore: RecordID?

  mutating func typed(_ key: Key, view: View) -> Effect? {
    if case .backspace = key.code, !search.isEmpty {
      search.removeLast()
    } else if let typed = key.typed {
      search.unicodeScalars.append(typed)
    } else {
      return nil
    }
    (isWanted, hasMoved) = (false, false)
    grid.move(to: 0, of: 0)
    return .some(.none)
  }

  mutating func pasted(_ text: String, view: View) -> Effect? {
    search += text.prefix { $0 != "\n" }
    return .some(.none)
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    guard case .item(let place) = target else { return nil }
    grid.move(to: place, of: shown.count)
    moved()
    return .some(.none)
  }

  private mutating func moved() {
    (isWanted, hasMoved) = (false, true)
    selectedBefore = selected?.id
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    var line = rest.cutTop(1)
    let x = frame.put(view(Text("Cari: ", en: "Find: ")), x: line.x + 1, y: line.y, role: .label)
    line = Rect(x: x, y: line.y, width: max(8, line.width / 3), height: 1)
    frame.put(search + "_", x: line.x, y: line.y, role: .fieldFocus, width: line.width)
    guard !shown.isEmpty else {
      let text: Text = list.isHidden ? .hidden : list.isComplete ? .nobody : .reading
      frame.put(view(text), x: rest.x + 3, y: rest.y, role: .textMuted, width: rest.width - 4)
      return
    }
    let (shown, entries) = (shown, list.entries)
    grid.draw(Provisional.columns(view), count: shown.count, into: &frame, rest, view: view) { place in
      GridRow(cells: [entries[shown[place]].number, entries[shown[place]].name])
    }
  }

  private static func columns(_ view: View) -> [RowGrid.Column] {
    let fields = view.book.table("employees")?.type.fields ?? []
    return [("employeeNumber", 18, false), ("name", 30, true)].compactMap { name, width, grows in
      fields.first { $0.name == name }.map { RowGrid.Column(title: $0.title, width: width, grows: grows) }
    }
  }

  func hint(_ view: View) -> (left: String, right: String) { (view(Text.indexingHint), "") }
  func help(_ view: View) -> [Text] { [.help] }

  /// What stands on Home when the store is there: the list with the same person and search, or that person; nothing
  /// while nobody has touched this one.
  func screens(_ view: View) -> [any Screen] {
    guard hasMoved || isWanted || !search.isEmpty else { return [] }
    var list = ListScreen(.employees, search: search, view: view)
    guard let selected else { return [list] }
    if hasMoved || isWanted { list.select(selected.id) }
    guard isWanted else { return [list] }
    list.refresh(view)
    return [list, EmployeeFile(selected.id, neighbours: list.neighbours(view))]
  }
}

extension Provisional {
  var commands: [Command<Provisional>] { Provisional.commandTable }

  static let commandTable: [Command<Provisional>] =
    Step.commands("provisional") { screen, step, _ in
      screen.grid.move(step, of: screen.shown.count)
      screen.moved()
    } + [
      Command(
        "provisional.open", Text("Buka begitu indeks siap", en: "Open as soon as the index is ready"), keys: ["enter"],
        label: Text("Buka", en: "Open"), refusal: { screen, _ in screen.selected == nil ? .nobody : nil },
        run: { screen, _ in
          screen.moved()
          screen.isWanted = true
          return .say(.opensSoon(screen.selected?.name ?? ""))
        })
    ]
}

/// Waits for the store and fills the list meanwhile; shows how far it is.
struct IndexJob: Job {
  let opening: Opening
  let list: ProvisionalList

  var title: Text { Text("Menyusun indeks", en: "Making the index") }
  var progress: (done: Int, total: Int)? { (Int(opening.share * 100), 100) }

  mutating func advance(_ session: Session) -> Effect? {
    do {
      if let store = try opening.take() { return .become(store) }
    } catch {
      return .fail(error)
    }
    let end = session.clock.milliseconds() + 12
    if !list.advance(while: { session.clock.milliseconds() < end }) { LocalTime.pause(milliseconds: 15) }
    return nil
  }

  /// Without the index nothing can be done here.
  func cancelled(_ session: Session) -> Effect { .quit }
}

extension Text {
  fileprivate static let hidden = Text(
    "Daftar tampil begitu indeks siap: peran Anda menentukan siapa yang terlihat.",
    en: "The list appears when the index is ready: your role decides whom you see.")
  fileprivate static let nobody = Text("Tidak ada yang cocok.", en: "Nobody fits.")
  fileprivate static let reading = Text("Membaca …", en: "Reading …")
  fileprivate static let indexingHint = Text(
    "Indeks sedang disusun; daftar sementara, ketik untuk mencari",
    en: "The index is being made; a first list, type to find")
  fileprivate static let help = Text(
    "Indeks daftar hilang atau usang dan sedang disusun. Sementara itu nama dan NIP dapat dicari; Enter membuka berkas"
      + " orangnya begitu indeks siap. Menyimpan dan layar lain menunggu sampai selesai.",
    en: "The index of the lists is missing or stale and is being made. Meanwhile names and numbers can be found; Enter"
      + " opens the person's file when it is ready. Saving and other screens wait for its end.")

  fileprivate static func opensSoon(_ name: String) -> Text {
    Text("Berkas \(name) terbuka begitu indeks siap", en: "The file of \(name) opens when the index is ready")
  }
}
