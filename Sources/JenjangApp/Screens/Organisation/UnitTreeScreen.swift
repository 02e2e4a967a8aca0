import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let units = ScreenEntry(
    name: "units", title: Text("Unit dan jabatan", en: "Units and posts"), digit: 2,
    count: { view in view.book.table("units").map { view.count($0.count) } ?? "" },
    make: { view in UnitTreeScreen(selecting: nil, view: view) })
}

/// The units as a tree, and the posts of the one under the cursor.
struct UnitTreeScreen: Screen {
  enum Pane {
    case units
    case posts
  }

  /// The unit under the cursor; it wins when the tree changes.
  private(set) var selected: RecordID?
  /// The units whose sub-units are shown.
  private(set) var opened: Set<RecordID> = []
  /// What was typed: only units whose name or code contains it, and those above them, are shown.
  private(set) var search = ""
  var pane = Pane.units
  var units = RowGrid()
  var posts = RowGrid()

  private(set) var tree: UnitTree?
  private(set) var occupancy: Occupancy?
  /// Places in the tree that are shown, and what each unit with those below it needs and has.
  private(set) var shown: [Int] = []
  private(set) var counts: [Occupancy.Count] = []
  private(set) var postRows: [PostRow] = []
  private var readFor: (revision: Int, day: Day)?
  private var postsFor: (unit: RecordID?, revision: Int)?
  /// A post that was just made, on which the cursor is to stand.
  private var wantedPost: RecordID?
  private var isFresh = true

  /// One post of the unit under the cursor, with what stands about it on the right.
  struct PostRow {
    let post: Post
    let count: Occupancy.Count
    let holders: PostHolders?
  }

  init(selecting id: RecordID?, view: View? = nil) {
    let kept = view?.settings[list: UnitTreeScreen.settingsName]
    selected = id ?? kept?["selected"]?.text.flatMap { RecordID($0) }
    opened = Set((kept?["opened"]?.array ?? []).compactMap { $0.text.flatMap { RecordID($0) } })
    isFresh = kept == nil
  }

  static let settingsName = "unitTree"

  func title(_ view: View) -> String { view(Text("Unit dan jabatan", en: "Units and posts")) }
  var takesText: Bool { pane == .units }

  mutating func refresh(_ view: View) {
    if readFor == nil || readFor?.revision != view.book.revision || readFor?.day != view.book.day {
      readFor = (view.book.revision, view.book.day)
      let tree = UnitTree(view.book, on: view.book.day)
      let occupancy = Occupancy(view.book)
      self.tree = tree
      self.occupancy = occupancy
      counts = UnitTreeScreen.sums(tree, occupancy)
      openFirst(tree)
      show()
    }
    readPosts(view)
  }

  /// What every branch needs and has, in one pass from the end.
  private static func sums(_ tree: UnitTree, _ occupancy: Occupancy) -> [Occupancy.Count] {
    var counts = tree.nodes.map { occupancy[$0.unit.id] }
    for index in tree.nodes.indices.reversed() {
      var child = index + 1
      while child <= index + tree.nodes[index].descendantCount {
        counts[index].required += counts[child].required
        counts[index].filled += counts[child].filled
        child += tree.nodes[child].descendantCount + 1
      }
    }
    return counts
  }

  /// Opens the roots the first time, and always what lies above the chosen unit.
  private mutating func openFirst(_ tree: UnitTree) {
    if isFresh { for node in tree.nodes where node.depth == 0 { opened.insert(node.unit.id.raw) } }
    isFresh = false
    guard let selected else { return }
    for unit in tree.ancestors(of: ID(selected)) { opened.insert(unit.id.raw) }
  }

  /// Finds the places that are shown, and puts the cursor back on its unit.
  private mutating func show() {
    guard let tree else { return }
    shown = search.isEmpty ? openPlaces(tree) : foundPlaces(tree)
    let place = selected.flatMap { tree.index(of: ID($0)) }.flatMap { shown.firstIndex(of: $0) }
    units.follow(to: place, of: shown.count)
    selected = node(at: units.cursor)?.unit.id.raw
  }

  private func openPlaces(_ tree: UnitTree) -> [Int] {
    var places: [Int] = []
    var index = 0
    while index < tree.nodes.count {
      places.append(index)
      let node = tree.nodes[index]
      index += opened.contains(node.unit.id.raw) ? 1 : node.descendantCount + 1
    }
    return places
  }

  private func foundPlaces(_ tree: UnitTree) -> [Int] {
    let wanted = search.lowercased()
    let found = places(tree) { unit in
      [unit.name, unit.code].contains { $0?.lowercased().contains(wanted) == true }
    }
    guard found.isEmpty else { return found }
    let abbreviation = Abbreviation(search)
    return places(tree) { unit in unit.name.map(abbreviation.isShort) == true }
  }

