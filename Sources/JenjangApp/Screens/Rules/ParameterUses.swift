import JSONText
import JenjangDomain
import TerminalKit

/// Which rules rest on a parameter, and which stored results were found by it.
enum ParameterUses {
  static func reader(_ parameter: AnyParameter, _ view: View) -> Reader {
    let rules = rules(of: parameter.key)
    let title = parameter.title
    let cited = citations(of: parameter.key, view)
    return Reader(
      heading: { view in view(title) },
      write: { page, view in
        page.heading(view(Text("ATURAN YANG MEMAKAINYA", en: "RULES THAT USE IT")), remark: view.count(rules.count))
        for rule in rules { page.item(view(rule.title), view(rule.basis), labelWidth: 34) }
        if rules.isEmpty { page.paragraph(view(.noneFound)) }
        page.heading(view(Text("DATA YANG MENYEBUTNYA", en: "RECORDS THAT CITE IT")))
        for line in cited { page.item(view(line.title), view.count(line.count), labelWidth: 34) }
        if cited.isEmpty { page.paragraph(view(.noRecord)) }
        page.blank()
        page.paragraph(view(.method), role: .textMuted)
      })
  }

  /// Every rule that may ask for the key; a rule cannot ask for one that it does not name.
  static func rules(of key: String) -> [AnyRule] { RuleBook.rules.filter { $0.parameters.contains(key) } }

  /// How many results of each kind were found by the parameter: they keep which version of which one it was.
  static func citations(of key: String, _ view: View) -> [(title: Text, count: Int)] {
    view.book.types.filter { $0.field("policy") != nil }.compactMap { type in
      guard let table = view.book.table(type.kind.name) else { return nil }
      let count = (0..<table.rowCount).count { row in
        table.isSeen(row) && table.value("policy", at: row)?.text.map { cites(key, $0) } ?? false
      }
      return count > 0 ? (type.kind.plural, count) : nil
    }
  }

  /// Whether a list of parameter versions, as results keep it, names a parameter.
  private static func cites(_ key: String, _ policy: String) -> Bool {
    policy.split(separator: ",").contains { use in use.split(separator: " ").first.map { $0 == key } ?? false }
  }
}

extension Text {
  fileprivate static let noRecord = Text(
    "Belum ada hasil tersimpan yang dihitung dengan parameter ini.",
    en: "No stored result was found by this parameter yet.")
  fileprivate static let noneFound = Text(
    "Tidak ada aturan yang memakainya; radar dan kalender dapat memakainya langsung.",
    en: "No rule uses it; the radar and the calendar may use it directly.")
  fileprivate static let method = Text(
    "Daftar ini lengkap: aturan hanya mendapat parameter yang disebutnya, dan pengujian menahannya pada itu.",
    en: "This list is complete: a rule gets the parameters that it names and no others, and the tests hold it to that.")
}
