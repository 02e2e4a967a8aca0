import JSONText
import JenjangDomain

/// How far the chain of a store has been proved with all its hashes, kept in `cache/` for every process.
public struct CheckRecord: Sendable {
  static let path = Layout.cache + "/verified.json"
  /// A proof that began longer ago is made anew, for disks rot.
  static let age: Int64 = 30 * 86_400_000

  var position: Position
  /// When the proof began at the first line, and when it came so far; milliseconds since 1970, UTC.
  public internal(set) var began: Int64
  public internal(set) var time: Int64
  public internal(set) var findings: [VerifyReport.Finding] = []

  public var head: StoreHead { StoreHead(sequence: position.sequence, hash: position.hash) }
}

extension CheckRecord {
  var bytes: [UInt8] {
    let findings = findings.prefix(100).map { finding -> JSONValue in
      var object = JSONObject()
      object["file"] = .string(finding.file)
      object["line"] = finding.line.map { .integer(Int64($0)) }
      object["id"] = .string(finding.text.indonesian)
      object["en"] = .string(finding.text.english)
      return .object(object)
    }
    let value: JSONValue = [
      "seq": .integer(Int64(position.sequence)), "h": .string(position.hash), "n": .integer(Int64(position.segment)),
      "off": .integer(Int64(position.offset)), "began": .string(Timestamp.text(began)),
      "ts": .string(Timestamp.text(time)), "findings": .array(Array(findings)),
    ]
    return JSONWriter.bytes(value) + [10]
  }

  init?(_ bytes: [UInt8]) {
    guard let object = (try? JSONReader.value(bytes))?.object, let position = Position(members: object),
      let began = object["began"]?.text.flatMap(Timestamp.milliseconds),
      let time = object["ts"]?.text.flatMap(Timestamp.milliseconds)
    else { return nil }
    let findings = (object["findings"]?.array ?? []).compactMap { value -> VerifyReport.Finding? in
      guard let object = value.object, let file = object["file"]?.text, let indonesian = object["id"]?.text,
        let english = object["en"]?.text
      else { return nil }
      return VerifyReport.Finding(
        file: file, line: object["line"]?.integer.map { Int($0) }, text: Text(indonesian, en: english))
    }
    self.init(position: position, began: began, time: time, findings: findings)
  }

  static func read(_ disk: any Disk) -> CheckRecord? {
    (try? disk.contents(path)).flatMap { $0 }.flatMap { CheckRecord($0) }
  }

  /// What cannot be kept is found out again.
  func keep(_ disk: any Disk) {
    let temporary = CheckRecord.path + ".tmp"
    _ = try? disk.remove(temporary)
    guard (try? disk.writeNew(temporary, bytes)) != nil else { return }
    _ = try? disk.rename(temporary, to: CheckRecord.path)
  }
}

/// Proves the chain with all its hashes, a segment at a time, going on where another process stopped.
struct ChainCheck {
  private let disk: any Disk
  private let now: () -> Int64
  private let head: Head?
  private var walk: ChainWalk
  private(set) var record: CheckRecord

  init(disk: any Disk, store: RecordID, now: @escaping () -> Int64) throws(StoreError) {
    self.disk = disk
    self.now = now
    head = try disk.contents(Layout.head).flatMap { Head($0) }
    var record = CheckRecord.read(disk) ?? CheckRecord(position: .start, began: now(), time: now(), findings: [])
    let isAhead = head.map { record.position.sequence > $0.sequence } ?? true
    if isAhead || !record.findings.isEmpty || now() - record.began > CheckRecord.age || record.began > now() {
      record = CheckRecord(position: .start, began: now(), time: now(), findings: [])
    }
    self.record = record
    walk = ChainWalk(disk: disk, store: store, isDeep: true, from: record.position)
  }

  /// Proves one more segment; false when there is nothing more to do.
  mutating func advance() throws(StoreError) -> Bool {
    guard head != nil, record.findings.isEmpty else { return false }
    if walk.position.offset > 0, try !walk.hasNext(upTo: head) { return false }
    let before = walk.position
    let failure = try walk.segment(upTo: head) { _, _ in }
    record.position = walk.position
    record.time = now()
    if let failure {
      record.findings = [VerifyReport.Finding(file: failure.file, line: failure.line, text: failure.text)]
    }
    return failure == nil && walk.position != before
  }
}

extension Store {
  /// How far the chain was proved, by whichever process.
  public var checkRecord: CheckRecord? { CheckRecord.read(disk) }

  /// Proves in slices what was not proved yet, and notes how far it came; gives what was found.
  ///
  /// For a thread of its own; `isWanted` is asked between segments. In a store that is only read nothing is noted.
  public static func check(
    at path: String, environment: Environment, isReadOnly: Bool, isWanted: () -> Bool = { true }
  ) throws(StoreError) -> [VerifyReport.Finding] {
    let disk = try PosixDisk(path)
    let store = try describe(disk, path: path).description.store
    return try check(disk, store: store, environment: environment, isReadOnly: isReadOnly, isWanted: isWanted)
  }

  static func check(
    _ disk: any Disk, store: RecordID, environment: Environment, isReadOnly: Bool, isWanted: () -> Bool
  ) throws(StoreError) -> [VerifyReport.Finding] {
    var check = try ChainCheck(disk: disk, store: store, now: environment.now)
    while isWanted() {
      let goesOn = try check.advance()
      if !isReadOnly { check.record.keep(disk) }
      guard goesOn else { break }
      // Others use this disk, too.
      disk.pause(milliseconds: 5)
    }
    return check.record.findings
  }
}
