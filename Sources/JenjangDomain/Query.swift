import JSONText

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

  public init(search: String = "", conditions: [Condition] = [], sort: Sort? = nil) {
    self.search = search
    self.conditions = conditions
    self.sort = sort
  }
}

extension Query {
  func matches(row: Row, in table: Table) -> Bool {
    matchesSearch(row: row, in: table) && conditions.allSatisfy { $0.matches(row: row, in: table) }
  }

  private func matchesSearch(row: Row, in table: Table) -> Bool {
    let wanted = search.lowercased().filter { $0 != " " }
    guard !wanted.isEmpty else { return true }
    let label = table.value(table.type.kind.label, at: row)?.text ?? ""
    if label.lowercased().filter({ $0 != " " }).contains(wanted) { return true }
    let number = table.value("employeeNumber", at: row)?.text ?? ""
    return number.contains(wanted)
  }
}

extension Query.Condition {
  func matches(row: Row, in table: Table) -> Bool { test(row: row, in: table) != isNegated }

  private func test(row: Row, in table: Table) -> Bool {
    let value = table.value(field, at: row)
    if case .isAbsent = test { return value == nil }
    guard let value else { return false }
    let text = table.text(of: value, field: field, language: .indonesian).lowercased()
    switch test {
    case .contains(let wanted): return text.contains(wanted.lowercased())
    case .equals(let wanted): return text == wanted.lowercased() || value.text == wanted
    case .atLeast(let wanted): return (value.text ?? text) >= wanted
    case .atMost(let wanted): return (value.text ?? text) <= wanted
    case .isAbsent: return true
    }
  }
}
