/// Which rows belong to which owner, in the order of their dates.
///
/// One run of rows for each owner as the snapshot has it, and whole lists for owners whose records changed since.
struct Children {
  var starts = Column<Int32>()
  var rows = Column<Int32>()
  private(set) var changed: [Row: [Row]] = [:]

  init(starts: Column<Int32> = Column(), rows: Column<Int32> = Column()) {
    self.starts = starts
    self.rows = rows
  }

  /// The rows of one owner.
  func rows(of owner: Row) -> [Row] {
    if let rows = changed[owner] { return rows }
    return Array(run(of: owner))
  }

  private func run(of owner: Row) -> UnsafeBufferPointer<Int32> {
    let owner = Int(owner)
    let all = rows.values
    guard owner >= 0, owner + 1 < starts.count else { return UnsafeBufferPointer(rebasing: all[0..<0]) }
    let start = Int(starts[owner])
    let end = Int(starts[owner + 1])
    // A damaged index may say anything; what is outside the rows is nobody's.
    guard start >= 0, start <= end, end <= all.count else { return UnsafeBufferPointer(rebasing: all[0..<0]) }
    return UnsafeBufferPointer(rebasing: all[start..<end])
  }

  /// The last row of an owner that `isWanted`, looked for from the newest.
  func last(of owner: Row, where isWanted: (Row) -> Bool) -> Row? {
    if let rows = changed[owner] { return rows.last(where: isWanted) }
    return run(of: owner).last(where: isWanted)
  }

  mutating func remove(_ row: Row, from owner: Row) {
    var list = rows(of: owner)
    list.removeAll { $0 == row }
    changed[owner] = list
  }

  mutating func insert(_ row: Row, to owner: Row, precedes: (Row, Row) -> Bool) {
    var list = rows(of: owner)
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if precedes(list[middle], row) { low = middle + 1 } else { high = middle }
    }
    list.insert(row, at: low)
    changed[owner] = list
  }

  /// Groups all rows by owner, which is a row below `ownerCount` or negative, in the order `precedes` gives.
  mutating func build(
    owners: Column<Int32>, ownerCount: Int, starts: Column<Int32>, rows: Column<Int32>,
    precedes: (Row, Row) -> Bool
  ) {
    changed = [:]
    starts.resize(to: ownerCount + 1, filling: 0)
    let values = owners.values
    for owner in values where owner >= 0 && Int(owner) < ownerCount { starts[Int(owner) + 1] += 1 }
    for owner in 0..<ownerCount { starts[owner + 1] += starts[owner] }
    rows.resize(to: Int(starts[ownerCount]), filling: 0)
    var next = Array(starts.values)
    for row in values.indices where values[row] >= 0 && Int(values[row]) < ownerCount {
      let owner = Int(values[row])
      rows[Int(next[owner])] = Int32(row)
      next[owner] += 1
    }
    for owner in 0..<ownerCount {
      let run = UnsafeMutableBufferPointer(
        // From starts[owner] to starts[owner + 1], both at most rows.count as counted above.
        start: rows.base + Int(starts[owner]), count: Int(starts[owner + 1] - starts[owner]))
      sortRun(run, precedes)
    }
    self.starts = starts
    self.rows = rows
  }

  /// Insertion: a person has some twenty records of a kind, mostly in order.
  private func sortRun(_ run: UnsafeMutableBufferPointer<Int32>, _ precedes: (Row, Row) -> Bool) {
    guard run.count > 1 else { return }
    if run.count > 64 {
      var run = run
      return run.sort(by: precedes)
    }
    for place in 1..<run.count {
      let row = run[place]
      var free = place
      while free > 0, precedes(row, run[free - 1]) {
        run[free] = run[free - 1]
        free -= 1
      }
      run[free] = row
    }
  }
}
