import JSONText

/// A change read back in words, from the descriptions of its fields.
public struct ChangeWords: Sendable {
  /// What was done to which record: `Riwayat pangkat baru: III/c, TMT 01-04-2024`.
  public let headline: Text
  /// One line for each field that changed: `Golongan: III/b menjadi III/c`; for a new record its other values.
  public let details: [Text]

  public init(_ operation: Operation, in book: Book) {
    let words = Words(operation, in: book)
    headline = words.headline
    details = words.details
  }
}

extension Operation {
  /// The record to which the changed one belongs; nil for records of their own.
  public func owner(in book: Book) -> RecordID? {
    guard let table = book.table(kind), let field = table.type.kind.owner else { return nil }
    switch self {
    case .create(_, _, let object), .delete(_, _, _, let object):
      return object[field]?.text.flatMap { RecordID($0) }
    case .update(_, let id, _, let changes):
      let change = changes[field].flatMap { $0.new ?? $0.old }
      let value = change ?? table.row(of: id).flatMap { table.object(at: $0)?[field] }
      return value?.text.flatMap { RecordID($0) }
    }
  }
}

/// One change of a record, being put into words.
private struct Words {
  let operation: Operation
  let book: Book
  let type: RecordType?

  init(_ operation: Operation, in book: Book) {
    self.operation = operation
    self.book = book
    type = book.types.first { $0.kind.name == operation.kind }
  }

  var headline: Text {
    let title = type?.kind.title ?? .verbatim(operation.kind)
    switch operation {
    case .create(_, _, let object):
      return Text("\(title.indonesian) baru", en: "New \(title.english.lowercased())").named(name(of: object))
    case .delete(_, _, _, let object):
      return Text("\(title.indonesian) dihapus", en: "\(title.english) deleted").named(name(of: object))
    case .update(_, let id, _, _):
      let object = book.table(operation.kind).flatMap { table in table.row(of: id).flatMap { table.object(at: $0) } }
      let changed = Text("\(title.indonesian) diubah", en: "\(title.english) changed")
      return object.map { changed.named(name(of: $0)) } ?? changed
    }
  }

  var details: [Text] {
    switch operation {
    case .create(_, _, let object), .delete(_, _, _, let object):
      return (type?.fields ?? []).filter { !isNaming($0.name) }.compactMap { field in
        object[field.name].map { field.title.with(shown($0, field)) }
      }
    case .update(_, _, _, let changes):
      let known = (type?.fields ?? []).filter { changes[$0.name] != nil }
      let unknown = changes.keys.filter { type?.field($0) == nil }.sorted()
      return known.compactMap { field in changes[field.name].map { sentence($0, field.title, field) } }
        + unknown.compactMap { name in changes[name].map { sentence($0, .verbatim(name), nil) } }
    }
  }

  /// The fields that the headline already shows.
  private func isNaming(_ field: String) -> Bool {
    guard let kind = type?.kind else { return false }
    return field == kind.label || field == kind.date || field == kind.owner
  }

  /// The label of a record, and its date when it has one.
  private func name(of object: JSONObject) -> Text? {
    guard let type else { return nil }
    let label = type.field(type.kind.label).flatMap { field in object[field.name].map { shown($0, field) } }
    guard let date = type.kind.date, let spec = type.field(date), let day = object[date].map({ shown($0, spec) })
    else { return label }
    let dated = spec.title.joined(day)
    return label.map { Text("\($0.indonesian), \(dated.indonesian)", en: "\($0.english), \(dated.english)") } ?? dated
  }

  private func sentence(_ change: Change, _ title: Text, _ field: FieldSpec?) -> Text {
    let old = change.old.map { shown($0, field) }
    let new = change.new.map { shown($0, field) }
    switch (old, new) {
    case (let old?, let new?):
      return title.with(
        Text("\(old.indonesian) menjadi \(new.indonesian)", en: "\(old.english) became \(new.english)"))
    case (nil, let new?): return title.with(Text("diisi \(new.indonesian)", en: "set to \(new.english)"))
    case (let old?, nil):
      return title.with(Text("\(old.indonesian) dikosongkan", en: "\(old.english) cleared"))
    case (nil, nil): return title.with(Text("tetap kosong", en: "still empty"))
    }
  }

  private func shown(_ value: JSONValue, _ field: FieldSpec?) -> Text {
    switch field?.type {
    case .day?: return .verbatim(value.text.flatMap { Day(iso: $0) }?.display ?? value.text ?? "?")
    case .flag?: return .flag(value.bool == true)
    case .code(let list)?: return value.text.flatMap { list.entry($0)?.shortTitle } ?? .verbatim(value.text ?? "?")
    case .employeeNumber?: return .verbatim(value.text.map { EmployeeNumber.display(of: $0) } ?? "?")
    case .attachment?: return .verbatim(Attachment(json: value)?.name ?? "?")
    case .reference(let kind)?:
      let id = value.text.flatMap { RecordID($0) }
      return id.flatMap { book.label(of: $0, kind: kind) }.map { .verbatim($0) }
        ?? Text("(sudah dihapus)", en: "(deleted since)")
    default: return .verbatim(value.text ?? value.integer.map { String($0) } ?? value.bool.map { String($0) } ?? "…")
    }
  }
}

extension CodeList.Entry {
  /// The code where the title has it as a word (`III/c`, `S1`), for people know it better; else the title.
  public var shortTitle: Text {
    guard title.indonesian.holds(code) else { return title }
    let words = title.indonesian.split { !$0.isLetter && !$0.isNumber && $0 != "/" && $0 != "-" }
    return words.contains { $0 == code } ? .verbatim(code) : title
  }
}

extension Text {
  fileprivate func named(_ name: Text?) -> Text { name.map { with($0) } ?? self }
  fileprivate func with(_ value: Text) -> Text {
    Text("\(indonesian): \(value.indonesian)", en: "\(english): \(value.english)")
  }
  fileprivate func joined(_ value: Text) -> Text {
    Text("\(indonesian) \(value.indonesian)", en: "\(english) \(value.english)")
  }
}
