/// Somebody who teaches or speaks at events, of the agency or from elsewhere.
public struct Speaker: Record {
  public static let kind = Kind(
    "speakers", Text("Narasumber", en: "Speaker"), plural: Text("Narasumber", en: "Speakers"), area: .reference)

  public let id: ID<Speaker>
  public var name: String?
  public var employee: ID<Employee>?
  public var partner: ID<Partner>?
  public var fields: String?
  public var phone: String?
  public var email: String?
  public var fee: Int?
  public var rating: Int?
  public var note: String?

  public init(id: ID<Speaker>) { self.id = id }

  public static let fields: [Field<Speaker>] = [
    Field("name", Text("Nama narasumber", en: "Speaker"), \.name, required: true),
    Field("employee", Text("Pegawai sendiri", en: "Own employee"), \.employee),
    Field("partner", Text("Dari mitra", en: "From the partner"), \.partner),
    Field("fields", Text("Bidang", en: "Fields"), \.fields, type: .text(maximum: 200)),
    Field("phone", Text("Telepon", en: "Telephone"), \.phone, type: .text(maximum: 40)),
    Field("email", Text("Surel", en: "E-mail"), \.email, type: .text(maximum: 120)),
    Field("fee", Text("Honor per JP", en: "Fee for each hour (JP)"), \.fee, type: .rupiah),
    Field("rating", Text("Penilaian", en: "Rating"), \.rating, type: .integer(1...5)),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 2_000)),
  ]
}

extension Book {
  public var speakers: Records<Speaker> { self[Speaker.self] }
}
