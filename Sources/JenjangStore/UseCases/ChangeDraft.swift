import JSONText
import JenjangDomain

/// Scripted changes that are to be saved together: each checked against the book and those before it.
public struct ChangeDraft {
  private struct Entry {
    let kind: String
    let base: Int
    let before: JSONObject?
    var after: JSONObject?
  }

  private var entries: [RecordID: Entry] = [:]
  private var order: [RecordID] = []
  /// Records whose revision the script named.
  private var exact: Set<RecordID> = []
  private let book: Book
  private let environment: Environment
  private let language: Language
  private let today: Day

  public init(book: Book, environment: Environment, today: Day, language: Language) {
    self.book = book
    self.environment = environment
    self.today = today
    self.language = language
  }

  /// Adds one change; gives the record's identity and what is worth a warning.
  ///
  /// Throws every problem that must be put right first.
  public mutating func add(_ change: ScriptedChange) throws(Problems) -> (id: RecordID, warnings: [Problem]) {
    guard let table = book.table(change.kind) else { throw Problems(Problem("kind", .unknownKind(change.kind, book))) }
    let id = try identity(of: change, in: table)
    var entry = entries[id] ?? standing(id, kind: change.kind, in: table)
    guard change.revision == nil || change.revision == entry.base else {
      throw Problems(Problem("rev", .otherRevision(entry.base)))
    }
    if change.revision != nil { exact.insert(id) }
    var warnings: [Problem] = []
    if change.isDeletion {
      guard entry.after != nil else { throw Problems(Problem("id", .notFound(change.id ?? ""))) }
      entry.after = nil
    } else {
      let object = try applying(change.set, to: entry.after ?? JSONObject(), type: table.type)
      warnings = try check(object, id: id, type: table.type)
      entry.after = object
    }
    if entries.updateValue(entry, forKey: id) == nil { order.append(id) }
    return (id, warnings)
  }

  /// What is to be saved; without operations when nothing differs from what stands.
  public func transaction(why: String) -> Transaction {
    var transaction = Transaction(order.compactMap { id in entries[id].flatMap { operation(id, $0) } }, why: why)
    transaction.exact = exact
    return transaction
  }

  private func standing(_ id: RecordID, kind: String, in table: Table) -> Entry {
    guard let row = table.row(of: id), let object = table.object(at: row) else {
      return Entry(kind: kind, base: 0, before: nil, after: nil)
    }
    return Entry(kind: kind, base: table.revision(of: row), before: object, after: object)
  }

  private func identity(of change: ScriptedChange, in table: Table) throws(Problems) -> RecordID {
    guard let typed = change.id else {
      guard !change.isDeletion else { throw Problems(Problem("id", .notFound(""))) }
      return environment.newID()
    }
    if let id = RecordID(typed.uppercased()) { return id }
    if let row = table.row(meant: typed) { return table.id(of: row) }
    throw Problems(Problem("id", .notFound(typed)))
  }

  private func applying(_ set: JSONObject, to object: JSONObject, type: RecordType) throws(Problems) -> JSONObject {
    var object = object
    var found: [Problem] = []
    for member in set.members {
      guard let field = type.field(member.key) else {
        found.append(Problem(member.key, .unknownField(type)))
        continue
      }
      if isPending(member.value, field) {
        object[field.name] = member.value
        continue
      }
      switch field.read(member.value, today: today, language: language, book: book) {
      case .success(let value): object[field.name] = value
      case .failure(let problem): found.append(problem)
      }
    }
    if !found.isEmpty { throw Problems(found) }
    return object
  }

  private func check(_ object: JSONObject, id: RecordID, type: RecordType) throws(Problems) -> [Problem] {
    let all = type.problems(of: object, id: id, in: book).filter { problem in
      guard let field = problem.field.flatMap({ type.field($0) }), let value = object[field.name] else { return true }
      return !isPending(value, field)
    }
    let errors = all.filter { $0.severity == .error }
    if !errors.isEmpty { throw Problems(errors) }
    return all
  }

  /// True for a reference to a record that is only made in this draft.
  private func isPending(_ value: JSONValue, _ field: FieldSpec) -> Bool {
    guard case .reference(let kind) = field.type, let id = value.text.flatMap({ RecordID($0) }) else { return false }
    return entries[id].map { $0.kind == kind && $0.before == nil && $0.after != nil } ?? false
  }

  private func operation(_ id: RecordID, _ entry: Entry) -> Operation? {
    switch (entry.before, entry.after) {
    case (nil, nil): return nil
    case (nil, let after?): return .create(kind: entry.kind, id: id, object: after)
    case (let before?, nil): return .delete(kind: entry.kind, id: id, base: entry.base, object: before)
    case (let before?, let after?):
      var changes: [String: Change] = [:]
      for key in Set(before.keys + after.keys) where before[key] != after[key] {
        changes[key] = Change(old: before[key], new: after[key])
      }
      return changes.isEmpty ? nil : .update(kind: entry.kind, id: id, base: entry.base, changes: changes)
    }
  }
}

/// Several problems, thrown together; never empty.
public struct Problems: Error, Sendable {
  public let all: [Problem]

  public init(_ first: Problem) { all = [first] }

  /// At least one problem.
  public init(_ all: [Problem]) {
    precondition(!all.isEmpty, "nothing is wrong")
    self.all = all
  }
}

extension Text {
  fileprivate static func unknownKind(_ name: String, _ book: Book) -> Text {
    let kinds = book.types.map(\.kind.name).joined(separator: ", ")
    return Text("Tidak ada jenis data \(name); yang ada: \(kinds)", en: "There is no kind \(name); there are: \(kinds)")
  }

  fileprivate static func unknownField(_ type: RecordType) -> Text {
    let names = type.fields.map(\.name).joined(separator: ", ")
    return Text("Isian ini tidak ada; yang ada: \(names)", en: "There is no such field; there are: \(names)")
  }

  fileprivate static func notFound(_ typed: String) -> Text {
    Text("“\(typed)” tidak ditemukan", en: "“\(typed)” was not found")
  }

  fileprivate static func otherRevision(_ standing: Int) -> Text {
    Text(
      "Data sudah berubah; revisi sekarang \(standing)", en: "The record has changed; its revision is now \(standing)")
  }
}
