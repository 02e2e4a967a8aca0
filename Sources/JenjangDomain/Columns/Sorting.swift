/// A row with the number that stands for its value in a sort.
struct Keyed {
  var key: UInt64
  var row: Row
}

/// Puts keyed rows in order without comparing them two by two.
enum Sorting {
  /// Sorts by key, equal ones staying as they were: eleven bits at a time, as many times as the largest key needs.
  static func radix(_ items: inout [Keyed]) {
    guard items.count > 256 else { return small(&items) }
    var least = UInt64.max
    var largest: UInt64 = 0
    for item in items {
      least = min(least, item.key)
      largest = max(largest, item.key)
    }
    var shift: UInt64 = 0
    var spare = items
    while shift < 64, (largest &- least) >> shift > 0 {
      pass(items, &spare, shift, least)
      swap(&items, &spare)
      shift += 11
    }
  }

  private static func small(_ items: inout [Keyed]) {
    let sorted = items.enumerated().sorted { left, right in
      left.element.key == right.element.key ? left.offset < right.offset : left.element.key < right.element.key
    }
    items = sorted.map(\.element)
  }

  private static func pass(_ items: [Keyed], _ result: inout [Keyed], _ shift: UInt64, _ least: UInt64) {
    var places = [Int](repeating: 0, count: 2_049)
    for item in items { places[Int((item.key &- least) >> shift & 2_047) + 1] += 1 }
    for bucket in 0..<2_048 { places[bucket + 1] += places[bucket] }
    for item in items {
      let bucket = Int((item.key &- least) >> shift & 2_047)
      result[places[bucket]] = item
      places[bucket] += 1
    }
  }

  /// Puts each run of equal keys in order by a comparison; a long one first by the keys that come next.
  ///
  /// `key` gives the key of a row at a depth from 1 on; it must never put two rows in another order than `precedes`.
  static func refine(
    _ items: inout [Keyed], depth: Int = 1, key: (Row, Int) -> UInt64, _ precedes: (Row, Row) -> Bool
  ) {
    var start = 0
    while start < items.count {
      var end = start + 1
      while end < items.count, items[end].key == items[start].key { end += 1 }
      // A last byte of zero: the texts end here, mostly, and are equal.
      if end - start > 64, depth < 8, items[start].key & 0xFF != 0 {
        var run = items[start..<end].map { Keyed(key: key($0.row, depth), row: $0.row) }
        radix(&run)
        refine(&run, depth: depth + 1, key: key, precedes)
        items.replaceSubrange(start..<end, with: run)
      } else if end - start > 1 {
        items[start..<end].sort { precedes($0.row, $1.row) }
      }
      start = end
    }
  }
}

extension Table {
  /// Rows in the order of a field; those without a value come last, whichever way; equal ones stay as they are.
  func sorted(_ rows: [Row], by sort: Query.Sort) -> [Row] {
    guard let place = columnPlaces[sort.field], sortsByColumn(place) else { return sortedByText(rows, sort) }
    var items: [Keyed] = []
    var without: [Row] = []
    items.reserveCapacity(rows.count)
    collectKeys(rows, place, &items, &without)
    if sort.isDescending { for index in items.indices { items[index].key = ~items[index].key } }
    Sorting.radix(&items)
    if case .text(let values) = columns[place].storage {
      let texts = textSource(place).texts
      let turn = sort.isDescending ? UInt64.max : 0
      Sorting.refine(&items) { row, depth in
        Folding.key(texts.bytes(Slice(packed: values[row])), skipping: 8 * depth) ^ turn
      } _: { left, right in
        let order = Folding.compare(
          texts.bytes(Slice(packed: values[left])), texts.bytes(Slice(packed: values[right])))
        return order == 0 ? left < right : sort.isDescending ? order > 0 : order < 0
      }
    }
    return items.map(\.row) + without
  }

  /// Not by columns: notes, fields that are not known, and columns in which something irregular stands.
  private func sortsByColumn(_ place: Int) -> Bool {
    if case .none = columns[place].storage { return false }
    return true
  }

  private func collectKeys(_ rows: [Row], _ place: Int, _ items: inout [Keyed], _ without: inout [Row]) {
    let key = sortKey(place)
    var irregular: [Row] = []
    for row in rows {
      switch key(row) {
      case .value(let key): items.append(Keyed(key: key, row: row))
      case .absent: without.append(row)
      case .irregular: irregular.append(row)
      }
    }
    without = irregular + without
  }

  enum SortKey {
    case value(UInt64)
    case absent
    case irregular
  }

  private func sortKey(_ place: Int) -> (Row) -> SortKey {
    switch columns[place].storage {
    case .none: return { _ in .irregular }
    case .text(let values):
      let texts = textSource(place).texts
      return { row in
        let slice = Slice(packed: values[row])
        return slice.isPresent ? .value(Folding.key(texts.bytes(slice))) : slice == .absent ? .absent : .irregular
      }
    case .number(let values):
      return { row in
        let value = values[row]
        return value == 0 ? .absent : value == Mark.irregularNumber ? .irregular : .value(value)
      }
    case .day(let values):
      return { row in
        let value = values[row]
        if value <= Mark.irregularDay { return value == Mark.absentDay ? .absent : .irregular }
        return .value(UInt64(bitPattern: Int64(value)) ^ 1 << 63)
      }
    case .integer(let values, _):
      return { row in
        let value = values[row]
        if value <= Mark.irregularInteger { return value == Mark.absentInteger ? .absent : .irregular }
        return .value(UInt64(bitPattern: value) ^ 1 << 63)
      }
    case .small(let values, _):
      return { row in
        let value = values[row]
        return value == 0 ? .absent : value == Mark.irregularSmall ? .irregular : .value(UInt64(value))
      }
    case .reference(let values, let kind):
      let ranks = book?.table(kind)?.labelRanks() ?? []
      return { row in
        let target = Int(values[row])
        if target < 0 { return target == Int(Mark.absentRow) ? .absent : .irregular }
        return target < ranks.count && ranks[target] > 0 ? .value(UInt64(ranks[target])) : .irregular
      }
    }
  }

