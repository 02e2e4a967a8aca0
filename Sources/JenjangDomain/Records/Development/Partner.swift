/// A body that gives trainings, speakers, places or money.
public struct Partner: Record {
  public static let kind = Kind(
    "partners", Text("Mitra", en: "Partner"), plural: Text("Mitra dan sponsor", en: "Partners and sponsors"),
    area: .reference)

  public let id: ID<Partner>
  public var name: String?
  public var kind: PartnerKind?
  public var isSponsor: Bool?
  public var fields: String?
  public var isAccredited: Bool?
  public var contact: String?
  public var phone: String?
  public var email: String?
  public var address: String?
  /// 1 to 5.
  public var rating: Int?
  public var note: String?

  public init(id: ID<Partner>) { self.id = id }

  public static let fields: [Field<Partner>] = [
    Field("name", Text("Nama mitra", en: "Partner"), \.name, required: true, unique: true),
    Field("kind", Text("Jenis", en: "Kind"), \.kind, required: true),
    Field("isSponsor", Text("Memberi dana", en: "Gives money"), \.isSponsor),
    Field("fields", Text("Bidang", en: "Fields"), \.fields, type: .text(maximum: 200)),
    Field("isAccredited", Text("Terakreditasi", en: "Accredited"), \.isAccredited),
    Field("contact", Text("Narahubung", en: "Contact"), \.contact, type: .text(maximum: 120)),
    Field("phone", Text("Telepon", en: "Telephone"), \.phone, type: .text(maximum: 40)),
    Field("email", Text("Surel", en: "E-mail"), \.email, type: .text(maximum: 120)),
    Field("address", Text("Alamat", en: "Address"), \.address, type: .text(maximum: 300)),
    Field("rating", Text("Penilaian", en: "Rating"), \.rating, type: .integer(1...5)),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 2_000)),
  ]
}

extension Book {
  public var partners: Records<Partner> { self[Partner.self] }
}
