/// A table of law whose rows are parameters of their own, so that each row keeps its certainty and can change alone.
public struct ParameterTable<Key: Code, Value: ParameterValue>: Sendable {
  /// The name of the table and the common beginning of its keys, `credit.coefficient` for instance.
  public let key: String
  public let title: Text
  private let rows: [Key: Parameter<Value>]

  public init(
    _ key: String, _ title: Text, unit: Text? = nil, basis: Text, _ rows: [(Key, Value, Certainty)]
  ) {
    self.key = key
    self.title = title
    let pairs = rows.map { row in
      let name = Text(
        "\(title.indonesian): \(row.0.title.indonesian)", en: "\(title.english): \(row.0.title.english)")
      let version = ParameterVersion(row.1, basis: basis, certainty: row.2)
      return (row.0, Parameter("\(key).\(row.0.rawValue)", name, unit: unit, version))
    }
    self.rows = Dictionary(uniqueKeysWithValues: pairs)
  }

  /// The parameter of a row; nil where the table has none.
  public subscript(code: Key) -> Parameter<Value>? { rows[code] }

  /// Every row, in the order of the codes.
  public var parameters: [AnyParameter] { Key.allCases.compactMap { rows[$0] }.map { AnyParameter($0) } }

  /// The codes that have a row, in their order.
  public var codes: [Key] { Key.allCases.filter { rows[$0] != nil } }
}

extension Law {
  /// The version of a row in force on the day of an event, or the finding that there is none.
  public func require<Key, Value>(
    _ table: ParameterTable<Key, Value>, _ code: Key, on day: Day
  ) throws(NoParameter) -> InForce<Value> {
    guard let parameter = table[code] else { throw NoParameter(finding: .noRow(table, code)) }
    return try require(parameter, on: day)
  }

  /// The version of a row in force on the day of an event; nil when the table has no such row.
  public func find<Key, Value>(
    _ table: ParameterTable<Key, Value>, _ code: Key, on day: Day
  ) -> InForce<Value>? {
    guard let parameter = table[code], let version = find(parameter, on: day) else { return nil }
    return InForce(version: version, use: ParameterUse(parameter, version))
  }
}

extension Finding {
  fileprivate static func noRow<Key, Value>(_ table: ParameterTable<Key, Value>, _ code: Key) -> Finding {
    Finding(
      table.key, table.title, .cannotJudge, found: code.title,
      needed: Text(
        "salah satu dari: \(table.codes.map(\.rawValue).joined(separator: ", "))",
        en: "one of: \(table.codes.map(\.rawValue).joined(separator: ", "))"),
      basis: Text("Tidak ada baris untuk kode ini", en: "No row for this code"), certainty: .decided)
  }
}
