/// A value that a parameter can take, as text that an officer types and a file keeps.
public protocol ParameterValue: Sendable, Hashable {
  /// The value as it is typed; reading it back gives the same value.
  var typed: String { get }
  /// Nil when the text is no such value.
  init?(typed text: String)
  /// What to type, in a few words.
  static var form: Text { get }
}

extension Int: ParameterValue {
  public var typed: String { String(self) }
  public init?(typed text: String) { self.init(text.trimmed) }
  public static var form: Text { Text("bilangan bulat", en: "a whole number") }
}

extension Decimal: ParameterValue {
  public var typed: String { text }
  /// Reads a number with a comma or a point and at most six places, keeping the places that are written.
  public init?(typed text: String) {
    let text = text.trimmed.replacing(",", with: ".")
    let places = text.split(separator: ".", omittingEmptySubsequences: false).dropFirst().first?.utf8.count ?? 0
    guard places <= 6, let value = Decimal(text, scale: places) else { return nil }
    self = value
  }
  public static var form: Text { Text("bilangan, misalnya 12,5", en: "a number, 12.5 for instance") }
}

extension Bool: ParameterValue {
  public var typed: String { self ? "ya" : "tidak" }
  public init?(typed text: String) {
    switch text.trimmed.lowercased() {
    case "ya", "yes", "true", "1": self = true
    case "tidak", "no", "false", "0": self = false
    default: return nil
    }
  }
  public static var form: Text { Text("ya atau tidak", en: "ya (yes) or tidak (no)") }
}

extension Day: ParameterValue {
  public var typed: String { iso }
  public init?(typed text: String) { self.init(iso: text.trimmed) }
  public static var form: Text { Text("tanggal, misalnya 2026-08-31", en: "a date, 2026-08-31 for instance") }
}

extension Code {
  public var typed: String { rawValue }
  public init?(typed text: String) { self.init(rawValue: text.trimmed) }
  public static var form: Text {
    let codes = list.entries.prefix(4).map(\.code).joined(separator: ", ")
    return Text("salah satu kode: \(codes) …", en: "one of the codes: \(codes) …")
  }
}

extension Array: ParameterValue where Element: ParameterValue {
  public var typed: String { map(\.typed).joined(separator: "; ") }
  public init?(typed text: String) {
    var values: [Element] = []
    for part in text.split(separator: ";", omittingEmptySubsequences: true) {
      guard let value = Element(typed: String(part)) else { return nil }
      values.append(value)
    }
    self = values
  }
  public static var form: Text {
    Text(
      "daftar dengan titik koma: \(Element.form.indonesian)", en: "a list with semicolons: \(Element.form.english)")
  }
}

/// A value for each of some codes: a table of law.
public struct ByCode<Key: Code, Value: ParameterValue>: ParameterValue {
  public let rows: [Key: Value]

  public init(_ rows: [Key: Value]) { self.rows = rows }

  public subscript(key: Key) -> Value? { rows[key] }

  /// A line a code, `JF_AHLI_UTAMA = 65`, in the order of the code list.
  public var typed: String {
    Key.allCases.compactMap { key in rows[key].map { "\(key.rawValue) = \($0.typed)" } }.joined(separator: "\n")
  }

  public init?(typed text: String) {
    var rows: [Key: Value] = [:]
    for line in text.split(separator: "\n") where !String(line).trimmed.isEmpty {
      let sides = line.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, let key = Key(rawValue: String(sides[0]).trimmed),
        let value = Value(typed: String(sides[1])),
        rows.updateValue(value, forKey: key) == nil
      else { return nil }
    }
    self.rows = rows
  }

  public static var form: Text {
    Text(
      "sebaris satu: KODE = nilai (\(Value.form.indonesian))", en: "one a line: CODE = value (\(Value.form.english))")
  }
}

extension ByCode: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (Key, Value)...) {
    rows = Dictionary(uniqueKeysWithValues: elements)
  }
}

extension String {
  /// Without blanks at both ends.
  fileprivate var trimmed: String {
    let isBlank = { (character: Character) in character == " " || character == "\t" || character == "\n" }
    return String(drop(while: isBlank).reversed().drop(while: isBlank).reversed())
  }
}
