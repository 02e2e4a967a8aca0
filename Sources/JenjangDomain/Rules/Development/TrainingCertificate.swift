/// Whether a participant of a training earns the certificate.
///
/// Source: domain reference 9.2; the lowest attendance is local.
public enum TrainingCertificate: Rule {
  public struct Input: Described {
    public var attended: Int?
    public var held: Int?
    public var isPassed: Bool?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("attended", Text("Sesi dihadiri", en: "Sessions attended"), \.attended, required: true),
      Field("held", Text("Sesi diadakan", en: "Sessions held"), \.held, type: .integer(1...9_999), required: true),
      Field("isPassed", .passed, \.isPassed),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var attendance: Decimal?
    public var isEarned: Bool?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("attendance", Text("Kehadiran (%)", en: "Attendance (%)"), \.attendance),
      Field("isEarned", Text("Mendapat sertifikat", en: "Earns the certificate"), \.isEarned),
    ]
  }

  public static let name = "training-certificate"
  public static let title = Text("Sertifikat pelatihan", en: "Certificate of a training")
  public static let purpose = Text(
    "Apakah peserta pelatihan berhak atas sertifikat.", en: "Whether a participant earns the certificate.")
  public static let basis = Text.local
  public static let subject = RuleSubject.development
  public static let parameters = [AnyParameter(TrainingEvents.attendance)]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let attended = input.attended, let held = input.held, held > 0, let day = input.day else {
      return Judgement(Output())
    }
    let lowest = try law.require(TrainingEvents.attendance, on: day)
    let share = Fraction(Int128(attended) * 100, Int128(held))
    let findings = [
      Finding(
        "certificate.attendance", TrainingEvents.attendance.title, isMet: share >= Fraction(lowest.value),
        found: share.rounded(2).words, needed: .atLeast(.verbatim("\(lowest.value)%")), by: lowest),
      Finding("certificate.passed", .passed, .init(input.isPassed), basis: basis, certainty: .decided),
    ]
    var output = Output()
    output.attendance = share.rounded(2)
    output.isEarned = findings.verdict.isMet
    return Judgement(output, findings)
  }
}

extension Text {
  fileprivate static let passed = Text("Lulus", en: "Passed")
}
