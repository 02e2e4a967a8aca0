import JSONText
import JenjangDomain
import Testing

/// One spelling for what is the same to a reader.
@Suite struct ComposedTests {
  /// Decomposed or otherwise equal spellings and their composed form, scalar by scalar.
  private static let spellings: [(given: [UInt32], composed: [UInt32])] = [
    // é, as a letter and an accent.
    ([0x65, 0x301], [0xE9]),
    // ế: two accents, given in either composed state.
    ([0x65, 0x302, 0x301], [0x1EBF]), ([0xEA, 0x301], [0x1EBF]),
    // Accents below and above are put in order: ṩ.
    ([0x73, 0x323, 0x307], [0x1E69]), ([0x73, 0x307, 0x323], [0x1E69]), ([0x1E9B, 0x323], [0x1E9B, 0x323]),
    // Å has three spellings: with a ring, and as the sign of the unit.
    ([0x41, 0x30A], [0xC5]), ([0x212B], [0xC5]),
    // Ohm and kelvin are the letters.
    ([0x2126], [0x3A9]), ([0x212A], [0x4B]),
    // Ḍ̇: what has no letter of its own keeps its accent.
    ([0x1E0A, 0x323], [0x1E0C, 0x307]), ([0x71, 0x307, 0x323], [0x71, 0x323, 0x307]),
    // A syllable of Hangul.
    ([0x1112, 0x1161, 0x11AB], [0xD55C]),
    // Letters that never are composed, and a Han character that is another one.
    ([0x915, 0x93C], [0x915, 0x93C]), ([0x958], [0x915, 0x93C]), ([0xF900], [0x8C48]),
    // Ligatures and wide digits only look alike: they stay.
    ([0xFB01], [0xFB01]), ([0xFF11], [0xFF11]),
    // Quotes, dashes and signs above U+0300 stay as well.
    ([0x2019, 0x2013, 0x1F600], [0x2019, 0x2013, 0x1F600]),
  ]

  private static func text(_ scalars: [UInt32]) -> String {
    String(String.UnicodeScalarView(scalars.compactMap { Unicode.Scalar($0) }))
  }

  @Test(arguments: spellings)
  func `the published examples come out`(_ given: [UInt32], _ composed: [UInt32]) {
    let result = Self.text(given).composed
    #expect(result.unicodeScalars.map(\.value) == composed)
    #expect(result.composed.unicodeScalars.map(\.value) == composed)
  }

  @Test func `Hangul is composed by rule in every syllable`() {
    for syllable in UInt32(0xAC00)...0xD7A3 {
      let place = syllable - 0xAC00
      let parts = [0x1100 + place / 588, 0x1161 + place % 588 / 28] + (place % 28 == 0 ? [] : [0x11A7 + place % 28])
      #expect(Self.text(parts).composed.unicodeScalars.map(\.value) == [syllable])
    }
  }

  @Test func `a typed value is composed, whatever came before it`() throws {
    let book = Book(types: [RecordType(Unit.self)], day: Day(number: 20_779))
    let name = try #require(RecordType(Unit.self).field("name"))
    let typed = Self.text([0x20, 0x52, 0x65, 0x301, 0x6E, 0x65, 0x65, 0x20])
    for value in [JSONValue.string(typed), .string(typed.composed)] {
      let read = try name.read(value, today: book.day, language: .indonesian, book: book).get()
      #expect(read.flatMap(\.text).map { Array($0.unicodeScalars.map(\.value)) } == [0x52, 0xE9, 0x6E, 0x65, 0x65])
    }
  }

  @Test func `a reason is composed`() {
    #expect(Array(Transaction([], why: Self.text([0x53, 0x4B, 0x65, 0x301])).why.utf8) == Array("SKé".utf8))
  }
}
