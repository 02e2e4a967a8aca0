import Foundation
import JenjangDomain
import Testing

@testable import JSONText

/// The canonical form of RFC 8785, by its rules.
@Suite struct JCSTests {
  /// IEEE 754 doubles by their bits, and how ECMAScript writes them.
  private static let numbers: [(bits: UInt64, text: String)] = [
    (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
    (0x8000_0000_0000_0001, "-5e-324"), (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
    (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
    (0xC340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
    (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"), (0x44B5_2D02_C7E1_4AF6, "1e+23"),
    (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"), (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
    (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"), (0x444B_1AE4_D6E2_EF50, "1e+21"),
    (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"), (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
    (0x41B3_DE43_5555_5553, "333333333.3333332"), (0x41B3_DE43_5555_5554, "333333333.33333325"),
    (0x41B3_DE43_5555_5555, "333333333.3333333"), (0x41B3_DE43_5555_5556, "333333333.3333334"),
    (0x41B3_DE43_5555_5557, "333333333.33333343"), (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
    (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
  ]

  @Test(arguments: numbers) func `numbers are written as ECMAScript writes them`(_ bits: UInt64, _ text: String) throws
  {
    let value = Double(bitPattern: bits)
    for spelling in ["\(value)", text, String(format: "%.25e", value)] {
      #expect(JCS.number(spelling) == text, "from \(spelling)")
    }
    #expect(try #require(Double(text)) == value)
  }

  @Test(arguments: [
    ("1.0", "1"), ("1E3", "1000"), ("0.10", "0.1"), ("-0", "0"), ("-0.0", "0"), ("1e-7", "1e-7"), ("123e-9", "1.23e-7"),
    ("100000000000000000000", "100000000000000000000"), ("1000000000000000000000", "1e+21"), ("0.00001", "0.00001"),
    ("4.50", "4.5"), ("2e-3", "0.002"), ("9007199254740993", "9007199254740992"), ("12.5e2", "1250"),
  ])
  func `every spelling of a number becomes one`(_ written: String, _ text: String) {
    #expect(String(decoding: JCS.bytes(.number(written)), as: UTF8.self) == text)
  }

  @Test func `a number that no double can hold stays as it was written`() {
    #expect(JCS.bytes([.number("1e400")]) == Array("[1e400]".utf8))
  }

  @Test func `keys are sorted by UTF-16 units, at every depth`() throws {
    // U+1F600 is written with surrogates from U+D83D on, so it comes before U+FB33; by bytes it comes after.
    let text = #"{"\#u{20AC}":1,"\r":2,"\#u{FB33}":3,"1":4,"\#u{1F600}":5,"\u0080":6,"\#u{F6}":[{"b":1,"a":{}}]}"#
    let sorted = #"{"\r":2,"1":4,"\#u{80}":6,"\#u{F6}":[{"a":{},"b":1}],"\#u{20AC}":1,"\#u{1F600}":5,"\#u{FB33}":3}"#
    #expect(String(decoding: JCS.bytes(try JSONReader.value(text)), as: UTF8.self) == sorted)
    #expect(JSONWriter.bytes(try JSONReader.value(text)) != Array(sorted.utf8))
  }

  @Test func `a key comes before its own beginnings' continuations, and case and marks count`() throws {
    let sorted = #"{"":0,"A":1,"AA":2,"B":3,"a":4,"aa":5,"e\#u{301}":6,"\#u{E9}":7}"#
    let text = #"{"\#u{E9}":7,"aa":5,"B":3,"e\#u{301}":6,"AA":2,"":0,"a":4,"A":1}"#
    #expect(String(decoding: JCS.bytes(try JSONReader.value(text)), as: UTF8.self) == sorted)
  }

  @Test func `text is escaped where it must be and nowhere else`() throws {
    let text = #"["\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/\b\f\t\u007f\u2028\ud83d\ude00"]"#
    let canonical = #"["\#u{20AC}$\u000f\nA'B\"\\\\\"/\b\f\t\#u{7F}\#u{2028}\#u{1F600}"]"#
    #expect(String(decoding: JCS.bytes(try JSONReader.value(text)), as: UTF8.self) == canonical)
  }

  @Test func `literals and blanks`() throws {
    let value = try JSONReader.value(" { \"t\" : [ null , true , false , { } , [ ] ] } ")
    #expect(JCS.bytes(value) == Array(#"{"t":[null,true,false,{},[]]}"#.utf8))
  }

  @Test(arguments: 1...20) func `is a fixed point, and the store's own form where no key or number differs`(
    seed: UInt64
  )
    throws
  {
    var chance = SeededRandom(seed: seed)
    for _ in 0..<50 {
      let bytes = JCS.bytes(.random(&chance, depth: 5))
      #expect(JCS.bytes(try JSONReader.value(bytes)) == bytes)
    }
    let plain: JSONValue = ["name": "Sri", "grades": ["III/c", 12, true], "rev": 3]
    #expect(JCS.bytes(plain) == JSONWriter.bytes(plain))
  }
}
