import JSONText
import JenjangDomain
import JenjangStore
import Testing

@Suite struct `What a list shows` {
  static let table: TableText = {
    var table = TableText(columns: [
      TableText.Column(name: "name", title: "Nama"), TableText.Column(name: "count", title: "Jml", isNumber: true),
      TableText.Column(name: "note", title: "Ket"),
    ])
    table.append(["Siti Aisyah", "7", ""])
    table.append(["José 中", "1250", "=x"])
    return table
  }()

  @Test func `is printed in columns`() {
    let text = String(decoding: Self.table.bytes(.text), as: UTF8.self)
    #expect(
      text == """
        Nama          Jml  Ket
        ───────────  ────  ───
        Siti Aisyah     7
        José 中      1250  =x

        """)
  }

  @Test func `is written as objects without what is blank`() throws {
    #expect(
      String(decoding: Self.table.bytes(.ndjson), as: UTF8.self) == """
        {"count":"7","name":"Siti Aisyah"}
        {"count":"1250","name":"José 中","note":"=x"}

        """)
    let array = try JSONReader.value(Self.table.bytes(.json)).array
    #expect(array?.count == 2 && array?[1].object?["name"] == "José 中")
  }

  @Test func `is guarded in a spreadsheet`() {
    let text = String(decoding: Self.table.bytes(.csv), as: UTF8.self)
    #expect(text == "\u{FEFF}Nama;Jml;Ket\r\nSiti Aisyah;7;\r\nJosé 中;1250;'=x\r\n")
  }

  @Test func `is a page with its heading and its place in the journal, every value escaped`() {
    var table = TableText(columns: [.init(name: "name", title: "Nama"), .init(name: "n", title: "Jml", isNumber: true)])
    table.append(["<b>Ani & Budi</b>", "3"])
    let bytes = table.bytes(.html, heading: "Daftar <uji>", origin: "no. 7 abc", language: .indonesian)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("<h1>Daftar &lt;uji&gt;</h1>") && text.contains("no. 7 abc"))
    #expect(text.contains("<td>&lt;b&gt;Ani &amp; Budi&lt;/b&gt;</td><td class=\"number\">3</td>"))
    #expect(!text.contains("<b>"))
  }

  @Test func `is text for paper between its heading and its place in the journal`() {
    let bytes = Self.table.bytes(.text, heading: "Daftar", origin: "no. 7", language: .indonesian)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.hasPrefix("Daftar\n\n") && text.hasSuffix("\nno. 7\n"))
    let bare = Self.table.bytes(.csv, heading: "Daftar", origin: "no. 7", language: .indonesian)
    #expect(bare == Self.table.bytes(.csv))
  }
}
