import JSONText
import JenjangDomain

/// Which records refer to which.
enum References {
  /// The first kind and field that refers to a record without belonging to it, and how often.
  static func firstUser(of id: RecordID, kind: String, in book: Book) -> (count: Int, title: Text)? {
    users(of: id, kind: kind, in: book).first { _ in true }
  }

  /// Each kind and field that refers to a record without belonging to it, and how often; read as far as it is asked.
  static func users(of id: RecordID, kind: String, in book: Book) -> some Sequence<(count: Int, title: Text)> {
    book.types.lazy.flatMap { type in
      type.fields.lazy.filter { $0.type == .reference(kind: kind) && $0.name != type.kind.owner }
        .compactMap { field -> (count: Int, title: Text)? in
          let question = Query(conditions: [Query.Condition(field.name, .equals(id.text))])
          let count = book.table(type.kind.name)?.rows(question).count ?? 0
          return count == 0 ? nil : (count, type.kind.plural)
        }
    }
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
