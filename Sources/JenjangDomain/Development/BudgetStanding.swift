/// How a budget line stands: what its entries make of what was planned.
public struct BudgetStanding: Sendable, Hashable {
  public var planned = 0
  /// Added, cut, and shifted in or out, as one figure that may be below zero.
  public var shifted = 0
  /// Promised to events and not spent yet.
  public var committed = 0
  public var spent = 0

  public init() {}

  /// What may still be committed; below zero only by a named decision.
  public var left: Int { planned + shifted - committed - spent }

  /// What an entry of the line itself does to it; `isTarget` for the line that a shift goes to.
  public mutating func add(_ kind: BudgetEntryKind, _ amount: Int, isTarget: Bool = false) {
    switch kind {
    case .addition: shifted += amount
    case .cut: shifted -= amount
    case .shift: shifted += isTarget ? amount : -amount
    case .commitment: committed += amount
    case .release: committed -= amount
    case .spending:
      // What was committed is spent first.
      committed -= min(max(0, committed), amount)
      spent += amount
    }
  }

  /// The sum of several lines.
  public static func + (left: BudgetStanding, right: BudgetStanding) -> BudgetStanding {
    var sum = left
    sum.planned += right.planned
    sum.shifted += right.shifted
    sum.committed += right.committed
    sum.spent += right.spent
    return sum
  }
}

extension Book {
  /// How a line stands, without one entry or with one as it would be, where they are given.
  public func standing(
    of line: BudgetLine, without exception: ID<BudgetEntry>? = nil, with changed: BudgetEntry? = nil
  ) -> BudgetStanding {
    var standing = BudgetStanding()
    standing.planned = line.planned ?? 0
    let own = budgetEntries.owned(by: line.id.raw)
    let incoming = budgetEntries.table.rows(referring: "toLine", to: line.id.raw).compactMap { budgetEntries[$0] }
    var entries = (own + incoming).filter { $0.id != exception && $0.id != changed?.id }
    if let changed { entries.append(changed) }
    let ordered = entries.sorted { ($0.date ?? day, $0.id.raw) < ($1.date ?? day, $1.id.raw) }
    for entry in ordered {
      guard let kind = entry.kind, let amount = entry.amount else { continue }
      standing.add(kind, amount, isTarget: entry.toLine == line.id)
    }
    return standing
  }
}

extension BudgetEntry {
  /// Nothing may become less than nothing unless somebody decided it and is named.
  func overdraft(in book: Book) -> Problem? {
    guard kind != nil, amount != nil, let line = line.flatMap({ book.budgetLines[$0] }), (decision ?? "").isEmpty
    else { return nil }
    let before = book.standing(of: line, without: id)
    // In its place among the others: what was spent later came out of what was committed before.
    let standing = book.standing(of: line, with: self)
    if standing.committed < 0 {
      return Problem(
        "amount",
        Text(
          "Yang dilepas melebihi komitmen \(Rupiah.text(before.committed))",
          en: "More than the commitment of \(Rupiah.text(before.committed))"))
    }
    guard standing.left < 0, standing.left < before.left else { return nil }
    return Problem(
      "amount",
      Text(
        "Melebihi sisa \(Rupiah.text(before.left)); kurangi atau isi keputusannya",
        en: "More than the \(Rupiah.text(before.left)) left; enter less or name the decision"))
  }
}
