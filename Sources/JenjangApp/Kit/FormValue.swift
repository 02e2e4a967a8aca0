import JSONText
import JenjangDomain

/// Stored values as a field shows them for editing, and what stands beside them.
enum FormValue {
  /// The text in the field; empty when the value is absent.
  static func text(_ value: JSONValue?, _ spec: FieldSpec, _ view: View) -> String {
    guard let value else { return "" }
    switch spec.type {
    case .day: return value.text.flatMap { Day(iso: $0) }?.display ?? value.text ?? ""
    case .flag: return value.bool.map { view($0 ? .yes : .no) } ?? ""
    case .integer: return value.integer.map { String($0) } ?? ""
    case .decimal:
      let text = value.text ?? ""
      return view.language == .indonesian ? text.replacing(".", with: ",") : text
    case .reference(let kind):
      guard let text = value.text, let id = RecordID(text) else { return "" }
      return view.label(of: id, kind: kind) ?? text
    case .attachment: return Attachment(json: value)?.name ?? ""
    case .text, .note, .employeeNumber, .code: return value.text ?? ""
    }
  }

  /// What stands beside the field: the day in words, the name of a code, what else is known of a record.
  static func echo(_ value: JSONValue?, _ spec: FieldSpec, _ view: View) -> String {
    guard let value else { return "" }
    switch spec.type {
    case .day: return value.text.flatMap { Day(iso: $0) }.map { view($0.withWeekday) } ?? ""
    case .code(let list): return value.text.flatMap { list.entry($0) }.map { view($0.title) } ?? ""
    case .reference(let kind):
      guard let table = view.book.table(kind), let id = value.text.flatMap({ RecordID($0) }),
        let row = table.row(of: id)
      else { return "" }
      return Lookup.details(of: row, in: table, view)
    case .attachment: return Attachment(json: value).map { view($0.details) } ?? ""
    default: return ""
    }
  }

  /// A value in words for a message: the code with its name, the day, the text.
  static func words(_ value: JSONValue?, _ spec: FieldSpec, _ view: View) -> String {
    guard value != nil else { return view(.empty) }
    if case .code = spec.type { return echo(value, spec, view) }
    return text(value, spec, view)
  }
}

extension Text {
  fileprivate static let yes = Text("Ya", en: "Yes")
  fileprivate static let no = Text("Tidak", en: "No")
  fileprivate static let empty = Text("(kosong)", en: "(empty)")
}
