/// What was typed to find somebody, for texts that lie in no column yet: they fit as they do in `Query.search`.
public struct TypedName {
  private let letters: [UInt8]

  public init(_ text: String) { letters = Folding.letters(text) }

  /// Whether a name contains the letters that were typed, or a number the digits; any text does when nothing was.
  public func fits(_ text: UnsafeRawBufferPointer) -> Bool {
    if letters.isEmpty { return true }
    // There are never more letters than bytes.
    return withUnsafeTemporaryAllocation(byteCount: text.count, alignment: 1) { folded in
      var count = 0
      Folding.letters(text) { byte, _ in
        folded[count] = byte
        count += 1
      }
      return UnsafeRawBufferPointer(rebasing: folded[..<count]).contains(letters)
    }
  }
}
