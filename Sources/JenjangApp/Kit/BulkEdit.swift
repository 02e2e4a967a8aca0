import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// Changes one field of many records: choose the field, enter the value, look at old and new, save.
enum BulkEdit {
  /// The first step for the chosen records of a list.
  static func screen(_ list: ListScreen, _ view: View) -> Chooser {
    let ids = list.chosen(view)
    let kind = list.spec.kind
    let count = view.count(ids.count)
    let heading = Text("Ubah isian untuk \(count) data", en: "Change a field of \(count) records")
    return Chooser("bulk", heading) { query, view in
      guard let type = view.book.table(kind)?.type else { return [] }
      return type.fields.filter { isCommon($0, type) && Fuzzy.score(query, in: view($0.title)) != nil }.map { field in
        Choice(
          title: view(field.title),
          effect: .replace(BulkValue(field, kind: kind, ids: ids, view: view)))
      }
    }
  }

  /// A field that several records can share: no name, no number of their own.
  private static func isCommon(_ field: FieldSpec, _ type: RecordType) -> Bool {
    if case .employeeNumber = field.type { return false }
    return ![type.kind.owner, type.kind.label, "code", "nationalIdentity", "oldNumber"].contains(field.name)
  }
}

/// What a bulk change would do to each record.
struct BulkPlan {
  struct Line {
    let id: RecordID
    let label: String
    let old: JSONValue?
    let revision: Int
    /// Why this record is left out; nil when it will be changed.
    let problem: Problem?
  }

  let type: RecordType
  let field: FieldSpec
  let value: JSONValue?
  let why: String
  private(set) var lines: [Line] = []
  /// Records that have this value already.
  private(set) var unchanged = 0

  init(_ type: RecordType, _ field: FieldSpec, value: JSONValue?, why: String) {
    self.type = type
    self.field = field
    self.value = value
    self.why = why
  }

  var changing: [Line] { lines.filter { $0.problem == nil } }
  var refused: Int { lines.count - changing.count }

  /// Judges one more record: an error that the change would bring keeps it out.
  mutating func add(_ id: RecordID, in book: Book) {
    guard let table = book.table(type.kind.name), let row = table.row(of: id), let before = table.object(at: row)
    else { return }
    guard before[field.name] != value else {
      unchanged += 1
      return
    }
    var after = before
    after[field.name] = value
    let known = Set(type.problems(of: before, id: id, in: book).map(\.text))
    let problem = type.problems(of: after, id: id, in: book).first { problem in
      problem.severity == .error && !known.contains(problem.text)
    }
    lines.append(
      Line(
        id: id, label: book.label(of: id, kind: type.kind.name) ?? id.text, old: before[field.name],
        revision: table.revision(of: row), problem: problem))
  }

  func operations(_ lines: some Sequence<Line>) -> [JenjangDomain.Operation] {
    lines.map { line in
      .update(
        kind: type.kind.name, id: line.id, base: line.revision,
        changes: [field.name: Change(old: line.old, new: value)])
    }
  }

  var done: Text {
    let count = changing.count
    return Text(
      "Tersimpan: \(field.title.indonesian) untuk \(count) data",
      en: "Saved: \(field.title.english) of \(count) records")
  }
}
