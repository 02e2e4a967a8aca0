/// The first line of a segment: its header if it is sound, its hash and its length.
struct FirstLine {
  var header: SegmentHeader?
  var hash = ""
  var length = 0

  /// Nil when there is no such segment.
  static func read(_ number: Int, on disk: any Disk) throws(StoreError) -> FirstLine? {
    let path = Layout.segment(number)
    guard try disk.facts(path) != nil else { return nil }
    let file = try disk.open(path, .read)
    defer { disk.close(file) }
    let bytes = try disk.read(file, at: 0, count: 2_048)
    return bytes.withUnsafeBytes { buffer in
      guard let end = ByteSearch.lineFeed(in: buffer, from: 0) else { return FirstLine() }
      let line = UnsafeRawBufferPointer(rebasing: buffer[..<end])
      guard let parts = Framing.parts(line), parts.isHeader, let header = SegmentHeader(line),
        header.previous == parts.previous
      else { return FirstLine() }
      return FirstLine(header: header, hash: parts.hash, length: end + 1)
    }
  }
}
