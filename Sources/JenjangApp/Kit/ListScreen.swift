import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// What makes one list: its records, its columns, what can be done with a row.
///
/// A value, not a class.
struct ListSpec {
  /// `employees`: the key of its settings and its exports.
  let name: String
  let title: Text
  /// The plural name of the record type.
  let kind: String
  /// The columns shown until the user chooses others.
  let columns: [String]
  var sort: Query.Sort?
  /// Conditions that always hold here.
  var conditions: [Query.Condition] = []
  /// The field in which typing searches, the person of a plan for instance; nil for the label.
  var searches: String?
  /// What Enter does.
  var open: (RecordID, ListScreen, View) -> Effect
  /// What F6 does; nil where nothing can be added.
  var create: ((View) -> Effect)?
  /// What F7 does.
  var edit: ((RecordID, View) -> Effect)?
  /// Label and value lines about the row under the cursor, shown below the list or beside it.
  var preview: ((RecordID, View) -> [(label: String, value: String)])?
  /// What else can be done, with the row under the cursor or the marked ones.
  var commands: [Command<ListScreen>] = []
}

/// Any list: movement, type to filter, sort, columns, marks, preview, export.
struct ListScreen: RecordSelecting {
  let spec: ListSpec
  /// What was typed: narrows by name or number.
  var search = ""
  /// The filter line of F4, as typed.
  var filter = ""
  var sort: Query.Sort?
  var columns: [String]
  var marked: Set<RecordID> = []
  private(set) var rows: [Row] = []
  /// The place of the cursor in `rows`, and the record it stands on: the record wins when rows change.
  private(set) var cursor = 0
  private(set) var selected: RecordID?
  /// The record on which the cursor came to rest: the preview shows it, so that a held arrow sends little.
  private(set) var settled: RecordID?
  var top = 0
  var pageRows = 10
  private var readFor: (search: String, filter: String, sort: Query.Sort?, revision: Int)?
  /// Where the last range of marks began.
  var anchor = 0
  /// What a blank behind typed letters has just marked, and where the list stood then.
  var blankMark: (id: RecordID, search: String, cursor: Int)?

  init(_ spec: ListSpec, search: String = "", filter: String = "", view: View? = nil) {
    self.spec = spec
    self.search = search
    self.filter = filter
    let kept = view?.settings[list: spec.name]
    columns = kept?["columns"]?.array?.compactMap(\.text) ?? spec.columns
    sort = ListScreen.keptSort(kept) ?? spec.sort
  }

  private static func keptSort(_ kept: JSONObject?) -> Query.Sort? {
    guard let field = kept?["sort"]?.text else { return nil }
    return Query.Sort(field, descending: kept?["descending"]?.bool ?? false)
  }

  func title(_ view: View) -> String { view(spec.title) }
  func refusal(_ view: View) -> Text? {
    table(view).flatMap { table in view.book.access?.refusal(toSee: table.type.kind) }
  }
  var takesText: Bool { true }
  func table(_ view: View) -> Table? { view.book.table(spec.kind) }

  mutating func refresh(_ view: View) {
    guard let table = table(view) else { return }
    if let read = readFor, read == (search, filter, sort, view.book.revision) { return }
    readFor = (search, filter, sort, view.book.revision)
    rows = table.rows(query(in: table))
    if let field = spec.searches, !search.isEmpty, case .reference(let kind)? = table.fieldType(field),
      let people = view.book.table(kind)
    {
      rows = table.rows(rows, referring: field, to: Set(people.rows(Query(search: search))))
    }
    if let selected, let row = table.row(of: selected), let place = rows.firstIndex(of: row) {
      if top > 0 { top += place - cursor }
      cursor = place
    }
    marked = marked.filter { table.row(of: $0) != nil }
    move(to: cursor, table)
  }

  mutating func idle(_ view: View) -> Bool {
    guard settled != selected else { return false }
    settled = selected
    return true
  }

  func query(in table: Table) -> Query {
    var query = Query.parse(filter, in: table).query
    if spec.searches == nil, !search.isEmpty { query.search = search }
    query.conditions += spec.conditions
    query.sort = sort
    query.ranksMatches = !isInSortedOrder
    return query
  }

  /// While a name is typed the best matches come first, unless the user chose an order.
  var isInSortedOrder: Bool { search.isEmpty || sort != spec.sort || spec.searches != nil }

  /// Puts the cursor on a place, as near as there are rows.
  mutating func move(to place: Int, _ table: Table) {
    cursor = max(0, min(place, rows.count - 1))
    selected = rows.indices.contains(cursor) ? table.id(of: rows[cursor]) : nil
  }

  /// Puts the cursor on a record, as soon as it is among the rows.
  mutating func select(_ id: RecordID) {
    selected = id
    readFor = nil
  }

