/// How an assessor rated somebody's work and behaviour in a period, and what followed from it.
///
/// The ratings are the assessor's judgement: no formula gives them. The predicate follows from the two of them.
///
/// Source: PermenPANRB 6/2022; domain reference 3.3 to 3.6.
public struct Evaluation: Record {
  public static let kind = Kind(
    "evaluations", Text("Penilaian kinerja", en: "Evaluation"), plural: Text("Penilaian kinerja", en: "Evaluations"),
    owner: "employee", label: "predicate", date: "end", area: .evaluation,
    standing: Standing(
      parties: ["assessor", "superior"],
      reserved: [
        "superior": [
          "calibratedWork", "calibratedBehaviour", "calibratedBy", "calibratedOn", "calibrationReason", "ruledWork",
          "ruledBehaviour",
        ]
      ],
      own: OwnPart(
        seenOnce: "releasedOn", fields: ["acknowledgedOn", "acknowledgement", "state"],
        codes: ["state": [EvaluationState.accepted.rawValue, EvaluationState.objected.rawValue]], mayAdd: false)),
    key: ["plan", "period"])

  public let id: ID<Evaluation>
  public var employee: ID<Employee>?
  public var plan: ID<PerformancePlan>?
  public var period: ID<EvaluationPeriod>?
  /// The last day of the part of the period that was evaluated.
  public var end: Day?
  public var assessor: ID<Employee>?
  public var superior: ID<Employee>?
  public var state: EvaluationState?
  /// The rating of each work result by its number.
  public var results: ResultRatings?
  public var service: ExpectationRating?
  public var accountable: ExpectationRating?
  public var competent: ExpectationRating?
  public var harmonious: ExpectationRating?
  public var loyal: ExpectationRating?
  public var adaptive: ExpectationRating?
  public var collaborative: ExpectationRating?
  /// The assessor's judgement of all results together.
  public var work: ExpectationRating?
  /// The assessor's judgement of behaviour as a whole.
  public var behaviour: ExpectationRating?
  public var predicate: PerformancePredicate?
  /// The versions of the parameters by which the predicate was found, as `ParameterUse` prints them.
  public var policy: String?
  public var note: String?
  public var recommendation: Recommendation?
  public var recommendationNote: String?
  public var ratedOn: Day?
  /// What the superior put in the place of the assessor's ratings; the assessor's own stay above.
  public var calibratedWork: ExpectationRating?
  public var calibratedBehaviour: ExpectationRating?
  public var calibratedBy: ID<Employee>?
  public var calibratedOn: Day?
  public var calibrationReason: String?
  /// What the ruling on an objection put in the place of both.
  public var ruledWork: ExpectationRating?
  public var ruledBehaviour: ExpectationRating?
  public var releasedOn: Day?
  /// The day on which the person received the result.
  public var acknowledgedOn: Day?
  public var acknowledgement: String?

  public init(id: ID<Evaluation>) { self.id = id }

  public static let fields: [Field<Evaluation>] = headFields + ratingFields + judgementFields + afterFields

  private static let headFields: [Field<Evaluation>] = [
    Field("employee", Text("Pegawai", en: "Employee"), \.employee, required: true),
    Field("plan", .verbatim("SKP"), \.plan, required: true),
    Field("period", Text("Periode", en: "Period"), \.period, required: true),
    Field("end", Text("Sampai", en: "To"), \.end, required: true),
    Field("assessor", Text("Pejabat penilai", en: "Assessor"), \.assessor, required: true),
    Field("superior", Text("Atasan pejabat penilai", en: "Assessor's superior"), \.superior),
    Field("state", Text("Keadaan", en: "State"), \.state, required: true),
  ]

  private static let ratingFields: [Field<Evaluation>] = [
    Field(
      "results", Text("Nilai hasil kerja", en: "Ratings of the results"), \.results,
      section: Text("Penilaian", en: "Ratings")),
    Field("service", BehaviourValue.service.title, \.service),
    Field("accountable", BehaviourValue.accountable.title, \.accountable),
    Field("competent", BehaviourValue.competent.title, \.competent),
    Field("harmonious", BehaviourValue.harmonious.title, \.harmonious),
    Field("loyal", BehaviourValue.loyal.title, \.loyal),
    Field("adaptive", BehaviourValue.adaptive.title, \.adaptive),
    Field("collaborative", BehaviourValue.collaborative.title, \.collaborative),
  ]

  private static let judgementFields: [Field<Evaluation>] = [
    Field(
      "work", Text("Hasil kerja", en: "Work result"), \.work, section: Text("Kesimpulan", en: "Judgement")),
    Field("behaviour", Text("Perilaku kerja", en: "Work behaviour"), \.behaviour),
    Field("predicate", .predicate, \.predicate),
    Field("policy", Text("Dasar perhitungan", en: "Found by"), \.policy, type: .text(maximum: 400)),
    Field("note", Text("Catatan penilai", en: "Assessor's note"), \.note, type: .note(maximum: 2_000)),
    Field("recommendation", Text("Rekomendasi", en: "Recommendation"), \.recommendation),
    Field(
      "recommendationNote", Text("Isi rekomendasi", en: "What is recommended"), \.recommendationNote,
      type: .note(maximum: 1_000)),
    Field("ratedOn", Text("Dinilai pada", en: "Rated on"), \.ratedOn),
  ]

