/// For each letter, and for each pair of letters side by side, the names that have it, and those in which it begins a word.
///
/// One bit for each name in each set: 190 bytes a name, mostly zeros, in the mapped index only. A question of one or two
/// letters is answered by a set as it stands; of a longer one few names are left to be read.
struct NameMarks {
  /// `a` to `z`, and all others together.
  private static let classes = 27
  private static let pairs = classes * classes
  private static let sets = 2 * (classes + pairs) + 1

  private var words = Column<UInt64>()
  /// Words of each set.
  private var stride = 0

  init() {}

  /// Empty sets of so many names; nil without memory to keep them in.
  init?(names: Int, memory: (any ColumnMemory)?) {
    guard let memory else { return nil }
    stride = (names + 63) / 64
    words = Column(zeros: NameMarks.sets * stride, name: "names.marks", memory: memory)
  }

  /// Takes over what an index keeps; nil when it is not of so many names.
  init?(_ section: ColumnSection?, names: Int, keeper: AnyObject) {
    stride = (names + 63) / 64
    guard let words = Column<UInt64>(section, keeper: keeper), words.count == NameMarks.sets * stride else {
      return nil
    }
    self.words = words
  }

  var isEmpty: Bool { words.count == 0 }
  var section: ColumnSection { words.section("names.marks") }

  static func isLetter(_ byte: UInt8) -> Bool { byte &- 0x61 < 26 }
  private static func place(_ byte: UInt8) -> Int { isLetter(byte) ? Int(byte - 0x61) : 26 }

  private static func single(_ byte: UInt8, begins: Bool) -> Int { place(byte) + (begins ? classes : 0) }

  private static func pair(_ first: UInt8, _ second: UInt8, begins: Bool) -> Int {
    2 * classes + (begins ? pairs : 0) + place(first) * classes + place(second)
  }

  private func words(of index: Int) -> UnsafeBufferPointer<UInt64> {
    // There are `sets` times `stride` words, and index is below `sets`.
    UnsafeBufferPointer(rebasing: words.values[index * stride..<(index + 1) * stride])
  }

  /// Notes a name that has been folded; `begins` says of each of its bytes whether it begins a word.
  @inline(__always)
  func add(_ name: Int, _ bytes: UnsafeBufferPointer<UInt8>, begins: (Int) -> Bool) {
    precondition(name >= 0 && name >> 6 < stride, "no such name")
    // The first word of each set that has this name's bit; indices are below `sets`.
    let first = words.base + name >> 6
    let bit: UInt64 = 1 << UInt64(name & 63)
    func mark(_ index: Int) { first[index * stride] |= bit }
    for index in bytes.indices {
      let begins = begins(index)
      mark(Self.single(bytes[index], begins: false))
      if begins { mark(Self.single(bytes[index], begins: true)) }
      guard index + 1 < bytes.count else { continue }
      mark(Self.pair(bytes[index], bytes[index + 1], begins: false))
      if begins { mark(Self.pair(bytes[index], bytes[index + 1], begins: true)) }
    }
    if bytes.count <= 2 { mark(NameMarks.sets - 1) }
  }

  /// Names of at most two letters.
  var short: UnsafeBufferPointer<UInt64> { words(of: NameMarks.sets - 1) }

  /// Names that have all pairs of `wanted`, or its only letter: those that contain it are among them.
  func candidates(_ wanted: [UInt8]) -> PlaceSet {
    guard wanted.count > 1 else { return PlaceSet(words(of: Self.single(wanted.first ?? 0, begins: false))) }
    var result = PlaceSet(words(of: Self.pair(wanted[0], wanted[1], begins: false)))
    for index in 1..<wanted.count - 1 {
      result.keep(words(of: Self.pair(wanted[index], wanted[index + 1], begins: false)))
    }
    return result
  }

  /// Names in which the first two letters of `wanted` begin a word.
  func beginners(_ wanted: [UInt8]) -> PlaceSet {
    guard wanted.count > 1 else { return PlaceSet(words(of: Self.single(wanted.first ?? 0, begins: true))) }
    return PlaceSet(words(of: Self.pair(wanted[0], wanted[1], begins: true)))
  }
}
