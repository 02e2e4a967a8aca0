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
    let words = title.lowercased().split { !$0.isLetter }.map(String.init)
    return levels.first { level in
      words.count > level.words.count && level.words == words.suffix(level.words.count)
    }?.kind
  }

  private static let levels: [(words: [String], kind: PositionKind)] = [
    (["ahli", "pertama"], .expert1), (["ahli", "muda"], .expert2), (["ahli", "madya"], .expert3),
    (["ahli", "utama"], .expert4), (["pemula"], .skilled1), (["terampil"], .skilled2), (["mahir"], .skilled3),
    (["penyelia"], .skilled4),
  ]
}
