/// What the agency and a partner agreed, from when to when.
public struct Agreement: Record {
  public static let kind = Kind(
    "agreements", Text("Perjanjian kerja sama", en: "Agreement"),
    plural: Text("Perjanjian kerja sama", en: "Agreements"), owner: "partner", label: "number", date: "start",
    area: .reference)

  public let id: ID<Agreement>
  public var partner: ID<Partner>?
  public var number: String?
  public var subject: String?
  public var start: Day?
  public var end: Day?
  public var obligations: String?
  public var ownObligations: String?
  public var signedBy: String?
  public var scan: Attachment?

  public init(id: ID<Agreement>) { self.id = id }

  public static let fields: [Field<Agreement>] = [
    Field("partner", Text("Mitra", en: "Partner"), \.partner, required: true),
    Field("number", Text("Nomor perjanjian", en: "Number"), \.number, type: .text(maximum: 80), required: true),
    Field("subject", Text("Perihal", en: "Subject"), \.subject),
    Field("start", Text("Mulai", en: "From"), \.start, required: true),
    Field("end", Text("Sampai", en: "To"), \.end),
    Field(
      "obligations", Text("Kewajiban mitra", en: "Partner's obligations"), \.obligations, type: .note(maximum: 2_000)),
    Field(
      "ownObligations", Text("Kewajiban instansi", en: "Agency's obligations"), \.ownObligations,
      type: .note(maximum: 2_000)),
    Field("signedBy", Text("Penanda tangan", en: "Signed by"), \.signedBy, type: .text(maximum: 120)),
    Field("scan", Text("Berkas pindaian", en: "Scanned file"), \.scan),
  ]
}

extension Agreement {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: start, end: end, field: "end")
    ].compactMap(\.self)
  }
}

extension Book {
  public var agreements: Records<Agreement> { self[Agreement.self] }
}
