/// The columns that text takes on the screen.
///
/// What `Frame.put` draws and what this counts come from the same `GlyphStream`, so they always agree.
public enum Width {
  /// The columns of one scalar alone: 0 for what is not drawn or is drawn over its neighbour.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    var stream = GlyphStream()
    if case .glyph(_, let width) = stream.step(scalar.value) { return width }
    return 0
  }

  /// The columns of a text.
  public static func of(_ text: String) -> Int {
    var text = text
    return text.withUTF8 { bytes in
      var stream = GlyphStream()
      var index = 0
      var columns = 0
      while index < bytes.count {
        if case .glyph(_, let width) = stream.step(GlyphStream.decode(bytes, &index)) { columns += width }
      }
      return columns
    }
  }

  /// The text cut to so many columns, the last one an ellipsis where it was cut.
  public static func clip(_ text: String, to columns: Int) -> String {
    guard of(text) > columns else { return text }
    guard columns > 0 else { return "" }
    var stream = GlyphStream()
    var used = 0
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if case .glyph(_, let width) = stream.step(scalar.value) {
        guard used + width < columns else { break }
        used += width
      }
      kept.append(scalar)
    }
    return String(kept) + "…"
  }

  /// The text clipped or filled with blanks to exactly so many columns.
  public static func pad(_ text: String, to columns: Int, right: Bool = false) -> String {
    let text = clip(text, to: columns)
    let blanks = String(repeating: " ", count: max(0, columns - of(text)))
    return right ? blanks + text : text + blanks
  }
}

/// Says for each scalar of a text what it does to the screen.
///
/// Terminals disagree on emoji sequences, so only the first scalar of one is drawn: no joined tail, no skin tone,
/// no variation selector. Flags stand as two letters.
struct GlyphStream {
  enum Step {
    /// A character of one or two columns.
    case glyph(UInt32, Int)
    /// A combining mark on the character before.
    case mark(UInt32)
    /// Left out: controls, bidirectional overrides, zero-width controls.
    case nothing
  }

  private var isAfterWide = false
  private var isJoining = false

  @inline(__always)
  mutating func step(_ scalar: UInt32) -> Step {
    if scalar < 0x300 { return latin(scalar) }
    return other(scalar)
  }

  @inline(__always)
  private mutating func latin(_ scalar: UInt32) -> Step {
    isAfterWide = false
    isJoining = false
    if scalar &- 0x20 < 0x5F { return .glyph(scalar, 1) }
    if scalar >= 0xA0, scalar != 0xAD { return .glyph(scalar, 1) }
    return scalar == 0x09 || scalar == 0x0A ? .glyph(0x20, 1) : .nothing
  }

  private mutating func other(_ scalar: UInt32) -> Step {
    if Self.isLeftOut(scalar) {
      if scalar == 0x200D { isJoining = isAfterWide }
      return .nothing
    }
    let width = WidthTable.lookUp(scalar)
    if width == 0 { return .mark(scalar) }
    if width == WidthTable.unassigned {
      isAfterWide = false
      return .glyph(0xFFFD, 1)
    }
    let isTail = isJoining || (isAfterWide && 0x1F3FB...0x1F3FF ~= scalar)
    isJoining = false
    if isTail, Self.isPictograph(scalar) { return .nothing }
    isAfterWide = width == 2
    return .glyph(scalar, Int(width))
  }

  private static func isPictograph(_ scalar: UInt32) -> Bool {
    scalar >= 0x1F000 || 0x2600...0x27BF ~= scalar || 0x2190...0x21FF ~= scalar || 0x2B00...0x2BFF ~= scalar
  }

  /// Zero-width controls, bidirectional controls, variation selectors, tags.
  private static func isLeftOut(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x061C, 0x180B...0x180F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
      0xFFF9...0xFFFB, 0x1D173...0x1D17A, 0xE0000...0xE0FFF:
      true
    default: false
    }
  }

  /// The scalar at `index`, which moves behind it.
  ///
  /// The bytes of a `String` are valid UTF-8, so nothing is checked again.
  @inline(__always)
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int) -> UInt32 {
    let first = UInt32(bytes[index])
    index += 1
    if first < 0x80 { return first }
    let count = first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
    var scalar = first & (0x3F >> UInt32(count))
    for _ in 0..<count where index < bytes.count {
      scalar = scalar << 6 | UInt32(bytes[index]) & 0x3F
      index += 1
    }
    return scalar
  }
}
