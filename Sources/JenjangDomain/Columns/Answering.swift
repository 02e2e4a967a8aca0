import JSONText

extension Table {
  /// The rows that a question selects, in its order, whoever looks.
  ///
  /// A search without a sort gives equally good rows in the order of their labels where that is kept, else in row order.
  func answer(_ query: Query) -> [Row] {
    let wanted = Folding.letters(query.search)
    guard !wanted.isEmpty else { return rows(query, among: nil) }
    let isRanked = query.ranksMatches || query.sort == nil
    let sort = query.sort ?? (names.isKept && orders[type.kind.label] != nil ? Query.Sort(type.kind.label) : nil)
    let matches = matches(wanted)
    if query.conditions.isEmpty, matches.numbered.allSatisfy(\.isEmpty), let sort, sort.field == type.kind.label,
      names.isKept
    {
      let rows = labelled(matches.names, isRanked)
      return Self.together(sort.isDescending ? rows.map { reversed($0, sort.field) } : rows)
    }
    var query = query
    query.sort = sort
    let groups = matches.groups(rowCount, ranked: isRanked) { rows(of: $0) }
    return Self.together(groups.map { rows(query, among: $0) })
  }

  /// Lists one after the other; `joined` would take as long as finding them.
  private static func together(_ lists: [[Row]]) -> [Row] {
    var all: [Row] = []
    all.reserveCapacity(lists.reduce(0) { $0 + $1.count })
    for list in lists { all += list }
    return all
  }

  /// Conditions and sort of a question, among some ascending rows or all that are there.
  private func rows(_ query: Query, among some: [Row]?) -> [Row] {
    guard !query.conditions.isEmpty || query.sort != nil else { return some ?? liveRows() }
    // To put some rows in their places costs less than to walk through all that are kept in order.
    if let some, let sort = query.sort, query.conditions.isEmpty, some.count < Int(rowCount) / 2 {
      return inKeptOrder(sort, few: some) ?? sorted(some, by: sort)
    }
    var isWanted = some.map(marks) ?? liveMarks()
    for condition in query.conditions { restrict(&isWanted, to: condition) }
    guard let sort = query.sort else { return Self.marked(isWanted) }
    return inKeptOrder(sort, isWanted) ?? sorted(Self.marked(isWanted), by: sort)
  }

  /// What a search finds: by the letters of the label, and by the digits of the number.
  private struct Matches {
    var names: NameHits
    /// Rows by rank, as in `NameHits`.
    var numbered: [[Row]] = [[], [], []]

    /// The rows of each rank, or all together, ascending; none stands twice.
    func groups(_ rowCount: Row, ranked: Bool, rows: (PlaceSet) -> [Row]) -> [[Row]] {
      var seen = PlaceSet(count: Int(rowCount))
      var groups: [PlaceSet] = []
      for rank in names.places.indices {
        var group = PlaceSet(count: Int(rowCount))
        for part in [numbered[rank], rows(names.places[rank]), names.changed[rank]] {
          for row in part { group.insert(Int(row)) }
        }
        group.take(away: seen)
        seen.add(group)
        groups.append(group)
      }
      return (ranked ? groups : [seen]).map(\.rows)
    }
  }

  private func matches(_ wanted: [UInt8]) -> Matches {
    var matches = Matches(names: hits(of: wanted))
    guard let numbers = numberColumn, wanted.count <= PackedNumber.digits, wanted.allSatisfy({ $0 &- 0x30 < 10 })
    else { return matches }
    matches.numbered = rows(numbers, containing: wanted)
    return matches
  }

  private func hits(of wanted: [UInt8]) -> NameHits {
    guard case .text(let values)? = column(type.kind.label)?.storage else { return NameHits(count: 0) }
    let texts = texts
    let revisions = revisions
    func name(_ row: Row) -> UnsafeRawBufferPointer {
      revisions[row] == 0 ? UnsafeRawBufferPointer(start: nil, count: 0) : texts.bytes(Slice(packed: values[row]))
    }
    guard names.isKept else {
      var hits = NameHits(count: 0)
      hits.changed = NameSearch.hits(0..<rowCount, wanted, name)
      return hits
    }
    if names.changed.count > 4_000, names.changed.count * 8 > names.count {
      names.build(rows: keptRows(type.kind.label) ?? Array(0..<rowCount), memory: nil, name: name)
    }
    return names.find(wanted, name: name)
  }

