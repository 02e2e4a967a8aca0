import JSONText
import JenjangDomain
import TerminalKit

/// What a few typed letters may mean in a field of codes or references, and the box that lists it (F4).
enum Lookup {
  static func isPossible(_ spec: FieldSpec) -> Bool {
    switch spec.type {
    case .code, .reference: true
    default: false
    }
  }

  /// The one value that typed letters mean; nil when there is none or more than one.
  static func onlyMatch(_ typed: String, _ spec: FieldSpec, _ view: View) -> JSONValue? {
    guard typed.contains(where: { $0 != " " }) else { return nil }
    switch spec.type {
    case .code(let list):
      let found = best(typed, in: list)
      return found.count == 1 ? .string(found[0].code) : nil
    case .reference(let kind):
      guard let table = view.book.table(kind) else { return nil }
      let rows = rows(typed, in: table)
      return rows.count == 1 ? .string(table.id(of: rows[0]).text) : nil
    default: return nil
    }
  }

  /// The entries that fit best: by the whole code, by the start of a code or name, by the start of a word of a name.
  private static func best(_ typed: String, in list: CodeList) -> [CodeList.Entry] {
    let wanted = folded(typed)
    let names = list.entries.map { entry in
      [entry.code, entry.title.indonesian, entry.title.english].map { folded($0) }
    }
    let tests: [(String) -> Bool] = [
      { $0 == wanted }, { $0.hasPrefix(wanted) }, { (" " + $0).contains(" " + wanted) },
    ]
    for test in tests {
      let found = list.entries.indices.filter { names[$0].contains(where: test) }
      if !found.isEmpty { return found.map { list.entries[$0] } }
    }
    return []
  }

  private static func folded(_ text: String) -> String {
    String(text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " })
  }

  /// The records that typed letters may mean: by name or number, then by code; by a short form where there is none.
  static func rows(_ typed: String, in table: Table) -> [Row] {
    var rows = table.rows(Query(search: typed))
    guard !typed.isEmpty, table.type.field("code") != nil else { return rows }
    let known = Set(rows)
    let byCode = table.rows(Query(conditions: [Query.Condition("code", .contains(typed))]))
    rows.append(contentsOf: byCode.filter { !known.contains($0) })
    return rows.isEmpty ? table.rows(abbreviated: typed) : rows
  }

  /// What tells a record from others of the same name: number or code, position, unit.
  static func details(of row: Row, in table: Table, _ view: View) -> String {
    let names = ["employeeNumber", "code", "position", "unit", "parent", "employee", "event"]
    let known = names.filter { table.fieldType($0) != nil }
    return known.map { view.cell(table, row, $0) }.filter { !$0.isEmpty }.joined(separator: "  ")
  }

  /// The box to choose from; `take` gets the chosen value.
  static func chooser(
    _ spec: FieldSpec, query: String, take: @escaping (JSONValue) -> Effect
  ) -> Chooser {
    Chooser("lookup", spec.title, query: query, columns: 76) { query, view in
      switch spec.type {
      case .code(let list):
        return list.candidates(query).map { entry in
          Choice(title: view(entry.title), detail: entry.code, effect: take(.string(entry.code)))
        }
      case .reference(let kind): return records(query, kind: kind, view, take: take)
      default: return []
      }
    }
  }

  private static func records(
    _ query: String, kind: String, _ view: View, take: (JSONValue) -> Effect
  ) -> [Choice] {
    guard let table = view.book.table(kind) else { return [] }
    return rows(query, in: table).prefix(200).map { row in
      let id = table.id(of: row)
      return Choice(
        title: view.label(of: id, kind: kind) ?? id.text, detail: details(of: row, in: table, view),
        effect: take(.string(id.text)))
    }
  }
}
