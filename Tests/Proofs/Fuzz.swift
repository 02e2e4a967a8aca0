import JSONText
import JenjangDomain
import TerminalKit

@testable import JenjangStore

/// A reader of bytes from outside, fed with generated and spoiled ones for as long as one likes.
///
/// A trap ends the process, which is the finding; what is not as it must be is given back.
struct Fuzz: Sendable, CustomStringConvertible {
  let name: String
  /// Makes an input.
  private let make: @Sendable (inout SeededRandom) -> [UInt8]
  /// Tries one input; says what is not as it must be.
  let problem: @Sendable ([UInt8]) -> String?

  var description: String { name }

  static let all = [json, frames, tables, keys]

  /// What went wrong in so many rounds, at most ten of them.
  func run(seed: UInt64, rounds: Int) -> [String] {
    var random = SeededRandom(seed: seed)
    var violations: [String] = []
    for round in 0..<rounds where violations.count < 10 {
      if let found = problem(make(&random)) { violations.append("\(name), seed \(seed), round \(round): \(found)") }
    }
    return violations
  }
}

extension Fuzz {
  /// The JSON reader and the scanner: what is read is written back and read the same.
  static let json = Fuzz(name: "json", make: JSONComparison.document) { bytes in
    var members = 0
    bytes.withUnsafeBytes { buffer in
      _ = JSONScanner.members(of: buffer) { _, _ in members += 1 }
      _ = JSONScanner.elements(of: buffer) { _ in members += 1 }
      var text: [UInt8] = []
      _ = JSONScanner.unescaped(buffer, into: &text)
    }
    if members > bytes.count { return "more members than bytes" }
    guard let value = try? JSONReader.value(bytes) else { return nil }
    let written = JSONWriter.bytes(value)
    guard let again = try? JSONReader.value(written), again == value, JSONWriter.bytes(again) == written else {
      return "not read back: \(String(decoding: bytes, as: UTF8.self).debugDescription)"
    }
    return nil
  }

  /// Everything that reads a line of the journal, `HEAD` or a snapshot; half of the time with a right checksum.
  static let frames = Fuzz(name: "frames", make: spoiledLine) { line in
    line.withUnsafeBytes { bytes in
      if let parts = Framing.parts(bytes) {
        _ = Framing.storedDigest(of: parts)
        _ = Framing.digest(of: parts, in: bytes)
      }
      _ = Commit(line: bytes, .catalog)?.inverse
      _ = SegmentHeader(bytes)
      _ = RecordLine.read(bytes)
    }
    _ = Manifest(line + [10])
    _ = Head(line)
    _ = Damage.soundLines(line)
    return nil
  }

  @Sendable private static func spoiledLine(_ random: inout SeededRandom) -> [UInt8] {
    var line = random.pick(seeds)
    for _ in 0...random.below(3) { JSONComparison.spoil(&line, &random) }
    if random.chance(50), line.count > 30 {
      line.removeLast(24)
      let check = XXH64.hash(line)
      line += Array(",\"c\":\"".utf8)
      Digits.appendHex(check, to: &line)
      line += Array("\"}".utf8)
    }
    return line
  }

