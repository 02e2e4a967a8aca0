import JenjangDomain

/// The kind of records that the headings of a file fit, where they hardly fit the kind it is read as.
public struct LikelierKind: Sendable {
  public let kind: String
  public let plural: Text
  /// How many of the file's headings are known for it.
  public let known: Int
}

extension LikelierKind {
  /// Nil while at least half of the headings are known, or no other kind knows more of them.
  init?(than beginning: FileBeginning, of kind: String, _ reader: CSVReader, in book: Book) {
    guard beginning.recognised * 2 < beginning.mapping.headers.count else { return nil }
    var best: LikelierKind?
    for type in book.types where type.isImported && type.kind.name != kind {
      let matcher = HeaderMatcher(ImportTarget.all(for: type.kind.name, in: book))
      let known = FileBeginning.likeliest(of: reader, matcher, nil, nil)?.recognised ?? 0
      guard known > best?.known ?? beginning.recognised else { continue }
      best = LikelierKind(kind: type.kind.name, plural: type.kind.plural, known: known)
    }
    guard let best else { return nil }
    self = best
  }
}

extension Text {
  /// That the file seems to be of another kind.
  public static func fitsBetter(_ likelier: LikelierKind, of headings: Int) -> Text {
    Text(
      "Lebih cocok: \(likelier.plural.indonesian), \(likelier.known) dari \(headings) judul dikenal",
      en: "Fits better: \(likelier.plural.english), \(likelier.known) of \(headings) headings known")
  }
}
