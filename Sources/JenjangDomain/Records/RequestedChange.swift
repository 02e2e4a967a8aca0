import JSONText

/// What a change request asks for: operations as the journal writes them, kept as text in the request.
public enum RequestedChange {
  public static func text(_ operations: [Operation]) -> String {
    JSONWriter.text(
      .array(
        operations.map { operation in
          var object = operation.journal
          let version = Upcasts.catalog.version(of: operation.kind)
          if version > 1 { object[Operation.versionKey] = .integer(Int64(version)) }
          return .object(object)
        }))
  }

  /// Nil when the text is no whole list of operations.
  public static func operations(_ text: String) -> [Operation]? {
    guard let values = (try? JSONReader.value(Array(text.utf8)))?.array, !values.isEmpty else { return nil }
    var operations: [Operation] = []
    for value in values {
      guard let object = value.object, let operation = Operation(journal: object) else { return nil }
      operations.append(Upcasts.catalog.operation(operation, from: Operation.version(in: object)))
    }
    return operations
  }
}

extension ChangeRequest {
  /// What is asked for; nil when it cannot be read.
  public var operations: [Operation]? { change.flatMap { RequestedChange.operations($0) } }

  /// Why the change cannot be made as things stand now, each reason a sentence; none when it can.
  ///
  /// Judged anew each time: others may have changed the record, or the rules, since it was asked for.
  public func obstacles(in book: Book) -> [Text] {
    guard let operations else { return [.unreadable] }
    if let refusal = book.access?.refusal(of: operations, in: book) { return [refusal] }
    return operations.flatMap { $0.obstacles(in: book) }
  }
}

extension Operation {
  fileprivate func obstacles(in book: Book) -> [Text] {
    guard let table = book.table(kind) else { return [.unreadable] }
    let now = table.row(of: id).flatMap { table.object(at: $0) }
    switch self {
    case .create(_, let id, let object):
      return now == nil ? errors(object, before: nil, id, table.type, book) : [.isThere]
    case .update(_, let id, _, let changes):
      guard let now else { return [.isGone] }
      let moved = changes.filter { now[$0.key] != $0.value.old && now[$0.key] != $0.value.new }
      guard moved.isEmpty else {
        return moved.keys.sorted().map { .changedSince(table.type.field($0)?.title ?? .verbatim($0)) }
      }
      return errors(outcome(of: now) ?? now, before: now, id, table.type, book)
    case .delete(_, _, let base, let object):
      guard let now, let row = table.row(of: id) else { return [.isGone] }
      return table.revision(of: row) == base || now == object ? [] : [.changedSince(table.type.kind.title)]
    }
  }

  /// What would be wrong with the record and was not before.
  private func errors(
    _ object: JSONObject, before: JSONObject?, _ id: RecordID, _ type: RecordType, _ book: Book
  ) -> [Text] {
    let known = Set(before.map { type.problems(of: $0, id: id, in: book) } ?? [])
    return type.problems(of: object, id: id, in: book).filter { $0.severity == .error && !known.contains($0) }
      .map { problem in
        guard let title = problem.field.flatMap({ type.field($0)?.title }) else { return problem.text }
        return Text(
          "\(title.indonesian): \(problem.text.indonesian)", en: "\(title.english): \(problem.text.english)")
      }
  }
}

extension Text {
  fileprivate static let unreadable = Text(
    "Isi usulan tidak terbaca oleh versi ini", en: "This version cannot read what is asked for")
  fileprivate static let isThere = Text("Data itu sudah ada", en: "The record is there already")
  fileprivate static let isGone = Text("Data itu sudah dihapus", en: "The record was deleted meanwhile")
  fileprivate static func changedSince(_ title: Text) -> Text {
    Text(
      "\(title.indonesian) sudah diubah orang lain sejak diusulkan",
      en: "\(title.english) was changed by somebody else since it was asked for")
  }
}
