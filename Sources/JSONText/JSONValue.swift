/// A JSON value as RFC 8259 and I-JSON allow it.
public enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  /// A number without fraction or exponent, within ±(2^53 − 1).
  case integer(Int64)
  /// Any other number, as it was written. The store never writes one: decimals are strings there.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)
}

extension JSONValue {
  /// The text, when this is a string.
  public var text: String? { if case .string(let text) = self { text } else { nil } }
  /// The whole number, when this is one.
  public var integer: Int64? { if case .integer(let value) = self { value } else { nil } }
  /// The truth value, when this is one.
  public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
  /// The elements, when this is an array.
  public var array: [JSONValue]? { if case .array(let values) = self { values } else { nil } }
  /// The members, when this is an object.
  public var object: JSONObject? { if case .object(let object) = self { object } else { nil } }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  public init(stringLiteral value: String) { self = .string(value) }
  public init(integerLiteral value: Int64) { self = .integer(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(JSONObject(elements)) }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, JSONValue)...) { self.init(elements) }

  fileprivate init(_ elements: [(String, JSONValue)]) {
    self.init()
    for (key, value) in elements { self[key] = value }
  }
}
