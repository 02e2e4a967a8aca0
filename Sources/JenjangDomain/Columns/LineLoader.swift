import JSONText

/// Reads canonical lines into the columns of one table.
///
/// A line that has the keys and the form of those before it is taken apart by a template; another one by the scanner,
/// and whatever is not canonical by the general reader. All give the same values.
struct LineLoader {
  private let table: Table
  private let plan: LinePlan
  private let lines: UnsafeRawBufferPointer
  /// Rows there is room for.
  private let room: Int
  /// So many rows are emptied before they are filled, and told of after: few enough to stay near the processor.
  private static let step = 1_024

  /// `table` has been emptied and has room for `rows`; `lines` are the texts of its snapshot.
  ///
  /// Without `usesTemplate` every line is left to the scanner.
  init(_ table: Table, _ lines: UnsafeRawBufferPointer, rows: Int, usesTemplate: Bool = true) {
    self.table = table
    self.lines = lines
    room = rows
    plan = LinePlan(table, usesTemplate: usesTemplate)
  }

  /// Gives the number of the first line that is no record, not behind the one before, or one too many.
  ///
  /// `progress` gets the bytes that were read since it was last called.
  func load(_ progress: (Int) -> Void = { _ in }) -> Int? {
    var start = 0
    var row = 0
    var ready = 0
    var before = RecordID(high: 0, low: 0)
    var told = 0
    while start < lines.count, row < room {
      if row == ready {
        progress(start - told)
        told = start
        ready = min(room, row + LineLoader.step)
        table.resize(to: ready)
      }
      guard let (id, end) = load(from: start, Row(row)), row == 0 || before < id else { break }
      before = id
      start = end + 1
      row += 1
      // A record may refer to one before it in the same file.
      table.sortedRows = row
    }
    progress(min(start, lines.count) - told)
    table.resize(to: row)
    table.liveCount = row
    return start < lines.count ? row + 1 : nil
  }

  private struct Head {
    var id: RecordID?
    var revision: UInt32 = 1
    var next = 0
  }

  /// Gives the identity and where the line feed stands; nil when the line is no record.
  private func load(from start: Int, _ row: Row) -> (RecordID, end: Int)? {
    var head = Head()
    let end: Int
    if let line = plan.template?.split(lines, from: start), let members = plan.template?.members {
      end = line.end
      for index in 0..<line.count {
        // The template gives as many members, all within the lines.
        let member = members[index]
        let raw = UnsafeRawBufferPointer(rebasing: lines[member.start..<member.end])
        write(raw, isText: member.isPlainText, member.place, row, &head)
      }
    } else {
      end = JSONScanner.lineEnd(in: lines, from: start)
      let line = UnsafeRawBufferPointer(rebasing: lines[start..<end])
      let isCanonical = JSONScanner.members(of: line) { key, value in
        guard let place = plan.place(of: key, from: head.next) else { return }
        write(value, isText: Self.isPlainText(value), place, row, &head)
        head.next = place + 1
      }
      if !isCanonical { head = readGenerally(line, row) }
    }
    guard let id = head.id else { return nil }
    // Every column has `row`, which was made ready.
    plan.lines[Int(row)] = Slice(offset: start, length: end - start).packed
    plan.idHigh[Int(row)] = id.high
    plan.idLow[Int(row)] = id.low
    plan.revisions[Int(row)] = max(1, head.revision)
    return (id, end)
  }

  private func readGenerally(_ line: UnsafeRawBufferPointer, _ row: Row) -> Head {
    guard let object = (try? JSONReader.value(line))?.object else { return Head() }
    for column in plan.columns { table.write(object[column.name], column, at: row) }
    return Head(
      id: object["id"]?.text.flatMap { RecordID($0) }, revision: UInt32(clamping: object["rev"]?.integer ?? 1))
  }

  /// Writes a value as it stands in its line.
  @inline(__always)
  private func write(
    _ raw: UnsafeRawBufferPointer, isText: Bool, _ place: Int, _ row: Row, _ head: inout Head
  ) {
    let row = Int(row)
    let text = isText ? UnsafeRawBufferPointer(rebasing: raw[1..<raw.count - 1]) : raw
    // Every column has `room` values, and `row` is below that.
    switch (plan.target(place), isText) {
    case (.none, _): return
    case (.identity, _):
      head.id = raw.count == 28 ? plan.id(UnsafeRawBufferPointer(rebasing: raw[1..<27])) : nil
      return
    case (.revision, _):
      head.revision = Self.integer(raw).map { UInt32(clamping: $0) } ?? 1
      return
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
      let readable = Int(bitPattern: lines.baseAddress) + lines.count - Int(bitPattern: text.baseAddress)
      values[row] = plan.code(text, readable: readable, first, count) ?? Mark.irregularSmall
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
    if let column = plan.column(place) { table.write(Self.value(raw), column, at: Row(row)) }
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
    guard bytes.count == 10 else { return nil }
    // The year, the month and the signs between, then the day.
    let start = bytes.word(at: 0)
    let end = UInt64(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt16.self)))
    guard start & 0xFF00_00FF_0000_0000 == 0x2D00_002D_0000_0000 else { return nil }
    // The signs count as digits here.
    let digits = start ^ 0x1D00_001D_0000_0000
    guard Self.areDigits(digits, 0x0101_0101_0101_0101), Self.areDigits(end, 0x0101) else { return nil }
    func digit(_ place: UInt64) -> Int { Int(truncatingIfNeeded: digits >> (8 * place) & 15) }
    self.init(
      year: digit(0) * 1_000 + digit(1) * 100 + digit(2) * 10 + digit(3), month: digit(5) * 10 + digit(6),
      day: Int(truncatingIfNeeded: end & 15) * 10 + Int(truncatingIfNeeded: end >> 8 & 15))
  }

  /// Whether the bytes of a word are digits; `ones` has a one in each of them.
  private static func areDigits(_ word: UInt64, _ ones: UInt64) -> Bool {
    // Six more carries whatever is above a nine out of the digits' upper half.
    word & (ones &* 0xF0) == ones &* 0x30 && (word &+ ones &* 6) & (ones &* 0xF0) == ones &* 0x30
  }
}
