/// All rows in the order of one field, kept from snapshot to snapshot.
///
/// Rows that changed are put in their places when the order is next asked for.
final class KeptOrder {
  var rows: Column<Int32>
  private var changed: Set<Row> = []
  /// The place of each row in the order; made when first asked for, empty until then and after each change.
  private var places: [Int32] = []

  init(_ rows: Column<Int32> = Column()) { self.rows = rows }

  /// Whether every row stands in its place.
  var isSettled: Bool { changed.isEmpty }

  func touch(_ row: Row) {
    changed.insert(row)
    places = []
  }

  /// A few rows in this order, which must be settled; costs less than to walk through all rows.
  func ordered(_ some: [Row], rowCount: Int) -> [Row] {
    if places.count != rowCount { notePlaces(rowCount) }
    let kept = rows.values
    var marks = [UInt64](repeating: 0, count: kept.count / 64 + 1)
    var unplaced: [Row] = []
    for row in some {
      let place = Int(places[Int(row)])
      if place < kept.count { marks[place >> 6] |= 1 << UInt64(place & 63) } else { unplaced.append(row) }
    }
    var result: [Row] = []
    result.reserveCapacity(some.count)
    for index in marks.indices {
      var word = marks[index]
      while word != 0 {
        result.append(kept[index << 6 | word.trailingZeroBitCount])
        word &= word - 1
      }
    }
    return result + unplaced
  }

  /// Rows that the index does not name come last; numbers that are no rows are passed over.
  private func notePlaces(_ rowCount: Int) {
    let rows = rows.values
    places = [Int32](repeating: Int32.max, count: rowCount)
    for place in rows.indices where rows[place] >= 0 && Int(rows[place]) < rowCount {
      places[Int(rows[place])] = Int32(place)
    }
  }

  /// Sorts everything anew.
  func build(rows sorted: [Row], name: String, memory: (any ColumnMemory)?) {
    changed = []
    places = []
    rows = Column(name: name, capacity: sorted.count, memory: memory)
    sorted.withUnsafeBufferPointer { rows.append(contentsOf: $0) }
  }

  /// Merges the changed rows in; `sort` orders some rows, `precedes` compares two.
  func settle(rowCount: Int, sort: ([Row]) -> [Row], precedes: (Row, Row) -> Bool) {
    guard !changed.isEmpty else { return }
    if changed.count > 2_000 || changed.count * 8 > rowCount {
      return build(rows: sort(Array(0..<Row(rowCount))), name: "", memory: nil)
    }
    var isChanged = [Bool](repeating: false, count: rowCount)
    for row in changed { isChanged[Int(row)] = true }
    let old = rows.values.filter { $0 >= 0 && Int($0) < rowCount && !isChanged[Int($0)] }
    let new = sort(Array(changed))
    let places = new.map { row in firstPlace(in: old) { !precedes($0, row) } }
    rows.resize(to: old.count + new.count, filling: 0)
    var next = 0
    var written = 0
    for (index, row) in new.enumerated() {
      while next < places[index] {
        rows[written] = old[next]
        next += 1
        written += 1
      }
      rows[written] = row
      written += 1
    }
    for index in next..<old.count {
      rows[written] = old[index]
      written += 1
    }
    changed = []
  }

  private func firstPlace(in rows: [Row], where isBehind: (Row) -> Bool) -> Int {
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if isBehind(rows[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
