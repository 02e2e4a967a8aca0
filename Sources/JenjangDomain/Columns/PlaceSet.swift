/// A set of places below a number, one bit each.
struct PlaceSet {
  private(set) var words: [UInt64]

  init(count: Int) { words = [UInt64](repeating: 0, count: (count + 63) / 64) }
  init(_ words: UnsafeBufferPointer<UInt64>) { self.words = Array(words) }

  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// A place outside is not in it, and cannot be put in.
  func contains(_ place: Int) -> Bool {
    guard place >= 0, place >> 6 < words.count else { return false }
    return words[place >> 6] >> UInt64(place & 63) & 1 == 1
  }

  mutating func insert(_ place: Int) {
    guard place >= 0, place >> 6 < words.count else { return }
    words[place >> 6] |= 1 << UInt64(place & 63)
  }

  mutating func remove(_ place: Int) {
    guard place >= 0, place >> 6 < words.count else { return }
    words[place >> 6] &= ~(1 << UInt64(place & 63))
  }

  /// Keeps what the other has too; both are of the same places.
  mutating func keep(_ other: UnsafeBufferPointer<UInt64>) {
    for index in words.indices { words[index] &= index < other.count ? other[index] : 0 }
  }

  mutating func add(_ other: PlaceSet) {
    for index in words.indices where index < other.words.count { words[index] |= other.words[index] }
  }

  mutating func take(away other: PlaceSet) {
    for index in words.indices where index < other.words.count { words[index] &= ~other.words[index] }
  }

  /// Every place, ascending.
  @inline(__always)
  func visit(_ body: (Int) -> Void) {
    for index in words.indices {
      var word = words[index]
      while word != 0 {
        body(index << 6 | word.trailingZeroBitCount)
        word &= word - 1
      }
    }
  }
}