  private static let afterFields: [Field<Evaluation>] = [
    Field(
      "calibratedWork", Text("Hasil kerja, kalibrasi", en: "Work result, calibrated"), \.calibratedWork,
      section: Text("Kalibrasi atasan", en: "Calibration by the superior")),
    Field("calibratedBehaviour", Text("Perilaku, kalibrasi", en: "Behaviour, calibrated"), \.calibratedBehaviour),
    Field("calibratedBy", Text("Dikalibrasi oleh", en: "Calibrated by"), \.calibratedBy),
    Field("calibratedOn", Text("Dikalibrasi pada", en: "Calibrated on"), \.calibratedOn),
    Field(
      "calibrationReason", Text("Alasan kalibrasi", en: "Reason for calibrating"), \.calibrationReason,
      type: .note(maximum: 1_000)),
    Field(
      "ruledWork", Text("Hasil kerja, putusan keberatan", en: "Work result, ruled"), \.ruledWork,
      section: Text("Sesudahnya", en: "Afterwards")),
    Field("ruledBehaviour", Text("Perilaku, putusan keberatan", en: "Behaviour, ruled"), \.ruledBehaviour),
    Field("releasedOn", Text("Disampaikan pada", en: "Released on"), \.releasedOn),
    Field("acknowledgedOn", Text("Diterima pegawai pada", en: "Received on"), \.acknowledgedOn),
    Field(
      "acknowledgement", Text("Tanggapan pegawai", en: "The person's response"), \.acknowledgement,
      type: .note(maximum: 2_000)),
  ]

  /// The rating of work that counts: the ruling's, else the superior's, else the assessor's.
  public var finalWork: ExpectationRating? { ruledWork ?? calibratedWork ?? work }
  /// The rating of behaviour that counts.
  public var finalBehaviour: ExpectationRating? { ruledBehaviour ?? calibratedBehaviour ?? behaviour }

  /// The rating of one of the seven values.
  public subscript(value: BehaviourValue) -> ExpectationRating? {
    get { self[keyPath: value.rating] }
    set { self[keyPath: value.rating] = newValue }
  }
}

extension Evaluation {
  public func problems(in book: Book) -> [Problem] {
    let plan = plan.flatMap { book.performancePlans[$0] }
    return [
      planProblem(plan), Problem.within(end, plan?.start, plan?.end, field: "end"), assessorProblem,
      resultProblem(in: book),
      noteProblem, judgementProblem,
      (calibratedWork != nil || calibratedBehaviour != nil) && (calibrationReason ?? "").isEmpty
        ? Problem("calibrationReason", Text("Tuliskan alasan kalibrasi", en: "Give the reason for calibrating")) : nil,
    ].compactMap(\.self) + problems(beside: plan, in: book)
  }

  private func planProblem(_ plan: PerformancePlan?) -> Problem? {
    guard let plan else { return nil }
    if plan.employee != employee { return Problem("plan", Text("SKP milik orang lain", en: "Somebody else's plan")) }
    guard plan.state != .agreed else { return nil }
    return Problem(
      "plan",
      Text("SKP belum ditetapkan, jadi belum dapat dinilai", en: "The plan is not agreed, so nothing is to rate"))
  }

  private var assessorProblem: Problem? {
    guard assessor != nil, assessor == employee else { return nil }
    return Problem("assessor", Text("Tidak ada yang menilai dirinya sendiri", en: "Nobody is his own assessor"))
  }

  private func resultProblem(in book: Book) -> Problem? {
    guard let plan, let results, !results.isEmpty else { return nil }
    let known = Set(book.results(of: plan).compactMap(\.number))
    guard let unknown = results.numbers.first(where: { !known.contains($0) }) else { return nil }
    return Problem(
      "results", Text("SKP tidak punya hasil kerja nomor \(unknown)", en: "The plan has no result number \(unknown)"))
  }

  private var noteProblem: Problem? {
    guard work == .below || behaviour == .below, (note ?? "").isEmpty else { return nil }
    return Problem(
      "note", behaviour == .below ? .misconductNote : .belowNote, severity: state == .draft ? .warning : .error)
  }

  private var judgementProblem: Problem? {
    guard let state, state != .draft else { return nil }
    if work == nil { return Problem("work", Text("Nilai dulu hasil kerjanya", en: "Rate the work result first")) }
    if behaviour == nil { return Problem("behaviour", Text("Nilai dulu perilakunya", en: "Rate the behaviour first")) }
    return nil
  }
}

extension Text {
  fileprivate static let belowNote = Text(
    "Nilai di bawah ekspektasi memerlukan catatan", en: "A rating below expectation needs a note")
  fileprivate static let misconductNote = Text(
    "Perilaku di bawah ekspektasi berarti pelanggaran: catat kejadiannya",
    en: "Behaviour below expectation means misconduct: note what happened")
}

extension BehaviourValue {
  fileprivate var rating: WritableKeyPath<Evaluation, ExpectationRating?> {
    switch self {
    case .service: \.service
    case .accountable: \.accountable
    case .competent: \.competent
    case .harmonious: \.harmonious
    case .loyal: \.loyal
    case .adaptive: \.adaptive
    case .collaborative: \.collaborative
    }
  }

  /// The field of an evaluation that holds its rating.
  public var field: String {
    switch self {
    case .service: "service"
    case .accountable: "accountable"
    case .competent: "competent"
    case .harmonious: "harmonious"
    case .loyal: "loyal"
    case .adaptive: "adaptive"
    case .collaborative: "collaborative"
    }
  }
}

extension Book {
  public var evaluations: Records<Evaluation> { self[Evaluation.self] }

  /// The evaluation of a plan in a period; nil while there is none.
  public func evaluation(of plan: PerformancePlan, in period: ID<EvaluationPeriod>) -> Evaluation? {
    guard let employee = plan.employee else { return nil }
    return evaluations.owned(by: employee.raw).first { $0.plan == plan.id && $0.period == period }
  }
}
