/// What somebody is to achieve in a year in one post (SKP), with the assessor frozen for it.
///
/// A move in mid-year ends one plan and begins another, each with its own post, level and assessor.
///
/// Source: PermenPANRB 6/2022; domain reference 3.1, 3.5.
public struct PerformancePlan: Record {
  public static let kind = Kind(
    "performance-plans", Text("SKP", en: "Performance plan"), plural: Text("SKP", en: "Performance plans"),
    owner: "employee", label: "title", date: "start", area: .plan,
    standing: Standing(
      parties: ["assessor", "superior"],
      own: OwnPart(
        withheld: [
          "employee", "cycle", "assessor", "superior", "assessorReason", "returnReason", "returnNote", "agreedOn",
          "agreedBy", "start", "end",
        ],
        openWhile: ("state", [PlanState.draft.rawValue, PlanState.returned.rawValue]),
        codes: ["state": [PlanState.draft.rawValue, PlanState.submitted.rawValue]], mayAdd: false)),
    key: ["cycle", "start"])

  public let id: ID<PerformancePlan>
  public var employee: ID<Employee>?
  public var cycle: ID<EvaluationCycle>?
  public var start: Day?
  public var end: Day?
  /// The position as it was when the plan began.
  public var title: String?
  public var positionKind: PositionKind?
  public var post: ID<Post>?
  public var unit: ID<Unit>?
  public var grade: Grade?
  public var assessor: ID<Employee>?
  /// The assessor's superior, who hears objections.
  public var superior: ID<Employee>?
  /// Why the assessor is another one than was frozen first.
  public var assessorReason: AssessorChangeReason?
  public var model: PlanModel?
  public var state: PlanState?
  public var submittedOn: Day?
  public var agreedOn: Day?
  public var agreedBy: ID<Employee>?
  public var returnReason: PlanReturnReason?
  public var returnNote: String?
  public var resources: String?
  public var accountability: String?
  public var consequences: String?

  public init(id: ID<PerformancePlan>) { self.id = id }

  public static let fields: [Field<PerformancePlan>] = headFields + stateFields + annexFields

  private static let headFields: [Field<PerformancePlan>] = [
    Field("employee", Text("Pegawai", en: "Employee"), \.employee, required: true),
    Field("cycle", Text("Siklus", en: "Cycle"), \.cycle, required: true),
    Field("start", Text("Mulai", en: "From"), \.start, required: true),
    Field("end", Text("Sampai", en: "To"), \.end, required: true),
    Field("title", Text("Jabatan", en: "Position"), \.title, required: true),
    Field("positionKind", Text("Jenis jabatan", en: "Kind of position"), \.positionKind),
    Field("post", Text("Jabatan di peta", en: "Post in the map"), \.post),
    Field("unit", Text("Unit kerja", en: "Work unit"), \.unit),
    Field("grade", Text("Golongan", en: "Grade"), \.grade),
    Field(
      "assessor", Text("Pejabat penilai", en: "Assessor"), \.assessor,
      help: Text("Atasan langsung; dibekukan untuk SKP ini.", en: "The direct superior; frozen for this plan.")),
    Field(
      "superior", Text("Atasan pejabat penilai", en: "Assessor's superior"), \.superior,
      help: Text("Memeriksa keberatan.", en: "Hears objections.")),
    Field("assessorReason", Text("Alasan penilai diganti", en: "Why another assessor"), \.assessorReason),
  ]

  private static let stateFields: [Field<PerformancePlan>] = [
    Field("model", .verbatim("Model"), \.model),
    Field("state", Text("Keadaan", en: "State"), \.state, required: true),
    Field("submittedOn", Text("Diajukan", en: "Submitted on"), \.submittedOn),
    Field("agreedOn", Text("Ditetapkan", en: "Agreed on"), \.agreedOn),
    Field("agreedBy", Text("Ditetapkan oleh", en: "Agreed by"), \.agreedBy),
    Field("returnReason", Text("Alasan pengembalian", en: "Reason for returning"), \.returnReason),
    Field(
      "returnNote", Text("Catatan pengembalian", en: "Note on returning"), \.returnNote, type: .note(maximum: 1_000)),
  ]

  private static let annexFields: [Field<PerformancePlan>] = [
    Field(
      "resources", Text("Dukungan sumber daya", en: "Resources"), \.resources, type: .note(maximum: 2_000),
      section: Text("Lampiran SKP", en: "Annex")),
    Field(
      "accountability", Text("Skema pertanggungjawaban", en: "Accountability scheme"), \.accountability,
      type: .note(maximum: 2_000)),
    Field("consequences", Text("Konsekuensi", en: "Consequences"), \.consequences, type: .note(maximum: 2_000)),
  ]
}

extension PerformancePlan {
  public func problems(in book: Book) -> [Problem] {
    let cycle = cycle.flatMap { book.evaluationCycles[$0] }
    return [
      Problem.order(start: start, end: end, field: "end"),
      Problem.within(start, cycle?.start, cycle?.end, field: "start"),
      Problem.within(end, cycle?.start, cycle?.end, field: "end"), assessorProblem, superiorProblem,
      circleProblem(in: book),
      overlapProblem(in: book),
      state == .returned && returnReason == nil
        ? Problem("returnReason", Text("Pilih alasan pengembalian", en: "Choose the reason for returning")) : nil,
    ].compactMap(\.self)
  }

  private var assessorProblem: Problem? {
    guard assessor != nil, assessor == employee else { return nil }
    return Problem("assessor", Text("Tidak ada yang menilai dirinya sendiri", en: "Nobody is his own assessor"))
  }

  private var superiorProblem: Problem? {
    guard let superior, superior == employee || superior == assessor else { return nil }
    return Problem(
      "superior",
      Text("Harus orang lain dari pegawai dan penilainya", en: "Must be neither the person nor the assessor"))
  }

  /// Assessors lead upwards: nobody assesses, over others, the one who assesses him.
  private func circleProblem(in book: Book) -> Problem? {
    guard let employee, let start, var next = assessor, next != employee else { return nil }
    for _ in 0..<32 {
      guard let above = book.plan(of: next, on: start)?.assessor else { return nil }
      if above == employee { return .assessorCircle }
      next = above
    }
    return .assessorCircle
  }

  private func overlapProblem(in book: Book) -> Problem? {
    guard let employee, let start, let end else { return nil }
    let other = book.performancePlans.owned(by: employee.raw).first {
      $0.id != id && $0.cycle == cycle && ($0.start.map { $0 <= end } ?? false) && ($0.end.map { start <= $0 } ?? false)
    }
    guard let other else { return nil }
    let title = other.title ?? ""
    return Problem(
      "start", Text("Bertumpuk dengan SKP lain: \(title)", en: "Overlaps another plan: \(title)"))
  }
}

extension Problem {
  fileprivate static let assessorCircle = Problem(
    "assessor", Text("Penilai saling menilai berputar", en: "The assessors assess each other in a circle"))
}

extension Book {
  public var performancePlans: Records<PerformancePlan> { self[PerformancePlan.self] }

  /// The plan of a person that covers a day; nil when there is none.
  public func plan(of employee: ID<Employee>, on day: Day) -> PerformancePlan? {
    performancePlans.owned(by: employee.raw).last {
      ($0.start.map { $0 <= day } ?? false) && ($0.end.map { day <= $0 } ?? true)
    }
  }
}
