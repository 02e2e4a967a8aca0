import JenjangDomain
import JenjangStore
import TerminalKit

/// Everybody while the index of the lists is being made: for looking somebody up at once.
struct Provisional: Screen {
  let list: ProvisionalList
  private var grid = RowGrid()
  private var selected: ProvisionalList.Entry?
  private var isIndexed = false
  /// The person under the cursor is opened as soon as that is possible, or the first who will be found.
  private var isWanted = false
  /// The user has moved the cursor: it stays with its person when the order changes, and is where the list goes on.
  private var hasMoved = false

  init(_ list: ProvisionalList) { self.list = list }

  func title(_ view: View) -> String { view(Text("Pegawai", en: "Employees")) }
  var takesText: Bool { true }

  mutating func refresh(_ view: View) {
    if isIndexed != (list.people != nil) {
      isIndexed = true
      grid.follow(to: hasMoved ? selected.flatMap { list.place(of: $0.id) } : nil, of: list.count)
    }
    selected = list.entry(at: grid.cursor)
  }

  mutating func typed(_ key: Key, view: View) -> Effect? {
    SearchLine.after(key, list.search, blanks: .always).map { find($0) }
  }

  mutating func pasted(_ text: String, view: View) -> Effect? { find(SearchLine.pasting(text, into: list.search)) }

  private mutating func find(_ search: String) -> Effect {
    list.search = search
    (isWanted, hasMoved) = (false, false)
    grid.move(to: 0, of: 0)
    return .none
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    guard case .item(let place) = target else { return nil }
    if place == grid.cursor { return run("provisional.open", view: view) }
    grid.move(to: place, of: list.count)
    moved()
    return .some(.none)
  }

  private mutating func moved() {
    (isWanted, hasMoved) = (false, true)
    selected = list.entry(at: grid.cursor)
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    var rest = area
    let line = rest.cutTop(1)
    SearchLine.draw(list.search, into: &frame, line, share: 2, view: view)
    guard list.count > 0 else {
      let text: Text = list.isHidden ? .hidden : list.isComplete ? .nobody : .reading
      frame.put(view(text), x: rest.x + 3, y: rest.y, role: .textMuted, width: rest.width - 4)
      return
    }
    let count = view.count(list.count) + (list.isComplete ? "" : " …")
    // The message line shows how far the index is.
    let note = isWanted ? view(.opensSoon(selected?.name ?? list.search)) : count
    let width = min(Width.of(note), line.width / 2)
    frame.put(note, x: line.right - width - 1, y: line.y, role: isWanted ? .match : .textMuted, width: width)
    let columns = columns(view)
    let (list, fields) = (list, columns.map(\.field).dropFirst(2))
    grid.draw(columns.map(\.column), count: list.count, into: &frame, rest, view: view) { place in
      let entry = list.entry(at: place)
      return GridRow(
        cells: [entry?.number ?? "", entry?.name ?? ""] + fields.map { list.text($0, at: place, view.language) })
    }
  }

  /// Number and name, and with the index what else stands in the records of people themselves.
  private func columns(_ view: View) -> [(field: String, column: RowGrid.Column)] {
    let widths = [
      ("employeeNumber", 18), ("name", 30), ("legalStatus", 16), ("kind", 13), ("birthDate", 13), ("birthPlace", 16),
      ("hireDate", 18), ("phone", 16),
    ]
    let fields = view.book.table(Employee.kind.name)?.type.fields ?? []
    return widths.prefix(isIndexed ? widths.count : 2).compactMap { name, width in
      fields.first { $0.name == name }.map {
        (name, RowGrid.Column(title: $0.title, width: width, grows: name == Employee.kind.label))
      }
    }
  }

  func hint(_ view: View) -> (left: String, right: String) { (view(Text.indexingHint), "") }
  func help(_ view: View) -> [Text] { [.help] }

  /// What stands on Home when the store is there: the list with the same person and search, or that person; nothing
  /// while nobody has touched this one.
  func screens(_ view: View) -> [any Screen] {
    guard hasMoved || isWanted || !list.search.isEmpty else { return [] }
    var employees = ListScreen(.employees, search: list.search, view: view)
    if let selected, hasMoved { employees.select(selected.id) }
    guard isWanted else { return [employees] }
    employees.refresh(view)
    guard let person = employees.selected else { return [employees] }
    return [employees, EmployeeFile(person, neighbours: employees.neighbours(view))]
  }
}

extension Provisional {
  static let commandTable: [Command<Provisional>] =
    Step.commands("provisional") { screen, step, _ in
      screen.grid.move(step, of: screen.list.count)
      screen.moved()
    } + [
      Command(
        "provisional.open", Text("Buka begitu indeks siap", en: "Open as soon as the index is ready"), keys: ["enter"],
        label: Text("Buka", en: "Open"),
        refusal: { screen, _ in screen.list.count == 0 && screen.list.isComplete ? .nobody : nil },
        run: { screen, _ in
          screen.moved()
          // Whoever types faster than is read means the first who will be found.
          screen.hasMoved = screen.selected != nil
          screen.isWanted = true
          return .say(.opensSoon(screen.selected?.name ?? screen.list.search))
        })
    ]
}

/// Waits for the store and fills the list meanwhile; shows how far it is.
struct IndexJob: Job {
  let opening: Opening
  let list: ProvisionalList

  var title: Text { Text("Menyusun indeks", en: "Making the index") }
  var progress: (done: Int, total: Int)? { (Int(opening.share * 100), 100) }
  var isMissed: Bool { false }

  mutating func advance(_ session: Session) -> Effect? {
    do {
      if let store = try opening.take() { return .become(store) }
    } catch {
      return .fail(error)
    }
    let end = session.clock.milliseconds() + ProvisionalList.step
    if !list.advance(while: { session.clock.milliseconds() < end }) {
      LocalTime.pause(milliseconds: ProvisionalList.rest)
    }
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
