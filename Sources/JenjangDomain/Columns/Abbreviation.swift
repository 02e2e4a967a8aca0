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
    return areInitials(of: words) || isComposed(of: words)
  }

  private func areInitials(of words: [[UInt8]]) -> Bool {
    var rest = letters[...]
    for word in words where word.first == rest.first { rest = rest.dropFirst() }
    return rest.isEmpty
  }

  /// Goes through the words once with every number of letters that those before may have given.
  private func isComposed(of words: [[UInt8]]) -> Bool {
    // The most words, counted up to two, that give so many of the letters; nil where none do.
    var used = [Int?](repeating: nil, count: letters.count + 1)
    used[0] = 0
    for word in words where word.count >= 2 {
      for start in used.indices.reversed() {
        guard let before = used[start] else { continue }
        let common = zip(letters[start...], word).prefix { $0 == $1 }.count
        for length in 2..<max(2, common + 1) {
          used[start + length] = max(used[start + length] ?? 0, min(2, before + 1))
        }
      }
    }
    return used[letters.count] == 2
  }
}
