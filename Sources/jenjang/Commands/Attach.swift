import ArgumentParser
import Glibc
import JSONText
import JenjangDomain
import JenjangStore

/// Which attached file of which record is meant.
struct AttachmentPlace: ParsableArguments {
  @Argument(
    help: .say(Text("NIP, nomor data, kode atau nama persis.", en: "NIP, identity, code or exact name."), value: "id"))
  var record: String

  @Argument(help: .say(Text("Isian lampiran, misalnya scan.", en: "The attachment's field: scan.")))
  var field: String

  /// The record, whose type must have this field for a file.
  func find(in store: Store) throws(Failure) -> (table: Table, row: Row) {
    guard let found = store.book.record(meant: record) else { throw Failure(.findings, .noRecord(record)) }
    guard found.table.type.field(field)?.type == .attachment else {
      let names = found.table.type.fields.filter { $0.type == .attachment }.map(\.name)
      throw Failure(.usage, .noFileField(field, of: found.table.type.kind.title, names))
    }
    return found
  }

  func attachment(in store: Store) throws(Failure) -> Attachment {
    let found = try find(in: store)
    guard let value = found.table.value(field, at: found.row), let attachment = Attachment(json: value) else {
      throw Failure(.findings, Text("tidak ada berkas yang dilampirkan", en: "no file is attached"))
    }
    return attachment
  }

  /// Saves a new value of the field, and answers as `apply` does.
  func save(_ value: JSONValue, files: [String: String], why: String, common: CommonOptions) throws {
    let store = try common.openForChanges()
    let found = try find(in: store)
    var draft = ChangeDraft(book: store.book, environment: .live(), today: common.day, language: Speech.language)
    let id = found.table.id(of: found.row)
    let line: JSONValue = [
      "kind": .string(found.table.type.kind.name), "id": .string(id.text), "why": .string(why),
      "set": [field: value],
    ]
    var transaction: Transaction
    do {
      _ = try draft.add(try ScriptedChange(line))
      transaction = draft.transaction(why: why)
    } catch let problems as Problems {
      throw Failure(.findings, problems.all[0].text)
    } catch let problem as Problem {
      throw Failure(.findings, problem.text)
    }
    transaction.files = files
    let receipt: Receipt
    do throws(StoreError) { receipt = try store.commit(transaction) } catch { throw Failure(error) }
    let output = Output()
    var answer: JSONObject = ["id": .string(id.text), "seq": .integer(Int64(receipt.sequence)), field: value]
    if !receipt.isWritten { answer["unchanged"] = .bool(true) }
    output.line(.object(answer))
    output.flush()
  }
}

/// `jenjang attach`: a file's bytes into the store, named by a record.
struct Attach: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "attach",
    Text(
      "Lampirkan berkas (paling besar 20 MiB) pada sebuah data.", en: "Attach a file (20 MiB at most) to a record."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var place: AttachmentPlace

  @Argument(help: .say(Text("Berkas yang dilampirkan.", en: "The file to attach.")))
  var file: String

  @Option(help: .say(Text("Dasar atau alasan.", en: "Basis or reason.")))
  var why = ""

  func run() throws {
    let attachment: Attachment
    do throws(StoreError) { attachment = try Attachment.examine(file) } catch {
      throw Failure(ReportFile.exists(ReportFile.expanded(file)) ? .badData : .noStore, error.text)
    }
    try place.save(
      attachment.json, files: [attachment.hash: ReportFile.expanded(file)], why: why, common: common)
  }
}

/// `jenjang detach`: a record no longer names a file; its history still does.
struct Detach: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "detach",
    Text("Lepaskan lampiran dari sebuah data; riwayatnya tetap.", en: "Take a file off a record; history keeps it."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var place: AttachmentPlace

  @Option(help: .say(Text("Dasar atau alasan.", en: "Basis or reason.")))
  var why = ""

  func run() throws { try place.save(.null, files: [:], why: why, common: common) }
}

/// `jenjang extract`: a copy of an attached file, proved by its hash.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "extract",
    Text("Salin lampiran ke berkas atau keluaran standar.", en: "Copy an attached file to a file or standard output."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var place: AttachmentPlace

  @Option(
    help: .say(
      Text(
        "Berkas tujuan, yang belum ada; tanpa ini keluaran standar.", en: "A file not there yet; else standard output.")
    ))
  var output: String?

  func run() throws {
    let store = try common.open()
    let attachment = try place.attachment(in: store)
    let bytes: [UInt8]
    do throws(StoreError) { bytes = try store.bytes(of: attachment) } catch { throw Failure(error) }
    if let output {
      do throws(StoreError) {
        try ReportFile.write(bytes, to: ReportFile.expanded(output), replacing: false)
      } catch {
        throw Failure(writing: error)
      }
      return
    }
    let output = Output()
    guard !output.isTerminal || attachment.mediaType == "text/plain" else { throw Failure(.usage, .notOnTerminal) }
    output.bytes(bytes)
    output.flush()
  }
}

extension Text {
  fileprivate static func noRecord(_ typed: String) -> Text {
    Text(
      "“\(typed)” tidak ditemukan, atau lebih dari satu; pakai nomor data",
      en: "“\(typed)” was not found, or is more than one; use the identity")
  }

  fileprivate static func noFileField(_ typed: String, of kind: Text, _ names: [String]) -> Text {
    let known = names.isEmpty ? "-" : names.joined(separator: ", ")
    return Text(
      "\(kind.indonesian) tidak punya lampiran \(typed); yang ada: \(known)",
      en: "\(kind.english) has no attachment \(typed); there are: \(known)")
  }

  fileprivate static let notOnTerminal = Text(
    "isinya bukan teks; sebutkan berkas tujuan dengan --output", en: "this is not text; name a file with --output")
}
