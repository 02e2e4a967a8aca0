import JSONText
import Testing

@testable import JenjangDomain

/// Lines taken apart by a template against lines left to the scanner: the same columns, byte by byte.
struct LineLoaderTests {
  private typealias Raw = (key: String, value: String)

  private static let values: [String: [String]] = [
    "birth": [
      #""1987-02-28""#, #""1987-02-29""#, #""2000-02-29""#, #""1900-02-29""#, #""1987-2-28""#, #""1987-12-31""#,
      #""1987-13-01""#, #""0000-01-01""#, #""1987/02/28""#, #""198a-02-28""#, #""1987-02-:0""#, #""1987-02-2/""#,
      "19870228",
      #""\u0031987-02-28""#, #""""#, "null",
    ],
    "isActive": ["true", "false", "null", #""true""#, "1", "tru"],
    "name": [
      #""Siti Rahmawati""#, #""Budi \"B\" Santoso""#, #""Renée\tPutri""#, #""日本""#, #""""#, "12", "null", #"["Siti"]"#,
      #""\u0000""#, #""\\""#, #"{"a":"}"}"#,
    ],
    "number": [
      #""198701012010011001""#, #""000000000000000000""#, #""19870101201001100x""#, #""1987""#, "198701012010011001",
    ],
    "points": ["0", "-1", "12345678901234", "123456789012345678", "1.5", "1e3", "-", #""1""#, "01"],
    "rank": [
      #""I/a""#, #""II/a""#, #""II/b""#, #""II/""#, #""III/a""#, #""""#, #""II\/b""#, #""II/bbbbbbbbbbbb""#, "1",
    ],
    "remark": [#""a, b: {c}""#, #""two\nlines""#, "null"],
    "score": [#""12.50""#, #""-0.25""#, #""12.5""#, #""x""#, "12.50"],
    "unknown": ["[1,2]", #"{"a":[{"b":"]"}]}"#],
    "rev": ["3", "0", "-1", "99999999999", #""3""#],
  ]

  private static func id(_ number: Int) -> RecordID { RecordID(high: UInt64(number) << 20, low: UInt64(number) &* 77) }

  /// A person's line; mostly what our own writer would write.
  private static func line(_ number: Int, _ dice: inout SeededRandom) -> String {
    let isOdd = dice.below(4) == 0
    // With blanks a line is left to the general reader, which refuses what is no JSON.
    let gap = isOdd && dice.below(3) == 0 ? " " : ""
    var members: [Raw] = values.keys.filter { $0 != "unknown" || isOdd }.sorted().compactMap { key in
      guard dice.below(6) > 0, let all = values[key] else { return nil }
      return (key, isOdd && gap.isEmpty ? dice.pick(all) : all[0])
    }
    members.append(("id", "\"\(id(number).text)\""))
    let unit = dice.below(20)
    if unit < 16 { members.append(("unit", "\"\(id(unit).text)\"")) }
    if isOdd, unit >= 16 { members.append(("unit", dice.pick([#""x""#, #""01M6CRWH07KYBE9P9G68GKEC3U""#, "null"]))) }
    members.sort { $0.key < $1.key }
    if isOdd, dice.below(3) == 0 { members.shuffle(using: &dice) }
    if isOdd, gap.isEmpty, let name = members.first(where: { $0.key == "name" }) { members.append(name) }
    return "{" + members.map { "\"\($0.key)\":\(gap)\($0.value)" }.joined(separator: ",") + "}" + gap
  }

  /// All columns of the people in these lines, and the line that is no record.
  private static func columns(_ text: String, count: Int, usesTemplate: Bool) throws -> (
    bad: Int?, sections: [String: [UInt8]]
  ) {
    let book = Book(types: Life.types, day: Life.day)
    for number in 0..<12 { book.load("places", id: id(number), revision: 1, object: ["name": "Place"]) }
    let table = try #require(book.table("people"))
    let bytes = Array(text.utf8)
    return bytes.withUnsafeBytes { lines in
      book.beginLoading()
      table.makeRoom(for: count, memory: nil)
      table.texts = TextBytes(snapshot: lines)
      let bad = LineLoader(table, lines, rows: count, usesTemplate: usesTemplate).load()
      book.finishLoading()
      var sections: [String: [UInt8]] = [:]
      table.withSections { all in
        for section in all {
          sections[section.name] = Array(
            UnsafeRawBufferPointer(start: section.start, count: section.count * section.width))
        }
      }
      return (bad, sections)
    }
  }

  private static func expectSame(_ text: String, count: Int) throws -> Int? {
    let fast = try columns(text, count: count, usesTemplate: true)
    let strict = try columns(text, count: count, usesTemplate: false)
    #expect(fast.bad == strict.bad)
    #expect(fast.sections == strict.sections)
    return fast.bad
  }

  @Test(arguments: 1...12) func `a template gives the columns that the scanner gives`(seed: UInt64) throws {
    var dice = SeededRandom(seed: seed)
    let lines = (1...1_200).map { Self.line($0, &dice) }
    #expect(try Self.expectSame(lines.map { $0 + "\n" }.joined(), count: lines.count) == nil)
    // Without the last line feed, and with less room than there are lines.
    #expect(try Self.expectSame(lines.prefix(50).joined(separator: "\n"), count: 50) == nil)
    #expect(try Self.expectSame(lines.prefix(50).joined(separator: "\n"), count: 49) == 50)
  }

  @Test func `both stop at the same line`() throws {
    var dice = SeededRandom(seed: 3)
    let lines = (1...40).map { Self.line($0, &dice) }
    let id = "{\"id\":\"\(Self.id(12).text)\"}"
    for bad in [
      "", "{}", "x", id, id + "}", "{\"id\":1}", String(lines[20].dropLast(9)), lines[5], "{\"name\":\"a\nb\"}",
    ] {
      let text = (lines.prefix(20) + [bad] + lines.suffix(20)).joined(separator: "\n") + "\n"
      #expect(try Self.expectSame(text, count: 100) == 21, "\(bad)")
    }
    for cut in stride(from: 1, to: 400, by: 7) {
      _ = try Self.expectSame(String(lines.joined(separator: "\n").unicodeScalars.dropLast(cut)), count: 100)
    }
  }
}
