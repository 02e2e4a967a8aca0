import ArgumentParser
import Glibc
import JSONText
import JenjangDomain
import JenjangStore

/// `jenjang log`: who changed what, newest first.
struct Log: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "log", Text("Siapa mengubah apa, terbaru lebih dulu.", en: "Who changed what, newest first."))

  @OptionGroup var common: CommonOptions

  @Option(
    help: .say(
      Text("Hanya data ini dan yang menjadi miliknya.", en: "Only this record and those that belong to it."),
      value: "nip|id"))
  var record: String?

  @Option(help: .say(Text("Paling banyak sekian.", en: "At most so many.")))
  var limit = 50

  @Flag(help: .say(Text("Satu objek JSON sebaris.", en: "One JSON object a line.")))
  var json = false

  func run() throws {
    let store = try common.open()
    if record == nil { try common.require(.readJournal, of: store) }
    let id: RecordID? = if let record { try identity(record, in: store.book) } else { nil }
    let commits: [Commit]
    do throws(StoreError) {
      if let id {
        commits = try store.history(of: id, limit: max(0, limit))
      } else {
        commits = try store.commits(limit: max(0, limit))
      }
    } catch {
      throw Failure(error)
    }
    let output = Output()
    for commit in commits {
      let operations = commit.operations.filter { operation in id.map { operation.concerns($0, store.book) } ?? true }
      if json {
        output.line(commit.json(operations))
      } else {
        print(commit, operations, book: store.book, to: output)
      }
    }
    output.flush()
  }

  /// Of a record that is gone its identity, by which the role still sees what it may.
  private func identity(_ typed: String, in book: Book) throws(Failure) -> RecordID {
    if let found = book.record(meant: typed) { return found.table.id(of: found.row) }
    guard let id = RecordID(typed.uppercased()) else { throw Failure(.findings, .noRecord(typed)) }
    return id
  }

  private func print(_ commit: Commit, _ operations: [Operation], book: Book, to output: Output) {
    var head = "\(commit.sequence)  \(Surroundings.moment(commit.time))  \(commit.author.by)"
    if !commit.why.isEmpty { head += "  " + TextTable.plain(commit.why) }
    if let undone = commit.undoes { head += "  " + Text("urung \(undone)", en: "undoes \(undone)")[Speech.language] }
    output.line(head)
    for operation in operations { output.line("    " + words(operation, book: book)) }
    if let erased = commit.erasedChanges { output.line("    " + erased[Speech.language]) }
  }

  /// One line: what was done to which record of whom, and what became of each field that changed.
  private func words(_ operation: Operation, book: Book) -> String {
    let words = ChangeWords(operation, in: book)
    var line = words.headline[Speech.language]
    if let owner = operation.owner(in: book), let type = book.table(operation.kind)?.type,
      case .reference(let kind)? = type.kind.owner.flatMap(type.field)?.type
    {
      line += " (" + (book.label(of: owner, kind: kind) ?? owner.text) + ")"
    }
    if case .update = operation {
      line += ": " + words.details.map { $0[Speech.language] }.joined(separator: "; ")
    }
    return TextTable.plain(line)
  }
}

extension Commit {
  /// As scripts read it; `ops` as in the journal.
  fileprivate func json(_ operations: [Operation]) -> JSONValue {
    var object = JSONObject()
    object["seq"] = .integer(Int64(sequence))
    object["time"] = .integer(time)
    object["by"] = .string(author.by)
    object["session"] = .string(author.session)
    object["why"] = .string(why)
    object["undoes"] = undoes.map { .integer(Int64($0)) }
    object["batch"] = batch.map { [.string($0.id.text), .integer(Int64($0.index)), .integer(Int64($0.count))] }
    object["ops"] = .array(operations.map(\.json))
    if blanked > 0 { object["erased"] = .integer(Int64(blanked)) }
    return .object(object)
  }
}

extension Operation {
  /// Whether this changes the record, one that belongs to it, or one that names it.
  fileprivate func concerns(_ id: RecordID, _ book: Book) -> Bool {
    if self.id == id || owner(in: book) == id { return true }
    let name = JSONValue.string(id.text)
    return switch self {
    case .create(_, _, let record), .delete(_, _, _, let record): record.members.contains { $0.value == name }
    case .update(_, _, _, let changes): changes.contains { $0.value.old == name || $0.value.new == name }
    }
  }

  fileprivate var json: JSONValue {
    var object = JSONObject()
    object["kind"] = .string(kind)
    object["id"] = .string(id.text)
    switch self {
    case .create(_, _, let record):
      object["op"] = "new"
      object["record"] = .object(record)
    case .delete(_, _, _, let record):
      object["op"] = "del"
      object["record"] = .object(record)
    case .update(_, _, _, let changes):
      object["op"] = "set"
      var fields = JSONObject()
      for (name, change) in changes { fields[name] = [change.old ?? .null, change.new ?? .null] }
      object["set"] = .object(fields)
    }
    return .object(object)
  }
}

extension Text {
  fileprivate static func noRecord(_ typed: String) -> Text {
    Text(
      "“\(typed)” tidak ditemukan; pakai NIP atau nomor data", en: "“\(typed)” was not found; use a number or identity")
  }
}
