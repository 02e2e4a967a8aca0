import JenjangDomain
import TerminalKit

/// Rows of a table as aligned text for people.
struct TextTable {
  private let table: Table
  private let fields: [(name: String, title: String)]
  private static let widest = 40
  private static let measured = 200

  init(_ table: Table, fields: [(name: String, title: Text)]) {
    self.table = table
    self.fields = fields.map { ($0.name, $0.title[Speech.language]) }
  }

  /// The columns that fit most terminals: the first fields and what is computed, without long notes.
  static func columns(of type: RecordType, without owner: String? = nil) -> [(name: String, title: Text)] {
    let own = type.fields.filter { field in
      if case .note = field.type { return false }
      return field.name != owner
    }
    return own.prefix(5).map { ($0.name, $0.title) } + type.derived.prefix(3).map { ($0.name, $0.title) }
  }

  /// Columns are as wide as the first rows need.
  func print(_ rows: some Collection<Row>, to output: Output) {
    let first = rows.prefix(Self.measured).map(cells)
    var widths = fields.map { Self.width($0.title) }
    for cells in first {
      for (index, cell) in cells.enumerated() { widths[index] = max(widths[index], min(Self.width(cell), Self.widest)) }
    }
    let line = { (cells: [String]) in
      let padded = zip(cells, widths).map { cell, width in
        cell + String(repeating: " ", count: max(0, width - Self.width(cell)))
      }
      let text = padded.joined(separator: "  ")
      output.line(String(text.reversed().drop { $0 == " " }.reversed()))
    }
    line(fields.map(\.title))
    for cells in first { line(cells) }
    for row in rows.dropFirst(Self.measured) { line(cells(row)) }
  }

  private func cells(_ row: Row) -> [String] {
    fields.map { field in
      table.value(field.name, at: row).map {
        Self.plain(table.text(of: $0, field: field.name, language: Speech.language))
      } ?? ""
    }
  }

  /// A value inside a sentence: `plain`, and no longer than a line can show beside the sentence.
  static func short(_ text: String) -> String {
    let plain = plain(text)
    return plain.count > 60 ? plain.prefix(59) + "…" : plain
  }

  /// Without line ends and other controls, which would break the table or reach the terminal.
  static func plain(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? " " : scalar)
    }
    return String(scalars)
  }

  private static func width(_ text: String) -> Int { text.unicodeScalars.count }
}
