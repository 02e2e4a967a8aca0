import JSONText

/// A value whose properties are described as data: what a rule takes and what it gives.
public protocol Described: Sendable {
  /// A blank value.
  init()
  static var fields: [Field<Self>] { get }
  /// Lists of further described values inside it: the candidates of a ranking, the answers of a survey.
  static var tables: [Rows<Self>] { get }
}

extension Described {
  public static var tables: [Rows<Self>] { [] }

  /// Reads a value from an object; members of the wrong type are left absent, unknown ones are ignored.
  public init(object: JSONObject) {
    self.init()
    for field in Self.fields {
      if let value = object[field.spec.name] { _ = field.write(&self, value) }
    }
    for table in Self.tables {
      if let rows = object[table.spec.name]?.array { table.write(&self, rows.compactMap(\.object)) }
    }
  }

  public var object: JSONObject {
    var object = JSONObject()
    for field in Self.fields { object[field.spec.name] = field.read(self) }
    for table in Self.tables { object[table.spec.name] = .array(table.read(self).map { .object($0) }) }
    return object
  }

  /// The description without the Swift type.
  public static var shape: Shape { Shape(fields: fields.map(\.spec), tables: tables.map(\.spec)) }
}

/// A list of described values inside another: its description and how to reach it.
public struct Rows<R: Sendable>: Sendable {
  public let spec: TableSpec
  let read: @Sendable (R) -> [JSONObject]
  let write: @Sendable (inout R, [JSONObject]) -> Void

  public init<Row: Described>(
    _ name: String, _ title: Text, _ path: any WritableKeyPath<R, [Row]> & Sendable, required: Bool = false
  ) {
    spec = TableSpec(name: name, title: title, isRequired: required, fields: Row.fields.map(\.spec))
    read = { $0[keyPath: path].map(\.object) }
    write = { value, rows in value[keyPath: path] = rows.map { Row(object: $0) } }
  }
}

/// What is said about a list of values inside another.
public struct TableSpec: Sendable, Hashable {
  public let name: String
  public let title: Text
  /// Whether it needs at least one row.
  public let isRequired: Bool
  public let fields: [FieldSpec]
}

/// What is said about a described value: its properties, and the lists inside it.
public struct Shape: Sendable, Hashable {
  public let fields: [FieldSpec]
  public let tables: [TableSpec]
}
