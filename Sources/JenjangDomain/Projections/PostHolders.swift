/// Somebody in a post, from a day on.
public struct PostHolder: Sendable {
  public let employee: Employee
  public let position: PositionHistory

  /// In one's own right, or acting for somebody.
  public var assignment: AssignmentKind { position.assignment ?? .definitive }
}

/// A post on a day: who holds it, and since when places in it are empty.
public struct PostHolders: Sendable {
  public let post: Post
  /// Holders in their own right first, then those who act or deputise.
  public let holders: [PostHolder]
  /// Places that the position map approves and nobody fills; 0 when none.
  public let vacancies: Int
  /// The first day on which fewer people held the post than now approved; nil without vacancy or when never held.
  public let vacantSince: Day?

  /// Nil when there is no such post.
  ///
  /// Reads only the positions that name the post, and their holders' other ones.
  public init?(of id: ID<Post>, in book: Book, on day: Day) {
    guard let post = book.posts[id] else { return nil }
    self.post = post
    let positions = book.positionHistories.rows(where: "post", is: id.raw.text).compactMap {
      book.positionHistories[$0]
    }
    let spells = positions.compactMap { Spell($0, in: book, until: day) }
    let current = spells.filter { $0.end.map { day < $0 } ?? true }.sorted { $0.start < $1.start }
    holders = (current.filter(\.isDefinitive) + current.filter { !$0.isDefinitive }).map {
      PostHolder(employee: $0.employee, position: $0.position)
    }
    let filled = holders.count { $0.assignment == .definitive }
    vacancies = max(0, (post.requiredCount ?? 1) - filled)
    let lastEnd = spells.filter(\.isDefinitive).compactMap(\.end).filter { $0 <= day }.max()
    vacantSince = vacancies > 0 ? lastEnd : nil
  }

  /// The time somebody spent in the post, as far as it had begun.
  private struct Spell {
    let employee: Employee
    let position: PositionHistory
    let start: Day
    /// The first day on which it was over; nil while it lasts.
    let end: Day?
    var isDefinitive: Bool { position.isDefinitive }

    init?(_ position: PositionHistory, in book: Book, until day: Day) {
      guard let start = position.effectiveDate, start <= day, let owner = position.employee,
        let employee = book.employees[owner]
      else { return nil }
      self.employee = employee
      self.position = position
      self.start = start
      let next = position.isDefinitive ? Spell.successor(of: position, start: start, in: book, until: day) : nil
      let left = employee.legalStatus.map(\.isServing) ?? true ? nil : employee.legalStatusDate ?? start
      end = [position.endDate?.adding(days: 1), next, left].compactMap(\.self).min()
    }

    /// The day on which the same person's next definitive position began.
    private static func successor(of position: PositionHistory, start: Day, in book: Book, until day: Day) -> Day? {
      guard let owner = position.employee else { return nil }
      return book.positionHistories.owned(by: owner.raw)
        .filter { $0.isDefinitive && $0.id != position.id }
        .compactMap(\.effectiveDate).filter { start < $0 && $0 <= day }.min()
    }
  }
}
