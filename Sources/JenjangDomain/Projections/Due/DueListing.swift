extension DueRadar {
  /// The lines that are wanted and that the actor sees, by day, kind and name.
  public func lines(_ query: DueQuery, in book: Book) -> [DueLine] {
    let table = book.employees.table
    let isShown = DueKind.all.map { kind in
      (query.kinds.isEmpty || query.kinds.contains(kind.name)) && book.mayShow(kind)
    }
    let people = Self.people(query, in: book)
    let from = query.from?.number ?? .min
    let until = query.until?.number ?? .max
    var found: [(key: UInt64, line: DueLine)] = []
    for line in lines where isShown[Int(line.kindPlace)] && from <= line.dayNumber && line.dayNumber <= until {
      guard people.contains(line.person), table.isSeen(line.person), book.isSourceSeen(line) else { continue }
      let rank = UInt64(UInt32(bitPattern: people.rank(of: line.person)))
      // Days stay within 24 bits: some 23,000 years on both sides of 1970.
      let day = UInt64(Int64(line.dayNumber) + 1 << 23)
      found.append((day << 40 | UInt64(line.kindPlace) << 32 | rank, line))
    }
    return found.sorted { $0.key < $1.key }.map(\.line)
  }

  /// How many lines of each kind fall into a span of days, for whoever looks; kinds without any are left out.
  public func counts(_ query: DueQuery, in book: Book) -> [(kind: DueKind, count: Int)] {
    let found = lines(query, in: book)
    var counts = [Int](repeating: 0, count: DueKind.all.count)
    for line in found { counts[Int(line.kindPlace)] += 1 }
    return zip(DueKind.all, counts).filter { $0.1 > 0 }.map { (kind: $0.0, count: $0.1) }
  }

  /// Who is meant, each with the place in the order of names.
  private static func people(_ query: DueQuery, in book: Book) -> PeopleOrder {
    let table = book.employees.table
    var rows = table.rows(Query(search: query.search, sort: Query.Sort("name")))
    if let unit = query.unit {
      let branch = UnitTree(book, on: book.day).branch(of: ID(unit))
      let units = Set(branch.compactMap { book.units.table.row(of: $0.unit.id.raw) })
      let cells = ReferenceCells(table, "unit")
      rows = table.isShown("unit") ? rows.filter { cells[$0].map(units.contains) ?? false } : []
    }
    return PeopleOrder(rows, count: Int(table.rowCount))
  }
}

/// Some people and their places in the order of names.
private struct PeopleOrder {
  private var ranks: [Int32]

  init(_ rows: [Row], count: Int) {
    ranks = Array(repeating: -1, count: count)
    for (place, row) in rows.enumerated() { ranks[Int(row)] = Int32(place) }
  }

  func contains(_ row: Row) -> Bool { Int(row) < ranks.count && ranks[Int(row)] >= 0 }
  func rank(of row: Row) -> Int32 { ranks[Int(row)] }
}

extension Book {
  /// Whether the actor sees everything a kind of due thing rests on.
  fileprivate func mayShow(_ kind: DueKind) -> Bool {
    let table = employees.table
    return kind.fields.allSatisfy(table.isShown) && kind.source.map { access?.maySee($0) ?? true } ?? true
  }

  fileprivate func isSourceSeen(_ line: DueLine) -> Bool {
    guard let row = line.sourceRow, let source = line.kind.source else { return true }
    return table(source.name)?.isSeen(row) ?? false
  }
}
