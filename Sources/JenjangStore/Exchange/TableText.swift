import JSONText
import JenjangDomain

/// What a list shows, as text: titles, and rows of as many cells.
public struct TableText: Sendable, Hashable {
  public struct Column: Sendable, Hashable {
    /// The member's name in JSON.
    public let name: String
    public let title: String
    /// Numbers stand to the right.
    public let isNumber: Bool

    public init(name: String, title: String, isNumber: Bool = false) {
      self.name = name
      self.title = title
      self.isNumber = isNumber
    }
  }

  public enum Format: String, Sendable, CaseIterable {
    case csv
    case json
    case ndjson
    case text
    case html
  }

  public let columns: [Column]
  public private(set) var rows: [[String]] = []

  public init(columns: [Column]) { self.columns = columns }

  /// Takes one row; cells that are missing are blank, and those beyond the columns are left out.
  public mutating func append(_ cells: [String]) {
    rows.append(columns.indices.map { $0 < cells.count ? cells[$0] : "" })
  }

  public func bytes(_ format: Format, csv: CSVWriter = CSVWriter()) -> [UInt8] {
    var output: [UInt8] = []
    switch format {
    case .csv: appendCSV(csv, to: &output)
    case .json: appendJSON(to: &output)
    case .ndjson: appendLines(to: &output)
    case .text: appendText(to: &output)
    case .html: output += bytes(.html, heading: "", origin: "", language: .indonesian)
    }
    return output
  }

  /// For paper with what it is and from where it comes; data for programs stays bare.
  public func bytes(_ format: Format, heading: String, origin: String, language: Language) -> [UInt8] {
    switch format {
    case .text: return Array((heading + "\n\n").utf8) + bytes(.text) + Array(("\n" + origin + "\n").utf8)
    case .html:
      var document = PaperDocument(heading, language: language)
      var table = DocumentTable(
        columns.map { DocumentTable.Column($0.title, isNumber: $0.isNumber) },
        empty: language == .indonesian ? "tidak ada baris" : "no rows")
      for row in rows { table.append(row) }
      document.parts = [.table(table)]
      document.foot = [origin]
      return DocumentForm.html.bytes(document)
    case .csv, .json, .ndjson: return bytes(format)
    }
  }

  private func appendCSV(_ writer: CSVWriter, to output: inout [UInt8]) {
    writer.begin(&output)
    writer.append(columns.map(\.title), to: &output)
    for row in rows { writer.append(row, to: &output) }
  }

  private func appendJSON(to output: inout [UInt8]) {
    output.append(contentsOf: "[".utf8)
    for (index, row) in rows.enumerated() {
      output.append(contentsOf: (index == 0 ? "\n" : ",\n").utf8)
      JSONWriter.append(object(of: row), to: &output)
    }
    output.append(contentsOf: "\n]\n".utf8)
  }

  private func appendLines(to output: inout [UInt8]) {
    for row in rows {
      JSONWriter.append(object(of: row), to: &output)
      output.append(0x0A)
    }
  }

  private func object(of row: [String]) -> JSONObject {
    var object = JSONObject()
    for (column, cell) in zip(columns, row) where !cell.isEmpty { object[column.name] = .string(cell) }
    return object
  }

  private func appendText(to output: inout [UInt8]) {
    let widths = columns.indices.map { index in
      rows.reduce(TableText.width(columns[index].title)) { max($0, TableText.width($1[index])) }
    }
    appendLine(columns.map(\.title), widths, to: &output)
    appendLine(widths.map { String(repeating: "─", count: $0) }, widths, to: &output)
    for row in rows { appendLine(row, widths, to: &output) }
  }

  private func appendLine(_ cells: [String], _ widths: [Int], to output: inout [UInt8]) {
    var line = ""
    for (index, cell) in cells.enumerated() {
      if index > 0 { line += "  " }
      let flat = String(String.UnicodeScalarView(cell.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
      let padding = String(repeating: " ", count: widths[index] - TableText.width(cell))
      line += columns[index].isNumber ? padding + flat : flat + padding
    }
    while line.utf8.last == 0x20 { line.removeLast() }
    output.append(contentsOf: line.utf8)
    output.append(0x0A)
  }

  /// Columns that a text takes when printed: none for marks that combine, two for East Asian signs and pictures.
  static func width(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.utf8.count }
    return text.unicodeScalars.reduce(0) { $0 + width($1) }
  }

  private static func width(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300...0x36F, 0x200B...0x200F, 0xFE00...0xFE0F: 0
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
      2
    default: 1
    }
  }
}
