import Glibc

/// A colour as red, green and blue.
public struct RGB: Sendable, Hashable {
  public var red: UInt8
  public var green: UInt8
  public var blue: UInt8

  public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  /// From `#rrggbb`; nil when it is not that.
  public init?(hex: String) {
    let digits = Array(hex.utf8)
    guard digits.count == 7, digits[0] == UInt8(ascii: "#"), let value = UInt32(hex.dropFirst(), radix: 16),
      digits[1] != UInt8(ascii: "+"), digits[1] != UInt8(ascii: "-")
    else { return nil }
    self.init(UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
  }

  public var value: UInt32 { UInt32(red) << 16 | UInt32(green) << 8 | UInt32(blue) }

  /// The relative luminance of WCAG 2, from 0 to 1.
  var luminance: Double {
    func linear(_ part: UInt8) -> Double {
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast of WCAG 2, from 1 to 21.
  public func contrast(with other: RGB) -> Double {
    let (mine, theirs) = (luminance, other.luminance)
    return (max(mine, theirs) + 0.05) / (min(mine, theirs) + 0.05)
  }

  func distance(to other: RGB) -> Int {
    let red = Int(self.red) - Int(other.red)
    let green = Int(self.green) - Int(other.green)
    let blue = Int(self.blue) - Int(other.blue)
    return 2 * red * red + 4 * green * green + 3 * blue * blue
  }
}

/// What a style asks the terminal for.
public enum Color: Sendable, Hashable {
  /// The terminal's own foreground or background.
  case standard
  /// One of the terminal's palette: 0 to 7, 8 to 15 bright, 16 to 255 as xterm has them.
  case indexed(UInt8)
  case rgb(RGB)

  /// The names of the first sixteen in theme files.
  static let names = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white", "bright-black", "bright-red",
    "bright-green", "bright-yellow", "bright-blue", "bright-magenta", "bright-cyan", "bright-white",
  ]

  /// What the colour looks like, by the VGA palette where the terminal decides; nil for its own default.
  public var rgb: RGB? {
    switch self {
    case .standard: nil
    case .rgb(let rgb): rgb
    case .indexed(let index): Color.palette(index)
    }
  }

  /// The colours of the xterm palette; the first sixteen as VGA has them.
  static func palette(_ index: UInt8) -> RGB {
    switch index {
    case 0..<16: return vga[Int(index)]
    case 16..<232:
      let cube = Int(index) - 16
      return RGB(level(cube / 36), level(cube / 6 % 6), level(cube % 6))
    default:
      let gray = UInt8(8 + 10 * (Int(index) - 232))
      return RGB(gray, gray, gray)
    }
  }

  private static func level(_ step: Int) -> UInt8 { step == 0 ? 0 : UInt8(55 + 40 * step) }

  private static let vga: [RGB] = [
    RGB(0, 0, 0), RGB(170, 0, 0), RGB(0, 170, 0), RGB(170, 85, 0), RGB(0, 0, 170), RGB(170, 0, 170), RGB(0, 170, 170),
    RGB(170, 170, 170), RGB(85, 85, 85), RGB(255, 85, 85), RGB(85, 255, 85), RGB(255, 255, 85), RGB(85, 85, 255),
    RGB(255, 85, 255), RGB(85, 255, 255), RGB(255, 255, 255),
  ]

  /// The nearest colour that a tier can show.
  public static func nearest(to rgb: RGB, in tier: Tier) -> Color {
    switch tier {
    case .trueColor: .rgb(rgb)
    case .colors256: .indexed(nearest(to: rgb, among: 16...255))
    case .colors16: .indexed(nearest(to: rgb, among: 0...15))
    case .colors8: .indexed(nearest(to: rgb, among: 0...7))
    case .mono: .standard
    }
  }

  private static func nearest(to rgb: RGB, among range: ClosedRange<UInt8>) -> UInt8 {
    var best = range.lowerBound
    var distance = Int.max
    for index in range {
      let found = palette(index).distance(to: rgb)
      if found < distance { (best, distance) = (index, found) }
    }
    return best
  }
}
