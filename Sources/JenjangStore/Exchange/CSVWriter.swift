/// Writes comma- or semicolon-separated text.
///
/// A cell that a spreadsheet would take for a formula gets an apostrophe in front; `CSVWriter.unguarded` takes it away.
public struct CSVWriter: Sendable {
  public let delimiter: CSVReader.Delimiter
  /// Whether the file begins with the mark by which spreadsheets know UTF-8.
  public let hasMark: Bool

  public init(delimiter: CSVReader.Delimiter = .semicolon, hasMark: Bool = true) {
    self.delimiter = delimiter
    self.hasMark = hasMark
  }

  /// What stands before the first row.
  public func begin(_ output: inout [UInt8]) {
    if hasMark { output.append(contentsOf: [0xEF, 0xBB, 0xBF]) }
  }

  /// Appends one row, ended as RFC 4180 says.
  public func append(_ cells: [String], to output: inout [UInt8]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { output.append(delimiter.rawValue) }
      append(cell, to: &output)
    }
    output.append(0x0D)
    output.append(0x0A)
  }

  private func append(_ cell: String, to output: inout [UInt8]) {
    var cell = Self.guarded(cell)
    cell.withUTF8 { bytes in
      let edge = bytes.first == 0x20 || bytes.last == 0x20
      let needsQuotes = edge || bytes.contains { $0 == delimiter.rawValue || $0 == 0x22 || $0 < 0x20 }
      guard needsQuotes else { return output.append(contentsOf: bytes) }
      output.append(0x22)
      for byte in bytes {
        if byte == 0x22 { output.append(0x22) }
        output.append(byte)
      }
      output.append(0x22)
    }
  }

  /// The text so that no spreadsheet computes it: an apostrophe goes before `=`, `+`, `-`, `@`, a tab or a return.
  ///
  /// Plain numbers stay as they are. Text that looks guarded already gets one more, so that reading gives it back.
  public static func guarded(_ text: String) -> String {
    guard let first = text.utf8.first else { return text }
    if isDangerous(first) { return isNumber(text) ? text : "'" + text }
    return unguarded(text) == text ? text : "'" + text
  }

  /// The text without the apostrophe that `guarded` put before it.
  public static func unguarded(_ text: String) -> String {
    guard text.utf8.first == UInt8(ascii: "'"), let second = text.utf8.dropFirst().first,
      isDangerous(second) || second == UInt8(ascii: "'")
    else { return text }
    return String(text.dropFirst())
  }

  private static func isDangerous(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
    default: false
    }
  }

  /// `-12` or `-12.5`, which a spreadsheet may well compute.
  private static func isNumber(_ text: String) -> Bool {
    let digits = text.utf8.dropFirst()
    guard text.utf8.first == UInt8(ascii: "-"), let first = digits.first, first >= 0x30, first <= 0x39 else {
      return false
    }
    return digits.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: ".") }
  }
}
