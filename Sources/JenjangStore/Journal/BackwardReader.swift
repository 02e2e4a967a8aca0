/// Reads the lines of the journal from its end, in pieces.
struct BackwardReader {
  private let disk: any Disk
  private var segment: Int
  /// Bytes of the segment that have not been read into the buffer.
  private var offset: Int
  /// What was read and not given out, its line feeds included.
  private var buffer: [UInt8] = []
  /// Where the segment before the present one ends.
  private var pin: SegmentHeader.Pin?

  private static let piece = 64 << 10

  init(disk: any Disk, end: Position) {
    self.disk = disk
    segment = end.segment
    offset = end.offset
  }

  /// The line before the last one given, without its line feed; nil at the beginning of the journal.
  mutating func next() throws(StoreError) -> [UInt8]? {
    while true {
      if let line = takeLine() { return line }
      if offset > 0 { try readPiece() } else if !enterPreviousSegment() { return nil }
    }
  }

  /// Nil while the beginning of the last line has not been read.
  private mutating func takeLine() -> [UInt8]? {
    guard !buffer.isEmpty else { return nil }
    let feed = buffer.withUnsafeBytes { ByteSearch.lastLineFeed(in: $0, before: $0.count - 1) }
    guard feed != nil || offset == 0 else { return nil }
    let start = feed.map { $0 + 1 } ?? 0
    let line = Array(buffer[start..<(buffer.count - 1)])
    buffer.removeSubrange(start...)
    if start == 0 { pin = line.withUnsafeBytes { SegmentHeader($0)?.pin } }
    return line
  }

  private mutating func readPiece() throws(StoreError) {
    let path = Layout.segment(segment)
    let file = try disk.open(path, .read)
    defer { disk.close(file) }
    let count = min(offset, max(BackwardReader.piece, buffer.count))
    let piece = try disk.read(file, at: offset - count, count: count)
    guard piece.count == count else { throw .damaged(file: path, line: 1, sequence: 0) }
    buffer.insert(contentsOf: piece, at: 0)
    offset -= count
  }

  private mutating func enterPreviousSegment() -> Bool {
    guard let pin, pin.number == segment - 1 else { return false }
    segment = pin.number
    offset = pin.bytes
    self.pin = nil
    return true
  }
}
