import Glibc

/// Looks for some bytes in many: Horspool's method, which skips most of the text.
struct ByteSearch {
  private let needle: [UInt8]
  /// How far to go on, by the byte that stands under the needle's last one.
  private let steps: [Int]

  init(_ needle: [UInt8]) {
    var steps = [Int](repeating: needle.count, count: 256)
    for (index, byte) in needle.dropLast().enumerated() { steps[Int(byte)] = needle.count - 1 - index }
    self.needle = needle
    self.steps = steps
  }

  /// The first place of the needle; nil when it does not occur.
  func first(in bytes: UnsafeRawBufferPointer, from start: Int = 0) -> Int? {
    guard let base = bytes.baseAddress, let last = needle.last else { return nil }
    return steps.withUnsafeBufferPointer { steps in
      needle.withUnsafeBytes { needle in
        let tail = needle.count - 1
        var end = start + tail
        while end < bytes.count {
          // In bounds: `end` is below the count and not below `tail`.
          let byte = base.load(fromByteOffset: end, as: UInt8.self)
          if byte == last, let address = needle.baseAddress, memcmp(base + (end - tail), address, tail) == 0 {
            return end - tail
          }
          end += steps[Int(byte)]
        }
        return nil
      }
    }
  }

  /// The place of the next line feed; nil when there is none.
  static func lineFeed(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard let base = bytes.baseAddress, start < bytes.count, let found = memchr(base + start, 10, bytes.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  /// The place of the last line feed before `end`; nil when there is none.
  static func lastLineFeed(in bytes: UnsafeRawBufferPointer, before end: Int) -> Int? {
    var place = end - 1
    while place >= 0, bytes[place] != 10 { place -= 1 }
    return place >= 0 ? place : nil
  }
}
