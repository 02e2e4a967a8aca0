import JSONText
import JenjangDomain
import Testing

@Suite struct `The scanner` {
  typealias Pair = (key: [UInt8], value: [UInt8])

  static func members(_ line: [UInt8]) -> [Pair]? {
    var pairs: [Pair] = []
    let isWhole = line.withUnsafeBytes { buffer in
      JSONScanner.members(of: buffer) { pairs.append((Array($0), Array($1))) }
    }
    return isWhole ? pairs : nil
  }

  static func unescaped(_ raw: [UInt8]) -> [UInt8]? {
    var output: [UInt8] = [0x2A]
    let isString = raw.withUnsafeBytes { JSONScanner.unescaped($0, into: &output) }
    #expect(output[0] == 0x2A && (isString || output.count == 1))
    return isString ? Array(output.dropFirst()) : nil
  }

  @Test(arguments: 1...40) func `finds the members the reader finds`(seed: UInt64) throws {
    var chance = SeededRandom(seed: seed)
    for _ in 0..<50 {
      let object = JSONValue.randomObject(&chance, depth: 4)
      let line = JSONWriter.bytes(.object(object))
      guard let pairs = Self.members(line) else {
        #expect(object.keys.contains { key in key.utf8.contains { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C } })
        continue
      }
      #expect(pairs.map(\.key) == object.keys.map { Array($0.utf8) })
      for (pair, member) in zip(pairs, object.members) {
        #expect(pair.value == JSONWriter.bytes(member.value))
        if case .string(let text) = member.value { #expect(Self.unescaped(pair.value) == Array(text.utf8)) }
        if case .array(let values) = member.value {
          var elements: [[UInt8]] = []
          #expect(pair.value.withUnsafeBytes { JSONScanner.elements(of: $0) { elements.append(Array($0)) } })
          #expect(elements == values.map { JSONWriter.bytes($0) })
        }
      }
    }
  }

  @Test(arguments: 41...80) func `on damaged lines says no or what the reader says`(seed: UInt64) {
    var chance = SeededRandom(seed: seed)
    for _ in 0..<100 {
      var line = JSONWriter.bytes(.object(JSONValue.randomObject(&chance, depth: 3)))
      for _ in 0...chance.below(3) { line[chance.below(line.count)] = UInt8(chance.below(256)) }
      if chance.below(3) == 0 { line.removeLast(chance.below(line.count)) }
      let pairs = Self.members(line)
      _ = line.withUnsafeBytes { JSONScanner.elements(of: $0) { _ in } }
      _ = Self.unescaped(line)
      guard let pairs, let object = (try? JSONReader.value(line))?.object else { continue }
      #expect(Set(pairs.map(\.key)) == Set(object.keys.map { Array($0.utf8) }))
      for pair in pairs {
        #expect((try? JSONReader.value(pair.value)) == object[String(decoding: pair.key, as: UTF8.self)])
      }
    }
  }

  @Test(arguments: [
    "", "{", "}", "[]", "null", " {}", "{} ", "{\"a\":1", "{\"a\":1,}", "{,}", "{\"a\" :1}", "{\"a\": 1}", "{\"a\":1 }",
    "{\"a\":1}}", "{\"a\":}", "{\"a\"}", "{a:1}", "{\"a\\n\":1}", "{\"a\":\"x}", "{\"a\":[1}", "{\"a\":1]}",
    "{\"a\":\"\\\"}",
    "{\"a\":[}", "{\"a\":1,\"b\"}", "{\"a\":1\"b\":2}", "{\"a\":x}", "{\"a\":{\"b\":\"}}",
  ])
  func `leaves to the reader what is not in the simple form`(text: String) {
    #expect(Self.members(Array(text.utf8)) == nil)
  }

  @Test func `gives raw slices`() throws {
    let line = Array(#"{"a":1,"b":"x\"}","c":{"d":[1,"]"]},"e":[],"f":true,"g":-1.5e3}"#.utf8)
    let pairs = try #require(Self.members(line))
    #expect(pairs.map { String(decoding: $0.key, as: UTF8.self) } == ["a", "b", "c", "e", "f", "g"])
    #expect(
      pairs.map { String(decoding: $0.value, as: UTF8.self) }
        == ["1", #""x\"}""#, #"{"d":[1,"]"]}"#, "[]", "true", "-1.5e3"])
    #expect(Self.members(Array("{}".utf8))?.isEmpty == true)
  }

  @Test func `undoes escapes, and refuses what is no string`() {
    #expect(Self.unescaped(Array(#""a\n\u00e9\ud83d\ude00\"""#.utf8)) == Array("a\né😀\"".utf8))
    #expect(Self.unescaped(Array(#""""#.utf8)) == [])
    for text in ["\"", "x", "", "\"a", "a\"", #""\x""#, #""\ud800""#, #""\"#, "\"a\"b\"", "\"\n\""] {
      #expect(Self.unescaped(Array(text.utf8)) == nil)
    }
  }
}
