/// Help for somebody whose performance falls short: why, towards what, until when, and how it ended.
///
/// Source: PP 30/2019 articles 56 to 58; domain reference 8.3.
public struct CoachingProgramme: Record {
  public static let kind = Kind(
    "coaching-programmes", Text("Pembinaan", en: "Coaching"), plural: Text("Pembinaan", en: "Coaching programmes"),
    owner: "employee", label: "cause", date: "start", area: .followUp,
    standing: Standing(parties: ["coach"], own: OwnPart(fields: [], mayAdd: false)), key: ["start"])

  public let id: ID<CoachingProgramme>
  public var employee: ID<Employee>?
  public var evaluation: ID<Evaluation>?
  public var cause: CoachingCause?
  public var measure: PerformanceMeasure?
  public var coach: ID<Employee>?
  public var start: Day?
  public var end: Day?
  public var targets: String?
  public var support: String?
  public var state: CoachingState?
  public var result: ProgrammeResult?
  public var resultNote: String?
  public var closedOn: Day?

  public init(id: ID<CoachingProgramme>) { self.id = id }

  public static let fields: [Field<CoachingProgramme>] = [
    Field("employee", Text("Pegawai", en: "Employee"), \.employee, required: true),
    Field("evaluation", Text("Penilaian", en: "Evaluation"), \.evaluation),
    Field("cause", Text("Sebab", en: "Cause"), \.cause, required: true),
    Field("measure", Text("Tindakan", en: "Measure"), \.measure, required: true),
    Field("coach", Text("Pembina", en: "Coach"), \.coach, required: true),
    Field("start", Text("Mulai", en: "From"), \.start, required: true),
    Field("end", Text("Sampai", en: "To"), \.end),
    Field(
      "targets", Text("Target yang disepakati", en: "Agreed targets"), \.targets, type: .note(maximum: 2_000),
      required: true),
    Field("support", Text("Dukungan yang diberikan", en: "Support"), \.support, type: .note(maximum: 2_000)),
    Field("state", Text("Keadaan", en: "State"), \.state, required: true),
    Field("result", Text("Hasil", en: "Result"), \.result),
    Field("resultNote", Text("Catatan hasil", en: "Note on the result"), \.resultNote, type: .note(maximum: 2_000)),
    Field("closedOn", Text("Ditutup pada", en: "Closed on"), \.closedOn),
  ]
}

extension CoachingProgramme {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: start, end: end, field: "end"),
      coach != nil && coach == employee
        ? Problem("coach", Text("Tidak ada yang membina dirinya sendiri", en: "Nobody coaches himself")) : nil,
      state == .finished && result == nil ? Problem("result", Text("Pilih hasilnya", en: "Choose the result")) : nil,
    ].compactMap(\.self)
  }
}

extension Book {
  public var coachingProgrammes: Records<CoachingProgramme> { self[CoachingProgramme.self] }
}
