import JSONText
import JenjangDomain

extension JSONValue {
  /// A value of at most `depth` more levels.
  static func random(_ chance: inout SeededRandom, depth: Int) -> JSONValue {
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

  static func randomObject(_ chance: inout SeededRandom, depth: Int) -> JSONObject {
    var object = JSONObject()
    for _ in 0..<chance.below(7) { object[randomText(&chance)] = random(&chance, depth: depth) }
    return object
  }

  private static let scalars = Array(
    "abcXYZ019 _-\"\\/\n\t\r\u{0}\u{1F}\u{7F}éñ\u{301}ß中\u{FFFD}\u{10FFFF}😀,:{}[]".unicodeScalars)

  static func randomText(_ chance: inout SeededRandom) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<chance.below(20) { text.append(scalars[chance.below(scalars.count)]) }
    return String(text)
  }
}
