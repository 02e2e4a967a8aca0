import JenjangDomain

/// Follows the chain of the journal segment by segment, and proves each line by the one before.
struct ChainWalk {
  let disk: any Disk
  let store: RecordID
  /// Recompute `h` and `d`, too.
  let isDeep: Bool
  /// How far the chain is proved.
  private(set) var position = Position.start
  private(set) var lines = 0
  private(set) var notes: [Text] = []
  private(set) var hasGap = false
  private var epoch = 0
  /// Histories that a restore took the place of: which numbers, and how each ended.
  private var abandoned: [(numbers: ClosedRange<Int>, head: StoreHead)] = []
  private var gaps: [ClosedRange<Int>] = []

  init(disk: any Disk, store: RecordID, isDeep: Bool, from position: Position = .start) {
    self.disk = disk
    self.store = store
    self.isDeep = isDeep
    self.position = position
  }

  /// Why the chain cannot be followed further.
  struct Failure {
    let file: String
    let line: Int?
    let text: Text
  }

  /// Follows the lines of a segment that lies elsewhere as far as they are right.
  mutating func follow(_ bytes: UnsafeRawBufferPointer, as number: Int) {
    _ = lines(of: bytes, from: 0, number: number) { _, _ in }
  }

  /// Begins at the segment that holds the commit after a number, taking its first link for granted.
  mutating func begin(after sequence: Int) throws(StoreError) {
    let numbers = try disk.segmentNumbers()
    for number in numbers.reversed() {
      guard let header = try ChainLookup.header(of: number, on: disk), header.first <= sequence + 1 else { continue }
      position = Position(segment: number, offset: 0, sequence: header.first - 1, hash: header.previous)
      return
    }
  }

  /// True when the journal goes on, and not only behind a head.
  func hasNext(upTo head: Head?) throws(StoreError) -> Bool {
    if let head, position.reaches(head) { return false }
    // Behind a gap the chain goes on within a segment.
    if try !isAtEnd(of: position.segment) { return true }
    if try disk.facts(Layout.segment(position.segment + 1)) != nil { return true }
    return try disk.segmentNumbers().contains { $0 > position.segment }
  }

  /// Proves the rest of the present segment, or the next when this one is at its end; nil when it is right.
  ///
  /// `take` gets every commit line.
  mutating func segment(upTo head: Head?, _ take: (UnsafeRawBufferPointer, Framing.Parts) -> Void) throws(StoreError)
    -> Failure?
  {
    var number = position.segment
    if position.offset > 0, try isAtEnd(of: number) { number += 1 }
    let path = Layout.segment(number)
    guard let bytes = try disk.contents(path) else {
      if try skipGap(from: number) { return nil }
      return Failure(file: Layout.journal, line: nil, text: .segmentMissing(number))
    }
    let pin = try ChainLookup.header(of: number + 1, on: disk)?.pin
    let limit = pin?.bytes ?? (head?.segment == number ? head?.offset : nil) ?? bytes.count
    let start = number == position.segment ? position.offset : 0
    let wrong = bytes.withUnsafeBytes { buffer in
      lines(of: UnsafeRawBufferPointer(rebasing: buffer.prefix(limit)), from: start, number: number, take)
    }
    let missing = limit - bytes.count
    if let text = missing > 0 ? .shorter(missing) : wrong?.text {
      if try skipGap(from: number) { return nil }
      let line = wrong.map { wrong in bytes.prefix(wrong.offset).reduce(1) { $1 == 10 ? $0 + 1 : $0 } }
      return Failure(file: path, line: line, text: text)
    }
    guard pin != nil, bytes.count > limit else { return nil }
    guard try isSetAside(bytes[limit...]) else {
      return Failure(file: path, line: nil, text: .behindEnd(bytes.count - limit))
    }
    notes.append(.leftBehind(path, bytes.count - limit))
    return nil
  }

  /// Whether a torn tail is in quarantine, too: where the journal may only grow it could not be cut off.
  private func isSetAside(_ tail: ArraySlice<UInt8>) throws(StoreError) -> Bool {
    for name in try disk.list(Layout.quarantine) where name.hasSuffix(".tail") {
      if try disk.contents("\(Layout.quarantine)/\(name)") == Array(tail) { return true }
    }
    return false
  }

  private func isAtEnd(of number: Int) throws(StoreError) -> Bool {
    if let pin = try ChainLookup.header(of: number + 1, on: disk)?.pin { return position.offset >= pin.bytes }
    return position.offset >= (try disk.facts(Layout.segment(number))?.size ?? 0)
  }

  /// Proves lines from an offset on; nil when all are right.
  private mutating func lines(
    of bytes: UnsafeRawBufferPointer, from first: Int, number: Int,
    _ take: (UnsafeRawBufferPointer, Framing.Parts) -> Void
  ) -> (offset: Int, text: Text)? {
    var start = first
    while start < bytes.count {
      guard let end = ByteSearch.lineFeed(in: bytes, from: start) else { return (start, .unsound) }
      let line = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      guard let parts = Framing.parts(line) else { return (start, .unsound) }
      guard follows(parts, line, isFirst: start == 0, number: number) else { return (start, .brokenLink) }
      if isDeep, let wrong = ChainWalk.deepFailure(parts, line) { return (start, wrong) }
      position = Position(
        segment: number, offset: end + 1, sequence: max(position.sequence, parts.sequence), hash: parts.hash)
      lines += 1
      if !parts.isHeader { take(line, parts) }
      start = end + 1
    }
    return nil
  }

