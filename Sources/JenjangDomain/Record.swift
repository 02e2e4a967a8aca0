import JSONText

/// The names of a record type.
public struct Kind: Sendable {
  /// The plural that names its file and its commands: `employees`, `rank-histories`.
  ///
  /// For ever.
  public let name: String
  public let title: Text
  public let plural: Text
  /// The field that names the record this one belongs to, for the histories of a person; nil for others.
  public let owner: String?
  /// The field by which a reference shows this record: `name` for most.
  public let label: String
  /// The field that orders the records of one owner: the effective date.
  public let date: String?
  /// Which line of the permission table covers it; histories of a person unless it says otherwise.
  public let area: Area
  /// The field that names the person a record is about: the employee who owns it unless it says otherwise.
  public let person: String?
  /// What the rights to it depend on besides.
  public let standing: Standing
  /// The fields that say which record is meant, within its owner where it has one; empty where date and label do.
  public let key: [String]

  public init(
    _ name: String, _ title: Text, plural: Text, owner: String? = nil, label: String = "name", date: String? = nil,
    area: Area? = nil, person: String? = nil, standing: Standing = .plain, key: [String] = []
  ) {
    self.name = name
    self.title = title
    self.plural = plural
    self.owner = owner
    self.label = label
    self.date = date
    self.area = area ?? (owner == nil ? .reference : .career)
    self.person = person ?? (owner == "employee" ? owner : nil)
    self.standing = standing
    self.key = key
  }
}

/// One type of record: a struct, its names, its fields and its checks, all in one file.
public protocol Record: Sendable {
  static var kind: Kind { get }
  static var fields: [Field<Self>] { get }
  /// Columns computed from the records that belong to this one; see `DerivedField`.
  static var derived: [DerivedField] { get }
  /// The steps from each earlier form of these records to the next, oldest first; the version is one more than there are.
  static var upcasts: [Upcast] { get }
  var id: ID<Self> { get }
  /// A blank record.
  init(id: ID<Self>)
  /// What a user must or should put right before this record is saved, besides what each field's type says.
  func problems(in book: Book) -> [Problem]
  /// The fields from which values of others follow.
  static var telling: [String] { get }
  /// The record with what follows from a field just entered, as far as it was absent.
  func completed(by field: String) -> Self
}

extension Record {
  public static var derived: [DerivedField] { [] }
  public static var upcasts: [Upcast] { [] }
  public func problems(in book: Book) -> [Problem] { [] }
  public static var telling: [String] { [] }
  public func completed(by field: String) -> Self { self }

  /// Reads a record from its stored object.
  ///
  /// Members of the wrong type are left absent; unknown ones are ignored.
  public init(id: RecordID, object: JSONObject) {
    self.init(id: ID(id))
    for field in Self.fields {
      if let value = object[field.spec.name] { _ = field.write(&self, value) }
    }
  }

  /// The fields as they are stored, without `id` and `rev`.
  public var object: JSONObject {
    var object = JSONObject()
    for field in Self.fields { object[field.spec.name] = field.read(self) }
    return object
  }
}

/// A column of a table that is computed: the newest value among the records that belong to a row, as of a day.
public struct DerivedField: Sendable, Hashable {
  public let name: String
  public let title: Text
  /// The kind of the records that belong to the row, and the field whose newest value counts.
  public let source: String
  public let field: String
  /// Records of the source that do not count; nil when all do.
  public let exception: Exception?

  /// The records whose `field` holds one of `codes`: acting assignments are not the position somebody has.
  public struct Exception: Sendable, Hashable {
    public let field: String
    public let codes: [String]

    public init(_ field: String, _ codes: [String]) {
      self.field = field
      self.codes = codes
    }
  }

  public init(_ name: String, _ title: Text, from source: String, field: String, except exception: Exception? = nil) {
    self.name = name
    self.title = title
    self.source = source
    self.field = field
    self.exception = exception
  }
}

/// A record type without its Swift type, as the catalog lists it.
public struct RecordType: Sendable {
  public let kind: Kind
  public let fields: [FieldSpec]
  public private(set) var derived: [DerivedField]
  /// The fields that nobody is shown; none for most types.
  public let secrets: Set<String>
  public let upcasts: [Upcast]
  /// The fields whose values may clash with those of other records.
  public let clashing: [String]
  /// The fields that name attached files.
  public let attachments: [String]
  /// The fields from which values of others follow.
  public let telling: [String]
  private let check: @Sendable (RecordID, JSONObject, Book) -> [Problem]
  private let complete: @Sendable (RecordID, JSONObject, String) -> JSONObject

  public init<R: Record>(_ type: R.Type) {
    kind = R.kind
    fields = R.fields.map(\.spec)
    derived = R.derived
    secrets = Set(fields.filter(\.isSecret).map(\.name))
    upcasts = R.upcasts
    telling = R.telling
    clashing = fields.filter { $0.isUnique || $0.circular != nil }.map(\.name)
    attachments = fields.filter { $0.type == .attachment }.map(\.name)
    check = { id, object, book in
      var record = R(id: ID(id))
      var unreadable: [Problem] = []
      for field in R.fields {
        guard let value = object[field.spec.name], !field.write(&record, value),
          field.spec.problem(with: value, in: book) == nil
        else { continue }
        unreadable.append(field.spec.wrongType)
      }
      return unreadable + record.problems(in: book)
    }
    complete = { id, object, field in R(id: id, object: object).completed(by: field).object }
  }

  /// Whether lists of its records are taken in; what holds a secret comes from nobody's file.
  public var isImported: Bool { secrets.isEmpty }

  public func field(_ name: String) -> FieldSpec? { fields.first { $0.name == name } }

  /// The same type with nothing but what stands in its own records: for a book in which no others are.
  public var alone: RecordType {
    var type = self
    type.derived = []
    return type
  }

  /// Everything wrong with a record: what each field's type says, what the type's own checks say, and where it clashes
  /// with other records.
  public func problems(of object: JSONObject, id: RecordID, in book: Book) -> [Problem] {
    let ofFields = fields.compactMap { $0.problem(with: object[$0.name], in: book) }
    return ofFields + check(id, object, book) + clashes(of: object, id: id, in: Outlook(book))
  }

  /// What follows from a field just entered: the values of absent fields that it says.
  public func suggestions(for object: JSONObject, id: RecordID, enteredLast field: String) -> JSONObject {
    let completed = complete(id, object, field)
    var suggestions = JSONObject()
    for field in fields where object[field.name] == nil { suggestions[field.name] = completed[field.name] }
    return suggestions
  }
}
