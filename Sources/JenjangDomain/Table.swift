import JSONText

/// The place of a record in its table; stays the same while the process lives.
public typealias Row = Int32

/// All records of one kind, reached by row numbers.
public final class Table {
  public let type: RecordType
  weak var book: Book?

  private var ids: [RecordID] = []
  private var objects: [JSONObject?] = []
  private var revisions: [Int] = []
  private var rowsByID: [RecordID: Row] = [:]

  init(type: RecordType) { self.type = type }

  /// Rows ever used, those of deleted records among them: valid rows are `0 ..< rowCount`.
  public var rowCount: Row { Row(ids.count) }
  /// Records that exist.
  public var count: Int { rowsByID.count }

  /// The row of a record; nil when there is none or it was deleted.
  public func row(of id: RecordID) -> Row? { rowsByID[id] }
  public func id(of row: Row) -> RecordID { ids[Int(row)] }
  public func isLive(_ row: Row) -> Bool { objects[Int(row)] != nil }
  /// The stored fields of a record, unknown ones among them; nil when it was deleted.
  public func object(at row: Row) -> JSONObject? { objects[Int(row)] }
  /// The revision of a record, 1 when new.
  public func revision(of row: Row) -> Int { revisions[Int(row)] }

  /// The records that belong to `owner`, in the order of their dates.
  public func rows(ownedBy owner: RecordID) -> [Row] {
    guard let field = type.kind.owner else { return [] }
    let rows = (0..<rowCount).filter { objects[Int($0)]?[field]?.text == owner.text }
    guard let date = type.kind.date else { return rows }
    return rows.sorted { (objects[Int($0)]?[date]?.text ?? "") < (objects[Int($1)]?[date]?.text ?? "") }
  }

  func load(_ id: RecordID, _ object: JSONObject, revision: Int) {
    rowsByID[id] = rowCount
    ids.append(id)
    objects.append(object)
    revisions.append(revision)
  }

  func apply(_ operation: Operation) {
    switch operation {
    case .create(_, let id, let object): load(id, object, revision: 1)
    case .update(_, let id, _, let changes):
      guard let row = rowsByID[id] else { return }
      for (name, change) in changes { objects[Int(row)]?[name] = change.new }
      revisions[Int(row)] += 1
    case .delete(_, let id, _, _):
      guard let row = rowsByID.removeValue(forKey: id) else { return }
      objects[Int(row)] = nil
    }
  }
}

extension Table {
  /// The value of a field or derived field; nil when it is absent.
  public func value(_ field: String, at row: Row) -> JSONValue? {
    if let derived = type.derived.first(where: { $0.name == field }) { return derivedValue(derived, at: row) }
    return object(at: row)?[field]
  }

  private func derivedValue(_ derived: DerivedField, at row: Row) -> JSONValue? {
    guard let book, let source = book.table(derived.source), let date = source.type.kind.date else { return nil }
    let today = book.day.iso
    let newest = source.rows(ownedBy: id(of: row)).last { row in
      let object = source.object(at: row)
      if let exception = derived.exception, let code = object?[exception.field]?.text, exception.codes.contains(code) {
        return false
      }
      return (object?[date]?.text ?? "9") <= today
    }
    return newest.flatMap { source.object(at: $0)?[derived.field] }
  }

  /// The type of a field or derived field.
  public func fieldType(_ name: String) -> FieldType? {
    if let field = type.field(name) { return field.type }
    guard let derived = type.derived.first(where: { $0.name == name }) else { return nil }
    return book?.table(derived.source)?.type.field(derived.field)?.type
  }

  /// The rows that a question selects, in its order.
  public func rows(_ query: Query) -> [Row] {
    var rows = (0..<rowCount).filter { isLive($0) && query.matches(row: $0, in: self) }
    guard let sort = query.sort else { return rows }
    rows.sort { left, right in
      let first = sortKey(sort.field, at: left)
      let second = sortKey(sort.field, at: right)
      return sort.isDescending ? second < first : first < second
    }
    return rows
  }

  private func sortKey(_ field: String, at row: Row) -> String {
    guard let value = value(field, at: row) else { return "\u{10FFFF}" }
    if case .code(let list)? = fieldType(field), let index = value.text.flatMap(list.index(of:)) {
      return Day.padded(index, 4)
    }
    return text(of: value, field: field, language: .indonesian).lowercased()
  }

  /// A value as the screen shows it.
  public func text(of value: JSONValue, field: String, language: Language) -> String {
    switch fieldType(field) {
    case .day?: value.text.flatMap { Day(iso: $0) }?.display ?? ""
    case .flag?: value.bool == true ? Text("Ya", en: "Yes")[language] : Text("Tidak", en: "No")[language]
    case .reference(let kind)?: value.text.flatMap { RecordID($0) }.flatMap { book?.label(of: $0, kind: kind) } ?? "?"
    case .integer?: value.integer.map { String($0) } ?? ""
    default: value.text ?? ""
    }
  }
}

extension Book {
  /// How a reference shows a record: the value of its label field.
  public func label(of id: RecordID, kind: String) -> String? {
    guard let table = table(kind), let row = table.row(of: id) else { return nil }
    return table.value(table.type.kind.label, at: row)?.text
  }
}
