/// An idea of somebody, how far it was tried, and what it brought: initiative that counts.
///
/// Source: peers reference, idea 40.
public struct Innovation: Record {
  public static let kind = Kind(
    "innovations", Text("Inovasi", en: "Innovation"), plural: Text("Log inovasi", en: "Innovation log"),
    owner: "employee", label: "title", date: "date", area: .progress,
    standing: Standing(
      own: OwnPart(
        withheld: ["adoptedOn", "adoptedBy"],
        codes: [
          "state": InnovationState.allCases.filter { $0 != .adopted }.reduce(into: []) { $0.insert($1.rawValue) }
        ])))

  public let id: ID<Innovation>
  public var employee: ID<Employee>?
  public var title: String?
  public var date: Day?
  public var problem: String?
  public var idea: String?
  public var state: InnovationState?
  /// What was tried, where and when.
  public var trial: String?
  public var effect: String?
  public var evidence: Attachment?
  /// Where it is used.
  public var unit: ID<Unit>?
  public var adoptedOn: Day?
  public var adoptedBy: ID<Employee>?

  public init(id: ID<Innovation>) { self.id = id }

  public static let fields: [Field<Innovation>] = [
    Field("employee", Text("Pegawai", en: "Employee"), \.employee, required: true),
    Field("title", Text("Judul", en: "Title"), \.title, type: .text(maximum: 160), required: true),
    Field("date", Text("Tanggal", en: "Date"), \.date, required: true),
    Field("problem", Text("Masalah", en: "Problem"), \.problem, type: .note(maximum: 2_000)),
    Field("idea", Text("Gagasan", en: "Idea"), \.idea, type: .note(maximum: 2_000), required: true),
    Field("state", Text("Keadaan", en: "State"), \.state, required: true),
    Field("trial", Text("Yang dicoba", en: "What was tried"), \.trial, type: .note(maximum: 2_000)),
    Field("effect", Text("Dampak", en: "Effect"), \.effect, type: .note(maximum: 2_000)),
    Field("evidence", Text("Bukti", en: "Evidence"), \.evidence),
    Field("unit", Text("Diterapkan di unit", en: "Used in the unit"), \.unit),
    Field("adoptedOn", Text("Diterapkan pada", en: "Adopted on"), \.adoptedOn),
    Field("adoptedBy", Text("Diterapkan oleh", en: "Adopted by"), \.adoptedBy),
  ]
}

extension Innovation {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: date, end: adoptedOn, field: "adoptedOn"),
      state == .effective && (effect ?? "").isEmpty
        ? Problem("effect", Text("Tuliskan dampaknya", en: "Describe the effect")) : nil,
      state == .adopted && adoptedOn == nil
        ? Problem("adoptedOn", Text("Isi tanggal diterapkan", en: "Enter the day of its adoption")) : nil,
      adoptedBy != nil && adoptedBy == employee
        ? Problem("adoptedBy", Text("Disahkan oleh orang lain", en: "Confirmed by somebody else")) : nil,
    ].compactMap(\.self)
  }
}

extension Book {
  public var innovations: Records<Innovation> { self[Innovation.self] }
}