  /// Lines and small files as a store writes them.
  private static let seeds: [[UInt8]] = {
    let world = FixedWorld()
    let header = SegmentHeader(
      store: RecordID(high: 1, low: 2), number: 2, first: 5, time: world.environment().now(),
      pin: SegmentHeader.Pin(number: 1, bytes: 900, sequence: 4), previous: Framing.zeroHash)
    let id = RecordID(high: 1, low: 7)
    let operations: [JenjangDomain.Operation] = [
      .create(kind: "notes", id: id, object: ["name": "Sri", "n": [1, .null, 2.5.asJSON]]),
      .update(kind: "notes", id: id, base: 1, changes: ["name": Change(old: "Sri", new: nil)]),
      .delete(kind: "notes", id: id, base: 2, object: ["name": "Sri"]),
    ]
    let checked = operations.map { CheckedOperation(operation: $0, base: 1, owner: "01JNQ5X0A1B2C3D4E5F6G7H8J9") }
    let commit = CommitCodec.line(
      sequence: 5, time: 1_772_413_200_000, author: world.environment().author,
      transaction: Transaction(operations, why: "SK 1", undoes: 3), operations: checked, transactionID: id,
      previous: Framing.zeroHash, random: { 9 })
    let position = Position(segment: 2, offset: 800, sequence: 5, hash: Framing.zeroHash)
    let entry = Manifest.Entry(name: "notes.ndjson", bytes: 40, lines: 1, check: 7, sha256: Framing.zeroHash)
    var record: [UInt8] = []
    RecordLine.append(["name": "Sri"], id: id, revision: 3, to: &record)
    return [
      Array(header.line().bytes.dropLast()), Array(commit.bytes.dropLast()), position.head.bytes,
      Array(Manifest(generation: 3, position: position, files: [entry]).bytes.dropLast()), Array(record.dropLast()),
    ]
  }()

  /// The reader of tables that people bring: it ends, and its rows do not go back.
  static let tables = Fuzz(name: "csv", make: spoiledTable) { bytes in
    var rows = 0
    var line = 0
    for row in CSVReader(bytes) {
      rows += 1
      if rows > bytes.count + 1 { return "more rows than bytes" }
      if row.line < line { return "a row before the one before it" }
      line = row.line
    }
    return nil
  }

  @Sendable private static func spoiledTable(_ random: inout SeededRandom) -> [UInt8] {
    var bytes = Array("nip;nama;tanggal\r\n198001012005011001;\"Sri; \"\"Ayu\"\"\";1-2-2020\n;;\n".utf8)
    let pieces = ["\"", ";", ",", "\t", "\r", "\n", "\r\n", "\"\"", "sep=;\n", "\u{FEFF}", "é", "x"].map {
      Array($0.utf8)
    }
    for _ in 0..<random.below(8) { bytes.insert(contentsOf: random.pick(pieces), at: random.below(bytes.count + 1)) }
    for _ in 0..<random.below(4) { JSONComparison.spoil(&bytes, &random) }
    if random.chance(10) { bytes = [0xFF, 0xFE] + bytes.flatMap { [$0, 0] } }
    return bytes
  }

  /// The decoder of what a terminal sends: however it is cut, the same comes out, and nothing stays behind.
  static let keys = Fuzz(name: "keys", make: typedBytes) { bytes in
    let whole = events(bytes, cut: nil)
    if whole.count > bytes.count + 1 { return "more events than bytes: \(bytes)" }
    let cut = bytes.reduce(0) { $0 &+ Int($1) } % (bytes.count + 1)
    return events(bytes, cut: cut) == whole ? nil : "\(bytes) cut at \(cut) is something else"
  }

  @Sendable private static func typedBytes(_ random: inout SeededRandom) -> [UInt8] {
    let pieces = [
      "\u{1B}", "\u{1B}[", "\u{1B}O", "[A", "1;5", "~", "M", "<0;3;4M", "\u{1B}[200~", "\u{1B}[201~", "é", "a",
      "\u{7F}",
      "\u{1B}]52;c;", "\u{7}", "\u{1B}\\", ";", "999999999999", "u", "\r",
    ].map { Array($0.utf8) }
    var bytes: [UInt8] = []
    for _ in 0..<random.below(14) {
      bytes += random.chance(80) ? random.pick(pieces) : [UInt8(random.below(256))]
    }
    return bytes
  }

  private static func events(_ bytes: [UInt8], cut: Int?) -> [Event] {
    var decoder = Decoder()
    decoder.feed(bytes[..<(cut ?? bytes.count)])
    decoder.feed(bytes[(cut ?? bytes.count)...])
    decoder.flush()
    var events: [Event] = []
    while let event = decoder.next() { events.append(event) }
    return events
  }
}

extension Double {
  fileprivate var asJSON: JSONValue { .number("\(self)") }
}
