/// How well a mentor fits a mentee, part by part; made of the same facts for one pair and for all.
///
/// Source: peers reference, idea 12; domain reference 9.3 for who may be a mentor.
public struct MatchScore: Sendable, Hashable {
  /// 0 to 100 each.
  public let parts: [MatchPart: Int]
  /// 0 to 1,000: the weighted mean of the parts, in tenths of a point.
  public let total: Int
  /// The competencies in which the mentor has what the mentee lacks, the widest gap first.
  public let strengths: [String]

  init(
    _ mentee: MentoringPeople.Person, _ mentor: MentoringPeople.Person, wished: Row?, room: Int, capacity: Int,
    distance: Int, weights: ByCode<MatchPart, Int>, kind: MentoringKind
  ) {
    let met = mentee.gaps.filter { mentor.levels[$0.key] ?? 0 >= $0.value }
    let width = { (code: String) in (mentee.gaps[code] ?? 0) - (mentee.levels[code] ?? 0) }
    strengths = met.keys.sorted { (-width($0), $0) < (-width($1), $1) }
    let all = mentee.gaps.keys.map(width).reduce(0, +)
    var parts: [MatchPart: Int] = [:]
    parts[.strength] = all == 0 ? 0 : 100 * met.keys.map(width).reduce(0, +) / all
    parts[.goal] = MatchScore.goal(mentee, mentor)
    parts[.interest] =
      wished == mentor.row ? 100 : min(100, 40 * mentee.words.intersection(mentor.words).count)
    parts[.seniority] =
      kind == .reverse
      ? MatchScore.seniority(mentor.hired, mentee.hired) : MatchScore.seniority(mentee.hired, mentor.hired)
    parts[.distance] = distance
    parts[.load] = capacity == 0 ? 0 : 100 * max(0, room) / capacity
    self.parts = parts
    var (sum, weight) = (0, 0)
    for part in MatchPart.allCases {
      sum += (weights[part] ?? 0) * (parts[part] ?? 0)
      weight += weights[part] ?? 0
    }
    total = weight == 0 ? 0 : 10 * sum / weight
  }

  /// The very post that is aimed at, or the same kind of position.
  private static func goal(_ mentee: MentoringPeople.Person, _ mentor: MentoringPeople.Person) -> Int {
    if let post = mentee.goalPost, post == mentor.post { return 100 }
    if let kind = mentee.goalKind, kind == mentor.kind { return 70 }
    return 0
  }

  /// Ten years longer count in full.
  private static func seniority(_ younger: Day?, _ older: Day?) -> Int {
    guard let younger, let older, older < younger else { return 0 }
    return min(100, 10 * (younger.year - older.year))
  }
}

/// Why two people may not be paired.
public enum MatchObstacle: Sendable, Hashable, CaseIterable {
  case samePerson
  case banned
  case assessor
  case hearer
  case full
  case language
  case otherUnit
  /// Neither a level above nor longer in service.
  case standing
  /// The mentor's levels are below what the mentee needs, as far as they are known.
  case competence

  public var text: Text {
    switch self {
    case .samePerson: Text("Orang yang sama", en: "The same person")
    case .banned: Text("Dilarang dengan putusan", en: "Kept apart by a decision")
    case .assessor: Text("Penilai langsung peserta", en: "The direct assessor of the mentee")
    case .hearer: Text("Memutus keberatan peserta", en: "Decides objections of the mentee")
    case .full: Text("Pembimbing sudah penuh", en: "The mentor has no room")
    case .language: Text("Tidak ada bahasa yang sama", en: "No language in common")
    case .otherUnit: Text("Hanya membimbing unitnya sendiri", en: "Mentors the own unit only")
    case .standing:
      Text(
        "Tidak setingkat lebih tinggi dan tidak lebih lama bertugas", en: "Neither a level above nor longer in service")
    case .competence: Text("Kompetensi di bawah sasaran", en: "Competence below the target")
    }
  }
}
