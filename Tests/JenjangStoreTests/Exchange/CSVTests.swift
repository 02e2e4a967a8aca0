import JenjangDomain
import JenjangStore
import Testing

@Suite struct `Comma-separated text` {
  static func rows(_ text: String) -> [[String]] { CSVReader(Array(text.utf8)).map(\.cells) }

  static let texts: [(String, [[String]])] = [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a;b\r\n1;2", [["a", "b"], ["1", "2"]]),
    ("a\tb\r1\t2\r", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a;b,c;d\n", [["a", "b,c", "d"]]),
    ("a;\"b;c\"\n", [["a", "b;c"]]),
    ("a,\"say \"\"hi\"\"\"\n", [["a", "say \"hi\""]]),
    ("a,\"two\nlines\"\nb,c", [["a", "two\nlines"], ["b", "c"]]),
    ("a,\"two\r\nlines\"\r\n", [["a", "two\nlines"]]),
    ("a,,\n,,b\n", [["a", "", ""], ["", "", "b"]]),
    ("\n\na,b\n\n\n1,2\n\n", [["a", "b"], ["1", "2"]]),
    ("a,\"b\"c,d\n", [["a", "bc", "d"]]),
    ("a,b\"c\"\n", [["a", "b\"c\""]]),
    ("sep=;\na,b;c\n", [["a,b", "c"]]),
    ("\"Nama, gelar\";NIP;x\n", [["Nama, gelar", "NIP", "x"]]),
    ("satu\ndua\n", [["satu"], ["dua"]]),
    ("a,\"\"\n", [["a", ""]]),
    ("", []), ("\n\r\n\r", []),
  ]

  @Test(arguments: texts)
  func `is read as it is written`(text: String, rows: [[String]]) {
    #expect(Self.rows(text) == rows)
  }

  @Test func `gives the line on which each row begins`() {
    let reader = CSVReader(Array("a,b\n\n\"x\ny\nz\",1\r\nc,d\re,f".utf8))
    #expect(reader.map(\.line) == [1, 3, 6, 7])
  }

  @Test func `says when a quote stays open`() {
    let rows = Array(CSVReader(Array("a,b\n1,\"2\n3,4\n".utf8)))
    #expect(rows.map(\.hasOpenQuote) == [false, true])
    #expect(rows[1].cells == ["1", "2\n3,4\n"])
    #expect(CSVReader(Array("a,\"\"\"".utf8)).map(\.hasOpenQuote) == [true])
    #expect(CSVReader(Array("a,\"b\"".utf8)).map(\.hasOpenQuote) == [false])
  }

  @Test func `may be Latin-1, Windows-1252 or UTF-16`() {
    let latin = CSVReader([0x4E, 0x6F, 0xEB, 0x6C, 0x2C, 0x80, 0x93, 0x81])
    #expect(latin.encoding == .windows1252 && latin.map(\.cells) == [["Noël", "€“\u{FFFD}"]])
    let utf8 = CSVReader(Array("Noël,€".utf8))
    #expect(utf8.encoding == .utf8 && utf8.map(\.cells) == [["Noël", "€"]])
    let units = Array("\u{FEFF}é\t😀".utf16)
    let little = CSVReader(units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
    let big = CSVReader(units.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] })
    #expect(little.encoding == .utf16 && little.map(\.cells) == [["é", "😀"]] && big.map(\.cells) == [["é", "😀"]])
  }

  @Test(arguments: 1...60) func `made of any bytes is read to its end`(seed: UInt64) {
    var chance = SeededRandom(seed: seed)
    let likely: [UInt8] = Array("\",;\t\r\n\"ab=\u{FEFF}é".utf8) + [0xFF, 0xFE, 0x00, 0xC3]
    for _ in 0..<40 {
      let bytes = (0..<chance.below(80)).map { _ in likely[chance.below(likely.count)] }
      var reader = CSVReader(bytes)
      var line = 0
      while let row = reader.next() {
        #expect(row.line > line && !row.cells.isEmpty)
        line = row.line
      }
      #expect(reader.progress == 1 || bytes.isEmpty)
    }
  }

  @Test(arguments: 61...100) func `comes back as it was written`(seed: UInt64) {
    var chance = SeededRandom(seed: seed)
    let letters = Array("ab ,;\"'=+-@0\té\n")
    let writer = CSVWriter(delimiter: seed % 2 == 0 ? .comma : .semicolon, hasMark: seed % 3 == 0)
    var rows = [["kolom satu", "kolom dua", "kolom tiga"]]
    for _ in 0..<20 {
      rows.append((0..<3).map { _ in String((0..<chance.below(8)).map { _ in letters[chance.below(letters.count)] }) })
    }
    rows.removeAll { $0 == ["", "", ""] }
    var bytes: [UInt8] = []
    writer.begin(&bytes)
    for row in rows { writer.append(row, to: &bytes) }
    let read = CSVReader(bytes).map { $0.cells.map(CSVWriter.unguarded) }
    #expect(read == rows)
  }

  @Test func `keeps a spreadsheet from computing what is text`() {
    let dangerous = ["=1+1", "+62 811", "-x", "@SUM(A1)", "\t=1", "-12", "-12.5", "-", "aman", "'=1"]
    #expect(
      dangerous.map(CSVWriter.guarded) == [
        "'=1+1", "'+62 811", "'-x", "'@SUM(A1)", "'\t=1", "-12", "-12.5", "'-", "aman", "''=1",
      ])
    #expect(dangerous.map { CSVWriter.unguarded(CSVWriter.guarded($0)) } == dangerous)
  }
}
