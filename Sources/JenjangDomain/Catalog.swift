/// Every record type, one line each.
///
/// Journal, snapshot, columns, import, export, form and list need nothing more.
public enum Catalog {
  public static let types: [RecordType] = [
    RecordType(Unit.self),
    RecordType(Employee.self),
  ]
}
