import JenjangDomain
import TerminalKit

/// Which rules rest on a parameter, and which records cite the agency's values of it.
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

  /// How many records of each kind refer to a value that the agency gave the key.
  private static func citations(of key: String, _ view: View) -> [(title: Text, count: Int)] {
    let values = view.book.localParameters.all.filter { $0.key == key }.map(\.id.raw)
    var counts: [(title: Text, count: Int)] = []
    for value in values {
      for user in References.users(of: value, kind: LocalParameter.kind.name, in: view.book) {
        if let place = counts.firstIndex(where: { $0.title == user.title }) {
          counts[place].count += user.count
        } else {
          counts.append((user.title, user.count))
        }
      }
    }
    return counts
  }
}

extension Text {
  fileprivate static let noRecord = Text(
    "Belum ada data tersimpan yang menyebut nilai instansi untuk parameter ini.",
    en: "No stored record cites a value of the agency for this parameter yet.")
  fileprivate static let noneFound = Text(
    "Tidak ada aturan yang memakainya; radar dan kalender dapat memakainya langsung.",
    en: "No rule uses it; the radar and the calendar may use it directly.")
  fileprivate static let method = Text(
    "Daftar ini lengkap: aturan hanya mendapat parameter yang disebutnya, dan pengujian menahannya pada itu.",
    en: "This list is complete: a rule gets the parameters that it names and no others, and the tests hold it to that.")
}