  private mutating func follows(
    _ parts: Framing.Parts, _ line: UnsafeRawBufferPointer, isFirst: Bool, number: Int
  ) -> Bool {
    guard parts.previous == position.hash, parts.isHeader == isFirst else { return false }
    guard isFirst else { return parts.sequence == position.sequence + 1 }
    guard let header = SegmentHeader(line), header.store == store, header.number == number,
      header.first == position.sequence + 1, header.epoch >= epoch
    else { return false }
    epoch = header.epoch
    if let left = header.abandoned {
      notes.append(.restored(header, left))
      if left.sequence >= header.first { abandoned.append((header.first...left.sequence, left)) }
    }
    return header.pin == nil && number == 1 || header.pin == SegmentHeader.Pin(position)
      || header.pin?.number == number - 1 && header.pin?.sequence == position.sequence && position.offset == 0
  }

  /// What is wrong with the hashes of a line; nil when they are right.
  static func deepFailure(_ parts: Framing.Parts, _ line: UnsafeRawBufferPointer) -> Text? {
    guard Digits.hex(SHA256.hash(parts.head)) == parts.hash else { return .wrongHash }
    if parts.isHeader { return nil }
    return Framing.digest(of: parts, in: line) ?? "" == Framing.storedDigest(of: parts) ? nil : .wrongDigest
  }
}

extension ChainWalk {
  enum Verdict {
    case found
    /// The chain has another hash there.
    case other(String)
    case beyond
    case abandoned
    /// The commit lies in a gap that somebody accepted.
    case lost
  }

  /// Whether a restore explains that a head is not in this chain.
  func isAbandoned(_ anchor: Anchor) -> Bool { abandoned.contains { $0.numbers.contains(anchor.sequence) } }

  func judge(_ anchor: Anchor) throws(StoreError) -> Verdict {
    if anchor.sequence == 0 || abandoned.contains(where: { anchor.names($0.head.sequence, $0.head.hash) }) {
      return .found
    }
    if gaps.contains(where: { $0.contains(anchor.sequence) }) { return .lost }
    guard anchor.sequence <= position.sequence else { return isAbandoned(anchor) ? .abandoned : .beyond }
    // A head may also be that of a segment's header, which continues the number before it.
    guard let hash = try ChainLookup.hash(of: anchor.sequence, on: disk) else { return .beyond }
    if anchor.names(anchor.sequence, hash) { return .found }
    for number in try disk.segmentNumbers() {
      guard let line = try FirstLine.read(number, on: disk), line.header?.first == anchor.sequence + 1
      else { continue }
      if line.hash.hasPrefix(anchor.hash) { return .found }
    }
    return isAbandoned(anchor) ? .abandoned : .other(hash)
  }

  /// Goes on behind what was lost, when a later commit says who accepted that; false when none does.
  private mutating func skipGap(from number: Int) throws(StoreError) -> Bool {
    guard let gap = try AcceptedGap.find(after: position.sequence, from: number, on: disk) else { return false }
    guard let resumed = try gap.resumption(from: number, on: disk) else { return false }
    position = resumed
    hasGap = true
    gaps.append(gap.lost)
    notes.append(gap.words)
    return true
  }
}

extension Text {
  fileprivate static let unsound = Text("baris tidak utuh", en: "the line is not whole")
  fileprivate static let brokenLink = Text(
    "baris tidak menyambung ke baris sebelumnya", en: "the line does not follow the one before")
  fileprivate static let wrongHash = Text("hash rantai tidak cocok", en: "the chain hash does not match")
  fileprivate static let wrongDigest = Text(
    "isi simpanan tidak cocok dengan hash-nya", en: "the operations do not match their digest")

  fileprivate static func segmentMissing(_ number: Int) -> Text {
    Text("\(Layout.segment(number)) tidak ada", en: "\(Layout.segment(number)) is missing")
  }
  fileprivate static func shorter(_ count: Int) -> Text {
    Text("berkas kurang \(count) bita", en: "the file is \(count) bytes too short")
  }
  fileprivate static func behindEnd(_ count: Int) -> Text {
    Text("ada \(count) bita di belakang ujung berkas", en: "there are \(count) bytes behind the file's end")
  }
  fileprivate static func leftBehind(_ path: String, _ count: Int) -> Text {
    Text(
      "\(path): \(count) bita simpanan yang terputus masih di belakang ujungnya, juga di quarantine",
      en: "\(path): \(count) bytes of an interrupted save are left behind its end, and in quarantine too")
  }

  fileprivate static func restored(_ header: SegmentHeader, _ left: StoreHead) -> Text {
    let day = Timestamp.text(header.time).prefix(10)
    guard !header.isRepair else {
      return Text(
        "diperbaiki \(day) pada no. \(header.first - 1); yang tidak dapat dibuktikan sesudahnya berakhir di"
          + " \(left.anchor)",
        en: "repaired on \(day) at no. \(header.first - 1); what could not be proved behind it ended at \(left.anchor)"
      )
    }
    return Text(
      "dipulihkan dari cadangan \(day) pada no. \(header.first - 1); riwayat yang ditinggalkan berakhir di"
        + " \(left.anchor)",
      en: "restored from a backup on \(day) at no. \(header.first - 1); the abandoned history ended at \(left.anchor)")
  }
}
