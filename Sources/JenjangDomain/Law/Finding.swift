/// What a rule found about one of its conditions: never a bare yes or no.
public struct Finding: Sendable, Hashable {
  public enum Status: Sendable, Hashable {
    case met
    case notMet
    /// Something that the rule needs is not recorded.
    case cannotJudge
  }

  /// The name of the condition, `promotion.years` for instance; for ever.
  public let rule: String
  /// The condition in words.
  public let condition: Text
  public let status: Status
  /// The value that was found; nil when nothing is recorded.
  public let found: Text?
  /// The value that is needed; nil when the condition says it.
  public let needed: Text?
  /// The law or decision on which the condition rests.
  public let basis: Text
  public let certainty: Certainty
  /// The version of the parameter that decided; nil when none did.
  public let parameter: ParameterUse?
  /// Guidance: worth a second look or a reason in writing, and never in the way.
  public private(set) var isAdvice = false

  public init(
    _ rule: String, _ condition: Text, _ status: Status, found: Text? = nil, needed: Text? = nil, basis: Text,
    certainty: Certainty, parameter: ParameterUse? = nil
  ) {
    self.rule = rule
    self.condition = condition
    self.status = status
    self.found = found
    self.needed = needed
    self.basis = basis
    self.certainty = certainty
    self.parameter = parameter
  }

  /// A finding that rests on a version of a parameter.
  public init<Value>(
    _ rule: String, _ condition: Text, _ status: Status, found: Text? = nil, needed: Text? = nil,
    by used: InForce<Value>
  ) {
    self.init(
      rule, condition, status, found: found, needed: needed, basis: used.version.basis,
      certainty: used.version.certainty, parameter: used.use)
  }

  /// The same finding as guidance, which stops nothing.
  public var asAdvice: Finding {
    var advice = self
    advice.isAdvice = true
    return advice
  }

  /// What a rule says when no version of a parameter holds on the day.
  public static func noParameter<Value>(_ parameter: Parameter<Value>, on day: Day) -> Finding {
    Finding(
      parameter.key, parameter.title, .cannotJudge,
      needed: Text("parameter yang berlaku pada \(day.display)", en: "a parameter in force on \(day.display)"),
      basis: Text("Tidak ada parameter untuk tanggal ini", en: "No parameter for this date"), certainty: .decided)
  }
}

extension Finding.Status {
  public init(_ isMet: Bool) { self = isMet ? .met : .notMet }

  /// Cannot be judged while nothing is known.
  public init(_ isMet: Bool?) { self = isMet.map { $0 ? .met : .notMet } ?? .cannotJudge }

  /// The answer to whether it is met; nil while that cannot be judged.
  public var isMet: Bool? {
    switch self {
    case .met: true
    case .notMet: false
    case .cannotJudge: nil
    }
  }

  /// The word in files and in the output of commands; for ever.
  public var code: String {
    switch self {
    case .met: "met"
    case .notMet: "notMet"
    case .cannotJudge: "cannotJudge"
    }
  }

  public var title: Text {
    switch self {
    case .met: Text("terpenuhi", en: "met")
    case .notMet: Text("tidak terpenuhi", en: "not met")
    case .cannotJudge: Text("belum dapat dinilai", en: "cannot be judged")
    }
  }
}

extension Sequence<Finding> {
  /// The whole: not met when one is not, unknown while one cannot be judged.
  ///
  /// Guidance does not count, and what fails by a number that this program is unsure of is left to a person to judge.
  public var verdict: Finding.Status {
    var verdict = Finding.Status.met
    for finding in self where !finding.isAdvice && finding.status != .met {
      if finding.status == .notMet && finding.certainty != .unsure { return .notMet }
      verdict = .cannotJudge
    }
    return verdict
  }
}

/// How sure this program is of a number of law.
public enum Certainty: String, Sendable, Hashable, CaseIterable {
  /// Read in a published page.
  case verified = "V"
  /// From professional knowledge.
  case known = "K"
  /// A default that an agency should check.
  case unsure = "?"
  /// Decided by this program; not law.
  case decided = "D"
  /// Decided by the agency whose store it is.
  case agency = "A"

  public var title: Text {
    switch self {
    case .verified: Text("terbaca dalam sumber", en: "read in a source")
    case .known: Text("pengetahuan profesi", en: "professional knowledge")
    case .unsure: Text("belum pasti, periksa", en: "unsure, please check")
    case .decided: Text("ketentuan program", en: "decided by this program")
    case .agency: Text("ketetapan instansi", en: "decided by the agency")
    }
  }
}
