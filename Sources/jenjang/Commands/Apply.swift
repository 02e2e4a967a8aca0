import ArgumentParser
import Glibc
import JSONText
import JenjangDomain
import JenjangStore

/// `jenjang apply`: changes by scripts, each acknowledged by one line once it is durable.
struct Apply: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "apply",
    Text(
      "Terapkan perubahan dari NDJSON; tiap baris satu simpanan.", en: "Apply changes from NDJSON, a commit a line."),
    discussion: Text(
      """
      Baris: {"kind":…,"id":…,"set":{…},"why":…}. Tanpa id: data baru; id yang belum ada: data baru dengan id itu.
      id boleh NIP, kode atau nama persis. rev: hanya bila revisinya ini. "delete":true menghapus.
      Jawaban tiap baris: {"seq":…,"id":…} bila sudah tersimpan, atau {"error":…,"field":…,"line":…}.
      """,
      en: """
        Lines: {"kind":…,"id":…,"set":{…},"why":…}. Without id: a new record; an id nobody has: a new record with it.
        id may be a number (NIP), a code or an exact name. rev: only if this is the revision. "delete":true deletes.
        The answer to each line: {"seq":…,"id":…} once it is durable, or {"error":…,"field":…,"line":…}.
        """))

  @OptionGroup var common: CommonOptions

  @Argument(help: .say(Text("Berkas, atau - untuk masukan standar.", en: "A file, or - for standard input.")))
  var file: String

  @Flag(
    help: .say(
      Text("Semua baris dalam satu simpanan, atau tidak sama sekali.", en: "All lines in one commit, or none.")))
  var atomic = false

  func run() throws {
    let descriptor = try Inputs.descriptor(file)
    let store = try common.openForChanges()
    var run = ApplyRun(store: store, day: common.day)
    var lines = LineReader(descriptor: descriptor)
    if atomic { try run.together(&lines) } else { try run.each(&lines) }
    if run.refused > 0 { throw Failure(.findings, .refused(run.refused)) }
  }
}

/// One run of `apply` over one input.
private struct ApplyRun {
  private let store: Store
  private let day: Day
  private let output = Output()
  private var line = 0
  private(set) var refused = 0
  private var chores = Chores()

  init(store: Store, day: Day) {
    self.store = store
    self.day = day
  }

  mutating func each(_ lines: inout LineReader) throws(Failure) {
    while let bytes = try lines.next() {
      line += 1
      if isBlank(bytes) { continue }
      do throws(Problems) { try save(read(bytes)) } catch { refuse(error) }
      output.flush()
      if let warning = chores.afterSave(in: store) { Remark.say(warning) }
    }
  }

  /// Saves one change; what does not fit because others saved meanwhile, perhaps this very line, is drafted anew.
  ///
  /// A refusal, and that nothing changes, are said of the store as it is now and not of what was read of it before.
  private func save(_ change: ScriptedChange, attempts: Int = 3) throws(Problems) {
    catchUp()
    let seen = store.head
    var draft = newDraft
    let added = try draft.add(change)
    do throws(Problems) {
      try commit(draft.transaction(why: change.why), acknowledging: [added])
    } catch {
      guard attempts > 1, store.head != seen else { throw error }
      try save(change, attempts: attempts - 1)
    }
  }

  private func catchUp() {
    do throws(StoreError) { try store.catchUp() } catch {
      output.flush()
      Failure(error).leave()
    }
  }

  private var newDraft: ChangeDraft {
    ChangeDraft(book: store.book, environment: Environment.live(), today: day, language: Speech.language)
  }

  mutating func together(_ lines: inout LineReader) throws(Failure) {
    var draft = newDraft
    var added: [(id: RecordID, warnings: [Problem])] = []
    var why = ""
    while let bytes = try lines.next() {
      line += 1
      if isBlank(bytes) { continue }
      do throws(Problems) {
        let change = try read(bytes)
        if why.isEmpty { why = change.why }
        added.append(try draft.add(change))
      } catch {
        refuse(error)
      }
    }
    if refused == 0 {
      do throws(Problems) { try commit(draft.transaction(why: why), acknowledging: added) } catch { refuse(error) }
    }
    output.flush()
  }

