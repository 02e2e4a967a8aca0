/// Which levels posts require on a day: the standards in force, read once.
///
/// The standard of a named post goes before that of its kind and family, that before the one of the kind, and that
/// before the general table of the nine competencies. Each says only what it names.
///
/// Source: PermenPANRB 38/2017; domain reference 4.1.
public struct StandardsOnDay {
  /// What a post requires, and which standard said so last.
  public struct Requirement: Sendable, Hashable {
    public var levels: [String: Int] = [:]
    /// The most particular standard that had a say; nil where only the general table has.
    public var standard: ID<PositionStandard>?
    public var positionKind: PositionKind?

    public init() {}

    /// The codes in the order in which people read them: the nine first, then technical ones by code.
    public var codes: [String] {
      let standards = StandardCompetency.allCases.map(\.rawValue).filter { levels[$0] != nil }
      return standards + levels.keys.filter { StandardCompetency(rawValue: $0) == nil }.sorted()
    }
  }

  public let day: Day
  private let law: Law
  private var ofPost: [ID<Post>: PositionStandard] = [:]
  private var ofKind: [Scope: PositionStandard] = [:]

  private struct Scope: Hashable {
    let kind: PositionKind
    let family: [UInt8]?
  }

  public init(_ book: Book, on day: Day, by law: Law? = nil) {
    self.day = day
    self.law = law ?? book.law
    let table = book.positionStandards.table
    for row in 0..<table.rowCount {
      guard let standard = book.positionStandards.stored(row), standard.isInForce(on: day) else { continue }
      if let post = standard.post {
        if standard.isNewer(than: ofPost[post]) { ofPost[post] = standard }
      } else if let kind = standard.positionKind {
        let scope = Scope(kind: kind, family: standard.jobFamily.map(Folding.plain))
        if standard.isNewer(than: ofKind[scope]) { ofKind[scope] = standard }
      }
    }
  }

  /// What a post requires; a post that is not on the map is known by its kind alone.
  public func requirement(post: Post?, kind: PositionKind?) -> Requirement {
    var requirement = Requirement()
    let kind = post?.kind ?? kind
    requirement.positionKind = kind
    if let kind {
      if let level = general(kind) {
        for competency in StandardCompetency.allCases { requirement.levels[competency.rawValue] = level }
      }
      requirement.take(ofKind[Scope(kind: kind, family: nil)])
      if let family = post?.jobFamily.map(Folding.plain) {
        requirement.take(ofKind[Scope(kind: kind, family: family)])
      }
    }
    requirement.take(post.flatMap { ofPost[$0.id] })
    return requirement
  }

  private func general(_ kind: PositionKind) -> Int? {
    var input = RequiredLevel.Input()
    input.positionKind = kind
    input.day = day
    return try? RequiredLevel.judge(input, by: law).output.level?.number
  }
}

extension StandardsOnDay.Requirement {
  fileprivate mutating func take(_ standard: PositionStandard?) {
    guard let standard, let marks = standard.levels else { return }
    for (code, mark) in marks.all { levels[code] = mark.level }
    self.standard = standard.id
  }
}

extension PositionStandard {
  /// Whether it holds on a day, as far as its own dates say; a newer version ends it besides.
  public func isInForce(on day: Day) -> Bool {
    guard let from = validFrom, from <= day else { return false }
    return validTo.map { day <= $0 } ?? true
  }

  fileprivate func isNewer(than other: PositionStandard?) -> Bool {
    guard let other, let from = other.validFrom else { return true }
    return (validFrom ?? from, id.raw) > (from, other.id.raw)
  }
}
