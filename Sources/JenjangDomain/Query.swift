/// A question to a table: which rows, in which order.
///
/// Answered from columns; no record is decoded for it.
public struct Query: Sendable, Hashable {
  public struct Sort: Sendable, Hashable {
    public var field: String
    public var isDescending: Bool

    public init(_ field: String, descending: Bool = false) {
      self.field = field
      isDescending = descending
    }
  }

  /// One condition on one field or derived field.
  public struct Condition: Sendable, Hashable {
    public enum Test: Sendable, Hashable {
      /// The shown text contains this; a reference also when a record above the one referred to does.
      case contains(String)
      /// The stored code or the shown text is exactly this, without regard to case.
      case equals(String)
      /// The stored code is this one or lies under it: `III` is also `III/a`.
      case isUnder(String)
      case atLeast(String)
      case atMost(String)
      case isAbsent
    }

    public var field: String
    public var test: Test
    public var isNegated = false

    public init(_ field: String, _ test: Test, negated: Bool = false) {
      self.field = field
      self.test = test
      isNegated = negated
    }
  }

  /// What was typed: a part of the name without regard to blanks and case, or digits of the number.
  public var search = ""
  public var conditions: [Condition] = []
  public var sort: Sort?
  /// Best matches of the search first: names that are it, that have a word that begins with it, that contain it.
  ///
  /// `sort` orders those that are equally good then. Always so without a sort.
  public var ranksMatches = false

  public init(search: String = "", conditions: [Condition] = [], sort: Sort? = nil, ranksMatches: Bool = false) {
    self.search = search
    self.conditions = conditions
    self.sort = sort
    self.ranksMatches = ranksMatches
  }
}
