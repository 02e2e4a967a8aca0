import Foundation
import JSONText
import JenjangDomain
import Testing

@Suite struct `What is written is read back` {
  @Test(arguments: 1...40) func `the same, and written again the same`(seed: UInt64) throws {
    var chance = SeededRandom(seed: seed)
    for _ in 0..<50 {
      let value = JSONValue.random(&chance, depth: 5)
      let bytes = JSONWriter.bytes(value)
      let again = try JSONReader.value(bytes)
      #expect(JSONWriter.bytes(again) == bytes)
      #expect(again == value)
      #expect(!bytes.contains(0x0A))
    }
  }

  @Test(arguments: 41...60) func `by another reader too`(seed: UInt64) throws {
    var chance = SeededRandom(seed: seed)
    for _ in 0..<20 {
      let value = JSONValue.random(&chance, depth: 4)
      let bytes = JSONWriter.bytes(["v": value])
      let theirs = try JSONSerialization.jsonObject(with: Data(bytes))
      let written = try JSONSerialization.data(withJSONObject: theirs, options: [])
      #expect(try JSONReader.value(Array(written)) == ["v": value])
    }
  }

  @Test(arguments: 61...80) func `and a damaged text never is by us alone`(seed: UInt64) {
    var chance = SeededRandom(seed: seed)
    for _ in 0..<60 {
      var bytes = JSONWriter.bytes(["v": .random(&chance, depth: 3)])
      for _ in 0...chance.below(3) { bytes[chance.below(bytes.count)] = UInt8(chance.below(256)) }
      guard (try? JSONReader.value(bytes)) != nil else { continue }
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed) }
    }
  }

  @Test func `in the canonical form`() {
    #expect(
      JSONWriter.text(["b": [1, .null], "a": "x\"\\/\u{1}\n\u{1F}é\u{7F}"]) == #"{"a":"x\"\\/\u0001\n\u001fé"#
        + "\u{7F}" + #"","b":[1,null]}"#)
    #expect(JSONWriter.text(.integer(.min)) == "-9223372036854775808")
    #expect(JSONWriter.text([0, -1, 1_234_567]) == "[0,-1,1234567]")
    #expect(JSONWriter.text("\u{8}\u{C}\r\t") == #""\b\f\r\t""#)
  }
}
