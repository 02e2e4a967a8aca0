import JSONText

/// Reads canonical lines into the columns of one table.
///
/// Keys come sorted, as the fields do here, so that each is found with one comparison; whatever is not canonical is
/// read by the general reader. The table has all its rows from the start, each still empty.
struct LineLoader {
  private let table: Table
  private let plan: LinePlan
  private let lines: UnsafeRawBufferPointer
  /// Rows there is room for.
  private let room: Int

  /// `table` has been emptied and has room for `rows`; `lines` are the texts of its snapshot.
  init(_ table: Table, _ lines: UnsafeRawBufferPointer, rows: Int) {
    self.table = table
    self.lines = lines
    room = rows
    table.resize(to: rows)
    plan = LinePlan(table)
  }

  /// Gives the number of the first line that is no record, not behind the one before, or one too many.
  ///
  /// `progress` gets the bytes that were read since it was last called.
  func load(_ progress: (Int) -> Void = { _ in }) -> Int? {
    var start = 0
    var row = 0
    var before = RecordID(high: 0, low: 0)
    var told = 0
    while start < lines.count {
      let end = Self.lineEnd(lines, from: start)
      guard row < room, let id = load(start..<end, Row(row)), row == 0 || before < id else { break }
      before = id
      start = end + 1
      row += 1
      if row & 0x3FFF == 0 {
        progress(start - told)
        told = start
      }
      // A record may refer to one before it in the same file.
      table.sortedRows = row
    }
    progress(min(start, lines.count) - told)
    table.resize(to: row)
    table.liveCount = row
    return start < lines.count ? row + 1 : nil
  }

  /// The next line feed, or the end.
  static func lineEnd(_ lines: UnsafeRawBufferPointer, from start: Int) -> Int {
    var offset = start
    let pattern = Eight.all(0x0A)
    // Eight bytes are loaded only where eight are left.
    while offset + 8 <= lines.count {
      let marks = Eight.matches(lines.word(at: offset), pattern)
      if marks != 0 { return offset + marks.trailingZeroBitCount >> 3 }
      offset += 8
    }
    while offset < lines.count, lines[offset] != 0x0A { offset += 1 }
    return offset
  }

  private struct Head {
    var id: RecordID?
    var revision: UInt32 = 1
    var next = 0
  }

  /// Gives the identity; nil when the line is no record.
  private func load(_ range: Range<Int>, _ row: Row) -> RecordID? {
    let line = UnsafeRawBufferPointer(rebasing: lines[range])
    var head = Head()
    let isCanonical = JSONScanner.members(of: line) { key, value in read(key, value, row, &head) }
    if !isCanonical { head = readGenerally(line, row) }
    guard let id = head.id else { return nil }
    table.lines[row] = Slice(offset: range.lowerBound, length: range.count).packed
    table.idHigh[row] = id.high
    table.idLow[row] = id.low
    table.revisions[row] = max(1, head.revision)
    return id
  }

  @inline(__always)
  private func read(
    _ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer, _ row: Row, _ head: inout Head
  ) {
    if head.next < plan.count, plan.isKey(key, of: head.next) {
      write(value, head.next, row)
      head.next += 1
    } else if key.count == 2, key[0] == UInt8(ascii: "i"), key[1] == UInt8(ascii: "d") {
      head.id = value.count == 28 ? plan.id(UnsafeRawBufferPointer(rebasing: value[1..<27])) : nil
    } else if key.count == 3, key[0] == UInt8(ascii: "r"), key[1] == UInt8(ascii: "e"), key[2] == UInt8(ascii: "v") {
      head.revision = Self.integer(value).map { UInt32(clamping: $0) } ?? 1
    } else if let place = plan.place(of: key, from: head.next) {
      write(value, place, row)
      head.next = place + 1
    }
  }

  private func readGenerally(_ line: UnsafeRawBufferPointer, _ row: Row) -> Head {
    guard let object = (try? JSONReader.value(line))?.object else { return Head() }
    for column in plan.columns { table.write(object[column.name], column, at: row) }
    return Head(
      id: object["id"]?.text.flatMap { RecordID($0) }, revision: UInt32(clamping: object["rev"]?.integer ?? 1))
  }

  /// Writes a value as it stands in its line.
  @inline(__always)
  private func write(_ raw: UnsafeRawBufferPointer, _ place: Int, _ row: Row) {
    let row = Int(row)
    let isText = Self.isPlainText(raw)
    let text = isText ? UnsafeRawBufferPointer(rebasing: raw[1..<raw.count - 1]) : raw
    // Every column has `room` values, and `row` is below that.
    switch (plan.target(place), isText) {
    case (.none, _): return
    case (.text(let values), true):
      let offset = Int(bitPattern: text.baseAddress) - Int(bitPattern: lines.baseAddress)
      values[row] = Slice(offset: offset, length: text.count).packed
      return
    case (.number(let values), true):
      values[row] = PackedNumber.value(text) ?? Mark.irregularNumber
      return
    case (.day(let values), true):
      values[row] = Day(bytes: text)?.number ?? Mark.irregularDay
      return
    case (.code(let values, let first, let count), true):
      values[row] = plan.code(text, first, count) ?? Mark.irregularSmall
      return
    case (.reference(let values), true):
      if let target = plan.reference(text, place) {
        values[row] = target
        return
      }
    case (.integer(let values), false):
      if let number = Self.integer(raw) {
        values[row] = number
        return
      }
    case (.flag(let values), false) where raw.count == 4 && raw[0] == UInt8(ascii: "t"):
      values[row] = 2
      return
    case (.flag(let values), false) where raw.count == 5 && raw[0] == UInt8(ascii: "f"):
      values[row] = 1
      return
    default: break
    }
    table.write(Self.value(raw), plan.columns[place], at: Row(row))
  }

  /// What no column holds is null here, which every column marks as irregular.
  private static func value(_ raw: UnsafeRawBufferPointer) -> JSONValue { (try? JSONReader.value(raw)) ?? .null }

  /// Whether this is a string without escapes.
  private static func isPlainText(_ raw: UnsafeRawBufferPointer) -> Bool {
    guard raw.count >= 2, raw[0] == UInt8(ascii: "\"") else { return false }
    var offset = 1
    let pattern = Eight.all(UInt8(ascii: "\\"))
    // Eight bytes are loaded only where eight are left.
    while offset + 8 <= raw.count {
      if Eight.matches(raw.word(at: offset), pattern) != 0 { return false }
      offset += 8
    }
    while offset < raw.count {
      if raw[offset] == UInt8(ascii: "\\") { return false }
      offset += 1
    }
    return true
  }

  /// A whole number of at most 15 digits; nil for any other spelling.
  private static func integer(_ raw: UnsafeRawBufferPointer) -> Int64? {
    guard let first = raw.first, raw.count <= 15 else { return nil }
    let isNegative = first == UInt8(ascii: "-")
    var value: Int64 = 0
    for index in (isNegative ? 1 : 0)..<raw.count {
      let digit = raw[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int64(digit)
    }
    return raw.count > (isNegative ? 1 : 0) ? (isNegative ? -value : value) : nil
  }
}

extension Day {
  /// Reads `yyyy-mm-dd` from bytes.
  init?(bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func digits(_ range: Range<Int>) -> Int? {
      var value = 0
      for index in range {
        let digit = bytes[index] &- 0x30
        guard digit < 10 else { return nil }
        value = value * 10 + Int(digit)
      }
      return value
    }
    guard let year = digits(0..<4), let month = digits(5..<7), let day = digits(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
