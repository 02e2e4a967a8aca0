/// A login of the operating system and the person behind it.
public struct Account: Record {
  public static let kind = Kind(
    "accounts", Text("Akun", en: "Account"), plural: Text("Akun", en: "Accounts"), label: "login", area: .access,
    person: "employee")

  public let id: ID<Account>
  /// As the system knows it.
  public var login: String?
  public var employee: ID<Employee>?
  /// A login that many people share: each enters as `--as` says.
  public var isShared: Bool?
  public var validFrom: Day?
  public var validTo: Day?
  public var note: String?

  public init(id: ID<Account>) { self.id = id }

  public static let fields: [Field<Account>] = [
    Field("login", Text("Nama login", en: "Login"), \.login, type: .text(maximum: 64), required: true, unique: true),
    Field(
      "employee", Text("Pegawai", en: "Employee"), \.employee,
      help: Text("Kosong untuk akun bersama.", en: "Empty for a shared account.")),
    Field(
      "isShared", Text("Akun bersama", en: "Shared account"), \.isShared,
      help: Text(
        "Orangnya ditentukan oleh perintah paksa jenjang --as.", en: "The forced command jenjang --as says who it is.")),
    Field("validFrom", Text("Mulai", en: "From"), \.validFrom),
    Field("validTo", Text("Sampai", en: "Until"), \.validTo),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 1_000)),
  ]
}

extension Account {
  public func problems(in book: Book) -> [Problem] {
    let isNobody = employee == nil && isShared != true
    return [
      Problem.order(start: validFrom, end: validTo, field: "validTo"),
      isNobody
        ? Problem("employee", Text("Pilih pegawainya, atau akun bersama", en: "Choose the person, or a shared account"))
        : nil,
    ].compactMap(\.self)
  }
}

extension Book {
  public var accounts: Records<Account> { self[Account.self] }
}
