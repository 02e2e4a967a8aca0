/// Candidates for the vacancies of a formation, as the rules of recruitment are asked about them.
public struct Contest<Candidate: Described>: Described {
  public var vacancies: Int?
  public var day: Day?
  public var candidates: [Candidate] = []

  public init() {}

  public static var fields: [Field<Contest>] {
    [
      Field("vacancies", .vacancies, \.vacancies, type: .integer(1...9_999), required: true),
      Field("day", .lawDay, \.day, required: true),
    ]
  }
  public static var tables: [Rows<Contest>] { [Rows("candidates", .candidates, \.candidates, required: true)] }
}

/// The answer of a rule that ranks.
public struct RankedCandidates: Described {
  /// Best first.
  public var placed: [Placed] = []

  public init() {}

  public static let fields: [Field<RankedCandidates>] = []
  public static var tables: [Rows<RankedCandidates>] { [Rows("placed", .rank, \.placed)] }
}

/// A candidate in a ranking.
public struct Placed: Described {
  public var rank: Int?
  public var name: String?
  public var final: Decimal?
  public var outcome: SeatOutcome?

  public init() {}

  public static let fields: [Field<Placed>] = [
    Field("rank", .rank, \.rank), Field("name", .candidate, \.name),
    Field("final", Text("Nilai akhir", en: "Final score"), \.final, type: .decimal(scale: 3)),
    Field("outcome", .outcome, \.outcome),
  ]
}

extension Ranking {
  /// The ranked candidates, best first.
  func placed(_ names: [String?], _ finals: [Decimal]) -> [Placed] {
    order.map { place in
      var placed = Placed()
      placed.rank = ranks[place]
      placed.name = names[place]
      placed.final = finals[place]
      placed.outcome = outcomes[place]
      return placed
    }
  }
}
