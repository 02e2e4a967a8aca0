/// What stands for a character that the terminal may not show: a line drawing character of its own, or ASCII.
public enum Glyphs {
  /// Set in a scalar: its low byte names a character of the terminal's line drawing set.
  static let acs: UInt32 = 0x8000_0000

  /// A scalar as a glyph set can show it; always of the same width, or narrower.
  public static func map(_ scalar: UInt32, to glyphs: GlyphSet) -> UInt32 {
    if scalar < 0x80 || glyphs == .unicode { return scalar }
    if glyphs == .acs, let letter = lineDrawing(scalar) { return acs | UInt32(letter) }
    return UInt32(ascii(scalar))
  }

  /// True for roles of bars, where U+258C is half a block; elsewhere it marks the current row.
  static func isBar(_ role: UInt8) -> Bool {
    role == Role.bar.rawValue || role >= Role.chartFirst.rawValue
  }

  /// The letter of the VT100's line drawing set.
  private static func lineDrawing(_ scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x2500, 0x2501, 0x2550: UInt8(ascii: "q")
    case 0x2502, 0x2503, 0x2551: UInt8(ascii: "x")
    case 0x250C, 0x250F, 0x2554, 0x256D: UInt8(ascii: "l")
    case 0x2510, 0x2513, 0x2557, 0x256E: UInt8(ascii: "k")
    case 0x2514, 0x2517, 0x255A, 0x2570: UInt8(ascii: "m")
    case 0x2518, 0x251B, 0x255D, 0x256F: UInt8(ascii: "j")
    case 0x251C: UInt8(ascii: "t")
    case 0x2524: UInt8(ascii: "u")
    case 0x252C: UInt8(ascii: "w")
    case 0x2534: UInt8(ascii: "v")
    case 0x253C: UInt8(ascii: "n")
    case 0x2592: UInt8(ascii: "a")
    case 0x00B0: UInt8(ascii: "f")
    case 0x00B1: UInt8(ascii: "g")
    case 0x00B7: UInt8(ascii: "~")
    default: nil
    }
  }

  /// One ASCII character that says nearly the same.
  static func ascii(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0..<0x80: UInt8(scalar)
    case 0xA0..<0x180: letters.utf8Start[Int(scalar) - 0xA0]
    case 0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x2550, 0x2574, 0x2576: UInt8(ascii: "-")
    case 0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x2551, 0x2575, 0x2577: UInt8(ascii: "|")
    case 0x250C...0x254B, 0x2552...0x2570: UInt8(ascii: "+")
    case 0x2580...0x259F: block(scalar)
    case 0x2010...0x2015, 0x2212: UInt8(ascii: "-")
    case 0x2018, 0x2019, 0x201A, 0x2032, 0x02BC, 0x02BB: UInt8(ascii: "'")
    case 0x201C, 0x201D, 0x201E, 0x2033: UInt8(ascii: "\"")
    case 0x2022, 0x25CF, 0x25E6, 0x2219: UInt8(ascii: "*")
    case 0x25CB: UInt8(ascii: "o")
    case 0x2026: UInt8(ascii: "~")
    case 0x2039, 0x2190, 0x25C0, 0x25C2, 0x276E: UInt8(ascii: "<")
    case 0x203A, 0x2192, 0x25B6, 0x25B8, 0x276F: UInt8(ascii: ">")
    case 0x2191, 0x25B2, 0x25B4: UInt8(ascii: "^")
    case 0x2193, 0x25BC, 0x25BE, 0x2713, 0x2714: UInt8(ascii: "v")
    case 0x2715...0x2718: UInt8(ascii: "x")
    case 0x2605, 0x2606: UInt8(ascii: "*")
    case 0x2000...0x200A, 0x202F, 0x3000: UInt8(ascii: " ")
    case 0x20AC: UInt8(ascii: "E")
    default: wideLetter(scalar)
    }
  }

  /// Bars keep their length: what is at least half full is `#`, less is a blank; heights become digits.
  private static func block(_ scalar: UInt32) -> UInt8 {
    switch scalar {
    case 0x2581...0x2587: UInt8(ascii: "1") + UInt8(scalar - 0x2581)
    case 0x258C: UInt8(ascii: ">")
    case 0x258D...0x258F, 0x2594, 0x2595: UInt8(ascii: " ")
    case 0x2591: UInt8(ascii: ".")
    case 0x2592: UInt8(ascii: ":")
    default: UInt8(ascii: "#")
    }
  }

  /// The letters of names with more than one diacritic, as in Vietnamese and in transliteration.
  private static func wideLetter(_ scalar: UInt32) -> UInt8 {
    if 0xFF01...0xFF5E ~= scalar { return UInt8(scalar - 0xFF01 + 0x21) }
    guard 0x180..<0x250 ~= scalar || 0x1E00..<0x1F00 ~= scalar,
      let name = Unicode.Scalar(scalar)?.properties.name
    else { return UInt8(ascii: "?") }
    // Such as LATIN SMALL LETTER A WITH DOT BELOW.
    let words = name.split(separator: " ")
    guard words.count > 3, words[0] == "LATIN", words[3].utf8.count == 1, let letter = words[3].utf8.first else {
      return UInt8(ascii: "?")
    }
    return words[1] == "SMALL" ? letter + 0x20 : letter
  }

  /// U+00A0 to U+017F.
  private static let letters: StaticString =
    """
     !cL$Y|S"ca<--R-o+23'uP.,1o>123?AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty\
    AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLlNnNnNnnNnOoOoOoOoRrRrRrSsSsSsSs\
    TtTtTtUuUuUuUuUuUuWwYyYZzZzZzs
    """
}
