import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// The first screen: the menu with its digits, what needs doing, what takes effect this month, one's own drafts.
struct Home: Screen {
  /// Something the cursor can stand on.
  struct Item {
    let pane: Pane
    let text: String
    var detail = ""
    var mark = ""
    /// What Enter does; a screen is made only then.
    let open: (View) -> Effect
    /// What Space does: ticks off what is agreed.
    ///
    /// Nil where there is nothing to tick.
    var tick: ((View) -> Effect?)?
  }

  enum Pane: Int {
    case menu
    case tasks
    case drafts
  }

  var items: [Item] = []
  var cursor = 0
  var figures = HomeFigures()
  private var menuCounts = MenuCounts()
  /// What needs doing comes first: for whoever is here to do just that.
  private(set) var leadsWithTasks = false
  /// The user has moved the cursor, so that it stays.
  private var hasMoved = false

  func title(_ view: View) -> String { view(Text("Beranda", en: "Home")) }
  var takesText: Bool { true }

  func hint(_ view: View) -> (left: String, right: String) {
    let left = Text(
      "Ketik angka menu atau nama pegawai; F2 untuk semua perintah.",
      en: "Type a menu digit or a person's name; F2 for all commands.")
    return (view(left), "")
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Angka membuka menu, juga berturut-turut: 43. Huruf mencari pegawai.",
        en: "A digit opens the menu, also one after the other: 43. Letters find people."),
      Text(
        "Panah memilih, Enter membuka; Tab pindah ke bagian berikut.",
        en: "Arrows choose, Enter opens; Tab goes to the next part."),
      Text(
        "Spasi menandai selesai apa yang disepakati dalam bimbingan.",
        en: "Space ticks off what was agreed in mentoring."),
    ]
  }

  mutating func refresh(_ view: View) {
    let stood = items.indices.contains(cursor) ? items[cursor] : nil
    menuCounts.update(ScreenEntry.home, view)
    leadsWithTasks = view.book.access.map { [.supervisor, .mentor].contains($0.actor.role) } ?? false
    items = menuItems(view) + taskItems(view) + draftItems(view)
    if leadsWithTasks, !hasMoved, let first = items.firstIndex(where: { $0.pane == .tasks }) {
      cursor = first
      return
    }
    if let stood, !items.indices.contains(cursor) || items[cursor].text != stood.text {
      let same = items.firstIndex { $0.pane == stood.pane && $0.text == stood.text }
      cursor =
        same ?? (items.indices.contains(cursor) && items[cursor].pane == stood.pane ? cursor : nearest(stood.pane))
    }
    cursor = max(0, min(cursor, items.count - 1))
  }

  /// The last item of a part, for a cursor whose item is gone from there.
  private func nearest(_ pane: Pane) -> Int { items.lastIndex { $0.pane == pane } ?? cursor }

  mutating func idle(_ view: View) -> Bool { figures.update(view) }

  private func menuItems(_ view: View) -> [Item] {
    zip(ScreenEntry.home, menuCounts.words).map { entry, count in
      Item(
        pane: .menu, text: entry.code + " " + view(entry.title), detail: count, open: { .open(entry, $0) })
    }
  }

  private func taskItems(_ view: View) -> [Item] {
    let backup = figures.backup.map { text in
      Item(pane: .tasks, text: view(text), mark: "!", open: { .open(.keeping, $0) })
    }
    let dues = figures.dues.filter { $0.count > 0 }.map { due in
      Item(
        pane: .tasks, text: view.count(due.count) + " " + view(due.title), mark: due.isUrgent ? "!" : "*",
        open: { _ in .push(DueList(due.query)) })
    }
    let duties = figures.duties.map { duty in
      Item(
        pane: .tasks, text: view.count(duty.count) + " " + view(duty.words), mark: duty.isUrgent ? "!" : "*",
        open: { duty.open($0) })
    }
    let mentoring = figures.mentoring.prefix(MentoringDuty.most).map { duty in
      Item(
        pane: .tasks, text: duty.words(view), detail: duty.detail(view), mark: duty.isUrgent ? "!" : "*",
        open: { duty.open($0) }, tick: { duty.tick($0) })
    }
    return duties + mentoring + backup + dues
      + figures.tasks.filter { $0.count > 0 }.map { task in
        Item(
          pane: .tasks, text: view.count(task.count) + " " + view(task.title), mark: task.isUrgent ? "!" : "*",
          open: { .push(ListScreen(task.list, filter: task.filter, view: $0)) })
      }
  }

  private func draftItems(_ view: View) -> [Item] {
    view.session.drafts.prefix(8).map { draft in
      Item(
        pane: .drafts, text: draft.title, detail: DayWords.moment(draft.savedAt, view),
        open: { GridDrafts.screen(draft, $0).map { .push($0) } ?? .push(FormScreen.resume(draft, view: $0)) })
    }
  }

  static let commandTable: [Command<Home>] = [
    Command("home.open", Text("Buka", en: "Open"), keys: ["enter"], label: Text("Buka", en: "Open")) { home, view in
      home.items.indices.contains(home.cursor) ? home.items[home.cursor].open(view) : .none
    },
    Command(
      "home.new", Text("Pegawai baru", en: "New employee"), keys: ["f6", "ctrl-n"], label: Text("Baru", en: "New"),
      saves: true,
      run: { _, view in .push(FormScreen.new(kind: "employees", preset: JSONObject(), view: view)) }),
    Command(
      "home.tick", Text("Tandai tindak lanjut selesai", en: "Tick an agreed action off"), keys: ["space"], saves: true,
      refusal: { home, view in home.ticking(view) == nil ? .nothingToTick : nil },
      run: { home, view in home.ticking(view) ?? .none }),
    Command("home.down", Text("Turun", en: "Down"), keys: ["down"]) { home, _ in home.move(by: 1) },
    Command("home.up", Text("Naik", en: "Up"), keys: ["up"]) { home, _ in home.move(by: -1) },
    Command(
      "home.next", Text("Bagian berikut", en: "Next part"), keys: ["tab", "right"], label: Text("Bagian", en: "Part")
    ) { home, _ in home.nextPane(1) },
    Command("home.previous", Text("Bagian sebelumnya", en: "Previous part"), keys: ["shift-tab", "left"]) { home, _ in
      home.nextPane(-1)
    },
    Command(
      "home.drop", Text("Buang draf", en: "Discard the draft"), keys: ["del"],
      refusal: { home, _ in home.draft == nil ? .noDraft : nil },
      run: { home, view in home.dropDraft(view) }),
    Command("home.leave", Text("Keluar", en: "Leave"), keys: ["f3", "esc"], label: Text("Keluar", en: "Leave")) {
      _, _ in
      .quit
    },
  ]

  private mutating func move(by step: Int) -> Effect {
    hasMoved = true
    cursor = max(0, min(items.count - 1, cursor + step))
    return .none
  }

  private mutating func nextPane(_ step: Int) -> Effect {
    guard items.indices.contains(cursor) else { return .none }
    let panes = [Pane.menu, .tasks, .drafts].filter { pane in items.contains { $0.pane == pane } }
    guard let place = panes.firstIndex(of: items[cursor].pane) else { return .none }
    let wanted = panes[(place + step + panes.count) % panes.count]
    hasMoved = true
    cursor = items.firstIndex { $0.pane == wanted } ?? cursor
    return .none
  }

  /// What Space does on the line under the cursor; nil for nothing.
  private func ticking(_ view: View) -> Effect? {
    items.indices.contains(cursor) ? items[cursor].tick?(view) : nil
  }

  /// The place of the chosen draft in the session's list.
  private var draft: Int? {
    guard items.indices.contains(cursor), items[cursor].pane == .drafts else { return nil }
    return items[..<cursor].count { $0.pane == .drafts }
  }

  private func dropDraft(_ view: View) -> Effect {
    guard let draft, view.session.drafts.indices.contains(draft) else { return .none }
    return .dropDraft(view.session.drafts[draft].id)
  }

  mutating func typed(_ key: Key, view: View) -> Effect? {
    guard let scalar = key.typed, scalar != " ", scalar != "?" else { return nil }
    guard !("0"..."9").contains(scalar) else { return typed(digit: scalar, view) }
    return .push(ListScreen(.employees, search: String(scalar), view: view))
  }

  private func typed(digit: Unicode.Scalar, _ view: View) -> Effect {
    guard let entry = ScreenEntry.home.first(where: { $0.code == String(digit) }) else {
      return .say(.noSuchDigit, .warn)
    }
    return .open(entry, view)
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    guard case .item(let place) = target, items.indices.contains(place) else { return nil }
    hasMoved = true
    cursor = place
    return items[place].open(view)
  }
}

extension Effect {
  /// Opens a screen of the menu.
  static func open(_ entry: ScreenEntry, _ view: View) -> Effect { .push(entry.make(view)) }
}

extension Text {
  fileprivate static let noDraft = Text("Pilih draf dahulu", en: "Choose a draft first")
  fileprivate static let nothingToTick = Text(
    "Spasi menandai tindak lanjut bimbingan yang selesai", en: "Space ticks off what was agreed in mentoring")
  fileprivate static let noSuchDigit = Text("Tidak ada menu dengan angka itu", en: "No menu item has that digit")
}
