import JSONText

/// A change that somebody without the final right asks for, and what became of it.
public struct ChangeRequest: Record {
  public static let kind = Kind(
    "change-requests", Text("Usulan perubahan", en: "Change request"),
    plural: Text("Usulan perubahan", en: "Change requests"), label: "summary", date: "requestedOn", area: .request,
    person: "requestedBy")

  public let id: ID<ChangeRequest>
  /// The change in a few words, as the list shows it.
  public var summary: String?
  /// The person whose record is to change; nil for one that belongs to nobody.
  public var employee: ID<Employee>?
  /// The operations as the journal would write them; see `RequestedChange`.
  public var change: String?
  /// On what it rests: a decree, a certificate and where it is.
  public var proof: String?
  public var requestedBy: ID<Employee>?
  public var requestedOn: Day?
  public var state: RequestState?
  public var decidedBy: ID<Employee>?
  public var decidedOn: Day?
  public var returnReason: ReturnReason?
  public var answer: String?

  public init(id: ID<ChangeRequest>) { self.id = id }

  public static let fields: [Field<ChangeRequest>] = [
    Field("summary", Text("Usulan", en: "Request"), \.summary, required: true),
    Field("employee", Text("Pegawai", en: "Employee"), \.employee),
    Field("change", Text("Perubahan", en: "Change"), \.change, type: .note(maximum: 60_000), required: true),
    Field(
      "proof", Text("Bukti", en: "Proof"), \.proof, type: .note(maximum: 2_000),
      help: Text("Nomor SK atau ijazah, dan di mana berkasnya.", en: "The decree or diploma, and where it is.")),
    Field("requestedBy", Text("Diajukan oleh", en: "Requested by"), \.requestedBy, required: true),
    Field("requestedOn", Text("Tanggal usul", en: "Requested on"), \.requestedOn, required: true),
    Field("state", Text("Keadaan", en: "State"), \.state, required: true),
    Field("decidedBy", Text("Diputus oleh", en: "Decided by"), \.decidedBy),
    Field("decidedOn", Text("Tanggal putusan", en: "Decided on"), \.decidedOn),
    Field("returnReason", Text("Alasan pengembalian", en: "Reason for returning"), \.returnReason),
    Field("answer", Text("Jawaban", en: "Answer"), \.answer, type: .note(maximum: 2_000)),
  ]
}

extension ChangeRequest {
  public func problems(in book: Book) -> [Problem] {
    guard state == .returned, returnReason == nil else { return [] }
    return [Problem("returnReason", Text("Pilih alasannya", en: "Choose the reason"))]
  }
}

extension ChangeRequest {
  /// Who asked may still mend or withdraw it.
  public var isOpen: Bool { state == .submitted || state == .returned }
}

extension Book {
  public var changeRequests: Records<ChangeRequest> { self[ChangeRequest.self] }
}
