import JenjangDomain

/// Counting what can still be read where the chain is broken.
enum Damage {
  /// The number of lines in some bytes that are whole and sound by themselves.
  static func soundLines(_ bytes: [UInt8]) -> Int {
    var count = 0
    forEachLine(bytes) { parts in
      if parts != nil { count += 1 }
      return true
    }
    return count
  }

  static func holdsSoundLine(_ bytes: [UInt8]) -> Bool { soundLines(bytes) > 0 }

  /// Whether these are whole lines, each linked to the one before, the last of them with this hash.
  static func isChain(_ bytes: [UInt8], endingWith hash: String) -> Bool {
    guard bytes.last == 10 else { return false }
    var last: String?
    var isWhole = true
    forEachLine(bytes) { parts in
      guard let parts, last == nil || parts.previous == last else {
        isWhole = false
        return false
      }
      last = parts.hash
      return true
    }
    return isWhole && last == hash
  }

  /// Hands out the lines that end in a line feed, nil for one that is not sound, until `body` says no.
  static func forEachLine(_ bytes: [UInt8], _ body: (Framing.Parts?) -> Bool) {
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while let end = ByteSearch.lineFeed(in: buffer, from: start) {
        guard body(Framing.parts(UnsafeRawBufferPointer(rebasing: buffer[start..<end]))) else { return }
        start = end + 1
      }
    }
  }
}

extension Store {
  /// Says where the journal is not what was written; nothing is saved from then on.
  func reportDamage(_ head: Head, _ stop: Replay.Stop) throws(StoreError) {
    isDamaged = true
    if try leadsElsewhere() { return becomeReadOnly(.forked) }
    let rest = try restOfSegment()
    if rest.isEmpty || stop == .missing, let last = try endOfMissingSegments() {
      let isHere = try disk.facts(Layout.segment(position.segment)) != nil
      let file = Layout.segment(isHere ? position.segment + 1 : position.segment)
      return becomeReadOnly(.segmentMissing(file, from: position.sequence + 1, to: last))
    }
    if stop == .end || rest.isEmpty && head.segment == position.segment {
      return becomeReadOnly(.lost(max(1, head.sequence - position.sequence)))
    }
    let line = try lineNumber()
    var following = Damage.soundLines(rest)
    for number in try disk.segmentNumbers() where number > position.segment {
      guard let bytes = try disk.contents(Layout.segment(number)) else { continue }
      following += max(0, Damage.soundLines(bytes) - 1)
    }
    let file = Layout.segment(position.segment)
    becomeReadOnly(.damaged(file, line: line, sequence: position.sequence + 1, following: following))
  }

  /// Whether what follows is sound but of another history: a line with the same predecessor as our last one, a segment
  /// of another store, or one of an earlier epoch.
  private func leadsElsewhere() throws(StoreError) -> Bool {
    if let next = try replay.header(ofSegment: position.segment + 1) {
      if next.store != description.store { return true }
      if let own = try replay.header(ofSegment: position.segment), next.epoch < own.epoch { return true }
    }
    guard let predecessor = try predecessor() else { return false }
    var isFork = false
    Damage.forEachLine(try restOfSegment()) { parts in
      isFork = parts.map { !$0.isHeader && $0.previous == predecessor && $0.hash != position.hash } ?? false
      return false
    }
    return isFork
  }

  /// The hash to which our last line is linked; nil at the beginning.
  private func predecessor() throws(StoreError) -> String? {
    guard try (disk.facts(Layout.segment(position.segment))?.size ?? 0) >= position.offset else { return nil }
    var reader = BackwardReader(disk: disk, end: position)
    guard let line = try reader.next() else { return nil }
    return line.withUnsafeBytes { Framing.parts($0)?.previous }
  }

  /// The last commit of the segments that are missing behind our position; nil when none is missing there.
  private func endOfMissingSegments() throws(StoreError) -> Int? {
    let numbers = try disk.segmentNumbers()
    guard let next = numbers.first(where: { $0 > position.segment }) else {
      return numbers.contains(position.segment) ? nil : try readHead()?.sequence
    }
    guard next > position.segment + 1 || !numbers.contains(position.segment) else { return nil }
    return try replay.header(ofSegment: next).map { $0.first - 1 }
  }

  /// The number of the line at our position.
  private func lineNumber() throws(StoreError) -> Int {
    guard let bytes = try disk.contents(Layout.segment(position.segment)) else { return 1 }
    return bytes.prefix(position.offset).reduce(1) { $1 == 10 ? $0 + 1 : $0 }
  }
}

extension Text {
  fileprivate static func lost(_ count: Int) -> Text {
    Text(
      "\(count) perubahan yang sudah dikonfirmasi tidak ada lagi. Mode baca saja.",
      en: "\(count) acknowledged changes are no longer there. Reading only.")
  }

  fileprivate static func segmentMissing(_ file: String, from first: Int, to last: Int) -> Text {
    Text(
      "\(file) hilang: simpanan \(first) sampai \(max(first, last)) tidak dapat dibaca. Mode baca saja.",
      en: "\(file) is missing: saves \(first) to \(max(first, last)) cannot be read. Reading only.")
  }

  fileprivate static func damaged(_ file: String, line: Int, sequence: Int, following: Int) -> Text {
    Text(
      "Jurnal rusak di \(file) baris \(line) (seq \(sequence)). \(following) perubahan sesudahnya tidak dapat"
        + " dibuktikan. Mode baca saja.",
      en: "The journal is damaged in \(file) line \(line) (seq \(sequence)). \(following) later changes cannot be"
        + " proved. Reading only.")
  }
}
