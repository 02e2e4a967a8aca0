extension PositionKind {
  /// The kind that an echelon names, or else the level at the end of a functional post's name: `Perawat Ahli Muda`.
  ///
  /// Nil where neither says it: what else a post is called differs from office to office. Sources: domain reference
  /// 1.6, the echelons and the levels of functional posts.
  public init?(title: String?, echelon: Echelon?) {
    let named = Self.allCases.filter { kind in echelon.map { kind.echelons.contains($0) } ?? false }
    if let kind = named.count == 1 ? named[0] : title.flatMap(Self.level) {
      self = kind
    } else {
      return nil
    }
  }

  private static func level(in title: String) -> PositionKind? {
    let words = words(of: title)
    return allCases.first { kind in
      guard let level = kind.level.map({ Self.words(of: $0) }) else { return false }
      return words.count > level.count && words.suffix(level.count) == level[...]
    }
  }

  private static func words(of text: String) -> [String] { text.lowercased().split { !$0.isLetter }.map(String.init) }
}
