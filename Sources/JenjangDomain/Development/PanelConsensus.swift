/// What the levels that a panel's assessors gave for one competency come to.
///
/// By average it is their mean, a half counting upwards. By consensus it is the level that most gave, of two equally
/// many the lower one; assessors who are two levels or more apart have to talk first. No rule of law says how: this is
/// the office's own convention.
public struct PanelConsensus: Sendable, Hashable {
  public let code: String
  /// 1 to 5 each, in the order of the assessors.
  public let given: [Int]
  /// Nil where the assessors have to talk first.
  public let level: Int?

  public init(code: String, given: [Int], by method: ConsensusMethod) {
    self.code = code
    self.given = given
    level = method == .average ? PanelConsensus.mean(of: given) : PanelConsensus.common(of: given)
  }

  /// How far apart the assessors are.
  public var spread: Int { (given.max() ?? 0) - (given.min() ?? 0) }

  private static func mean(of given: [Int]) -> Int? {
    given.isEmpty ? nil : (2 * given.reduce(0, +) + given.count) / (2 * given.count)
  }

  private static func common(of given: [Int]) -> Int? {
    guard let lowest = given.min(), let highest = given.max(), highest - lowest <= 1 else { return nil }
    return given.count { $0 == highest } > given.count { $0 == lowest } ? highest : lowest
  }
}

extension Assessment {
  /// What the panel's levels on the pieces of evidence come to, in the order of the dictionary's codes.
  public func panelConsensus(in book: Book) -> [PanelConsensus] {
    book.assessmentEvidence.owned(by: id.raw).compactMap { evidence in
      guard let code = evidence.competency.flatMap({ book.competencies[$0]?.code }),
        let given = evidence.panel.flatMap(AssessmentEvidence.levels)
      else { return nil }
      return PanelConsensus(code: code, given: given.map(\.number), by: consensus ?? .panel)
    }.sorted { $0.code < $1.code }
  }

  /// With the levels on which the panel agrees; what was measured of their parts stays.
  public func taking(_ consensus: [PanelConsensus]) -> Assessment {
    var taken = self
    var marks = levels ?? CompetencyMarks()
    for found in consensus {
      guard let level = found.level else { continue }
      var mark = marks[found.code] ?? CompetencyMark(level)
      mark.level = level
      marks[found.code] = mark
    }
    taken.levels = marks.isEmpty ? nil : marks
    return taken
  }
}