  /// The places of some units with all that lie above them.
  private func places(_ tree: UnitTree, where isWanted: (Unit) -> Bool) -> [Int] {
    var places: Set<Int> = []
    var above: [Int] = []
    for (index, node) in tree.nodes.enumerated() {
      above.removeLast(above.count - min(above.count, node.depth))
      above.append(index)
      if isWanted(node.unit) { places.formUnion(above) }
    }
    return places.sorted()
  }

  private mutating func readPosts(_ view: View) {
    if let read = postsFor, read == (selected, view.book.revision) { return }
    let stood = wantedPost.map { ID<Post>($0) } ?? (postsFor?.unit == selected ? selectedPost?.post.id : nil)
    wantedPost = nil
    if postsFor?.unit != selected { posts = RowGrid() }
    postsFor = (selected, view.book.revision)
    guard let selected, let occupancy else {
      postRows = []
      return
    }
    postRows = occupancy.posts(of: ID(selected)).map { post in
      PostRow(
        post: post, count: occupancy[post.id], holders: PostHolders(of: post.id, in: view.book, on: view.book.day))
    }
    posts.follow(to: stood.flatMap { stood in postRows.firstIndex { $0.post.id == stood } }, of: postRows.count)
  }

  func node(at place: Int) -> UnitTree.Node? {
    guard let tree, shown.indices.contains(place) else { return nil }
    return tree.nodes[shown[place]]
  }

  var selectedPost: PostRow? { postRows.indices.contains(posts.cursor) ? postRows[posts.cursor] : nil }
}

extension UnitTreeScreen: RecordSelecting {
  mutating func select(_ id: RecordID) {
    guard pane == .units else {
      wantedPost = id
      postsFor = nil
      return
    }
    (selected, search, readFor) = (id, "", nil)
  }

  mutating func move(_ step: Step) {
    guard pane == .units else { return posts.move(step, of: postRows.count) }
    units.move(step, of: shown.count)
    selected = node(at: units.cursor)?.unit.id.raw
  }

  mutating func moveUnit(to place: Int) {
    pane = .units
    units.move(to: place, of: shown.count)
    selected = node(at: units.cursor)?.unit.id.raw
  }

  /// Opens the unit; when it is open already, goes to its first sub-unit.
  mutating func expand() {
    guard let node = node(at: units.cursor), node.hasChildren, search.isEmpty else { return }
    if opened.insert(node.unit.id.raw).inserted { show() } else { move(.down) }
  }

  /// Closes the unit; when it is closed already, goes to the unit above.
  mutating func collapse() {
    guard let node = node(at: units.cursor), search.isEmpty else { return }
    if opened.remove(node.unit.id.raw) != nil, node.hasChildren { return show() }
    guard let parent = tree?.ancestors(of: node.unit.id).last else { return }
    selected = parent.id.raw
    show()
  }

  mutating func expandAll() {
    opened = Set(tree?.nodes.filter(\.hasChildren).map(\.unit.id.raw) ?? [])
    show()
  }

  mutating func collapseAll() {
    opened = Set(tree?.nodes.filter { $0.depth == 0 }.map(\.unit.id.raw) ?? [])
    selected = tree?.nodes.first?.unit.id.raw
    show()
  }

  /// Narrows the tree; the cursor goes to the first unit that is meant itself.
  mutating func find(_ text: String) {
    search = text
    if let selected { for unit in tree?.ancestors(of: ID(selected)) ?? [] { opened.insert(unit.id.raw) } }
    show()
    guard !text.isEmpty, let tree else { return }
    let wanted = text.lowercased()
    let first = shown.firstIndex { place in
      let unit = tree.nodes[place].unit
      return [unit.name, unit.code].contains { $0?.lowercased().contains(wanted) ?? false }
    }
    moveUnit(to: first ?? 0)
  }

  mutating func typed(_ key: Key, view: View) -> Effect? {
    guard pane == .units else { return nil }
    guard let text = SearchLine.after(key, search, blanks: .inside) else { return nil }
    find(text)
    return .some(.none)
  }

  mutating func pasted(_ text: String, view: View) -> Effect? {
    find(search + text.prefix { $0 != "\n" })
    return .some(.none)
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    switch target {
    case .part("unit", let place):
      if pane == .units, place == units.cursor, let node = node(at: place) {
        if opened.contains(node.unit.id.raw) { collapse() } else { expand() }
      }
      moveUnit(to: place)
    case .part("post", let place):
      if pane == .posts, place == posts.cursor { return run("units.open", view: view) }
      pane = .posts
      posts.move(to: place, of: postRows.count)
    default: return nil
    }
    return .some(.none)
  }

  /// Keeps what is open and chosen for the next time.
  func remember() -> Effect {
    let opened = opened.sorted().prefix(2_000).map { JSONValue.string($0.text) }
    let selected = selected
    return .change { settings in
      var kept = JSONObject()
      kept["opened"] = .array(opened)
      kept["selected"] = selected.map { .string($0.text) }
      settings[list: UnitTreeScreen.settingsName] = kept
    }
  }
}
