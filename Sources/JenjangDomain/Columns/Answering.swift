import JSONText

extension Table {
  /// The rows that a question selects, in its order.
  ///
  /// Without a sort: where the search begins a word first, then where it stands inside one; else in row order.
  public func rows(_ query: Query) -> [Row] {
    let found = query.search.isEmpty ? nil : search(query.search)
    guard !query.conditions.isEmpty || query.sort != nil else { return found ?? liveRows() }
    // To put some rows in their places costs less than to walk through all that are kept in order.
    if let found, let sort = query.sort, query.conditions.isEmpty, found.count < Int(rowCount) / 2 {
      return inKeptOrder(sort, few: found) ?? sorted(found.sorted(), by: sort)
    }
    var isWanted = found.map(marks) ?? liveMarks()
    for condition in query.conditions { restrict(&isWanted, to: condition) }
    if let sort = query.sort {
      return inKeptOrder(sort, isWanted) ?? sorted(Self.marked(isWanted), by: sort)
    }
    return found.map { $0.filter { isWanted[Int($0)] != 0 } } ?? Self.marked(isWanted)
  }

  /// The rows whose label contains the letters of `text`, or whose number its digits; best first.
  ///
  /// Everything when `text` has neither letters nor digits.
  public func search(_ text: String) -> [Row] {
    let wanted = Folding.letters(text)
    guard !wanted.isEmpty else { return liveRows() }
    let named = namesContaining(wanted)
    guard let numbers = numberColumn, wanted.count <= PackedNumber.digits, wanted.allSatisfy({ $0 &- 0x30 < 10 })
    else { return named }
    let numbered = rows(numbers, containing: wanted)
    guard !named.isEmpty else { return numbered }
    let already = marks(numbered)
    return numbered + named.filter { already[Int($0)] == 0 }
  }

  private func namesContaining(_ wanted: [UInt8]) -> [Row] {
    guard case .text(let values)? = column(type.kind.label)?.storage else { return [] }
    let texts = texts
    let revisions = revisions
    func name(_ row: Row) -> UnsafeRawBufferPointer {
      revisions[row] == 0 ? UnsafeRawBufferPointer(start: nil, count: 0) : texts.bytes(Slice(packed: values[row]))
    }
    guard names.isKept else { return NameSearch.scan(0..<rowCount, wanted, name) }
    if names.changed.count > 4_000, names.changed.count * 8 > names.rows {
      names.build(rows: Int(rowCount), memory: nil, name: name)
    }
    return names.answer(wanted, revision: revision, name: name).rows
  }

  private var numberColumn: Column<UInt64>? {
    for column in columns.prefix(type.fields.count) { if case .number(let values) = column.storage { return values } }
    return nil
  }

  /// Rows whose number begins with the digits, then those in which they stand further on.
  private func rows(_ numbers: Column<UInt64>, containing digits: [UInt8]) -> [Row] {
    var hits = NameSearch.Hits()
    let wanted = digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1 - 0x30) }
    let power = Self.power(digits.count)
    let places = PackedNumber.digits - digits.count
    let shift = Self.power(places)
    let values = numbers.values
    for row in values.indices where revisions[row] != 0 {
      var value = values[row]
      guard value != 0 else { continue }
      if value == Mark.irregularNumber {
        addIrregular(Row(row), digits, &hits)
        continue
      }
      if value / shift == wanted {
        hits.first.append(Row(row))
        continue
      }
      for _ in 0..<places {
        if value % power == wanted {
          hits.second.append(Row(row))
          break
        }
        value /= 10
      }
    }
    return hits.first + hits.second
  }

  private func addIrregular(_ row: Row, _ digits: [UInt8], _ hits: inout NameSearch.Hits) {
    for column in columns.prefix(type.fields.count) {
      guard case .number = column.storage else { continue }
      let text = Folding.letters(value(column.name, at: row)?.text ?? "")
      let isFound = text.withUnsafeBytes { $0.contains(digits) }
      if isFound { hits.add(row, text.starts(with: digits)) }
      return
    }
  }

  private static func power(_ exponent: Int) -> UInt64 { (0..<exponent).reduce(UInt64(1)) { power, _ in power * 10 } }

  func liveRows() -> [Row] {
    if count == Int(rowCount) { return Array(0..<rowCount) }
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

extension NameSearch {
  /// Names that are not kept: folded one after the other.
  static func scan(_ rows: some Sequence<Row>, _ wanted: [UInt8], _ name: (Row) -> UnsafeRawBufferPointer) -> [Row] {
    let hits = hits(rows, wanted, name)
    return hits.first + hits.second
  }

  static func hits(_ rows: some Sequence<Row>, _ wanted: [UInt8], _ name: (Row) -> UnsafeRawBufferPointer) -> Hits {
    var found = Hits()
    var folded: [UInt8] = []
    var starts: [Bool] = []
    for row in rows {
      folded.removeAll(keepingCapacity: true)
      starts.removeAll(keepingCapacity: true)
      Folding.letters(name(row)) { byte, isStart in
        folded.append(byte)
        starts.append(isStart)
      }
      var isInside = false
      var isBeginner = false
      for place in folded.indices where folded[place] == wanted[0] {
        guard folded.withUnsafeBytes({ $0.has(wanted, at: place) }) else { continue }
        isInside = true
        isBeginner = isBeginner || starts[place]
      }
      if isInside { found.add(row, isBeginner) }
    }
    return found
  }
}
