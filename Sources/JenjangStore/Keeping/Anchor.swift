import JSONText
import JenjangDomain

/// A head of the chain as it was written down outside the store: on a report, in the system log, beside a backup.
///
/// Whoever holds it can prove later that the history up to it has not been rewritten.
public struct Anchor: Sendable, Hashable {
  public let sequence: Int
  /// The beginning of the hash in hexadecimal, at least 8 digits; 64 are the whole.
  public let hash: String

  public init(sequence: Int, hash: String) {
    self.sequence = sequence
    self.hash = hash
  }

  /// Reads `8424:2f1f1b51…`, with or without blanks and points in the number; nil when it is none.
  public init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let sequence = Int(parts[0].filter { $0 != " " && $0 != "." }), sequence >= 0 else {
      return nil
    }
    let hash = parts[1].lowercased().filter { $0 != " " && $0 != "…" }
    guard (8...64).contains(hash.utf8.count), hash.allSatisfy({ $0.isHexDigit && $0.isASCII }) else { return nil }
    self.init(sequence: sequence, hash: hash)
  }

  /// True when this is the head that was written down.
  func names(_ sequence: Int, _ hash: String) -> Bool { self.sequence == sequence && hash.hasPrefix(self.hash) }
}

extension StoreHead {
  /// What stands on reports and in the system log: `8424:2f1f1b517a33d8fe`.
  public var anchor: String { "\(sequence):\(hash.prefix(16))" }
}

/// One line of `anchors.ndjson`: which head went where, and when.
public struct PublishedAnchor: Sendable, Equatable {
  public enum Kind: String, Sendable {
    case systemLog = "syslog"
    case report
    case backup
  }

  public let head: StoreHead
  /// Milliseconds since 1970, UTC.
  public let time: Int64
  public let kind: Kind
  /// The file or the folder; empty for the system log.
  public let place: String

  fileprivate var bytes: [UInt8] {
    var line = Array("{\"ts\":\"\(Timestamp.text(time))\",\"seq\":\(head.sequence),\"h\":\"\(head.hash)\"".utf8)
    line.append(contentsOf: ",\"to\":\"\(kind.rawValue)\",\"place\":".utf8)
    JSONWriter.append(place, to: &line)
    line.append(contentsOf: "}\n".utf8)
    return line
  }

  fileprivate init?(_ line: UnsafeRawBufferPointer) {
    guard let object = (try? JSONReader.value(line))?.object, let sequence = object["seq"]?.integer,
      let hash = object["h"]?.text, hash.utf8.count == 64,
      let time = object["ts"]?.text.flatMap(Timestamp.milliseconds),
      let kind = object["to"]?.text.flatMap({ Kind(rawValue: $0) })
    else { return nil }
    self.init(
      head: StoreHead(sequence: Int(sequence), hash: hash), time: time, kind: kind,
      place: object["place"]?.text ?? "")
  }

  init(head: StoreHead, time: Int64, kind: Kind, place: String) {
    self.head = head
    self.time = time
    self.kind = kind
    self.place = place
  }
}

extension PublishedAnchor {
  /// The lines of `anchors.ndjson` that are whole, oldest first.
  static func all(_ disk: any Disk) throws(StoreError) -> [PublishedAnchor] {
    let bytes = try disk.contents(Layout.anchors) ?? []
    return bytes.withUnsafeBytes { buffer in
      var anchors: [PublishedAnchor] = []
      var start = 0
      while let end = ByteSearch.lineFeed(in: buffer, from: start) {
        if let anchor = PublishedAnchor(UnsafeRawBufferPointer(rebasing: buffer[start..<end])) {
          anchors.append(anchor)
        }
        start = end + 1
      }
      return anchors
    }
  }

  /// Adds a line, after a line feed where the last one was cut short.
  static func add(_ anchor: PublishedAnchor, on disk: any Disk) throws(StoreError) {
    let isNew = try disk.facts(Layout.anchors) == nil
    let file = try disk.open(Layout.anchors, isNew ? .create : .append)
    defer { disk.close(file) }
    let size = try disk.facts(of: file).size
    let last = try disk.read(file, at: max(0, size - 1), count: 1)
    let isTorn = !last.isEmpty && last != [10]
    try disk.append((isTorn ? [10] : []) + anchor.bytes, to: file)
    try disk.sync(file)
    if isNew { try disk.syncFolder("") }
  }
}

extension Store {
  /// The heads that were published outside, oldest first.
  public func anchors() -> [PublishedAnchor] { (try? PublishedAnchor.all(disk)) ?? [] }

  /// Notes in the store that a head went outside.
  ///
  /// Does nothing in a store that is only read: what went outside counts there.
  public func note(_ head: StoreHead, to kind: PublishedAnchor.Kind, place: String = "") throws(StoreError) {
    guard readOnlyReason == nil, head.sequence > 0 else { return }
    let anchor = PublishedAnchor(head: head, time: environment.now(), kind: kind, place: OutsideFile.absolute(place))
    try PublishedAnchor.add(anchor, on: disk)
  }
}
