import JSONText
import JenjangDomain

/// A commit that a repair has put into quarantine, and what became of saving it again.
public struct LaterCommit: Sendable {
  public let sequence: Int
  /// Milliseconds since 1970, UTC.
  public let time: Int64
  public let by: String
  public let why: String
  public let operations: Int
  /// Why it cannot be saved again; nil when it can, or was.
  public internal(set) var refusal: Text?
}

/// The journal files that a repair has put into quarantine under one name.
enum QuarantinedJournal {
  static func path(_ name: String, _ number: Int) -> String {
    "\(Layout.quarantine)/\(name)-\(Layout.segment(number).split(separator: "/").last ?? "")"
  }

  /// The readable commits behind the damage, in their order; nil when nothing lies there under that name.
  static func commits(_ name: String, on disk: any Disk, _ upcasts: Upcasts) throws(StoreError) -> [Commit]? {
    guard !name.contains("/"), let note = try disk.contents("\(Layout.quarantine)/\(name).json"),
      let proved = (try? JSONReader.value(note))?.object?["proved"]?.integer
    else { return nil }
    var commits: [Commit] = []
    for file in try disk.list(Layout.quarantine) where file.hasPrefix(name + "-") {
      let bytes = try disk.contents("\(Layout.quarantine)/\(file)") ?? []
      for line in LaterLines(bytes, after: max(Int(proved), commits.last?.sequence ?? 0), upcasts) {
        if let commit = line.commit { commits.append(commit) }
      }
    }
    return commits
  }
}

/// The lines of a segment that are sound by themselves, whatever they follow, with numbers that ascend.
struct LaterLines: Sequence {
  struct Line {
    let parts: (sequence: Int, hash: String)
    let commit: Commit?
  }

  private let lines: [Line]

  init(_ bytes: [UInt8], after sequence: Int, _ upcasts: Upcasts) {
    var lines: [Line] = []
    var last = sequence
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while let end = ByteSearch.lineFeed(in: buffer, from: start) {
        let line = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
        start = end + 1
        guard let parts = Framing.parts(line), !parts.isHeader, parts.sequence > last,
          ChainWalk.deepFailure(parts, line) == nil
        else { continue }
        last = parts.sequence
        lines.append(Line(parts: (parts.sequence, parts.hash), commit: Commit(line: line, upcasts)))
      }
    }
    self.lines = lines
  }

  func makeIterator() -> IndexingIterator<[Line]> { lines.makeIterator() }
}

extension Store {
  /// Saves the commits again that lie in quarantine under a name and rest on nothing that is lost.
  ///
  /// Such a commit finds each of its records with the revision and the values that it was made from. Each is saved as a
  /// commit of its own that says which one it repeats. Without `why` nothing is saved, and the answer says what would be.
  public func reapply(_ name: String, why: String?) throws(StoreError) -> [LaterCommit] {
    try require(.keepStore)
    if why != nil, let readOnlyReason { throw .readOnly(readOnlyReason) }
    guard let commits = try QuarantinedJournal.commits(name, on: disk, book.upcasts) else {
      throw .refused(.nothingThere(name))
    }
    var outlook = LaterState(store: self)
    var later: [LaterCommit] = []
    for commit in commits {
      var answer = LaterCommit(
        sequence: commit.sequence, time: commit.time, by: commit.author.by, why: commit.why,
        operations: commit.operations.count)
      answer.refusal = outlook.refusal(of: commit)
      if answer.refusal == nil {
        if let why { answer.refusal = try saveAgain(commit, why: why) }
        if answer.refusal == nil { outlook.take(commit) }
      }
      later.append(answer)
    }
    return later
  }

  /// Saves a commit again; gives what the rules say against it.
  private func saveAgain(_ commit: Commit, why: String) throws(StoreError) -> Text? {
    let source = commit.why.isEmpty ? "no. \(commit.sequence)" : "no. \(commit.sequence): \(commit.why)"
    var transaction = Transaction(commit.operations, why: "\(why) (repair \(source))")
    transaction.exact = Set(commit.operations.map(\.id))
    do throws(StoreError) { try self.commit(transaction) } catch {
      switch error {
      case .conflict, .invalid, .refused, .forbidden: return error.text
      default: throw error
      }
    }
    return nil
  }
}

/// The state as it would be with the commits that still fit.
private struct LaterState {
  let store: Store
  private var changed: [Place: Strangers.Stored?] = [:]

  private struct Place: Hashable {
    let kind: String
    let id: RecordID
  }

  init(store: Store) { self.store = store }

  private func stored(_ operation: Operation) -> Strangers.Stored? {
    changed[Place(kind: operation.kind, id: operation.id)] ?? store.stored(operation.kind, operation.id)
  }

  mutating func take(_ commit: Commit) {
    for operation in commit.operations {
      changed[Place(kind: operation.kind, id: operation.id)] = .some(stored(operation).applying(operation))
    }
  }

  /// Why what a commit was made from is not what stands there; nil when it is.
  func refusal(of commit: Commit) -> Text? {
    if commit.isErasure { return .erasure }
    if commit.operations.isEmpty { return .changesNothing }
    var trial = self
    for operation in commit.operations {
      guard operation.isMade(from: trial.stored(operation)) else { return .restsOnLoss(operation.kind) }
      trial.changed[Place(kind: operation.kind, id: operation.id)] =
        .some(trial.stored(operation).applying(operation))
    }
    return nil
  }
}

extension Operation {
  /// Whether a record is what the person saw who made this change.
  fileprivate func isMade(from now: Strangers.Stored?) -> Bool {
    switch self {
    case .create: now == nil
    case .update(_, _, let base, let changes):
      now.map { now in now.revision == base && changes.allSatisfy { now.object[$0] == $1.old } } ?? false
    case .delete(_, _, let base, let object): now.map { $0.revision == base && $0.object == object } ?? false
    }
  }
}

extension Text {
  fileprivate static let erasure = Text(
    "perintah penghapusan; jalankan jenjang erase lagi", en: "an order to erase; run jenjang erase again")
  fileprivate static let changesNothing = Text("tidak mengubah data", en: "changes no record")

  fileprivate static func restsOnLoss(_ kind: String) -> Text {
    Text(
      "bertumpu pada yang hilang, atau sudah diubah (\(kind))",
      en: "rests on what is lost, or was changed since (\(kind))")
  }

  fileprivate static func nothingThere(_ name: String) -> Text {
    Text(
      "Tidak ada jurnal dengan nama \(name) di quarantine", en: "There is no journal by the name \(name) in quarantine")
  }
}
