import JSONText

/// Records as they will stand once a transaction is applied: those that it changes, and the book for all others.
public struct Outlook {
  private struct Place: Hashable {
    let kind: String
    let id: RecordID
  }

  public let book: Book
  /// Nil for a record that is deleted.
  private var changed: [Place: JSONObject?] = [:]
  /// The records that newly bear a value of a unique field, by kind, field and value.
  private var takers: [String: [RecordID]] = [:]

  public init(_ book: Book) { self.book = book }

  /// Notes a record as it will stand; nil when it is deleted.
  public mutating func note(_ kind: String, _ id: RecordID, _ object: JSONObject?) {
    changed[Place(kind: kind, id: id)] = .some(object)
    guard let object, let type = book.table(kind)?.type else { return }
    for field in type.fields where field.isUnique {
      guard let value = field.uniqueValue(object[field.name]) else { continue }
      takers[Outlook.key(kind, field.name, value), default: []].append(id)
    }
  }

  private static func key(_ kind: String, _ field: String, _ value: String) -> String {
    "\(kind).\(field)=\(value.lowercased())"
  }

  func value(of field: String, kind: String, _ id: RecordID) -> JSONValue? {
    if let object = changed[Place(kind: kind, id: id)] { return object?[field] }
    guard let table = book.table(kind), let row = table.row(of: id) else { return nil }
    return table.value(field, at: row)
  }

  /// Another record that bears a value which only one may bear.
  func bearer(of value: String, field: FieldSpec, kind: String, except id: RecordID) -> RecordID? {
    func bears(_ other: RecordID) -> Bool {
      let text = field.uniqueValue(self.value(of: field.name, kind: kind, other))
      return other != id && text?.lowercased() == value.lowercased()
    }
    if let taker = takers[Outlook.key(kind, field.name, value)]?.first(where: bears) { return taker }
    guard let table = book.table(kind), let row = table.firstRow(where: field.name, is: value, except: id) else {
      return nil
    }
    let other = table.id(of: row)
    return bears(other) ? other : nil
  }
}

/// The rules between records that fields declare: one value for one record only, references that go in no circle.
///
/// Forms, imports and scripts hear of them among the other problems; the store asks again under the writer's lock, for
/// somebody else may have saved in between.
extension RecordType {
  /// Where a record clashes with others; `names` limits it to the fields that are changed.
  public func clashes(
    of object: JSONObject, id: RecordID, in outlook: Outlook, fields names: Set<String>? = nil
  ) -> [Problem] {
    let asked = fields.filter { ($0.isUnique || $0.circular != nil) && names?.contains($0.name) != false }
    return asked.compactMap { field in
      if let circular = field.circular, leadsBack(field.name, from: object, to: id, outlook) {
        return Problem(field.name, circular, rule: "circular")
      }
      guard field.isUnique, let value = field.uniqueValue(object[field.name]),
        let other = outlook.bearer(of: value, field: field, kind: kind.name, except: id)
      else { return nil }
      let name = outlook.value(of: kind.label, kind: kind.name, other)?.text ?? other.text
      return Problem(
        field.name, Text("Sudah dipakai \(name)", en: "Already belongs to \(name)"), rule: "unique")
    }
  }

  private func leadsBack(_ field: String, from object: JSONObject, to id: RecordID, _ outlook: Outlook) -> Bool {
    var above = object[field]?.text.flatMap { RecordID($0) }
    var steps = 0
    while let current = above {
      if current == id || steps > 64 { return true }
      above = outlook.value(of: field, kind: kind.name, current)?.text.flatMap { RecordID($0) }
      steps += 1
    }
    return false
  }
}

extension FieldSpec {
  /// The value as it is compared with those of other records; nil when it is absent or not a text.
  fileprivate func uniqueValue(_ value: JSONValue?) -> String? {
    guard let text = value?.text, !text.isEmpty else { return nil }
    return type == .employeeNumber ? EmployeeNumber.digits(of: text) : text
  }
}
