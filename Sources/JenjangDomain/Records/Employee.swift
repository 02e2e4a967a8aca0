/// A civil servant.
public struct Employee: Record {
  public static let kind = Kind("employees", Text("Pegawai", en: "Employee"), plural: Text("Pegawai", en: "Employees"))

  public let id: ID<Employee>
  public var employeeNumber: String?
  public var name: String?

  public init(id: ID<Employee>) { self.id = id }

  public static let fields: [Field<Employee>] = [
    Field(
      "employeeNumber", Text("NIP", en: "Employee number"), \.employeeNumber, type: .employeeNumber, required: true),
    Field("name", Text("Nama lengkap", en: "Full name"), \.name, required: true),
  ]
}
