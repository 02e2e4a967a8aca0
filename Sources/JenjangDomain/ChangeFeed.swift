/// Which rows the last changes touched, so that what was computed from a book need not be computed anew.
///
/// It keeps the newest changes only; whoever is further behind reads everything again.
public struct ChangeFeed {
  /// One row of the table of a kind.
  public struct Touch: Sendable, Hashable {
    public let kind: String
    public let row: Row

    public init(kind: String, row: Row) {
      self.kind = kind
      self.row = row
    }
  }

  static let limit = 20_000
  private var entries: [(revision: Int, touch: Touch)] = []
  /// The revision after which every touch is kept.
  private var start = 0

  /// A change that leads to a revision touched a row.
  mutating func note(_ touch: Touch, revision: Int) {
    if let last = entries.last, last == (revision, touch) { return }
    if entries.count >= ChangeFeed.limit {
      let dropped = entries.prefix(ChangeFeed.limit / 2)
      start = dropped.last?.revision ?? start
      entries.removeFirst(dropped.count)
    }
    entries.append((revision, touch))
  }

  /// Something changed in a way that is not told row by row.
  mutating func forget(before revision: Int) {
    entries.removeAll()
    start = revision
  }

  func touches(since revision: Int) -> Set<Touch>? {
    guard revision >= start else { return nil }
    return Set(entries.reversed().prefix { $0.revision > revision }.map(\.touch))
  }
}

extension Book {
  /// Notes a row that the change now being applied touches.
  func note(_ kind: String, _ row: Row) {
    guard !isLoading else { return }
    feed.note(ChangeFeed.Touch(kind: kind, row: row), revision: revision + 1)
  }
}
