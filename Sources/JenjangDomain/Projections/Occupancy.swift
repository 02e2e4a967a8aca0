import JSONText

/// How many people each post needs and has, as of the book's day.
///
/// One pass over the posts and one over the employees' derived columns; keep it until the book's revision moves.
public struct Occupancy: Sendable {
  /// What a post or unit needs and has.
  public struct Count: Sendable, Hashable {
    public var required = 0
    public var filled = 0
    public var vacant: Int { max(0, required - filled) }

    public init(required: Int = 0, filled: Int = 0) {
      self.required = required
      self.filled = filled
    }
  }

  private var posts: [RecordID: Count] = [:]
  private var units: [RecordID: Count] = [:]
  /// The posts of each unit, by job class from the highest, then by name.
  private var postsOfUnit: [RecordID: [Post]] = [:]

  public init(_ book: Book) {
    let filled = Occupancy.filled(in: book)
    let table = book.posts.table
    for row in 0..<table.rowCount {
      guard let post = book.posts[row] else { continue }
      let count = Count(required: post.requiredCount ?? 1, filled: filled[post.id.raw] ?? 0)
      posts[post.id.raw] = count
      guard let unit = post.unit?.raw else { continue }
      units[unit, default: Count()].required += count.required
      units[unit, default: Count()].filled += count.filled
      postsOfUnit[unit, default: []].append(post)
    }
    for unit in postsOfUnit.keys {
      postsOfUnit[unit]?.sort { ($1.jobClass ?? 0, $0.name ?? "") < ($0.jobClass ?? 0, $1.name ?? "") }
    }
  }

  public subscript(post: ID<Post>) -> Count { posts[post.raw] ?? Count() }

  /// The posts of one unit alone.
  public subscript(unit: ID<Unit>) -> Count { units[unit.raw] ?? Count() }

  public func posts(of unit: ID<Unit>) -> [Post] { postsOfUnit[unit.raw] ?? [] }

  /// A unit with all units below it.
  public func branch(_ unit: ID<Unit>, in tree: UnitTree) -> Count {
    tree.branch(of: unit).reduce(into: Count()) { total, node in
      let count = self[node.unit.id]
      total.required += count.required
      total.filled += count.filled
    }
  }

  /// Serving holders of each post.
  private static func filled(in book: Book) -> [RecordID: Int] {
    let table = book.employees.table
    var filled: [RecordID: Int] = [:]
    for row in 0..<table.rowCount where table.isLive(row) && isServing(row, in: table, on: book.day) {
      guard let post = table.value("post", at: row)?.text.flatMap({ RecordID($0) }) else { continue }
      if let end = table.value("positionEnd", at: row)?.text, end < book.day.iso { continue }
      filled[post, default: 0] += 1
    }
    return filled
  }

  private static func isServing(_ row: Row, in table: Table, on day: Day) -> Bool {
    guard let code = table.value("legalStatus", at: row)?.text, let status = LegalStatus(rawValue: code),
      !status.isServing
    else { return true }
    return table.value("legalStatusDate", at: row)?.text.map { day.iso < $0 } ?? false
  }
}
