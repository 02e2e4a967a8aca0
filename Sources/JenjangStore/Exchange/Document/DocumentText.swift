/// Writes a document as plain text, 78 columns wide: readable in a terminal and on any printer.
public struct DocumentText {
  private static let width = 78
  private let document: PaperDocument
  private var lines: [String] = []

  public init(_ document: PaperDocument) { self.document = document }

  public var text: String {
    var writer = self
    writer.write()
    return writer.lines.joined(separator: "\n") + "\n"
  }

  private mutating func write() {
    for title in [document.title.uppercased(), document.subtitle] where !title.isEmpty {
      for line in wrapped(title, Self.width) { lines.append(centred(line)) }
    }
    lines.append(String(repeating: "═", count: Self.width))
    for part in document.parts { write(part) }
    guard !document.foot.isEmpty else { return }
    lines += ["", String(repeating: "─", count: Self.width)]
    for text in document.foot { lines += wrapped(text, Self.width) }
  }

  private mutating func write(_ part: DocumentPart) {
    switch part {
    case .heading(let text):
      lines += ["", text.uppercased()]
    case .paragraph(let text): lines += wrapped(text, Self.width)
    case .pairs(let pairs): write(pairs)
    case .table(let table): write(table)
    case .sides(let left, let right): write(left, beside: right)
    case .signatures(let signatures): write(signatures)
    }
  }

  private mutating func write(_ pairs: [DocumentPair]) {
    let label = min(28, pairs.map { TableText.width($0.label) }.max() ?? 0)
    for pair in pairs {
      let labels = wrapped(pair.label, label)
      let values = wrapped(pair.value, Self.width - label - 3)
      for index in 0..<max(labels.count, values.count) {
        let left = padded(index < labels.count ? labels[index] : "", label)
        lines.append(trimmed(left + (index == 0 ? " : " : "   ") + (index < values.count ? values[index] : "")))
      }
    }
  }

  private mutating func write(_ table: DocumentTable) {
    guard !table.rows.isEmpty else {
      lines.append("(" + table.empty + ")")
      return
    }
    let widths = widths(of: table)
    write(table.columns.map(\.title), widths, table)
    lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    for row in table.rows { write(row, widths, table) }
    guard let sum = table.sum else { return }
    lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    write(sum, widths, table)
  }

  /// As wide as what stands in them where that fits; else shares by their weights.
  private func widths(of table: DocumentTable) -> [Int] {
    let wishes = table.columns.indices.map { index in
      (table.rows + [table.columns.map(\.title), table.sum ?? []]).map { row in
        index < row.count ? row[index].split(separator: "\n").map { TableText.width(String($0)) }.max() ?? 0 : 0
      }.max() ?? 0
    }
    let room = Self.width - 2 * (table.columns.count - 1)
    guard wishes.reduce(0, +) > room else { return wishes.map { max(1, $0) } }
    var widths = wishes
    var open = Set(widths.indices)
    var left = room
    // Columns that need less than their share keep what they need, and leave the rest to the others.
    while let narrow = open.first(where: { wishes[$0] <= share($0, of: left, among: open, table) }) {
      widths[narrow] = max(1, wishes[narrow])
      left -= widths[narrow]
      open.remove(narrow)
    }
    for index in open { widths[index] = max(4, share(index, of: left, among: open, table)) }
    for index in open { widen(index, to: longestWord(index, table), &widths) }
    return widths
  }

  private func longestWord(_ index: Int, _ table: DocumentTable) -> Int {
    (table.rows + [table.columns.map(\.title)]).map { row in
      index < row.count
        ? row[index].split { $0 == " " || $0 == "\n" }.map { TableText.width(String($0)) }.max() ?? 0 : 0
    }.max() ?? 0
  }

  /// Gives a column the room of its longest word, from the widest one, so that no word is broken for want of a letter.
  private func widen(_ index: Int, to wanted: Int, _ widths: inout [Int]) {
    let missing = wanted - widths[index]
    guard missing > 0, wanted <= 16, let widest = widths.indices.max(by: { widths[$0] < widths[$1] }),
      widest != index, widths[widest] - missing >= wanted
    else { return }
    widths[widest] -= missing
    widths[index] += missing
  }

