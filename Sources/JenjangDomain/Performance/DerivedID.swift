extension RecordID {
  /// An identity that follows from other ones and a number, so that what two people make at once is made once.
  ///
  /// It lies near `self` in the order of identities.
  func derived(from other: RecordID, _ number: UInt64) -> RecordID {
    var mixed = SeededRandom(seed: high ^ other.low &* 0x9E37_79B9_7F4A_7C15)
    var second = SeededRandom(seed: mixed.next() ^ low ^ other.high &+ number &* 0xBF58_476D_1CE4_E5B9)
    return RecordID(high: high & ~0xFFFF | second.next() & 0xFFFF, low: second.next())
  }
}
