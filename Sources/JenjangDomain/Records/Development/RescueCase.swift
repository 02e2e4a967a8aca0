/// Somebody whose training was cancelled and who still needs it, until it is served.
///
/// Source: peers reference, row 25, idea 9.
public struct RescueCase: Record {
  public static let kind = Kind(
    "rescue-cases", Text("Penyelamatan kebutuhan", en: "Rescue case"),
    plural: Text("Antrean penyelamatan", en: "Rescue queue"), owner: "employee", label: "state", date: "since",
    area: .learning, standing: Standing(own: OwnPart(fields: [], mayAdd: false)))

  public let id: ID<RescueCase>
  public var employee: ID<Employee>?
  public var event: ID<LearningEvent>?
  public var enrolment: ID<Enrolment>?
  public var programme: ID<LearningProgramme>?
  public var since: Day?
  public var priority: Int?
  public var state: RescueState?
  public var served: ID<Enrolment>?
  public var servedOn: Day?
  public var reason: String?

  public init(id: ID<RescueCase>) { self.id = id }

  public static let fields: [Field<RescueCase>] = [
    Field("employee", Text("Pegawai", en: "Employee"), \.employee, required: true),
    Field("event", Text("Kegiatan yang batal", en: "Cancelled event"), \.event, required: true),
    Field("enrolment", Text("Kepesertaan semula", en: "Former enrolment"), \.enrolment),
    Field("programme", Text("Program", en: "Programme"), \.programme),
    Field("since", Text("Sejak", en: "Since"), \.since, required: true),
    Field("priority", Text("Prioritas", en: "Priority"), \.priority, type: .integer(0...9_999)),
    Field("state", Text("Keadaan", en: "State"), \.state, required: true),
    Field("served", Text("Dilayani dengan", en: "Served by"), \.served),
    Field("servedOn", Text("Dilayani pada", en: "Served on"), \.servedOn),
    Field("reason", Text("Alasan ditutup", en: "Why closed"), \.reason, type: .text(maximum: 200)),
  ]
}

extension RescueCase {
  public func problems(in book: Book) -> [Problem] {
    [
      state == .closed && (reason ?? "").isEmpty
        ? Problem("reason", Text("Tuliskan alasan penutupan", en: "Say why it is closed")) : nil
    ].compactMap(\.self)
  }
}

extension Book {
  public var rescueCases: Records<RescueCase> { self[RescueCase.self] }
}
