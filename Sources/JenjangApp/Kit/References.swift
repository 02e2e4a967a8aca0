import JSONText
import JenjangDomain

/// Which records refer to which.
enum References {
  /// The first kind and field that refers to a record without belonging to it, and how often.
  static func firstUser(of id: RecordID, kind: String, in book: Book) -> (count: Int, title: Text)? {
    for type in book.types {
      guard let table = book.table(type.kind.name) else { continue }
      for field in type.fields where field.type == .reference(kind: kind) && field.name != type.kind.owner {
        let rows = table.rows(Query(conditions: [Query.Condition(field.name, .equals(id.text))]))
        if !rows.isEmpty { return (rows.count, type.kind.plural) }
      }
    }
    return nil
  }

  /// The ends of all records that belong to one.
  static func owned(by id: RecordID, kind: String, in book: Book) -> [JenjangDomain.Operation] {
    book.types.flatMap { type -> [JenjangDomain.Operation] in
      guard let owner = type.kind.owner, type.field(owner)?.type == .reference(kind: kind),
        let table = book.table(type.kind.name)
      else { return [] }
      return table.rows(ownedBy: id).compactMap { row in
        guard let object = table.object(at: row) else { return nil }
        return .delete(
          kind: type.kind.name, id: table.id(of: row), base: table.revision(of: row), object: object)
      }
    }
  }
}
