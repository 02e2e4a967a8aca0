import JSONText

/// Reads canonical lines into the columns of one table.
///
/// Keys come sorted, as the fields do here, so that each is found with one comparison; whatever is not canonical is
/// read by the general reader.
struct LineLoader {
  private let table: Table
  /// The fields that have columns, in the order of their keys' bytes.
  private let keys: [[UInt8]]
  private let columns: [FieldColumn]
  private let targets: [Table?]
  private static let id = Array("id".utf8)
  private static let revision = Array("rev".utf8)

  init(_ table: Table) {
    self.table = table
    let fields = table.columns.prefix(table.type.fields.count).map { (key: Array($0.name.utf8), column: $0) }
      .sorted { $0.key.lexicographicallyPrecedes($1.key) }
    keys = fields.map(\.key)
    columns = fields.map(\.column)
    targets = fields.map { if case .reference(let kind) = $0.column.type { table.book?.table(kind) } else { nil } }
  }

  /// Gives the number of the first line that is no record or not behind the one before.
  func load(_ lines: UnsafeRawBufferPointer) -> Int? {
    var start = 0
    var number = 1
    while start < lines.count {
      let end = Self.lineEnd(lines, from: start)
      guard load(lines, start..<end) else { return number }
      start = end + 1
      number += 1
    }
    return nil
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

  private func load(_ lines: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool {
    let line = UnsafeRawBufferPointer(rebasing: lines[range])
    let row = newRow(Slice(offset: range.lowerBound, length: range.count))
    var head = Head()
    let isCanonical = JSONScanner.members(of: line) { key, value in
      read(key, value, Int(bitPattern: value.baseAddress) - Int(bitPattern: lines.baseAddress), row, &head)
    }
    if !isCanonical { head = readGenerally(line, row) }
    guard let id = head.id, row == 0 || table.id(of: row - 1) < id else { return false }
    table.idHigh[row] = id.high
    table.idLow[row] = id.low
    table.revisions[row] = max(1, head.revision)
    table.sortedRows += 1
    table.count += 1
    return true
  }

  private func newRow(_ line: Slice) -> Row {
    let row = table.rowCount
    table.idHigh.append(0)
    table.idLow.append(0)
    table.revisions.append(1)
    table.lines.append(line.packed)
    for column in table.columns { column.appendAbsent() }
    return row
  }

  private func read(
    _ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer, _ offset: Int, _ row: Row, _ head: inout Head
  ) {
    if head.next < keys.count, key.equals(keys[head.next]) {
      write(value, offset, head.next, row)
      head.next += 1
    } else if key.equals(Self.id) {
      head.id = value.count == 28 ? RecordID(utf8: UnsafeRawBufferPointer(rebasing: value[1..<27])) : nil
    } else if key.equals(Self.revision) {
      head.revision = Self.integer(value).map { UInt32(clamping: $0) } ?? 1
    } else if let place = keys.firstIndex(where: { key.equals($0) }) {
      write(value, offset, place, row)
      head.next = place + 1
    }
  }

  private func readGenerally(_ line: UnsafeRawBufferPointer, _ row: Row) -> Head {
    guard let object = (try? JSONReader.value(line))?.object else { return Head() }
    for column in columns { table.write(object[column.name], column, at: row) }
    return Head(
      id: object["id"]?.text.flatMap { RecordID($0) }, revision: UInt32(clamping: object["rev"]?.integer ?? 1))
  }

  /// Writes a value as it stands in the line; `offset` is its place in the snapshot.
  private func write(_ raw: UnsafeRawBufferPointer, _ offset: Int, _ place: Int, _ row: Row) {
    let column = columns[place]
    guard let text = Self.text(raw) else { return writeGenerally(raw, column, row) }
    switch column.storage {
    case .none: break
    case .text(let values): values[row] = Slice(offset: offset + 1, length: text.count).packed
    case .number(let values): values[row] = PackedNumber.value(text) ?? Mark.irregularNumber
    case .day(let values): values[row] = Day(bytes: text)?.number ?? Mark.irregularDay
    case .small(let values, let codes?): values[row] = codes.value(text)
    case .reference(let values, let kind):
      guard let id = RecordID(utf8: text), let target = targets[place]?.rowEver(of: id) else {
        return table.write(.string(String(decoding: text, as: UTF8.self)), column, at: row)
      }
      _ = kind
      values[row] = target
    case .integer, .small: table.write(.string(String(decoding: text, as: UTF8.self)), column, at: row)
    }
  }

  private func writeGenerally(_ raw: UnsafeRawBufferPointer, _ column: FieldColumn, _ row: Row) {
    switch column.storage {
    case .none: break
    case .integer(let values, nil):
      if let number = Self.integer(raw) { values[row] = number } else { table.write(Self.value(raw), column, at: row) }
    case .small(let values, nil) where raw.equals(Self.yes): values[row] = 2
    case .small(let values, nil) where raw.equals(Self.no): values[row] = 1
    default: table.write(Self.value(raw), column, at: row)
    }
  }

  private static let yes = Array("true".utf8)
  private static let no = Array("false".utf8)

  /// What no column holds is null here, which every column marks as irregular.
  private static func value(_ raw: UnsafeRawBufferPointer) -> JSONValue { (try? JSONReader.value(raw)) ?? .null }

  /// The text of a string without escapes; nil for any other value.
  private static func text(_ raw: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer? {
    guard raw.count >= 2, raw[0] == UInt8(ascii: "\"") else { return nil }
    let text = UnsafeRawBufferPointer(rebasing: raw[1..<raw.count - 1])
    for byte in text where byte == UInt8(ascii: "\\") { return nil }
    return text
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