  private func share(_ index: Int, of room: Int, among open: Set<Int>, _ table: DocumentTable) -> Int {
    let weights = open.reduce(0) { $0 + table.columns[$1].weight }
    return max(0, room) * table.columns[index].weight / max(1, weights)
  }

  private mutating func write(_ cells: [String], _ widths: [Int], _ table: DocumentTable) {
    let parts = widths.indices.map { index in wrapped(index < cells.count ? cells[index] : "", widths[index]) }
    for line in 0..<(parts.map(\.count).max() ?? 0) {
      let texts = widths.indices.map { index in
        let text = line < parts[index].count ? parts[index][line] : ""
        return table.columns[index].isNumber ? padded(text, widths[index], right: true) : padded(text, widths[index])
      }
      lines.append(trimmed(texts.joined(separator: "  ")))
    }
  }

  private mutating func write(_ left: DocumentPair, beside right: DocumentPair) {
    let width = (Self.width - 3) / 2
    let columns = [left, right].map { [$0.label.uppercased()] + wrapped($0.value.isEmpty ? "-" : $0.value, width) }
    for line in 0..<max(columns[0].count, columns[1].count) {
      let texts = columns.map { line < $0.count ? $0[line] : "" }
      lines.append(trimmed(padded(texts[0], width) + " │ " + texts[1]))
    }
  }

  private mutating func write(_ signatures: [DocumentSignature]) {
    for start in stride(from: 0, to: signatures.count, by: 2) {
      let pair = Array(signatures[start..<min(start + 2, signatures.count)])
      let width = (Self.width - 4) / 2
      lines.append("")
      write(pair.map(\.capacity), width)
      write(pair.map(\.position), width)
      lines += ["", "", "", ""]
      write(pair.map { $0.name.isEmpty ? String(repeating: ".", count: 24) : $0.name }, width)
      write(pair.map(\.number), width)
    }
  }

  private mutating func write(_ texts: [String], _ width: Int) {
    let parts = texts.map { wrapped($0, width) }
    for line in 0..<(parts.map(\.count).max() ?? 0) {
      let cells = parts.map { padded(line < $0.count ? $0[line] : "", width) }
      lines.append(trimmed(cells.joined(separator: "    ")))
    }
  }
}

extension DocumentText {
  private func centred(_ text: String) -> String {
    String(repeating: " ", count: max(0, (Self.width - TableText.width(text)) / 2)) + text
  }

  private func padded(_ text: String, _ width: Int, right: Bool = false) -> String {
    let blanks = String(repeating: " ", count: max(0, width - TableText.width(text)))
    return right ? blanks + text : text + blanks
  }

  private func trimmed(_ line: String) -> String { String(line.reversed().drop { $0 == " " }.reversed()) }

  /// Broken at blanks, long words anywhere; line ends stay.
  ///
  /// At least one line.
  private func wrapped(_ text: String, _ width: Int) -> [String] {
    text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { part -> [String] in
      var lines: [String] = []
      var line = ""
      for word in DocumentText.plain(part).split(separator: " ").map(String.init) {
        for piece in pieces(of: word, max(1, width)) {
          if line.isEmpty {
            line = piece
          } else if TableText.width(line) + 1 + TableText.width(piece) <= width {
            line += " " + piece
          } else {
            lines.append(line)
            line = piece
          }
        }
      }
      return lines + [line]
    }
  }

  private func pieces(of word: String, _ width: Int) -> [String] {
    guard TableText.width(word) > width else { return [word] }
    var pieces: [String] = []
    var piece = ""
    for character in word {
      if !piece.isEmpty, TableText.width(piece) + TableText.width(String(character)) > width {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
    }
    return pieces + [piece]
  }

  /// Without anything a terminal or a printer would take as its own language.
  static func plain(_ text: some StringProtocol) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isControl = scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value)
      scalars.append(isControl ? " " : scalar)
    }
    return String(scalars)
  }
}
