import JenjangDomain

/// Counting what can still be read where the chain is broken.
enum Damage {
  /// The number of lines in some bytes that are whole and sound by themselves.
  static func soundLines(_ bytes: [UInt8]) -> Int {
    bytes.withUnsafeBytes { buffer in
      var count = 0
      var start = 0
      while let end = ByteSearch.lineFeed(in: buffer, from: start) {
        if Framing.parts(UnsafeRawBufferPointer(rebasing: buffer[start..<end])) != nil { count += 1 }
        start = end + 1
      }
      return count
    }
  }

  static func holdsSoundLine(_ bytes: [UInt8]) -> Bool { soundLines(bytes) > 0 }
}

extension Store {
  /// Says where the journal is not what was written; nothing is saved from then on.
  func reportDamage(_ head: Head, _ stop: Replay.Stop) throws(StoreError) {
    let rest = try restOfSegment()
    if stop == .end || rest.isEmpty && head.segment == position.segment {
      return becomeReadOnly(.lost(max(1, head.sequence - position.sequence)))
    }
    let line = try lineNumber()
    var following = Damage.soundLines(rest)
    for name in try disk.list(Layout.journal) {
      guard let number = Layout.segmentNumber(name), number > position.segment,
        let bytes = try disk.contents(Layout.segment(number))
      else { continue }
      following += max(0, Damage.soundLines(bytes) - 1)
    }
    let file = Layout.segment(position.segment)
    becomeReadOnly(.damaged(file, line: line, sequence: position.sequence + 1, following: following))
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

  fileprivate static func damaged(_ file: String, line: Int, sequence: Int, following: Int) -> Text {
    Text(
      "Jurnal rusak di \(file) baris \(line) (seq \(sequence)). \(following) perubahan sesudahnya tidak dapat"
        + " dibuktikan. Mode baca saja.",
      en: "The journal is damaged in \(file) line \(line) (seq \(sequence)). \(following) later changes cannot be"
        + " proved. Reading only.")
  }
}
