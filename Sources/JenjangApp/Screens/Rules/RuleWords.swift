import JSONText
import JenjangDomain
import TerminalKit

/// The answer of a rule in words: verdict, result, each condition with what was found, needed and on which basis.
enum RuleWords {
  static func write(_ answer: RuleAnswer, of rule: AnyRule, into page: inout Page, _ view: View) {
    page.heading(view(Text("HASIL", en: "RESULT")))
    if !answer.findings.isEmpty {
      page.paragraph(verdict(answer.verdict, view), role: role(answer.verdict))
    }
    let values = rule.output.fields.filter { answer.output[$0.name] != nil }
    page.pairs(values.map { (view($0.title), words(answer.output[$0.name], $0, view)) })
    for table in rule.output.tables {
      let rows = answer.output[table.name]?.array?.compactMap(\.object) ?? []
      if !rows.isEmpty { write(rows, of: table, into: &page, view) }
    }
    guard !answer.findings.isEmpty else { return }
    page.heading(view(Text("TEMUAN", en: "FINDINGS")), remark: view.count(answer.findings.count))
    for finding in answer.findings { write(finding, into: &page, view) }
  }

  /// The rows of a table, a numbered line each.
  static func write(_ rows: [JSONObject], of table: TableSpec, into page: inout Page, _ view: View) {
    page.heading(view(table.title).uppercased(), remark: view.count(rows.count))
    for (place, row) in rows.enumerated() {
      page.item("\(place + 1).", self.row(row, table.fields, view), labelWidth: 3)
    }
  }

  /// The values of a row behind each other.
  static func row(_ row: JSONObject, _ fields: [FieldSpec], _ view: View) -> String {
    fields.compactMap { field in
      row[field.name].map { "\(view(field.title)): \(words($0, field, view))" }
    }.joined(separator: "; ")
  }

  private static func words(_ value: JSONValue?, _ spec: FieldSpec, _ view: View) -> String {
    FormValue.words(value, spec, view)
  }

  /// One condition; what the program is unsure of says so in its own line.
  static func write(_ finding: Finding, into page: inout Page, _ view: View) {
    let advice = finding.isAdvice ? view(Text(" (saran)", en: " (advice)")) : ""
    let head = "\(verdict(finding.status, view))\(advice): \(view(finding.condition))"
    page.paragraph(head, indent: 0, role: role(finding.status))
    let width = 9
    if let found = finding.found { page.item(view(Text("ada", en: "found")), view(found), labelWidth: width) }
    if let needed = finding.needed { page.item(view(Text("perlu", en: "needed")), view(needed), labelWidth: width) }
    page.item(view(Text("dasar", en: "basis")), view(finding.basis), labelWidth: width)
    let isUnsure = finding.certainty == .unsure
    page.item(
      view(Text("kepastian", en: "certainty")), certainty(finding.certainty, view), labelWidth: width,
      role: isUnsure ? .statusWarn : .value)
    if let use = finding.parameter { page.item("parameter", words(use, view), labelWidth: width) }
  }

  private static func words(_ use: ParameterUse, _ view: View) -> String {
    let from = use.from.map { view(Text(", sejak ", en: ", since ")) + $0.display } ?? ""
    return "\(use.key) (\(view(use.scope.title))\(from))"
  }

  /// In words, with a mark where it is not sure.
  static func certainty(_ certainty: Certainty, _ view: View) -> String {
    (certainty == .unsure ? "? " : "") + view(certainty.title)
  }

  /// A mark and the word, so that the state is never colour alone.
  static func verdict(_ status: Finding.Status, _ view: View) -> String {
    let mark =
      switch status {
      case .met: "✓"
      case .notMet: "!"
      case .cannotJudge: "?"
      }
    return mark + " " + view(status.title)
  }

  static func role(_ status: Finding.Status) -> Role {
    switch status {
    case .met: .statusGood
    case .notMet: .statusBad
    case .cannotJudge: .statusWarn
    }
  }
}
