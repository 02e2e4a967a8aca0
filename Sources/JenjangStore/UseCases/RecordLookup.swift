import JSONText
import JenjangDomain

extension Table {
  /// The record that a person means by an identity, a NIP, a code or an exact name; nil when none or several fit.
  public func row(meant typed: String) -> Row? {
    if let id = RecordID(typed.uppercased()), let row = row(of: id), isSeen(row) { return row }
    for field in ["employeeNumber", "code", type.kind.label] where type.field(field) != nil {
      let wanted = field == "employeeNumber" ? typed.filter { !" .-'".contains($0) } : typed
      let found = rows(Query(conditions: [Query.Condition(field, .equals(wanted))]))
      if found.count == 1 { return found[0] }
      if found.count > 1 { return nil }
    }
    return nil
  }

  /// A record as scripts read it: its fields, `id` and `rev`, and what is computed from the records that belong to it.
  public func exported(_ row: Row) -> JSONObject? {
    guard var object = object(at: row) else { return nil }
    for field in type.derived { object[field.name] = value(field.name, at: row) }
    object["id"] = .string(id(of: row).text)
    object["rev"] = .integer(Int64(revision(of: row)))
    return object
  }
}

extension Book {
  /// The record that a person means, whatever its kind; employees are looked at first.
  public func record(meant typed: String) -> (table: Table, row: Row)? {
    let first = types.filter { $0.kind.name == "employees" }
    for type in first + types.filter({ $0.kind.name != "employees" }) {
      guard let table = table(type.kind.name), let row = table.row(meant: typed) else { continue }
      return (table, row)
    }
    return nil
  }
}