  private func isBlank(_ bytes: [UInt8]) -> Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }

  private func read(_ bytes: [UInt8]) throws(Problems) -> ScriptedChange {
    let value: JSONValue
    do throws(JSONError) { value = try JSONReader.value(bytes) } catch {
      throw Problems(Problem(nil, .notJSON(error)))
    }
    do throws(Problem) { return try ScriptedChange(value) } catch { throw Problems(error) }
  }

  /// Saves and prints one acknowledgement for each record; what changes nothing is acknowledged without a commit.
  private func commit(_ transaction: Transaction, acknowledging added: [(id: RecordID, warnings: [Problem])])
    throws(Problems)
  {
    var sequence = store.head.sequence
    var isUnchanged = transaction.operations.isEmpty
    if !transaction.operations.isEmpty {
      do throws(StoreError) {
        let receipt = try store.commit(transaction)
        // Somebody else may have saved just this meanwhile.
        (sequence, isUnchanged) = (receipt.sequence, !receipt.isWritten)
      } catch {
        switch error {
        case .conflict(_, _, let fields): throw Problems(Problem(fields.first, error.text))
        case .forbidden(let reason): throw Problems(Problem(nil, reason))
        case .invalid(_, _, let problems) where !problems.isEmpty: throw Problems(problems)
        default:
          output.flush()
          Failure(error).leave()
        }
      }
    }
    for (id, warnings) in added {
      var answer: JSONObject = JSONObject()
      answer["seq"] = .integer(Int64(sequence))
      answer["id"] = .string(id.text)
      if isUnchanged { answer["unchanged"] = .bool(true) }
      if !warnings.isEmpty { answer["warnings"] = .array(warnings.map(\.json)) }
      output.line(.object(answer))
    }
  }

  private mutating func refuse(_ problems: Problems) {
    refused += 1
    var answer = problems.all[0].json.object ?? JSONObject()
    answer["error"] = answer["text"]
    answer["text"] = nil
    answer["line"] = .integer(Int64(line))
    if problems.all.count > 1 { answer["more"] = .array(problems.all.dropFirst().map(\.json)) }
    output.line(.object(answer))
  }
}

extension Problem {
  fileprivate var json: JSONValue {
    var object = JSONObject()
    object["field"] = field.map { .string($0) } ?? .null
    object["text"] = .string(text[Speech.language])
    object["rule"] = rule.map { .string($0) }
    return .object(object)
  }
}

extension Text {
  fileprivate static func notJSON(_ error: JSONError) -> Text {
    let reason = Text.why(error.reason)
    return Text(
      "Bukan JSON yang benar, pada bita \(error.offset): \(reason.indonesian)",
      en: "Not valid JSON at byte \(error.offset): \(reason.english)")
  }

  private static func why(_ reason: JSONError.Reason) -> Text {
    switch reason {
    case .unexpectedEnd: Text("barisnya terpotong", en: "the line is cut off")
    case .unexpectedByte: Text("tanda ini tidak boleh di sini", en: "this sign may not stand here")
    case .invalidNumber: Text("bukan bilangan", en: "no number")
    case .numberOutOfRange: Text("bilangannya terlalu besar", en: "the number is too large")
    case .invalidEscape: Text("\\ diikuti tanda yang salah", en: "\\ before a wrong sign")
    case .loneSurrogate: Text("setengah pasangan \\u", en: "half of a pair of \\u")
    case .controlCharacter: Text("tanda kendali di dalam teks", en: "a control character inside a text")
    case .invalidUTF8: Text("bukan UTF-8", en: "not UTF-8")
    case .duplicateKey: Text("nama isiannya dua kali", en: "the name of a field twice")
    case .tooDeep: Text("terlalu dalam", en: "too deep")
    case .trailingBytes: Text("ada teks di belakangnya", en: "text follows it")
    }
  }

  fileprivate static func refused(_ count: Int) -> Text {
    Text("\(count) baris ditolak; lihat jawabannya", en: "\(count) lines were refused; see their answers")
  }
}
