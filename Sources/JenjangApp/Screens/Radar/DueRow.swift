import JenjangDomain
import JenjangStore
import TerminalKit

/// How a line of the radar is written: in the list, beside it, in files.
enum DueRow {
  struct Cells {
    let day: String
    let kind: String
    let name: String
    let number: String
    let unit: String
    let state: String
    /// The sign of the state and a blank.
    let mark: String
  }

  static func cells(_ line: DueLine, _ verdict: Finding.Status, _ view: View) -> Cells {
    let table = view.book.employees.table
    let cell = { view.cell(table, line.person, $0) }
    return Cells(
      day: line.day.display, kind: view(line.kind.title), name: cell("name"), number: cell("employeeNumber"),
      unit: cell("unit"), state: mark(verdict) + view(word(verdict)), mark: mark(verdict))
  }

  /// Before the word, so that a state is seen at once and is never colour alone.
  static func mark(_ status: Finding.Status) -> String {
    switch status {
    case .met: "✓ "
    case .notMet: "! "
    case .cannotJudge: "? "
    }
  }

  /// The state in a word that is never cut.
  static func word(_ status: Finding.Status) -> Text {
    status == .cannotJudge ? Text("belum dinilai", en: "not judged") : status.title
  }

  /// The line and all that its rule found.
  static func write(_ line: DueLine, _ findings: [Finding], into page: inout Page, _ view: View) {
    let cells = cells(line, findings.verdict, view)
    page.heading(cells.kind + ", " + cells.day)
    page.paragraph(cells.name + "  " + cells.number)
    if !cells.unit.isEmpty { page.paragraph(cells.unit, role: .textMuted) }
    if findings.isEmpty { page.paragraph(view(.noFindings), role: .textMuted) }
    for finding in findings {
      page.blank()
      write(finding, into: &page, view)
    }
  }

  /// The findings alone, one line each, those that stand in the way first.
  static func writeShort(_ findings: [Finding], into page: inout Page, _ view: View) {
    if findings.isEmpty { page.paragraph(view(.noFindings), role: .textMuted) }
    for finding in findings.filter({ $0.status != .met }) + findings.filter({ $0.status == .met }) {
      let values = [finding.found, finding.needed].compactMap { $0.map { view($0) } }.joined(separator: " / ")
      page.paragraph(mark(finding.status) + view(finding.condition) + (values.isEmpty ? "" : ": " + values), indent: 0)
    }
  }

  private static func write(_ finding: Finding, into page: inout Page, _ view: View) {
    page.paragraph(mark(finding.status) + view(finding.condition) + ": " + view(finding.status.title))
    let width = 9
    if let found = finding.found { page.item(view(Text("Ditemukan", en: "Found")), view(found), labelWidth: width) }
    if let needed = finding.needed { page.item(view(Text("Perlu", en: "Needed")), view(needed), labelWidth: width) }
    page.item(
      view(Text("Dasar", en: "Basis")), view(finding.basis) + " (" + view(finding.certainty.title) + ")",
      labelWidth: width, role: .textMuted)
  }
}

extension Day {
  /// The month as it is typed: `2026-07`.
  var monthCode: String { String(iso.dropLast(3)) }
}

extension Text {
  fileprivate static let noFindings = Text(
    "Aturannya belum dapat menilai: datanya belum lengkap.", en: "Its rule cannot judge yet: records are missing.")
}
