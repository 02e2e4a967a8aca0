import JSONText
import JenjangDomain
import Testing

@Suite struct `The template` {
  private struct Found: Equatable {
    let key: String
    let value: [UInt8]
    let isPlainText: Bool
  }

  private static let keys = [
    "a", "ab", "abc", "birthDate", "dateOfTheDecreeThatNobodyEverReadToTheEnd", "effective", "id", "letters8", "rev",
    "é",
  ]
  /// More than a template wants to see behind whatever it looks at.
  private static let filler = [UInt8](repeating: UInt8(ascii: " "), count: 400)

  /// What stands in each line of a text, with the place of its line feed; nil where the template gives up.
  private static func split(_ text: [UInt8]) throws -> [(end: Int, members: [Found])?] {
    let template = try #require(JSONTemplate(keys: keys))
    return text.withUnsafeBytes { bytes in
      var lines: [(end: Int, members: [Found])?] = []
      var start = 0
      while start < bytes.count {
        let line = template.split(bytes, from: start).map { end, count in
          let members = (0..<count).map { index in
            let member = template.members[index]
            return Found(
              key: keys[member.place], value: Array(bytes[member.start..<member.end]), isPlainText: member.isPlainText)
          }
          return (end: end, members: members)
        }
        lines.append(line)
        start = JSONScanner.lineEnd(in: bytes, from: start) + 1
      }
      return lines
    }
  }

  /// What the scanner finds in one line; nil when it leaves the line to the reader.
  private static func scan(_ line: [UInt8]) -> [Found]? {
    `The scanner`.members(line)?.map { key, value in
      Found(
        key: String(decoding: key, as: UTF8.self), value: value,
        isPlainText: value.first == UInt8(ascii: "\"") && !value.contains(UInt8(ascii: "\\")))
    }
  }

  /// Lines with most of the keys in their order, and now and then something else.
  private static func line(_ chance: inout SeededRandom, isOdd: Bool) -> [UInt8] {
    var members = keys.filter { _ in chance.below(4) > 0 }.map { key in
      (key, JSONWriter.bytes(JSONValue.random(&chance, depth: 2)))
    }
    if isOdd, chance.below(2) == 0 { members.append(("other", Array("1".utf8))) }
    if isOdd, chance.below(3) == 0 { members.shuffle(using: &chance) }
    if isOdd, chance.below(4) == 0, let first = members.first { members.append(first) }
    let text = members.map { Array("\"\($0)\":".utf8) + $1 }.joined(separator: [UInt8(ascii: ",")])
    var line = Array("{".utf8) + text + Array("}".utf8)
    if isOdd, chance.below(2) == 0 {
      for _ in 0...chance.below(3) { line[chance.below(line.count)] = UInt8(chance.below(256)) }
    }
    return line
  }

  @Test(arguments: 1...30) func `takes every line apart as the scanner does, or leaves it`(seed: UInt64) throws {
    var chance = SeededRandom(seed: seed)
    let lines = (0..<60).map { _ in Self.line(&chance, isOdd: chance.below(3) == 0) }
      .flatMap { $0.split(separator: 10, omittingEmptySubsequences: false).map { Array($0) } }
    let split = try Self.split(Array(lines.joined(separator: [10])) + [10] + Self.filler)
    var end = -1
    for (line, found) in zip(lines, split) {
      end += line.count + 1
      guard let found else { continue }
      #expect(found.end == end)
      #expect(found.members == Self.scan(line), "\(String(decoding: line, as: UTF8.self))")
    }
  }

  @Test(arguments: 31...40) func `leaves no line that has its keys in order`(seed: UInt64) throws {
    var chance = SeededRandom(seed: seed)
    let lines = (0..<60).map { _ in Self.line(&chance, isOdd: false) }
    let split = try Self.split(Array(lines.joined(separator: [10])) + [10] + Self.filler)
    for (line, found) in zip(lines, split) where line.count > 2 {
      #expect(found?.members == Self.scan(line), "\(String(decoding: line, as: UTF8.self))")
    }
  }

  @Test(arguments: [
    "{\"b\":1}",
    "{\"ab\":1,\"a\":1}", "{\"a\":1,\"a\":1}", "{\"a\":1} ", " {\"a\":1}", "{\"a\" :1}", "{\"a\":1,}", "{}", "",
    "{\"a\":\"x}", "{\"a\":\"\u{1}\"}", "{\"a\":[1}", "{\"a\":\"\\", "{\"a\":[1,", "{\"a\":1", "{\"a\":1}\r",
    "{\"\":1}",
  ])
  func `leaves what is not in its form`(text: String) throws {
    let text = Array(text.utf8) + [10] + Array("]}\n".utf8) + Self.filler
    #expect(try Self.split(text).first.flatMap { $0 } == nil)
  }

  @Test func `looks at nothing behind the end of the text`() throws {
    let text = Array(#"{"a":1,"birthDate":"1987-02-28","effective":"x"}"#.utf8) + [10]
    #expect(try Self.split(text + Self.filler)[0]?.members.count == 3)
    for count in 0...text.count { #expect(try Self.split(Array(text.prefix(count))).allSatisfy { $0 == nil }) }
    #expect(JSONTemplate(keys: [String(repeating: "k", count: 500)]) == nil)
  }
}
