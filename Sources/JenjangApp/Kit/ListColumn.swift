import JenjangDomain
import TerminalKit

/// One column of a list: a field of the record type, or one derived from what belongs to it.
struct ListColumn {
  let field: String
  let title: Text
  /// Columns on the screen that show most values whole.
  var width: Int
  /// Columns below which it is rather left out.
  var minimum: Int
  var isRightAligned = false

  /// Every column a record type offers, in the order of its fields.
  ///
  /// Measured once for each type: a list asks with every key.
  static func all(of table: Table) -> [ListColumn] {
    let kind = table.type.kind.name
    if let known = measured[kind] { return known }
    let columns = measure(table)
    measured[kind] = columns
    return columns
  }

  private static var measured: [String: [ListColumn]] = [:]

  private static func measure(_ table: Table) -> [ListColumn] {
    let fields = table.type.fields.compactMap { field -> ListColumn? in
      if case .note = field.type { return nil }
      return ListColumn(field.name, field.title, type: field.type)
    }
    let derived = table.type.derived.map { field in
      ListColumn(field.name, field.title, type: table.fieldType(field.name) ?? .text(maximum: 40))
    }
    return fields + derived
  }

  private init(_ field: String, _ title: Text, type: FieldType) {
    self.field = field
    self.title = title
    switch type {
    case .employeeNumber: width = 18
    case .day: width = 10
    case .flag: width = 5
    case .integer, .decimal:
      width = 8
      isRightAligned = true
    case .code(let list): width = min(16, max(5, list.entries.map(\.code.utf8.count).max() ?? 5))
    case .reference, .attachment: width = 24
    case .text(let maximum), .note(let maximum): width = max(6, min(26, maximum))
    }
    width = max(width, min(8, max(Width.of(title.indonesian), Width.of(title.english)) + 2))
    minimum = width > 18 ? (field == "name" ? 20 : 14) : width
    width = max(width, min(24, ListColumn.wish(title, type)))
  }

  /// The columns that show the title, and most values of a code, whole.
  private static func wish(_ title: Text, _ type: FieldType) -> Int {
    let sorted = 2
    let header = max(Width.of(title.indonesian), Width.of(title.english)) + sorted
    guard case .code(let list) = type else { return header }
    let values = list.entries.map { max(Width.of($0.shortTitle.indonesian), Width.of($0.shortTitle.english)) }
    return max(header, min(20, values.max() ?? 0))
  }
}
