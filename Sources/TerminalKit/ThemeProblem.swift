import JSONText

/// Why a theme cannot be used.
public enum ThemeProblem: Error, Sendable, Equatable {
  /// No theme of this name was found.
  case missing(id: String)
  /// A name is 1 to 32 small letters, digits and hyphens.
  case badName(String)
  /// Longer than 64 KiB.
  case tooLarge
  case notJSON(JSONError)
  /// A part that must be something else, such as an object; its path.
  case wrongShape(String)
  /// Written for a newer program.
  case unknownSchema
  /// A colour that is no colour: the entry of the palette and its text.
  case badColor(String, String)
  /// A role names a colour that no palette has.
  case unknownColor(role: String, name: String)
  /// It extends itself, by way of these.
  case circular([String])
  /// Text and background are the same.
  case invisible(role: String, tier: Tier)
}

/// What may be wrong with a theme that can be used.
public enum ThemeWarning: Sendable, Equatable {
  /// A key that means nothing.
  case unknownKey(String)
  /// A role that does not exist.
  case unknownRole(String)
  case unknownAttribute(String)
  /// Text that is hard to read; the contrast in tenths.
  case lowContrast(role: String, tier: Tier, tenths: Int)
}
