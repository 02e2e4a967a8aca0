extension MatchSearch {
  /// Somebody who got no mentor.
  public struct Alone: Sendable, Hashable {
    public let mentee: Row
    public let cause: Cause
  }

  /// Why somebody got no mentor.
  public enum Cause: Sendable, Hashable {
    /// Nobody offers to be one.
    case noOffers
    /// Something stands against each of them; this against most.
    case obstacle(MatchObstacle, count: Int)
    /// Those who could are needed by others.
    case taken(best: Row)
  }

  func cause(_ row: Int) -> Cause {
    guard !mentors.isEmpty else { return .noOffers }
    if let best = suggestions(for: mentees[row], most: 1).first { return .taken(best: best.mentor) }
    var counts: [MatchObstacle: Int] = [:]
    for column in mentors.indices {
      if let obstacle = obstacle(ofMentees[row], ofMentors[column]) { counts[obstacle, default: 0] += 1 }
    }
    let order = MatchObstacle.allCases.filter { counts[$0] != nil }
    guard let most = order.max(by: { counts[$0] ?? 0 < counts[$1] ?? 0 }) else { return .noOffers }
    return .obstacle(most, count: counts[most] ?? 0)
  }

  /// Whether everybody is scored, so that suggestions can be made.
  public var isScored: Bool { ofMentees.count == mentees.count }

  /// The mentors who could take somebody, the best first, whatever the others need.
  public func suggestions(for mentee: Row, most: Int = 10) -> [Proposal] {
    guard let row = mentees.firstIndex(of: mentee), ofMentees.indices.contains(row) else { return [] }
    return best(mentors.indices.compactMap { proposal(row, $0) }, most)
  }

  /// The mentees whom a mentor could take, the best first.
  public func suggestions(by mentor: Row, most: Int = 10) -> [Proposal] {
    guard let column = mentors.firstIndex(of: mentor), isScored else { return [] }
    return best(mentees.indices.compactMap { proposal($0, column) }, most)
  }

  /// What stands between a mentee and each of the mentors who may not be hers, in the order of the mentors.
  public func refusals(for mentee: Row) -> [(mentor: Row, obstacle: MatchObstacle)] {
    guard let row = mentees.firstIndex(of: mentee), ofMentees.indices.contains(row) else { return [] }
    return ofMentors.compactMap { mentor in obstacle(ofMentees[row], mentor).map { (mentor.row, $0) } }
  }

  /// What stands between a mentor and each of the mentees whom he may not take, in the order of the mentees.
  public func refusals(by mentor: Row) -> [(mentee: Row, obstacle: MatchObstacle)] {
    guard let column = mentors.firstIndex(of: mentor), isScored else { return [] }
    return ofMentees.compactMap { mentee in obstacle(mentee, ofMentors[column]).map { (mentee.row, $0) } }
  }

  private func proposal(_ row: Int, _ column: Int) -> Proposal? {
    self[row, column].map {
      Proposal(mentee: mentees[row], mentor: mentors[column], score: $0, isLocked: isLocked(row, column))
    }
  }

  private func best(_ proposals: [Proposal], _ most: Int) -> [Proposal] {
    let sorted = proposals.sorted {
      ($0.isLocked ? 0 : 1, -$0.score.total, $0.mentor, $0.mentee)
        < ($1.isLocked ? 0 : 1, -$1.score.total, $1.mentor, $1.mentee)
    }
    return Array(sorted.prefix(most))
  }
}

extension MatchSearch {
  /// The pair of a proposal as it is saved, with what spoke for it and the parameters that counted.
  public func pair(
    _ proposal: Proposal, id: ID<MentoringPair>, programme: MentoringProgramme? = nil, by person: ID<Employee>?,
    in book: Book
  ) -> MentoringPair {
    let table = book.employees.table
    var pair = MentoringPair(id: id)
    pair.mentee = ID(table.id(of: proposal.mentee))
    pair.mentor = ID(table.id(of: proposal.mentor))
    pair.kind = terms.kind
    pair.state = .proposed
    pair.programme = programme?.id
    pair.proposedOn = day
    pair.proposedBy = person
    pair.end = programme?.end
    record(proposal, in: &pair)
    return pair
  }

  /// Writes into a pair what spoke for it.
  public func record(_ proposal: Proposal, in pair: inout MentoringPair) {
    pair.score = Decimal(units: Int64(proposal.score.total), scale: 1)
    pair.reasons = MatchReasons(proposal.score).text
    pair.policy = policy.isEmpty ? nil : policy
  }

  /// What the two would work on: the gaps of the mentee that the mentor can close, the widest first.
  public func goals(
    of proposal: Proposal, pair: MentoringPair, in book: Book, most: Int = 3, id: () -> RecordID
  ) -> [MentoringGoal] {
    guard let row = mentees.firstIndex(of: proposal.mentee), ofMentees.indices.contains(row) else { return [] }
    let (held, gaps) = (ofMentees[row].levels, ofMentees[row].gaps)
    let names = CompetencyNames(book)
    let table = book.competencies.table
    return proposal.score.strengths.prefix(most).map { code in
      var goal = MentoringGoal(id: ID(id()))
      goal.pair = pair.id
      goal.text = names[code]
      goal.competency = table.firstRow(where: "code", is: code).map { ID(table.id(of: $0)) }
      goal.before = held[code]
      goal.target = gaps[code]
      goal.by = pair.end
      goal.progress = 0
      goal.state = .active
      return goal
    }
  }
}

/// What a match was made of, as a pair keeps it: `KEKUATAN 100, TUJUAN 0, …; INTEGRITAS, KEU-01`.
public struct MatchReasons: Sendable, Hashable {
  public let parts: [MatchPart: Int]
  /// The codes of the competencies in which the mentor has what the mentee lacks.
  public let strengths: [String]

  public init(_ score: MatchScore) {
    parts = score.parts
    strengths = score.strengths
  }

  /// Nil for a text that somebody wrote in words.
  public init?(_ text: String) {
    let halves = text.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
    var parts: [MatchPart: Int] = [:]
    for entry in halves[0].split(separator: ",") {
      let words = entry.split(separator: " ")
      guard words.count == 2, let part = MatchPart(rawValue: String(words[0])), let value = Int(words[1]) else {
        return nil
      }
      parts[part] = value
    }
    guard !parts.isEmpty else { return nil }
    self.parts = parts
    strengths =
      halves.count < 2
      ? [] : halves[1].split(separator: ",").map { code in String(code.drop { $0 == " " }) }.filter { !$0.isEmpty }
  }

  public var text: String {
    let told = MatchPart.allCases.compactMap { part in parts[part].map { "\(part.rawValue) \($0)" } }
    return ([told.joined(separator: ", ")] + (strengths.isEmpty ? [] : [strengths.joined(separator: ", ")]))
      .joined(separator: "; ")
  }
}

extension MatchSearch.Cause {
  /// In words; `name` tells people by their rows.
  public func text(_ name: (Row) -> String) -> Text {
    switch self {
    case .noOffers: Text("Belum ada yang bersedia membimbing", en: "Nobody offers to mentor yet")
    case .obstacle(let obstacle, let count):
      Text(
        "\(obstacle.text.indonesian) (\(count) pembimbing)", en: "\(obstacle.text.english) (\(count) mentors)")
    case .taken(let best):
      Text("Tempat habis; terbaik: \(name(best))", en: "No room left; the best: \(name(best))")
    }
  }
}
