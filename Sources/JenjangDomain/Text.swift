/// The languages of the interface.
///
/// Indonesian comes first everywhere.
public enum Language: String, CaseIterable, Sendable {
  case indonesian = "id"
  case english = "en"
}

/// A phrase in both languages, written where it is used.
public struct Text: Sendable, Hashable {
  public let indonesian: String
  public let english: String

  public init(_ indonesian: String, en english: String) {
    self.indonesian = indonesian
    self.english = english
  }

  /// A phrase that is the same in both languages: a name, a number, text a user typed.
  public static func verbatim(_ text: String) -> Text { Text(text, en: text) }

  public subscript(language: Language) -> String { language == .indonesian ? indonesian : english }
}
