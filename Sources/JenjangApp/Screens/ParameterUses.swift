import JSONText
import JenjangDomain
import TerminalKit

/// Which rules rest on a parameter, as far as asking them shows.
enum ParameterUses {
  static func reader(_ parameter: AnyParameter, _ view: View) -> Reader {
    let rules = rules(of: parameter.key, view)
    let title = parameter.title
    return Reader(
      heading: { view in view(title) },
      write: { page, view in
        page.heading(view(Text("KEPUTUSAN TERSIMPAN", en: "STORED DECISIONS")))
        page.paragraph(view(.noDecision))
        page.heading(view(Text("ATURAN YANG MEMAKAINYA", en: "RULES THAT USE IT")), remark: view.count(rules.count))
        for rule in rules { page.item(view(rule.title), view(rule.basis), labelWidth: 34) }
        if rules.isEmpty { page.paragraph(view(.noneFound)) }
        page.blank()
        page.paragraph(view(.method), role: .textMuted)
      })
  }

  /// Every rule whose findings name the key, for the first people of the store and for a made-up case.
  static func rules(of key: String, _ view: View) -> [AnyRule] {
    let law = view.book.law
    let people = (0..<min(Row(people), view.book.employees.table.rowCount)).compactMap { row in
      view.book.employees[row].flatMap { view.book.state(of: $0.id, on: view.book.day) }
    }.map { PersonFacts($0, in: view.book, by: law) }
    return RuleBook.rules.filter { rule in
      let cases = [sample(rule, view)] + people.lazy.compactMap { rule.input(for: $0) }
      return cases.contains { rule.answer($0, by: law).findings.contains { $0.parameter?.key == key } }
    }
  }

  private static let people = 40

  /// A case with something in every field.
  private static func sample(_ rule: AnyRule, _ view: View) -> JSONObject {
    var object = sample(rule.input.fields, view)
    for table in rule.input.tables { object[table.name] = .array([.object(sample(table.fields, view))]) }
    return object
  }

  private static func sample(_ fields: [FieldSpec], _ view: View) -> JSONObject {
    var object = JSONObject()
    for field in fields {
      switch field.type {
      case .day: object[field.name] = view.today.json
      case .integer(let range): object[field.name] = .integer(Int64(max(1, range.lowerBound)))
      case .decimal(let scale): object[field.name] = Decimal("50", scale: scale)?.json
      case .flag: object[field.name] = true
      case .code(let list): object[field.name] = list.entries.first.map { .string($0.code) }
      case .employeeNumber: object[field.name] = "198702092011082001"
      default: break
      }
    }
    return object
  }
}

extension Text {
  fileprivate static let noDecision = Text(
    "Belum ada keputusan tersimpan yang menyebut parameter ini.", en: "No stored decision cites this parameter yet.")
  fileprivate static let noneFound = Text(
    "Tidak ada aturan yang ketahuan memakainya.", en: "No rule was found to use it.")
  fileprivate static let method = Text(
    "Dicari dengan menanyakan setiap aturan tentang sampai 40 pegawai dan satu kasus contoh; aturan yang memakainya hanya dalam kasus lain dapat terlewat.",
    en:
      "Found by asking every rule about up to 40 people and one made-up case; a rule that uses it in other cases only may be missed."
  )
}
