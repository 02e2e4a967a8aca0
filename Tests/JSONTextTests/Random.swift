import JSONText

/// Repeatable chance: splitmix64.
struct Chance: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }
}

extension JSONValue {
  /// A value of at most `depth` more levels.
  static func random(_ chance: inout Chance, depth: Int) -> JSONValue {
    switch chance.below(depth > 0 ? 9 : 6) {
    case 0: .null
    case 1: .bool(chance.below(2) == 0)
    case 2: .integer(Int64.random(in: -JSONReader.maximumInteger...JSONReader.maximumInteger, using: &chance))
    case 3: .integer(Int64(chance.below(100)) - 50)
    case 4, 5: .string(randomText(&chance))
    case 6: .array((0..<chance.below(5)).map { _ in random(&chance, depth: depth - 1) })
    default: .object(randomObject(&chance, depth: depth - 1))
    }
  }

  static func randomObject(_ chance: inout Chance, depth: Int) -> JSONObject {
    var object = JSONObject()
    for _ in 0..<chance.below(7) { object[randomText(&chance)] = random(&chance, depth: depth) }
    return object
  }

  private static let scalars = Array(
    "abcXYZ019 _-\"\\/\n\t\r\u{0}\u{1F}\u{7F}éñ\u{301}ß中\u{FFFD}\u{10FFFF}😀,:{}[]".unicodeScalars)

  static func randomText(_ chance: inout Chance) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<chance.below(20) { text.append(scalars[chance.below(scalars.count)]) }
    return String(text)
  }
}
