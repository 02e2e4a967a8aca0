/// How far the journal has been read and believed.
struct Position: Equatable {
  /// The number of a segment, and the bytes of it that have been read.
  var segment: Int
  var offset: Int
  /// The last commit that was read, and the hash of the last line.
  var sequence: Int
  var hash: String

  /// Before the first line of the first segment.
  static let start = Position(segment: 1, offset: 0, sequence: 0, hash: Framing.zeroHash)

  var head: Head { Head(sequence: sequence, segment: segment, offset: offset, hash: hash) }

  /// True when this is at or behind the place of a head.
  func reaches(_ head: Head) -> Bool {
    segment > head.segment || segment == head.segment && offset >= head.offset
  }
}
