import JenjangDomain

/// Finds the hash of a commit by its number, reading one segment.
enum ChainLookup {
  /// Nil when the journal does not reach so far, or not so far back.
  static func hash(of sequence: Int, on disk: any Disk) throws(StoreError) -> String? {
    let numbers = try disk.segmentNumbers()
    for number in numbers.reversed() {
      guard let header = try header(of: number, on: disk), header.first <= sequence else { continue }
      let bytes = try disk.contents(Layout.segment(number)) ?? []
      return bytes.withUnsafeBytes { line(of: sequence, in: $0) }
    }
    return nil
  }

  /// The header of a segment; nil when there is none that is sound.
  static func header(of number: Int, on disk: any Disk) throws(StoreError) -> SegmentHeader? {
    try FirstLine.read(number, on: disk)?.header
  }

  private static func line(of sequence: Int, in bytes: UnsafeRawBufferPointer) -> String? {
    let search = ByteSearch(Array("{\"k\":\"c\",\"seq\":\(sequence),".utf8))
    guard let start = search.first(in: bytes), let end = ByteSearch.lineFeed(in: bytes, from: start) else { return nil }
    let parts = Framing.parts(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
    return parts.flatMap { $0.sequence == sequence ? $0.hash : nil }
  }
}
