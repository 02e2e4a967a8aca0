extension Finding {
  /// A condition that is met, is not, or cannot be judged while that is nil.
  public init<Value>(
    _ rule: String, _ condition: Text, isMet: Bool?, found: Text? = nil, needed: Text? = nil, by used: InForce<Value>
  ) {
    self.init(rule, condition, Status(isMet), found: found, needed: needed, by: used)
  }
}

extension Decimal {
  /// With a comma in Indonesian and a point in English.
  public var words: Text { Text(text.replacing(".", with: ","), en: text) }
}

extension Text {
  /// Phrases as a list; nil when there are none.
  public static func list(_ texts: [Text], separator: Text = .verbatim(", ")) -> Text? {
    guard !texts.isEmpty else { return nil }
    return Text(
      texts.map(\.indonesian).joined(separator: separator.indonesian),
      en: texts.map(\.english).joined(separator: separator.english))
  }
}
