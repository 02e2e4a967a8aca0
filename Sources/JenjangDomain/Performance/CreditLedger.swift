/// The credit points of a person as the decrees on record say them: what rules and the PAK sheet rest on.
public struct CreditLedger {
  public let person: PersonFacts
  /// Every decree, oldest first, those that a yearly conversion replaced among them.
  public let decrees: [CreditDecree]

  public init(of person: PersonFacts) {
    self.person = person
    decrees = person.book.creditDecrees.owned(by: person.state.employee.id.raw)
  }

  /// The level held on the day; nil outside functional posts.
  public var level: PositionKind? { person.state.position?.positionKind.flatMap { $0.isFunctional ? $0 : nil } }

  /// The decrees that count in the level held, without base points: points begin again at a new level.
  public var counted: [CreditDecree] {
    guard let level else { return [] }
    return decrees.filter { decree in
      decree.positionKind == level && decree.isReplaced != true && decree.origin != .base
        && (decree.start.map { $0 <= person.day } ?? true)
    }
  }

  /// The case of `CreditStanding`; nil outside functional posts.
  public var input: CreditStanding.Input? {
    var input = CreditStanding.Input()
    input.positionKind = person.state.position?.positionKind
    input.grade = person.state.grade
    input.day = person.day
    guard level != nil else { return input }
    input.base = base
    input.entries = counted.map { $0.entry(by: person.law) }
    return input
  }

  /// The points with which the level was begun: as a decree says, else those of the rank then held.
  private var base: Decimal? {
    guard let level else { return nil }
    let written = decrees.filter { $0.positionKind == level && $0.origin == .base && $0.isReplaced != true }
    if !written.isEmpty { return written.compactMap(\.points).map { Fraction($0) }.reduce(.zero, +).rounded(3) }
    guard let first = counted.first, let start = first.start else { return nil }
    let ranks = person.book.rankHistories.owned(by: person.state.employee.id.raw)
    let held = first.grade ?? ranks.last { $0.effectiveDate.map { $0 <= start } ?? false }?.grade
    guard let held, level.ranks?.contains(held) ?? false else { return nil }
    return person.law.find(CreditPoints.base, held, on: person.day)?.value
  }

  /// Where the person stands, with what the rule found; nil outside functional posts and without parameters.
  public var standing: Judgement<CreditStanding.Output>? {
    guard level != nil, let input else { return nil }
    do throws(NoParameter) { return try CreditStanding.judge(input, by: person.law) } catch { return nil }
  }

  /// The points in all; nil while nothing is on record, so that nobody is found wanting for an empty file.
  public var points: Decimal? {
    guard level != nil, !decrees.isEmpty else { return nil }
    return standing?.output.total
  }
}

extension CreditDecree {
  /// The row of the rules: a conversion where its months and rating give the points that were decided, so that sums stay
  /// exact; else the points themselves.
  func entry(by law: Law) -> CreditEntry {
    var entry = CreditEntry()
    entry.year = start?.year
    entry.positionKind = positionKind
    if let predicate, let start, let end, start.year == end.year, let months, months == end.month - start.month + 1 {
      var conversion = entry
      (conversion.firstMonth, conversion.lastMonth) = (start.month, end.month)
      conversion.predicate = predicate
      if let earned = try? conversion.earned(by: law), earned.rounded(3) == points?.rounded(3) { return conversion }
    }
    entry.points = points ?? Decimal(0)
    return entry
  }
}
