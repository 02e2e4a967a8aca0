import CTerminal
import Testing

@testable import TerminalKit

@Suite struct WidthTests {
  /// Whether the C library of this machine knows the width of a character beyond ASCII.
  private static let knowsWidths = cterminal_set_locale() >= 0 && cterminal_wcwidth(0x6F22) == 2

  @Test(.enabled(if: knowsWidths)) func `the table says what the C library says`() {
    var compared = 0
    for value in UInt32(0xA0)..<0x32000 where !(0xD800...0xDFFF ~= value) {
      let width = cterminal_wcwidth(value)
      // Newer C libraries know more characters, which is no harm.
      guard WidthTable.lookUp(value) != WidthTable.unassigned, width >= 0 else { continue }
      compared += 1
      #expect(Int32(WidthTable.lookUp(value)) == width, "U+\(String(value, radix: 16))")
    }
    #expect(compared > 50_000)
  }

  @Test func `widths of text agree with what is drawn`() {
    #expect(Width.of("Siti") == 4)
    #expect(Width.of("漢字") == 4)
    #expect(Width.of("e\u{301}") == 1)
    #expect(Width.of("ꦱꦶ") == 1)
    #expect(Width.of("a\u{200B}b") == 2)
    #expect(Width.of("─│█✓▲…") == 6)
  }

  @Test func `text is clipped and padded by columns`() {
    #expect(Width.clip("Rahmawati", to: 5) == "Rahm…")
    #expect(Width.clip("Siti", to: 4) == "Siti")
    #expect(Width.clip("漢字漢", to: 4) == "漢…")
    #expect(Width.clip("abc", to: 0) == "")
    #expect(Width.pad("ab", to: 4) == "ab  ")
    #expect(Width.pad("ab", to: 4, right: true) == "  ab")
    #expect(Width.pad("漢字", to: 3) == "漢…")
  }
}

@Suite struct GlyphTests {
  @Test func `ASCII stands for every drawing character`() {
    var frame = Frame(size: Size(columns: 30, rows: 1))
    frame.put("─│┌┐└┘├█▌…✓▲▼▃·éñŁạ漢“”–", x: 0, y: 0)
    let shown = frame.cells.prefix(23).filter { $0.width > 0 }.map { Glyphs.map($0.scalar, to: .ascii) }
    #expect(String(decoding: shown.map { UInt8($0) }, as: UTF8.self) == "-|+++++#>~v^v3.enLa?\"\"")
  }

  @Test func `every scalar becomes one byte of ASCII`() {
    for value in UInt32(0x80)..<0x30000 {
      #expect(0x20...0x7E ~= Glyphs.map(value, to: .ascii), "U+\(String(value, radix: 16))")
    }
  }

  @Test func `lines use the terminal's own set where it has one`() {
    #expect(Glyphs.map(0x2500, to: .acs) == Glyphs.acs | 0x71)
    #expect(Glyphs.map(0x2588, to: .acs) == 0x23)
    #expect(Glyphs.map(0x2500, to: .unicode) == 0x2500)
  }
}
