import JenjangDomain
import JenjangStore
import Testing

/// Documents for paper, as text and as HTML.
@Suite struct `Documents` {
  private var document: PaperDocument {
    var document = PaperDocument("Lembar <uji>", subtitle: "2025 & 2026", language: .indonesian)
    var table = DocumentTable(
      [.init("No", isNumber: true), .init("Uraian", weight: 5), .init("Nilai", isNumber: true)], empty: "kosong")
    table.append(["1", "Menyusun laporan \"kinerja\" unit", "12.50"])
    table.append(["2", "Baris\u{1B}[31m kedua", "100.00"])
    table.sum = ["", "Jumlah", "112.50"]
    document.parts = [
      .heading("Pegawai"), .pairs([DocumentPair("Nama", "O'Brien <b>"), DocumentPair("NIP", "1990")]), .table(table),
      .sides(DocumentPair("Pegawai", "Tidak setuju\nkarena"), DocumentPair("Penilai", "")),
      .signatures([
        DocumentSignature(capacity: "Pegawai", name: "Dewi", number: "NIP 1", position: "Analis"),
        DocumentSignature(capacity: "Penilai", name: "", number: "NIP", position: "Kepala"),
      ]),
    ]
    document.foot = ["Pemkab Contoh, no. 12:abcd"]
    return document
  }

  @Test func `text keeps to 78 columns, carries no control and leaves room to sign`() {
    let text = DocumentText(document).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.allSatisfy { $0.unicodeScalars.count <= 78 })
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(text.contains("LEMBAR <UJI>"))
    #expect(text.contains("Jumlah"))
    #expect(text.contains("Pemkab Contoh, no. 12:abcd"))
    let name = lines.firstIndex { $0.hasPrefix("Dewi") } ?? 0
    #expect(lines[(name - 4)..<name].joined().isEmpty)
  }

  @Test func `long cells are broken into rows and numbers stand to the right`() {
    var table = DocumentTable([.init("No", isNumber: true), .init("Uraian")], empty: "-")
    let long = String(repeating: "kata ", count: 60) + String(repeating: "x", count: 200)
    table.append(["7", long])
    var document = PaperDocument("A", language: .english)
    document.parts = [.table(table)]
    let lines = DocumentText(document).text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.unicodeScalars.count <= 78 })
    #expect(lines.contains { $0.hasPrefix(" 7") })
    #expect(lines.count > 6)
  }

  @Test func `HTML is one file, escaped, and printed on A4`() {
    let html = DocumentHTML(document).text
    #expect(html.hasPrefix("<!DOCTYPE html>"))
    #expect(html.contains("<meta charset=\"utf-8\">"))
    #expect(html.contains("size: A4"))
    #expect(html.contains("O&#39;Brien &lt;b&gt;"))
    #expect(html.contains("2025 &amp; 2026"))
    #expect(html.contains("&quot;kinerja&quot;"))
    #expect(html.contains("Tidak setuju<br>karena"))
    #expect(!html.contains("<b>") && !html.contains("\u{1B}"))
    for outside in ["http://", "https://", "src=", "@import", "<script"] { #expect(!html.contains(outside)) }
  }

  @Test func `a table without rows says so`() {
    var document = PaperDocument("A", language: .indonesian)
    document.parts = [.table(DocumentTable([.init("No")], empty: "belum ada"))]
    #expect(DocumentText(document).text.contains("(belum ada)"))
    #expect(DocumentHTML(document).text.contains("(belum ada)"))
  }
}
