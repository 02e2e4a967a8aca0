import JSONText

/// What values a property takes: enough for codec, form, list, column, import and history to handle it.
public enum FieldType: Sendable, Hashable {
  /// One line of text of at most so many characters.
  case text(maximum: Int)
  /// Several lines of text of at most so many characters.
  case note(maximum: Int)
  /// The 18 digits of a NIP or NI PPPK.
  case employeeNumber
  case day
  case integer(ClosedRange<Int>)
  /// A decimal with so many places, kept as a string.
  case decimal(scale: Int)
  case flag
  /// One of a closed list.
  case code(CodeList)
  /// The identity of a record of the named kind.
  case reference(kind: String)
  /// A file whose bytes the store keeps.
  case attachment
}

/// A closed list of codes, each with its name in both languages.
public struct CodeList: Sendable, Hashable {
  public struct Entry: Sendable, Hashable {
    public let code: String
    public let title: Text
    /// How else it is written in lists, beside its code and its title.
    public let spellings: [String]
  }

  public let name: String
  public let entries: [Entry]

  public static func == (left: CodeList, right: CodeList) -> Bool { left.name == right.name }
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }

  /// The place of a code in the list, which is also its order when sorted.
  public func index(of code: String) -> Int? { entries.firstIndex { $0.code == code } }
  public func entry(_ code: String) -> Entry? { entries.first { $0.code == code } }
}

/// A closed list as a Swift type: the raw value is the code in files and stays for ever.
public protocol Code: FieldValue, ParameterValue, CaseIterable, RawRepresentable, Hashable where RawValue == String {
  static var listName: String { get }
  var title: Text { get }
  /// How else it is written in lists that other programs made; blanks, points and case do not matter.
  var spellings: [String] { get }
}

extension Code {
  public static var list: CodeList {
    CodeList(
      name: listName,
      entries: allCases.map { CodeList.Entry(code: $0.rawValue, title: $0.title, spellings: $0.spellings) })
  }
  public var spellings: [String] { [] }
  public static var defaultType: FieldType { .code(list) }
  public var json: JSONValue { .string(rawValue) }
  public init?(json: JSONValue, type: FieldType) {
    guard let code = json.text, let value = Self(rawValue: code) else { return nil }
    self = value
  }
}

/// A Swift value that can be a property of a record.
public protocol FieldValue: Sendable {
  static var defaultType: FieldType { get }
  var json: JSONValue { get }
  init?(json: JSONValue, type: FieldType)
}

/// A field value that is one text by its own reading: levels of competencies, seats of units, a time of day.
public protocol TextValue: FieldValue {
  var text: String { get }
  /// Nil when the text is not of its form.
  init?(_ text: String)
}

extension TextValue {
  public var json: JSONValue { .string(text) }

  public init?(json: JSONValue, type: FieldType) {
    guard let text = json.text else { return nil }
    self.init(text)
  }
}

/// What is said about a property, without its record's type: all that the interface and the store need.
public struct FieldSpec: Sendable, Hashable {
  /// The key in files, lowerCamelCase English, and for ever.
  public let name: String
  public let title: Text
  /// One sentence for F1; nil when the title says it all.
  public let help: Text?
  public let type: FieldType
  public let isRequired: Bool
  /// Other header words that an import recognises, in lower case.
  public let synonyms: [String]
  /// The heading under which a form puts it; nil continues the section before.
  public let section: Text?
  /// No two records of the kind may bear the same value; see `Clashes.swift`.
  public let isUnique: Bool
  /// What is said when the references of this field lead back to the record itself; nil where they may.
  public let circular: Text?
  /// Kept, and never shown to anybody: no list, form, export, search or history has it.
  public let isSecret: Bool
  /// The field beside it that takes what follows a code in the cell of a list: `S-1 Hukum`; nil when nothing may.
  public let rest: String?

  /// A description that belongs to no record: what a form asks besides the fields of its record.
  public init(
    name: String, title: Text, help: Text? = nil, type: FieldType, isRequired: Bool = false, synonyms: [String] = [],
    section: Text? = nil, isUnique: Bool = false, circular: Text? = nil, isSecret: Bool = false, rest: String? = nil
  ) {
    self.name = name
    self.title = title
    self.help = help
    self.type = type
    self.isRequired = isRequired
    self.synonyms = synonyms
    self.section = section
    self.isUnique = isUnique
    self.circular = circular
    self.isSecret = isSecret
    self.rest = rest
  }
}

/// A property of a record type, or of what a rule takes and gives: its description and how to reach it.
public struct Field<R: Sendable>: Sendable {
  public let spec: FieldSpec
  /// The value for files; nil when it is absent.
  public let read: @Sendable (R) -> JSONValue?
  /// Puts a value; false, and nothing changed, when it is of the wrong type.
  public let write: @Sendable (inout R, JSONValue?) -> Bool

  /// A property that may be absent.
  public init<V: FieldValue>(
    _ name: String, _ title: Text, _ path: any WritableKeyPath<R, V?> & Sendable, type: FieldType? = nil,
    required: Bool = false, unique: Bool = false, circular: Text? = nil, help: Text? = nil, synonyms: [String] = [],
    section: Text? = nil, secret: Bool = false, rest: String? = nil
  ) {
    let type = type ?? V.defaultType
    spec = FieldSpec(
      name: name, title: title, help: help, type: type, isRequired: required, synonyms: synonyms, section: section,
      isUnique: unique, circular: circular, isSecret: secret, rest: rest)
    read = { $0[keyPath: path]?.json }
    write = { record, json in
      guard let json else {
        record[keyPath: path] = nil
        return true
      }
      guard let value = V(json: json, type: type) else { return false }
      record[keyPath: path] = value
      return true
    }
  }
}

extension String: FieldValue {
  public static var defaultType: FieldType { .text(maximum: 200) }
  public var json: JSONValue { .string(self) }
  public init?(json: JSONValue, type: FieldType) {
    guard let text = json.text else { return nil }
    self = text
  }
}

extension Bool: FieldValue {
  public static var defaultType: FieldType { .flag }
  public var json: JSONValue { .bool(self) }
  public init?(json: JSONValue, type: FieldType) {
    guard let value = json.bool else { return nil }
    self = value
  }
}

extension Int: FieldValue {
  public static var defaultType: FieldType { .integer(0...999_999_999) }
  public var json: JSONValue { .integer(Int64(self)) }
  public init?(json: JSONValue, type: FieldType) {
    guard let value = json.integer else { return nil }
    self = Int(value)
  }
}

extension Day: FieldValue {
  public static var defaultType: FieldType { .day }
  public var json: JSONValue { .string(iso) }
  public init?(json: JSONValue, type: FieldType) {
    guard let text = json.text, let day = Day(iso: text) else { return nil }
    self = day
  }
}

extension Decimal: FieldValue {
  public static var defaultType: FieldType { .decimal(scale: 2) }
  public var json: JSONValue { .string(text) }
  public init?(json: JSONValue, type: FieldType) {
    guard let text = json.text, case .decimal(let scale) = type, let value = Decimal(text, scale: scale)
    else { return nil }
    self = value
  }
}

extension ID: FieldValue {
  public static var defaultType: FieldType { .reference(kind: R.kind.name) }
  public var json: JSONValue { .string(raw.text) }
  public init?(json: JSONValue, type: FieldType) {
    guard let text = json.text, let raw = RecordID(text) else { return nil }
    self.init(raw)
  }
}