  /// The marked records, those that the search hides too, or the one under the cursor when none is marked.
  func chosen(_ view: View) -> [RecordID] {
    guard !marked.isEmpty, let table = table(view) else { return selected.map { [$0] } ?? [] }
    let shown = rows.map { table.id(of: $0) }.filter { marked.contains($0) }
    let hidden = marked.subtracting(shown).compactMap { table.row(of: $0) }.sorted()
    return shown + hidden.map { table.id(of: $0) }
  }

  /// The records in the order of the list, for F8 in a record's own screen.
  func neighbours(_ view: View) -> Neighbours {
    guard let table = table(view) else { return Neighbours(ids: [], place: 0) }
    let limit = 5_000
    let start = max(0, min(cursor - limit / 2, rows.count - limit))
    let ids = rows[start..<min(rows.count, start + limit)].map { table.id(of: $0) }
    return Neighbours(ids: ids, place: cursor - start, offset: start, total: rows.count)
  }

  func hint(_ view: View) -> (left: String, right: String) {
    let place = Text(
      "baris \(view.count(rows.isEmpty ? 0 : cursor + 1)) dari \(view.count(rows.count))",
      en: "row \(view.count(rows.isEmpty ? 0 : cursor + 1)) of \(view.count(rows.count))")
    guard marked.isEmpty else {
      let text = Text(
        "\(marked.count) ditandai. F9: aksi untuk semuanya.", en: "\(marked.count) marked. F9: act on all.")
      return (view(text), view(place))
    }
    let left = Text("Ketik untuk menyaring; Enter membuka; F4 saringan.", en: "Type to narrow; Enter opens; F4 filter.")
    return (view(left), view(place))
  }

  func help(_ view: View) -> [Text] {
    [
      Text(
        "Ketik sebagian nama atau NIP: daftar menyempit. Esc menghapus ketikan.",
        en: "Type part of a name or number: the list narrows. Esc clears it."),
      Text(
        "F4 membuka baris saringan, misalnya unit:dinkes gol:III/c -status:pensiun.",
        en: "F4 opens the filter line, for instance unit:dinkes gol:III/c -status:pensiun."),
      Text(
        "Spasi menandai baris; F9 mengerjakan satu aksi untuk semua yang ditandai.",
        en: "Space marks a row; F9 does one action for all marked rows."),
    ]
  }

  mutating func typed(_ key: Key, view: View) -> Effect? {
    guard let table = table(view) else { return nil }
    guard let text = SearchLine.after(key, search) else { return nil }
    // Letters behind the blank: it stood between two words, and was not meant to mark.
    if let blankMark, (blankMark.search, blankMark.cursor) == (search, cursor), text.count > search.count {
      marked.remove(blankMark.id)
    }
    blankMark = nil
    search = text
    selected = nil
    refresh(view)
    move(to: 0, table)
    return .some(.none)
  }

  mutating func pasted(_ text: String, view: View) -> Effect? {
    guard let table = table(view) else { return nil }
    search = SearchLine.pasting(text, into: search)
    selected = nil
    refresh(view)
    move(to: 0, table)
    return .some(.none)
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    guard let table = table(view) else { return nil }
    switch target {
    case .item(let place):
      if place == cursor { return selected.map { spec.open($0, self, view) } }
      move(to: place, table)
    case .part("column", let index) where columns.indices.contains(index): sort(by: columns[index])
    default: return nil
    }
    return .some(.none)
  }

  /// Sorts by a column; again, the other way round.
  mutating func sort(by field: String) {
    sort = Query.Sort(field, descending: sort?.field == field ? sort?.isDescending == false : false)
  }

  /// Remembers columns and order for the next time.
  func remember() -> Effect {
    let columns = columns
    let sort = sort
    let name = spec.name
    return .change { settings in
      var kept = settings[list: name] ?? JSONObject()
      kept["columns"] = .array(columns.map { .string($0) })
      kept["sort"] = sort.map { .string($0.field) }
      kept["descending"] = sort.map { .bool($0.isDescending) }
      settings[list: name] = kept
    }
  }
}

/// Where a record stands among the others of the list it was opened from.
struct Neighbours {
  var ids: [RecordID]
  var place: Int
  /// Records of the list before the first of `ids`, and in all.
  var offset = 0
  var total = 0

  func moved(by step: Int) -> Neighbours? {
    guard ids.indices.contains(place + step) else { return nil }
    var moved = self
    moved.place += step
    return moved
  }
}

extension Character {
  /// Part of a key or of a terminal's own language, never of a name.
  var isControl: Bool { unicodeScalars.contains { $0.properties.generalCategory == .control } }
}
