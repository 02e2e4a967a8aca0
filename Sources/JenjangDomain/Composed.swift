extension String {
  /// The same text in its composed form (NFC): one spelling for what is the same to a reader.
  ///
  /// A letter with an accent reaches us as one scalar from most keyboards, and as a letter and an accent from a file or
  /// a clipboard of another system; kept as they come, the two would never be found by each other, compared byte by
  /// byte. What people give is composed where it comes in, and what the store holds is never changed.
  ///
  /// The standard library composes for its own comparison, without Foundation; a test holds it against the published
  /// examples.
  public var composed: String {
    // All that lies below U+0300 stands for itself.
    utf8.contains { $0 >= 0xCC } ? String(decoding: _nfcCodeUnits, as: UTF8.self) : self
  }
}
