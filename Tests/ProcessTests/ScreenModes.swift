/// What a terminal would be left with after these bytes.
struct ScreenModes {
  /// Private modes by number, on or off: 1049 the alternate screen, 25 the cursor, 2004 paste, 1004 focus.
  private(set) var modes: [Int: Bool] = [:]
  /// What was said after the last change of a mode.
  private(set) var ending = ""

  init(_ transcript: [UInt8]) {
    var rest = transcript[...]
    var last = rest.startIndex
    while let start = rest.firstRange(of: Array("\u{1B}[?".utf8)) {
      let parameters = transcript[start.upperBound...].prefix { $0 == 0x3B || (0x30...0x39).contains($0) }
      rest = transcript[parameters.endIndex...]
      guard let final = rest.first, final == UInt8(ascii: "h") || final == UInt8(ascii: "l") else { continue }
      last = rest.startIndex + 1
      for number in String(decoding: parameters, as: UTF8.self).split(separator: ";") {
        modes[Int(number) ?? 0] = final == UInt8(ascii: "h")
      }
    }
    ending = String(decoding: transcript[last...], as: UTF8.self)
  }

  /// Modes that are not as every terminal begins.
  var left: [String] {
    modes.filter { $0.key == 25 || $0.key == 7 ? !$0.value : $0.value && $0.key != 12 }.keys.map { "?\($0)" }.sorted()
  }
}