  /// The place of each row in the order of the labels, from 1; equal labels share one; 0 for a record that shows none.
  private func labelRanks() -> [Int32] {
    var ranks = [Int32](repeating: 0, count: Int(rowCount))
    guard let column = column(type.kind.label) else { return ranks }
    var rank: Int32 = 0
    var before: Row?
    let sorted =
      orders[type.kind.label] == nil
      ? sorted((0..<rowCount).filter(isLive), by: Query.Sort(type.kind.label)) : keptRows(type.kind.label) ?? []
    for row in sorted where isLive(row) && hasLabel(row, column) {
      if before.map({ labelsDiffer($0, row, column) }) ?? true { rank += 1 }
      before = row
      ranks[Int(row)] = rank
    }
    return ranks
  }

  private func hasLabel(_ row: Row, _ column: FieldColumn) -> Bool {
    guard case .text(let values) = column.storage else { return true }
    return Slice(packed: values[row]).isPresent
  }

  private func labelsDiffer(_ left: Row, _ right: Row, _ column: FieldColumn) -> Bool {
    guard case .text(let values) = column.storage else { return true }
    return Folding.compare(texts.bytes(Slice(packed: values[left])), texts.bytes(Slice(packed: values[right]))) != 0
  }

  /// Fields that no column holds: by their folded texts.
  private func sortedByText(_ rows: [Row], _ sort: Query.Sort) -> [Row] {
    var with: [(text: [UInt8], row: Row)] = []
    var without: [Row] = []
    for row in rows {
      guard let value = storedValue(sort.field, at: row) else {
        without.append(row)
        continue
      }
      with.append((Folding.plain(text(of: value, field: sort.field, language: .indonesian)), row))
    }
    with.sort { left, right in
      if left.text == right.text { return left.row < right.row }
      return sort.isDescending != left.text.lexicographicallyPrecedes(right.text)
    }
    return with.map(\.row) + without
  }
}

extension Table {
  /// All rows ever used in the order of a field whose order is kept, and nil for other fields.
  func keptRows(_ field: String) -> [Row]? {
    guard let order = orders[field] else { return nil }
    settle(field, order)
    // A damaged index may name rows that are none.
    return order.rows.values.filter(hasRow)
  }

  func settle(_ field: String, _ order: KeptOrder) {
    order.settle(rowCount: Int(rowCount)) { rows in
      sorted(rows.sorted(), by: Query.Sort(field))
    } precedes: { left, right in
      sorted([left, right].sorted(), by: Query.Sort(field))[0] == left
    }
  }

  /// The rows marked in `isWanted` in the kept order of a field, nil when none is kept.
  func inKeptOrder(_ sort: Query.Sort, _ isWanted: [UInt8]) -> [Row]? {
    guard let order = orders[sort.field] else { return nil }
    settle(sort.field, order)
    var rows: [Row] = []
    rows.reserveCapacity(isWanted.count)
    let limit = Int32(isWanted.count)
    for row in order.rows.values where row >= 0 && row < limit && isWanted[Int(row)] != 0 { rows.append(row) }
    return sort.isDescending ? reversed(rows, sort.field) : rows
  }

  /// A few rows in an order that is kept; nil when none is kept for the field.
  func inKeptOrder(_ sort: Query.Sort, few found: [Row]) -> [Row]? {
    guard let order = orders[sort.field] else { return nil }
    settle(sort.field, order)
    let rows = order.ordered(found, rowCount: Int(rowCount))
    return sort.isDescending ? reversed(rows, sort.field) : rows
  }

  /// The other way round, but rows without a value stay last and equal ones as they are.
  func reversed(_ rows: [Row], _ field: String) -> [Row] {
    guard let column = column(field) else { return rows }
    let isEqual = equality(column)
    let hasValue = hasValue(column)
    var result: [Row] = []
    result.reserveCapacity(rows.count)
    var end = rows.count
    while end > 0, !hasValue(rows[end - 1]) { end -= 1 }
    let tail = end
    while end > 0 {
      var start = end - 1
      while start > 0, isEqual(rows[start - 1], rows[end - 1]) { start -= 1 }
      result.append(contentsOf: rows[start..<end])
      end = start
    }
    return result + rows[tail...]
  }

  private func hasValue(_ column: FieldColumn) -> (Row) -> Bool {
    switch column.storage {
    case .text(let values): { Slice(packed: values[$0]).isPresent }
    case .number(let values): { values[$0] != 0 && values[$0] != Mark.irregularNumber }
    default: { _ in true }
    }
  }

  /// Whether two rows have the same place in the order of a text or a number.
  private func equality(_ column: FieldColumn) -> (Row, Row) -> Bool {
    switch column.storage {
    case .text(let values):
      let texts = texts
      return { left, right in
        Folding.compare(texts.bytes(Slice(packed: values[left])), texts.bytes(Slice(packed: values[right]))) == 0
      }
    case .number(let values): return { values[$0] == values[$1] }
    default: return { _, _ in false }
    }
  }
}
