import JSONText
import JenjangDomain

/// Everything about one record: itself, and the records that belong to it, as they were on a day.
public struct RecordFile {
  /// The records of one kind that belong to it, in the order of their dates.
  public struct Part {
    public let type: RecordType
    public let table: Table
    public let rows: [Row]
  }

  public let table: Table
  public let row: Row
  public let parts: [Part]

  /// Leaves out what only takes effect after the book's day.
  public init(of row: Row, in table: Table, book: Book) {
    self.table = table
    self.row = row
    let owner = table.id(of: row)
    parts = book.types.compactMap { type in
      guard let field = type.kind.owner, case .reference(table.type.kind.name)? = type.field(field)?.type,
        let children = book.table(type.kind.name)
      else { return nil }
      let rows = children.rows(ownedBy: owner).filter { Self.isInEffect($0, in: children, on: book.day) }
      return Part(type: type, table: children, rows: rows)
    }
  }

  private static func isInEffect(_ row: Row, in table: Table, on day: Day) -> Bool {
    guard let field = table.type.kind.date, let date = table.value(field, at: row)?.text else { return true }
    return date <= day.iso
  }

  /// As scripts read it: kind, record, and an array for each kind of the records that belong to it.
  public var json: JSONValue {
    var object = JSONObject()
    object["kind"] = .string(table.type.kind.name)
    object["record"] = table.exported(row).map { .object($0) }
    for part in parts {
      object[part.type.kind.name] = .array(part.rows.compactMap { part.table.exported($0).map { .object($0) } })
    }
    return .object(object)
  }
}
