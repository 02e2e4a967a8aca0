/// Every rule, one line each.
public enum RuleBook {
  public static let rules: [AnyRule] = [
    AnyRule(RetirementRule.self),
    AnyRule(RegularRankPromotion.self),
  ]

  /// The rule of a name; nil when there is none.
  public static func rule(_ name: String) -> AnyRule? { rules.first { $0.name == name } }
}