  /// Found names in the order of the labels, by rank or all together.
  private func labelled(_ hits: NameHits, _ isRanked: Bool) -> [[Row]] {
    var parts = Array(zip(hits.places, hits.changed))
    if !isRanked {
      var all = hits.places[0]
      for places in hits.places.dropFirst() { all.add(places) }
      parts = [(all, hits.changed.flatMap { $0 })]
    }
    return parts.map { places, changed in
      changed.isEmpty ? rows(of: places) : merged(rows(of: places), sorted(changed.sorted(), by: byLabel))
    }
  }

  private var byLabel: Query.Sort { Query.Sort(type.kind.label) }

  /// The rows of places in the names; numbers that are no rows, as a damaged index may hold, are passed over.
  private func rows(of places: PlaceSet) -> [Row] {
    let known = names.rows.values
    let rowCount = rowCount
    return [Row](unsafeUninitializedCapacity: places.count) { room, count in
      // Each of the places gives at most one row, and there is room for all.
      places.visit { place in
        guard place < known.count, known[place] >= 0, known[place] < rowCount else { return }
        room[count] = known[place]
        count += 1
      }
    }
  }

  /// Two lists in the order of the labels as one; the second is short.
  private func merged(_ rows: [Row], _ few: [Row]) -> [Row] {
    guard case .text(let values)? = column(type.kind.label)?.storage else { return rows + few }
    func precedes(_ left: Row, _ right: Row) -> Bool {
      let order = Folding.compare(
        texts.bytes(Slice(packed: values[left])), texts.bytes(Slice(packed: values[right])))
      return order == 0 ? left < right : order < 0
    }
    var result: [Row] = []
    result.reserveCapacity(rows.count + few.count)
    var next = 0
    for row in few {
      var end = rows.count
      var start = next
      while start < end {
        let middle = (start + end) / 2
        if precedes(rows[middle], row) { start = middle + 1 } else { end = middle }
      }
      result += rows[next..<start]
      result.append(row)
      next = start
    }
    return result + rows[next...]
  }

  private var numberColumn: Column<UInt64>? {
    for column in columns.prefix(type.fields.count) { if case .number(let values) = column.storage { return values } }
    return nil
  }

  /// Rows whose number the digits are, begin, or stand in.
  private func rows(_ numbers: Column<UInt64>, containing digits: [UInt8]) -> [[Row]] {
    var found: [[Row]] = [[], [], []]
    let wanted = digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1 - 0x30) }
    let power = Self.power(digits.count)
    let places = PackedNumber.digits - digits.count
    let shift = Self.power(places)
    let values = numbers.values
    for row in values.indices where revisions[row] != 0 {
      var value = values[row]
      guard value != 0 else { continue }
      if value == Mark.irregularNumber {
        addIrregular(Row(row), digits, &found)
        continue
      }
      if value / shift == wanted {
        found[places == 0 ? NameHits.exact : NameHits.begins].append(Row(row))
        continue
      }
      for _ in 0..<places {
        if value % power == wanted {
          found[NameHits.inside].append(Row(row))
          break
        }
        value /= 10
      }
    }
    return found
  }

  private func addIrregular(_ row: Row, _ digits: [UInt8], _ found: inout [[Row]]) {
    for column in columns.prefix(type.fields.count) {
      guard case .number = column.storage else { continue }
      let text = Folding.letters(storedValue(column.name, at: row)?.text ?? "")
      guard text.withUnsafeBytes({ $0.contains(digits) }) else { return }
      let rank = text == digits ? NameHits.exact : text.starts(with: digits) ? NameHits.begins : NameHits.inside
      return found[rank].append(row)
    }
  }

  private static func power(_ exponent: Int) -> UInt64 { (0..<exponent).reduce(UInt64(1)) { power, _ in power * 10 } }

  func liveRows() -> [Row] {
    if liveCount == Int(rowCount) { return Array(0..<rowCount) }
    let revisions = revisions
    return (0..<rowCount).filter { revisions[$0] != 0 }
  }

  private func liveMarks() -> [UInt8] { revisions.values.map { $0 == 0 ? 0 : 1 } }

  private func marks(_ rows: [Row]) -> [UInt8] {
    var marks = [UInt8](repeating: 0, count: Int(rowCount))
    for row in rows { marks[Int(row)] = 1 }
    return marks
  }

  static func marked(_ marks: [UInt8]) -> [Row] {
    var rows: [Row] = []
    for row in marks.indices where marks[row] != 0 { rows.append(Row(row)) }
    return rows
  }
}

extension PlaceSet {
  /// The members as row numbers, ascending.
  fileprivate var rows: [Row] {
    var rows: [Row] = []
    rows.reserveCapacity(count)
    visit { rows.append(Row($0)) }
    return rows
  }
}
