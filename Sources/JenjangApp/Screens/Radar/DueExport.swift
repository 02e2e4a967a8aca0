import JenjangDomain
import JenjangStore
import TerminalKit

extension DueList {
  /// The marked lines, or all that are shown, each with what its rule found.
  func exported(_ view: View) -> ExportTable.Source {
    let lines = chosen
    let count = view.count(lines.count)
    let title = view(Text("Jatuh tempo, \(count) baris", en: "Due radar, \(count) rows"))
    return ExportTable.Source(
      name: "due", heading: title + "  " + filterWords(view), columns: DueList.exportedColumns(view),
      count: lines.count, step: 100, row: { place, view in DueList.exported(lines[place], view) })
  }

  private static func exported(_ line: DueLine, _ view: View) -> [String] {
    let findings = line.findings(in: view.book, by: view.session.radar.law)
    let cells = DueRow.cells(line, findings.verdict, view)
    var page = Page(width: 10_000)
    DueRow.writeShort(findings, into: &page, view)
    let reasons = page.text.split(separator: "\n").joined(separator: "; ")
    return [cells.day, cells.kind, cells.number, cells.name, cells.unit, cells.state, reasons]
  }

  private static func exportedColumns(_ view: View) -> [TableText.Column] {
    [
      ("day", Text("Tanggal", en: "Day")), ("kind", Text("Hal", en: "What")), ("number", Text("NIP", en: "Number")),
      ("name", Text("Nama", en: "Name")), ("unit", Text("Unit kerja", en: "Work unit")),
      ("state", Text("Keadaan", en: "State")), ("findings", Text("Temuan", en: "Findings")),
    ].map { TableText.Column(name: $0.0, title: view($0.1)) }
  }
}
