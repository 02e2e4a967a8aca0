/// One row of a table in a file.
public struct CSVRow: Sendable, Hashable {
  /// The line of the file on which it begins, from 1.
  public let line: Int
  public var cells: [String]
  /// A quote was opened and never closed, so that the row swallowed the rest of the file.
  public let hasOpenQuote: Bool

  public init(line: Int, cells: [String], hasOpenQuote: Bool = false) {
    self.line = line
    self.cells = cells
    self.hasOpenQuote = hasOpenQuote
  }
}

/// Reads comma-, semicolon- or tab-separated text row by row; any bytes give rows, and none give an error.
///
/// Quoted cells may hold delimiters, doubled quotes and line ends. Blank lines are left out.
public struct CSVReader: Sequence, IteratorProtocol, Sendable {
  public enum Delimiter: UInt8, Sendable, CaseIterable {
    case semicolon = 0x3B
    case comma = 0x2C
    case tab = 0x09
  }

  public let encoding: TextEncoding
  public private(set) var delimiter: Delimiter
  /// How much has been read, 0 to 1, for a progress bar.
  public var progress: Double { bytes.isEmpty ? 1 : Double(offset) / Double(bytes.count) }

  private let bytes: [UInt8]
  private var offset = 0
  private var line = 1

  /// Takes the bytes of a whole file; the delimiter is the one that the first row has most of, unless it is given.
  public init(_ bytes: [UInt8], delimiter: Delimiter? = nil) {
    (self.bytes, encoding) = TextEncoding.decoded(bytes)
    if let declared = Self.declaredDelimiter(self.bytes) {
      self.delimiter = delimiter ?? declared.delimiter
      offset = declared.end
      line = 2
    } else {
      self.delimiter = delimiter ?? Self.likeliestDelimiter(self.bytes)
    }
  }

  /// The same file from its beginning, with another delimiter.
  func reading(_ delimiter: Delimiter) -> CSVReader {
    var other = self
    other.delimiter = delimiter
    return other
  }

  /// The next row that is not blank; nil at the end.
  public mutating func next() -> CSVRow? {
    while offset < bytes.count {
      let row = readRow()
      if row.cells.count > 1 || row.cells.first?.isEmpty == false { return row }
    }
    return nil
  }

  private mutating func readRow() -> CSVRow {
    let start = line
    var cells: [String] = []
    while true {
      let isQuoted = offset < bytes.count && bytes[offset] == 0x22
      let isOpen = isQuoted ? readQuoted(into: &cells) : readPlain(into: &cells)
      if isOpen { return CSVRow(line: start, cells: cells, hasOpenQuote: true) }
      guard offset < bytes.count else { return CSVRow(line: start, cells: cells) }
      let byte = bytes[offset]
      offset += 1
      guard byte != delimiter.rawValue else { continue }
      line += 1
      if byte == 0x0D, offset < bytes.count, bytes[offset] == 0x0A { offset += 1 }
      return CSVRow(line: start, cells: cells)
    }
  }

  /// Moves to the delimiter or line end that ends a cell.
  private mutating func skipToEnd() {
    let delimiter = delimiter.rawValue
    bytes.withUnsafeBufferPointer { bytes in
      while offset < bytes.count, bytes[offset] != delimiter, bytes[offset] != 0x0A, bytes[offset] != 0x0D {
        offset += 1
      }
    }
  }

  private mutating func readPlain(into cells: inout [String]) -> Bool {
    let start = offset
    skipToEnd()
    cells.append(String(decoding: bytes[start..<offset], as: UTF8.self))
    return false
  }

  /// Reads from an opening quote; what stands behind the closing one is kept as it is.
  ///
  /// True when the quote is never closed.
  private mutating func readQuoted(into cells: inout [String]) -> Bool {
    var text: [UInt8] = []
    var isOpen = true
    offset += 1
    while isOpen, offset < bytes.count {
      let byte = bytes[offset]
      let following = offset + 1 < bytes.count ? bytes[offset + 1] : 0
      offset += 1
      switch byte {
      case 0x22 where following != 0x22: isOpen = false
      case 0x22:
        offset += 1
        text.append(byte)
      case 0x0D where following == 0x0A: continue
      case 0x0A, 0x0D:
        line += 1
        text.append(0x0A)
      default: text.append(byte)
      }
    }
    let rest = offset
    skipToEnd()
    text.append(contentsOf: bytes[rest..<offset])
    cells.append(String(decoding: text, as: UTF8.self))
    return isOpen
  }
}

extension CSVReader {
  /// A first line `sep=;`, by which some spreadsheets say what follows.
  private static func declaredDelimiter(_ bytes: [UInt8]) -> (delimiter: Delimiter, end: Int)? {
    guard bytes.count >= 6, bytes.starts(with: "sep=".utf8), let delimiter = Delimiter(rawValue: bytes[4])
    else { return nil }
    switch bytes[5] {
    case 0x0A: return (delimiter, 6)
    case 0x0D: return (delimiter, bytes.count > 6 && bytes[6] == 0x0A ? 7 : 6)
    default: return nil
    }
  }

  /// The delimiter that stands most often outside quotes in the first line that is not blank.
  private static func likeliestDelimiter(_ bytes: [UInt8]) -> Delimiter {
    var counts: [UInt8: Int] = [:]
    var isQuoted = false
    var isBlank = true
    for byte in bytes.prefix(65_536) {
      if byte == 0x22 { isQuoted.toggle() }
      if !isQuoted, byte == 0x0A || byte == 0x0D {
        if isBlank { continue }
        break
      }
      isBlank = false
      if !isQuoted { counts[byte, default: 0] += 1 }
    }
    let found = Delimiter.allCases.max { counts[$0.rawValue, default: 0] < counts[$1.rawValue, default: 0] }
    guard let found, counts[found.rawValue, default: 0] > 0 else { return .comma }
    return found
  }
}
