/// What a rule comes to that only says whether somebody meets its requirements.
public struct EligibilityOutcome: Described {
  /// Nil while that cannot be judged.
  public var isEligible: Bool?

  public init() {}

  static func judged(_ findings: [Finding]) -> Judgement<EligibilityOutcome> {
    var outcome = EligibilityOutcome()
    outcome.isEligible = findings.verdict.isMet
    return Judgement(outcome, findings)
  }

  public static let fields: [Field<EligibilityOutcome>] = [
    Field("isEligible", Text("Memenuhi syarat", en: "Meets the requirements"), \.isEligible)
  ]
}
