import JSONText
import Testing

@Suite struct `Texts that are JSON` {
  static let accepted: [(String, JSONValue)] = [
    ("null", .null), ("true", true), ("false", false), ("0", 0), ("-0", 0), ("7", 7), ("-7", -7), ("10", 10),
    ("9007199254740991", 9_007_199_254_740_991), ("-9007199254740991", -9_007_199_254_740_991),
    ("1.5", .number("1.5")), ("0.0", .number("0.0")), ("-0.0", .number("-0.0")), ("1e5", .number("1e5")),
    ("1E5", .number("1E5")), ("1e+5", .number("1e+5")), ("1e-5", .number("1e-5")), ("1.25E-07", .number("1.25E-07")),
    ("123456789012345678901234567890.5", .number("123456789012345678901234567890.5")),
    ("0e0", .number("0e0")), ("9007199254740993.0", .number("9007199254740993.0")),
    (#""""#, ""), (#""a""#, "a"), (#"" ""#, " "), (#""\"""#, "\""), (#""\\""#, "\\"), (#""\/""#, "/"), (#""/""#, "/"),
    (#""\b\f\n\r\t""#, "\u{8}\u{C}\n\r\t"), (#""\u0041""#, "A"), (#""\u00e9""#, "é"), (#""\u00E9""#, "é"),
    (#""\u4e2d""#, "中"), (#""\ud83d\ude00""#, "😀"), (#""\uD83D\uDE00""#, "😀"), (#""\u0000""#, "\0"),
    (#""\uFFFF""#, "\u{FFFF}"), (#""\uD800\uDC00""#, "\u{10000}"), (#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
    (#""\u0022""#, "\""), (#""\u005C""#, "\\"), (#""\u007F""#, "\u{7F}"), (#""\uE000""#, "\u{E000}"),
    ("\"\u{7F}\"", "\u{7F}"), ("\"é\"", "é"), ("\"\u{2028}\u{2029}\"", "\u{2028}\u{2029}"), ("\"😀\"", "😀"),
    ("\"\u{FEFF}\"", "\u{FEFF}"), (#""abcdefgh\nijklmnop\tqrstuvwx""#, "abcdefgh\nijklmnop\tqrstuvwx"),
    ("[]", []), ("[ ]", []), ("[1]", [1]), ("[1,2,3]", [1, 2, 3]), (" [ 1 , 2 ] ", [1, 2]), ("[[]]", [[]]),
    ("[null]", [.null]), ("[\"\"]", [""]), ("[1\n]", [1]), ("[{}]", [[:]]), ("{}", [:]), ("{ }", [:]),
    (#"{"a":1}"#, ["a": 1]), (#"{"b":1,"a":2}"#, ["a": 2, "b": 1]), (#"{"":0}"#, ["": 0]),
    (#"{"a":{"b":{"c":[]}}}"#, ["a": ["b": ["c": []]]]), (#"{"\u0061":1}"#, ["a": 1]),
    ("\t\n\r {\"a\" :\t1 }\n", ["a": 1]), (#"{"a":"}","b":"]"}"#, ["a": "}", "b": "]"]),
    (#"{"é":1,"e\u0301":2}"#, .object(.init([("é", 1), ("e\u{301}", 2)]))),
    (#"{"A":1,"a":2,"Z":3}"#, ["A": 1, "Z": 3, "a": 2]),
  ]

  @Test(arguments: accepted) func `are read to their value`(text: String, value: JSONValue) throws {
    #expect(try JSONReader.value(text) == value)
  }

  @Test func `may nest thirty-two levels around a value`() throws {
    let text = String(repeating: "[", count: 32) + "1" + String(repeating: "]", count: 32)
    #expect(throws: Never.self) { try JSONReader.value(text) }
    #expect(throws: JSONError(offset: 32, reason: .tooDeep)) {
      try JSONReader.value("[" + text + "]")
    }
    #expect(throws: JSONError(offset: 32 * 5, reason: .tooDeep)) {
      try JSONReader.value(String(repeating: #"{"a":"#, count: 1_000_000))
    }
  }

  @Test func `keep members in the order of their bytes`() throws {
    let object = try #require(try JSONReader.value(#"{"z":1,"é":2,"A":3,"😀":4,"中":5,"":6,"aa":7,"a":8}"#).object)
    #expect(object.keys == ["", "A", "a", "aa", "z", "é", "中", "😀"])
    #expect(object["aa"] == 7 && object["é"] == 2 && object["😀"] == 4 && object["b"] == nil)
  }

  @Test func `with many members out of order are sorted once`() throws {
    let text = "{" + (0..<200_000).reversed().map { "\"\($0)\":\($0)" }.joined(separator: ",") + "}"
    let object = try #require(try JSONReader.value(text).object)
    #expect(object.members.count == 200_000 && object["77777"] == 77_777)
  }
}

extension JSONObject {
  init(_ members: [(String, JSONValue)]) {
    self.init()
    for (key, value) in members { self[key] = value }
  }
}
