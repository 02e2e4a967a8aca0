/// What somebody is going to learn in a year and why, agreed with the superior.
///
/// Source: peers reference, screen 11.
public struct DevelopmentPlan: Record {
  public static let kind = Kind(
    "development-plans", Text("Rencana pengembangan individu", en: "Individual development plan"),
    plural: Text("Rencana pengembangan individu", en: "Individual development plans"), owner: "employee", label: "name",
    date: "start",
    area: .development,
    standing: Standing(
      parties: ["superior"],
      own: OwnPart(
        withheld: ["employee", "superior", "agreedOn", "agreedBy", "returnNote"],
        openWhile: ("state", [DevelopmentPlanState.draft.rawValue, DevelopmentPlanState.returned.rawValue]),
        codes: ["state": [DevelopmentPlanState.draft.rawValue, DevelopmentPlanState.submitted.rawValue]])))

  public let id: ID<DevelopmentPlan>
  public var employee: ID<Employee>?
  public var name: String?
  public var start: Day?
  public var end: Day?
  public var goal: ID<CareerGoal>?
  public var superior: ID<Employee>?
  public var state: DevelopmentPlanState?
  public var submittedOn: Day?
  public var agreedOn: Day?
  public var agreedBy: ID<Employee>?
  public var returnNote: String?
  public var note: String?

  public init(id: ID<DevelopmentPlan>) { self.id = id }

  public static let fields: [Field<DevelopmentPlan>] = [
    Field("employee", Text("Pegawai", en: "Employee"), \.employee, required: true),
    Field("name", Text("Nama rencana", en: "Name of the plan"), \.name, required: true),
    Field("start", Text("Mulai", en: "From"), \.start, required: true),
    Field("end", Text("Sampai", en: "To"), \.end, required: true),
    Field("goal", Text("Tujuan karier", en: "Career goal"), \.goal),
    Field("superior", Text("Atasan", en: "Superior"), \.superior),
    Field("state", Text("Keadaan", en: "State"), \.state, required: true),
    Field("submittedOn", Text("Diajukan pada", en: "Submitted on"), \.submittedOn),
    Field("agreedOn", Text("Disepakati pada", en: "Agreed on"), \.agreedOn),
    Field("agreedBy", Text("Disepakati oleh", en: "Agreed by"), \.agreedBy),
    Field("returnNote", Text("Catatan pengembalian", en: "Why returned"), \.returnNote, type: .note(maximum: 1_000)),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 2_000)),
  ]
}

extension DevelopmentPlan {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: start, end: end, field: "end"),
      superior != nil && superior == employee
        ? Problem("superior", Text("Tidak ada yang menyepakati rencananya sendiri", en: "Nobody agrees the own plan"))
        : nil,
      state == .returned && (returnNote ?? "").isEmpty
        ? Problem("returnNote", Text("Tuliskan apa yang perlu diperbaiki", en: "Say what is to be put right")) : nil,
    ].compactMap(\.self)
  }
}

extension Book {
  public var developmentPlans: Records<DevelopmentPlan> { self[DevelopmentPlan.self] }
}
