import JenjangDomain
import JenjangStore
import TerminalKit

/// One person's file: who somebody is, and everything dated that is known of the career, tab by tab.
struct EmployeeFile: Screen {
  private(set) var id: RecordID
  /// Where the person stands in the list the file was opened from.
  private(set) var neighbours: Neighbours?
  var tab = 0
  /// The day whose state is shown; nil for the day of the program.
  var day: Day?

  var scroll = PageScroll()
  /// The records of the open tab, a list for each of its kinds, and where the cursor stands in each.
  private(set) var rows: [[Row]] = []
  var grids: [RowGrid] = []
  /// Which of the tab's lists has the cursor.
  var focus = 0
  var history = FileHistory()
  private(set) var state: EmployeeState?
  private(set) var timeline: [CareerTimeline.Entry] = []
  private var readFor: (id: RecordID, tab: Int, day: Day, revision: Int)?

  init(_ id: RecordID, neighbours: Neighbours? = nil, tab: Int = 0, day: Day? = nil) {
    self.id = id
    self.neighbours = neighbours
    self.tab = tab
    self.day = day
  }

  func title(_ view: View) -> String { view.book.label(of: id, kind: "employees") ?? state?.employee.name ?? "?" }

  func refusal(_ view: View) -> Text? { view.book.refusal(toSee: id, kind: Employee.kind.name) }

  func shownDay(_ view: View) -> Day { day ?? view.book.day }
  var open: FileTab { FileTab.all[tab] }

  mutating func refresh(_ view: View) {
    let day = shownDay(view)
    if let read = readFor, read == (id, tab, day, view.book.revision) { return }
    readFor = (id, tab, day, view.book.revision)
    state = view.book.state(of: ID(id), on: day)
    timeline = open.isIdentity ? CareerTimeline(of: ID(id), in: view.book).entries.filter { $0.day <= day } : []
    let stood = zip(rows, grids).map { rows, grid in rows.indices.contains(grid.cursor) ? rows[grid.cursor] : nil }
    rows = open.lists.map { $0.rows(of: id, until: self.day, view) }
    while grids.count < rows.count { grids.append(RowGrid()) }
    for index in rows.indices {
      let row = stood.indices.contains(index) ? stood[index] : nil
      grids[index].follow(to: row.flatMap { rows[index].firstIndex(of: $0) }, of: rows[index].count)
    }
    focus = max(0, min(focus, rows.count - 1))
    if open.isHistory { history.read(id, view) }
  }

  mutating func idle(_ view: View) -> Bool { open.isHistory && history.isSearching }

  /// Shows another tab from its first row.
  mutating func choose(tab: Int) {
    self.tab = max(0, min(tab, FileTab.all.count - 1))
    rows = []
    grids = []
    focus = 0
    scroll = PageScroll()
    readFor = nil
  }

  /// Shows another person of the same list, in the same tab.
  mutating func move(by step: Int) -> Effect {
    guard let moved = neighbours?.moved(by: step) else {
      return .say(step > 0 ? .noNext : .noPrevious, .warn)
    }
    self = EmployeeFile(moved.ids[moved.place], neighbours: moved, tab: tab, day: day)
    return .none
  }

  /// The record under the cursor of the open tab; nil where there is none.
  func selected(_ view: View) -> (kind: String, id: RecordID)? {
    guard rows.indices.contains(focus), grids.indices.contains(focus),
      rows[focus].indices.contains(grids[focus].cursor),
      let table = open.lists[focus].table(view)
    else { return nil }
    return (open.lists[focus].kind, table.id(of: rows[focus][grids[focus].cursor]))
  }

  mutating func move(_ step: Step) {
    if open.isIdentity { return scroll.move(step) }
    if open.isHistory { return history.move(step) }
    guard rows.indices.contains(focus) else { return }
    if step == .down, grids[focus].cursor + 1 >= rows[focus].count, focus + 1 < rows.count {
      focus += 1
    } else if step == .up, grids[focus].cursor == 0, focus > 0 {
      focus -= 1
    } else {
      grids[focus].move(step, of: rows[focus].count)
    }
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    switch target {
    case .part("tab", let index):
      choose(tab: index)
    case .item(let place) where open.isHistory:
      if place == history.grid.cursor { return run("file.open", view: view) }
      history.move(to: place)
    case .part(let name, let place):
      guard let list = open.lists.firstIndex(where: { $0.kind == name }) else { return nil }
      if list == focus, place == grids[list].cursor { return run("file.open", view: view) }
      focus = list
      grids[list].move(to: place, of: rows[list].count)
    default: return nil
    }
    return .some(.none)
  }

  func hint(_ view: View) -> (left: String, right: String) {
    if open.isHistory, let searching = history.searchHint(view) { return (view(searching), place(view)) }
    return (view(open.isIdentity ? .changeTab : open.isHistory ? .readHistory : .openRow), place(view))
  }

  func help(_ view: View) -> [Text] { [.helpTabs, .helpRows, .helpNext, .helpDay] }

  /// `5 dari 6`: where the person stands in the list; empty without one.
  func place(_ view: View) -> String {
    guard let neighbours, neighbours.total > 0 else { return "" }
    let place = view.count(neighbours.offset + neighbours.place + 1)
    let total = view.count(neighbours.total)
    return view(Text("\(place) dari \(total)", en: "\(place) of \(total)"))
  }
}

extension Text {
  fileprivate static let noNext = Text("Ini pegawai terakhir dalam daftar", en: "This is the last one of the list")
  fileprivate static let noPrevious = Text(
    "Ini pegawai pertama dalam daftar", en: "This is the first one of the list")
  fileprivate static let changeTab = Text(
    "Tab atau panah kiri/kanan mengganti bagian; F9 aksi lain.",
    en: "Tab or the left and right arrows change the section; F9 does more.")
  fileprivate static let openRow = Text(
    "Enter membaca baris; F6 menambah, F7 mengubah.", en: "Enter reads the row; F6 adds, F7 edits.")
  fileprivate static let readHistory = Text(
    "Enter membaca perubahan selengkapnya.", en: "Enter reads the whole change.")
  fileprivate static let helpTabs = Text(
    "Tab, Shift-Tab atau panah kiri dan kanan mengganti bagian berkas; Alt-1 sampai Alt-0 langsung ke satu bagian.",
    en: "Tab, Shift-Tab or the left and right arrows change the section of the file; Alt-1 to Alt-0 go to one.")
  fileprivate static let helpRows = Text(
    "Di setiap riwayat: F6 menambah baris, Enter membacanya, F7 mengubahnya. ✓ menandai yang sedang berlaku.",
    en: "In each history: F6 adds a row, Enter reads it, F7 edits it. ✓ marks what is in force.")
  fileprivate static let helpNext = Text(
    "F8 dan Shift-F8 ke pegawai berikut dan sebelumnya dari daftar yang sama.",
    en: "F8 and Shift-F8 go to the next and the previous person of the same list.")
  fileprivate static let helpDay = Text(
    "F9 lalu a menampilkan keadaan pada tanggal lain; Esc kembali ke hari ini.",
    en: "F9, then a shows the state on another day; Esc returns to today.")
}
