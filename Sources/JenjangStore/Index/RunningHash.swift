/// The hash of bytes that somebody walks over, taken behind them while they are still near the processor.
struct RunningHash {
  private let bytes: UnsafeRawBufferPointer
  private var hash = XXH64()
  private var walked = 0
  private var taken = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// So many bytes more have been walked over; all together they are at most those there are.
  mutating func advance(_ count: Int) {
    walked += count
    // Whole stripes need not be put together from two pieces.
    take(upTo: walked & ~31)
  }

  private mutating func take(upTo end: Int) {
    hash.update(UnsafeRawBufferPointer(rebasing: bytes[taken..<end]))
    taken = end
  }

  /// The hash of all bytes.
  var value: UInt64 {
    var whole = self
    whole.take(upTo: bytes.count)
    return whole.hash.value
  }
}
