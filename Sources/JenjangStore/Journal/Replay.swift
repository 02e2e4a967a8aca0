import JenjangDomain

/// Reads the journal forwards and believes each line only when its checksum, number and link are right.
struct Replay {
  let disk: any Disk
  let store: RecordID
  /// How the records of earlier versions are read.
  var upcasts = Upcasts.catalog

  /// Why reading stopped.
  enum Stop: Equatable {
    /// Everything up to the end, or up to the head that was asked for.
    case end
    /// The bytes behind the position are not the next line. `isLast` when no later segment exists.
    case unsound(isLast: Bool)
    /// The segment of the position does not exist.
    case missing
  }

  /// Reads from a position to the end of the journal, or not further than a head or the commit `last`; moves the
  /// position on.
  func run(
    _ position: inout Position, upTo head: Head? = nil, last: Int = .max, _ apply: (Commit) throws(StoreError) -> Void
  ) throws(StoreError) -> Stop {
    if position.offset == 0 {
      guard let header = try header(of: position.segment) else { return .missing }
      guard enter(header, &position) else { return .unsound(isLast: true) }
    }
    while true {
      if let head, position.reaches(head) { return .end }
      let next = try header(of: position.segment + 1)
      // Where the next one's header is damaged, the lines of this one prove themselves as far as they go.
      let limit = next?.header.map { $0.pin?.bytes ?? 0 } ?? Int.max
      let end = head.map { $0.segment == position.segment ? min(limit, $0.offset) : limit } ?? limit
      // A segment of which nothing more is wanted need not be there: a snapshot may have read it in better days.
      let rest = position.offset < end || next == nil ? try bytes(from: position, to: end) : []
      guard let bytes = rest else { return .missing }
      let isThere = next == nil ? try reaches(position) : true
      guard StoreRule.segmentLength.holds(isThere) else { return .unsound(isLast: false) }
      guard try scan(bytes, last, &position, apply) else { return .unsound(isLast: next == nil) }
      if let head, position.reaches(head) { return .end }
      if position.sequence >= last { return .end }
      guard let next else { return .end }
      guard StoreRule.pin.holds(next.header?.pin == SegmentHeader.Pin(position)) else { return .unsound(isLast: false) }
      var entered = position
      entered.segment += 1
      entered.offset = 0
      guard enter(next, &entered) else { return .unsound(isLast: false) }
      position = entered
    }
  }

  /// True when the segment of a position that a snapshot names is of this store and holds that position.
  func begins(at position: Position) throws(StoreError) -> Bool {
    guard position.offset > 0 else { return true }
    guard let header = try header(ofSegment: position.segment) else { return true }
    return StoreRule.snapshotPlace.holds(
      header.store == store && header.number == position.segment && header.first <= position.sequence + 1)
  }

  /// The header of a segment; nil when it is missing or its first line is not sound.
  func header(ofSegment number: Int) throws(StoreError) -> SegmentHeader? { try header(of: number)?.header }

  /// Nil when there is no such segment.
  private func header(of number: Int) throws(StoreError) -> FirstLine? { try FirstLine.read(number, on: disk) }

  /// Moves a position at the beginning of a segment behind its header; false when that header belongs elsewhere.
  private func enter(_ line: FirstLine, _ position: inout Position) -> Bool {
    guard let header = line.header, StoreRule.headerStore.holds(header.store == store),
      StoreRule.headerNumber.holds(header.number == position.segment),
      StoreRule.headerFirst.holds(header.first == position.sequence + 1),
      StoreRule.link.holds(header.previous == position.hash)
    else { return false }
    position.offset = line.length
    position.hash = line.hash
    return true
  }

  /// Whether the segment of a position is as long as it was when that was read.
  private func reaches(_ position: Position) throws(StoreError) -> Bool {
    try disk.facts(Layout.segment(position.segment)).map { $0.size >= position.offset } ?? true
  }

  /// Nil when there is no such segment.
  private func bytes(from position: Position, to end: Int) throws(StoreError) -> [UInt8]? {
    let path = Layout.segment(position.segment)
    guard let facts = try disk.facts(path) else { return nil }
    let count = min(end, facts.size) - position.offset
    guard count > 0 else { return [] }
    let file = try disk.open(path, .read)
    defer { disk.close(file) }
    return try disk.read(file, at: position.offset, count: count)
  }

  /// Reads whole lines from a buffer that begins at the position; false at the first that is not the next one.
  private func scan(
    _ bytes: [UInt8], _ last: Int, _ position: inout Position, _ apply: (Commit) throws(StoreError) -> Void
  ) throws(StoreError) -> Bool {
    var start = 0
    while start < bytes.count, position.sequence < last {
      guard let (commit, end, hash) = commit(in: bytes, at: start, after: position) else { return false }
      try apply(commit)
      position.offset += end - start
      position.sequence = commit.sequence
      position.hash = hash
      start = end
    }
    return true
  }

  /// The commit whose line begins at `start`, where the next begins, and its hash; nil unless it follows `position`.
  private func commit(in bytes: [UInt8], at start: Int, after position: Position) -> (Commit, Int, String)? {
    bytes.withUnsafeBytes { buffer in
      guard let end = ByteSearch.lineFeed(in: buffer, from: start) else { return nil }
      let line = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
      guard let parts = Framing.parts(line), !parts.isHeader,
        StoreRule.nextNumber.holds(parts.sequence == position.sequence + 1),
        StoreRule.link.holds(parts.previous == position.hash), let commit = Commit(line: line, upcasts)
      else { return nil }
      return (commit, end + 1, parts.hash)
    }
  }
}

extension SegmentHeader.Pin {
  init(_ position: Position) {
    self.init(number: position.segment, bytes: position.offset, sequence: position.sequence)
  }
}
