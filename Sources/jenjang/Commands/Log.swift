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
    let commits = try commits(of: store)
    let output = Output()
    for commit in commits {
      if json { output.line(commit.json) } else { print(commit, book: store.book, to: output) }
    }
    output.flush()
  }

  private func commits(of store: Store) throws(Failure) -> [Commit] {
    do throws(StoreError) {
      guard let record else { return try store.commits(limit: max(0, limit)) }
      if let found = store.book.record(meant: record) {
        return try store.history(of: found.table.id(of: found.row), limit: max(0, limit))
      }
      // Of a record that is gone what the role may still see; one that it may not see has no commits here.
      guard let id = RecordID(record.uppercased()) else { throw StoreError.notFound(path: record) }
      return try store.history(of: id, limit: max(0, limit))
    } catch {
      if case .notFound(let record) = error { throw Failure(.findings, .noRecord(record)) }
      throw Failure(error)
    }
  }

  private func print(_ commit: Commit, book: Book, to output: Output) {
    var head = "\(commit.sequence)  \(Surroundings.moment(commit.time))  \(commit.author.by)"
    if !commit.why.isEmpty { head += "  " + TextTable.plain(commit.why) }
    if let undone = commit.undoes { head += "  " + Text("urung \(undone)", en: "undoes \(undone)")[Speech.language] }
    output.line(head)
    for operation in commit.operations { output.line("    " + words(operation, book: book)) }
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
  fileprivate var json: JSONValue {
    var object = JSONObject()
    object["seq"] = .integer(Int64(sequence))
    object["time"] = .integer(time)
    object["by"] = .string(author.by)
    object["session"] = .string(author.session)
    object["why"] = .string(why)
    object["undoes"] = undoes.map { .integer(Int64($0)) }
    object["batch"] = batch.map { [.string($0.id.text), .integer(Int64($0.index)), .integer(Int64($0.count))] }
    object["ops"] = .array(operations.map(\.json))
    return .object(object)
  }
}

extension Operation {
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
