import JenjangDomain

/// Writes a document as one HTML file: UTF-8, nothing from outside, A4 when it is printed, every value escaped.
public struct DocumentHTML {
  private let document: PaperDocument
  private var body = ""

  public init(_ document: PaperDocument) { self.document = document }

  public var text: String {
    var writer = self
    for part in document.parts { writer.write(part) }
    return """
      <!DOCTYPE html>
      <html lang="\(document.language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escaped(document.title))</title>
      <style>
      \(DocumentHTML.style)
      </style>
      </head>
      <body>
      <header><h1>\(escaped(document.title))</h1><p>\(escaped(document.subtitle))</p></header>
      \(writer.body)<footer>
      \(document.foot.map { "<p>\(lines($0))</p>" }.joined(separator: "\n"))
      </footer>
      </body>
      </html>

      """
  }

  private static let style = """
    @page { size: A4; margin: 18mm 16mm 20mm 20mm; }
    body { font: 11pt/1.4 "Liberation Sans", Arial, Helvetica, sans-serif; color: #000; background: #fff;
      max-width: 174mm; margin: 8mm auto; }
    header { text-align: center; border-bottom: 2pt solid #000; margin-bottom: 4mm; }
    h1 { font-size: 14pt; text-transform: uppercase; margin: 0; }
    header p { margin: 1mm 0 3mm; }
    h2 { font-size: 11.5pt; margin: 5mm 0 1.5mm; break-after: avoid; }
    p { margin: 0 0 2mm; }
    table { width: 100%; border-collapse: collapse; margin-bottom: 3mm; }
    table.rows th, table.rows td { border: 0.5pt solid #000; padding: 1mm 1.6mm; vertical-align: top; text-align: left; }
    table.rows thead { display: table-header-group; }
    table.rows tr { break-inside: avoid; }
    table.rows tfoot td { font-weight: bold; }
    td.number, th.number { text-align: right !important; white-space: nowrap; }
    table.pairs td { padding: 0.4mm 0; vertical-align: top; }
    table.pairs td:first-child { width: 34%; padding-right: 3mm; }
    table.sides td { width: 50%; border: 0.5pt solid #000; padding: 2mm; vertical-align: top; }
    table.signatures { break-inside: avoid; margin-top: 8mm; }
    table.signatures td { width: 50%; vertical-align: top; padding-right: 6mm; }
    .room { height: 22mm; }
    .name { font-weight: bold; text-decoration: underline; }
    footer { border-top: 0.5pt solid #000; margin-top: 8mm; padding-top: 2mm; font-size: 8pt; overflow-wrap: anywhere; }
    footer p { margin: 0; }
    """

  private mutating func write(_ part: DocumentPart) {
    switch part {
    case .heading(let text): body += "<h2>\(escaped(text))</h2>\n"
    case .paragraph(let text): body += "<p>\(lines(text))</p>\n"
    case .pairs(let pairs):
      body += "<table class=\"pairs\">\n"
      for pair in pairs { body += "<tr><td>\(escaped(pair.label))</td><td>: \(lines(pair.value))</td></tr>\n" }
      body += "</table>\n"
    case .table(let table): write(table)
    case .sides(let left, let right):
      let cells = [left, right].map { side in
        "<td><strong>\(escaped(side.label))</strong><br>\(lines(side.value.isEmpty ? "-" : side.value))</td>"
      }
      body += "<table class=\"sides\"><tr>\(cells.joined())</tr></table>\n"
    case .signatures(let signatures): write(signatures)
    }
  }

  private mutating func write(_ table: DocumentTable) {
    guard !table.rows.isEmpty else {
      body += "<p>(\(escaped(table.empty)))</p>\n"
      return
    }
    let titles = table.columns.map { "<th\(mark($0))>\(escaped($0.title))</th>" }.joined()
    body += "<table class=\"rows\">\n<thead><tr>\(titles)</tr></thead>\n<tbody>\n"
    for row in table.rows { body += "<tr>\(cells(row, of: table))</tr>\n" }
    body += "</tbody>\n"
    if let sum = table.sum { body += "<tfoot><tr>\(cells(sum, of: table))</tr></tfoot>\n" }
    body += "</table>\n"
  }

  private func cells(_ row: [String], of table: DocumentTable) -> String {
    zip(table.columns, row).map { column, text in "<td\(mark(column))>\(lines(text))</td>" }.joined()
  }

  private func mark(_ column: DocumentTable.Column) -> String { column.isNumber ? " class=\"number\"" : "" }

  private mutating func write(_ signatures: [DocumentSignature]) {
    body += "<table class=\"signatures\">\n"
    for start in stride(from: 0, to: signatures.count, by: 2) {
      let cells = signatures[start..<min(start + 2, signatures.count)].map { signature in
        """
        <td>\(escaped(signature.capacity))<br>\(escaped(signature.position))<div class="room"></div>\
        <span class="name">\(escaped(signature.name))</span><br>\(escaped(signature.number))</td>
        """
      }
      body += "<tr>\(cells.joined())</tr>\n"
    }
    body += "</table>\n"
  }

  /// Escaped, with its line ends kept.
  private func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { escaped(String($0)) }.joined(separator: "<br>")
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in DocumentText.plain(text).unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
