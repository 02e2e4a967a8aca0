/// Letters that may stand for a longer name: `dinkes` for Dinas Kesehatan, `rsud` for Rumah Sakit Umum Daerah.
public struct Abbreviation {
  private let letters: [UInt8]

  public init(_ text: String) { letters = Folding.letters(text) }

  /// Whether the letters are the beginnings of two or more words of a name in their order, or their initials.
  ///
  /// A beginning has two letters or more; words such as `dan` may be passed over.
  public func isShort(for name: String) -> Bool {
    guard letters.count >= 3 else { return false }
    let words = name.split(separator: " ").map { Folding.letters(String($0)) }
    return areInitials(of: words) || isComposed(letters[...], of: words[...], used: 0)
  }

  private func areInitials(of words: [[UInt8]]) -> Bool {
    var rest = letters[...]
    for word in words where word.first == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  private func isComposed(_ rest: ArraySlice<UInt8>, of words: ArraySlice<[UInt8]>, used: Int) -> Bool {
    if rest.isEmpty { return used >= 2 }
    guard let word = words.first else { return false }
    let common = zip(rest, word).prefix { $0 == $1 }.count
    let beginnings = stride(from: common, to: 1, by: -1)
    return beginnings.contains { isComposed(rest.dropFirst($0), of: words.dropFirst(), used: used + 1) }
      || isComposed(rest, of: words.dropFirst(), used: used)
  }
}
