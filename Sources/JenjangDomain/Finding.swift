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

  public init(
    _ rule: String, _ condition: Text, _ status: Status, found: Text? = nil, needed: Text? = nil, basis: Text,
    certainty: Certainty
  ) {
    self.rule = rule
    self.condition = condition
    self.status = status
    self.found = found
    self.needed = needed
    self.basis = basis
    self.certainty = certainty
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

  public var title: Text {
    switch self {
    case .verified: Text("terbaca dalam sumber", en: "read in a source")
    case .known: Text("pengetahuan profesi", en: "professional knowledge")
    case .unsure: Text("belum pasti, periksa", en: "unsure, please check")
    case .decided: Text("ketentuan program", en: "decided by this program")
    }
  }
}
