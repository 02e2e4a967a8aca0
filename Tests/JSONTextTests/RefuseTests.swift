import JSONText
import Testing

@Suite struct `Texts that are not JSON` {
  static let refused: [(String, Int, JSONError.Reason)] = [
    ("", 0, .unexpectedEnd), (" ", 1, .unexpectedEnd), ("nul", 3, .unexpectedEnd), ("nulL", 3, .unexpectedByte),
    ("nulll", 4, .trailingBytes), ("True", 0, .unexpectedByte), ("tru", 3, .unexpectedEnd), ("NaN", 0, .unexpectedByte),
    ("Infinity", 0, .unexpectedByte), ("-Infinity", 1, .invalidNumber), ("undefined", 0, .unexpectedByte),
    ("1 2", 2, .trailingBytes), ("[1]]", 3, .trailingBytes), ("{}{}", 2, .trailingBytes),
    ("[]\u{0}", 2, .trailingBytes),
    ("\u{FEFF}{}", 0, .unexpectedByte), ("// c\n1", 0, .unexpectedByte), ("1/**/", 1, .trailingBytes),
    ("'a'", 0, .unexpectedByte), ("\u{A0}1", 0, .unexpectedByte), ("\u{B}1", 0, .unexpectedByte),
    ("\u{C}1", 0, .unexpectedByte), ("[1\u{C}]", 2, .unexpectedByte),
    ("-", 1, .unexpectedEnd), ("+1", 0, .unexpectedByte), ("01", 0, .invalidNumber), ("-01", 1, .invalidNumber),
    ("00", 0, .invalidNumber), ("1.", 2, .unexpectedEnd), (".5", 0, .unexpectedByte), ("1.e5", 2, .invalidNumber),
    ("1e", 2, .unexpectedEnd), ("1e+", 3, .unexpectedEnd), ("1ea", 2, .invalidNumber), ("0x10", 1, .trailingBytes),
    ("1_000", 1, .trailingBytes), ("--1", 1, .invalidNumber), ("1.5.5", 3, .trailingBytes),
    ("1e5.5", 3, .trailingBytes),
    ("[-]", 2, .invalidNumber), ("[1.]", 3, .invalidNumber), ("１", 0, .unexpectedByte), ("00.5", 0, .invalidNumber),
    ("9007199254740992", 0, .numberOutOfRange), ("-9007199254740992", 0, .numberOutOfRange),
    ("[9223372036854775808]", 1, .numberOutOfRange), ("18446744073709551617", 0, .numberOutOfRange),
    ("1000000000000000000000000000000", 0, .numberOutOfRange), ("1e400", 0, .numberOutOfRange),
    ("-1.5e999", 0, .numberOutOfRange),
    ("\"", 1, .unexpectedEnd), ("\"a", 2, .unexpectedEnd), (#""\"#, 2, .unexpectedEnd), (#""\""#, 3, .unexpectedEnd),
    (#""\x41""#, 2, .invalidEscape), (#""\a""#, 2, .invalidEscape), (#""\'""#, 2, .invalidEscape),
    (#""\U0041""#, 2, .invalidEscape), (#""\0""#, 2, .invalidEscape), (#""\u""#, 3, .invalidEscape),
    (#""\u004""#, 6, .invalidEscape), (#""\u004g""#, 6, .invalidEscape), (#""\u 041""#, 3, .invalidEscape),
    (#""\u+041""#, 3, .invalidEscape), (#""\u004"#, 6, .unexpectedEnd),
    (#""\ud83d""#, 3, .loneSurrogate), (#""\ud83dx""#, 3, .loneSurrogate), (#""\ude00""#, 3, .loneSurrogate),
    (#""\ud83d\n""#, 3, .loneSurrogate), (#""\ud83d\ud83d""#, 3, .loneSurrogate),
    (#""\ud83d\u0041""#, 3, .loneSurrogate),
    (#""\uDFFF""#, 3, .loneSurrogate), (#""\ud83d\u12"#, 11, .unexpectedEnd), (#"{"\ud800":1}"#, 4, .loneSurrogate),
    ("\"\n\"", 1, .controlCharacter), ("\"a\tb\"", 2, .controlCharacter), ("\"\u{0}\"", 1, .controlCharacter),
    ("\"\u{1F}\"", 1, .controlCharacter), ("\"12345678\r\"", 9, .controlCharacter),
    ("[", 1, .unexpectedEnd), ("[1", 2, .unexpectedEnd), ("[1,", 3, .unexpectedEnd), ("[1,]", 3, .unexpectedByte),
    ("[,1]", 1, .unexpectedByte), ("[1,,2]", 3, .unexpectedByte), ("[1 2]", 3, .unexpectedByte),
    ("]", 0, .unexpectedByte),
    ("[1}", 2, .unexpectedByte), ("[1:2]", 2, .unexpectedByte), ("[,]", 1, .unexpectedByte),
    ("[\"a\",", 5, .unexpectedEnd),
    ("{", 1, .unexpectedEnd), ("{]", 1, .unexpectedByte), ("{\"a\"", 4, .unexpectedEnd), ("{\"a\":", 5, .unexpectedEnd),
    ("{\"a\":1", 6, .unexpectedEnd), ("{\"a\":1,", 7, .unexpectedEnd), ("{\"a\":1,}", 7, .unexpectedByte),
    ("{,}", 1, .unexpectedByte), ("{a:1}", 1, .unexpectedByte), ("{'a':1}", 1, .unexpectedByte),
    ("{1:1}", 1, .unexpectedByte),
    ("{\"a\" 1}", 5, .unexpectedByte), ("{\"a\":}", 5, .unexpectedByte), ("{\"a\"::1}", 5, .unexpectedByte),
    ("{\"a\":1 \"b\":2}", 7, .unexpectedByte), ("{\"a\":1]", 6, .unexpectedByte), ("{\"a\"}", 4, .unexpectedByte),
    ("}", 0, .unexpectedByte), ("{null:1}", 1, .unexpectedByte), (":", 0, .unexpectedByte), (",", 0, .unexpectedByte),
    (#"{"a":1,"a":2}"#, 7, .duplicateKey), (#"{"a":1,"\u0061":2}"#, 7, .duplicateKey),
    (#"{"a":1,"b":2,"a":3}"#, 13, .duplicateKey), (#"{"b":1,"a":2,"c":3,"b":4,"a":5}"#, 19, .duplicateKey),
    (#"{"x":{"":1,"":2}}"#, 11, .duplicateKey), (#"{"a":null,"a":null}"#, 10, .duplicateKey),
  ]

  @Test(arguments: refused)
  func `are refused at the place of the fault`(text: String, offset: Int, reason: JSONError.Reason) {
    #expect(throws: JSONError(offset: offset, reason: reason)) { try JSONReader.value(text) }
  }

  /// The faults of Unicode's table 3-7: stray and missing tails, overlong forms, surrogates, too large, never used.
  static let malformed: [([UInt8], Int)] = [
    ([0x80], 0), ([0xBF], 0), ([0xC0, 0x80], 0), ([0xC1, 0xBF], 0), ([0xC3], 0), ([0xC3, 0x28], 0),
    ([0xE0, 0x80, 0x80], 0), ([0xE0, 0x9F, 0xBF], 0), ([0xE2, 0x82], 0), ([0xE2, 0x28, 0xA1], 0),
    ([0xE2, 0x82, 0x28], 0),
    ([0xED, 0xA0, 0x80], 0), ([0xED, 0xBF, 0xBF], 0), ([0xF0, 0x80, 0x80, 0x80], 0), ([0xF0, 0x8F, 0xBF, 0xBF], 0),
    ([0xF0, 0x9F, 0x98], 0), ([0xF0, 0x9F, 0x98, 0x28], 0), ([0xF4, 0x90, 0x80, 0x80], 0),
    ([0xF5, 0x80, 0x80, 0x80], 0),
    ([0xF8, 0x88, 0x80, 0x80, 0x80], 0), ([0xFE], 0), ([0xFF], 0), (Array("abcdefghijk".utf8) + [0xE9], 11),
    (Array("é".utf8) + [0xA9], 2),
  ]

  @Test(arguments: malformed) func `may not hold malformed UTF-8`(bytes: [UInt8], place: Int) {
    let quoted = [0x22] + bytes + [0x22]
    #expect(throws: JSONError(offset: place + 1, reason: .invalidUTF8)) { try JSONReader.value(quoted) }
    let escaped = Array(#""\n"#.utf8) + bytes + [0x22]
    #expect(throws: JSONError(offset: place + 3, reason: .invalidUTF8)) { try JSONReader.value(escaped) }
    #expect(throws: JSONError(offset: 0, reason: .unexpectedByte)) { try JSONReader.value([0xE9] + bytes) }
  }

  @Test func `are all beginnings of a document`() throws {
    let text = Array(
      #"{"angka":[0,-12,1.5e3],"benar":[true,false,null],"nama":"Ni Luh \"Sri\" \ud83d\ude00 é中","x":{}}"#.utf8)
    #expect(throws: Never.self) { try JSONReader.value(text) }
    for length in 0..<text.count {
      #expect(throws: JSONError.self) { try JSONReader.value(Array(text[..<length])) }
    }
  }
}
