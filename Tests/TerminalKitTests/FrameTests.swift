import Testing

@testable import TerminalKit

@Suite struct FrameTests {
  private func frame(_ columns: Int, _ rows: Int = 1) -> Frame { Frame(size: Size(columns: columns, rows: rows)) }

  @Test func `text is put where it belongs and the column after it is given`() {
    var frame = frame(10, 2)
    #expect(frame.put("Siti", x: 2, y: 1) == 6)
    #expect(frame.text == "\n  Siti")
  }

  @Test func `what is cut ends in an ellipsis only where a width was asked for`() {
    var frame = frame(10)
    #expect(frame.put("Rahmawati", x: 0, y: 0, width: 5) == 5)
    #expect(frame.text == "Rahm…")
    frame.put("Rahmawati", x: 5, y: 0)
    #expect(frame.text == "Rahm…Rahma")
    frame.put("abc", x: 0, y: 0, width: 3)
    #expect(frame.text == "abcm…Rahma")
    frame.put("xyz", x: 0, y: 0, width: 0)
    #expect(frame.text == "abcm…Rahma")
  }

  @Test func `a wide character takes two cells and never half of one`() {
    var frame = frame(5)
    frame.put("漢字漢", x: 0, y: 0)
    #expect(frame.text == "漢字")
    #expect(frame.cells.map(\.width) == [2, 0, 2, 0, 1])
    frame.put("x", x: 1, y: 0)
    #expect(frame.text == " x字")
    frame.put("y", x: 2, y: 0)
    #expect(frame.text == " xy")
    frame.put("字漢", x: 0, y: 0, width: 3)
    #expect(frame.text == "字…")
  }

  @Test func `up to four combining marks stay with their character`() {
    var frame = frame(4)
    frame.put("e\u{301}a\u{300}\u{301}\u{302}\u{303}\u{304}", x: 0, y: 0)
    #expect(frame.text == "e\u{301}a\u{300}\u{301}\u{302}\u{303}")
    #expect(frame.marks.count == 2)
    var other = self.frame(4)
    other.put("\u{301}e", x: 0, y: 0)
    #expect(other.text == "e")
  }

  @Test func `hostile characters are left out`() {
    var frame = frame(12)
    frame.put("a\u{1B}[31m\u{7}b\u{202E}c\u{200B}\u{9B}d\u{FEFF}\u{AD}e", x: 0, y: 0)
    #expect(frame.text == "a[31mbcde")
    frame.put("\tx\ny\u{E0FFF}\u{378}", x: 0, y: 0)
    #expect(frame.text == " x y\u{FFFD}bcde")
  }

  @Test func `of an emoji sequence only the first is drawn`() {
    var frame = frame(12)
    frame.put("👩‍👩‍👧|👍🏽|⚠\u{FE0F}|🇮🇩", x: 0, y: 0)
    #expect(frame.text == "👩|👍|⚠|🇮🇩")
    #expect(Width.of("👩‍👩‍👧|👍🏽|⚠\u{FE0F}|🇮🇩") == Width.of("👩|👍|⚠|🇮🇩"))
  }

  @Test func `nothing is drawn outside the clip`() {
    var frame = frame(8, 3)
    frame.clip = Rect(x: 2, y: 1, width: 3, height: 1)
    frame.fill(Rect(x: -5, y: -5, width: 100, height: 100), "#")
    frame.put("漢字漢字", x: 1, y: 1)
    #expect(frame.text == "\n   字\n")
    frame.put("away", x: 0, y: 0)
    frame.put("away", x: 0, y: 99)
    frame.paint(Rect(x: -9, y: -9, width: 99, height: 99), role: .rowCursor)
    #expect(frame.roleText(row: 1).count == 5)
    #expect(frame.roleText(row: 0).isEmpty)
  }

  @Test(arguments: [Size(columns: 0, rows: 0), Size(columns: 1, rows: 1), Size(columns: -3, rows: 5)])
  func `the smallest screens are safe`(_ size: Size) {
    var frame = Frame(size: size)
    frame.box(frame.bounds, title: "Judul")
    frame.put("漢e\u{301}", x: 0, y: 0, width: 1)
    frame.line(x: -1, y: 0, width: 5)
    frame.bar(x: 0, y: 0, width: 3, value: 2, of: 3)
    #expect(frame.cells.count == max(0, size.columns) * max(0, size.rows))
  }

  @Test func `a box has a border and its title`() {
    var frame = frame(12, 3)
    frame.box(frame.bounds, title: "Baru")
    #expect(frame.text == "┌─ Baru ───┐\n│          │\n└──────────┘")
  }

  @Test func `a click finds what lies on top`() {
    var frame = frame(10, 2)
    frame.hit(Rect(x: 0, y: 0, width: 10, height: 2), .item(1))
    frame.hit(Rect(x: 2, y: 0, width: 2, height: 1), .command("go"))
    #expect(frame.target(x: 3, y: 0) == .command("go"))
    #expect(frame.target(x: 3, y: 1) == .item(1))
    frame.forgetHits()
    #expect(frame.target(x: 3, y: 1) == nil)
  }

  @Test func `rows that look the same are told from those that do not`() {
    var (one, two) = (frame(6, 2), frame(6, 2))
    one.put("abc", x: 0, y: 0)
    two.put("abc", x: 0, y: 0)
    #expect(one.isSameRow(0, in: two))
    two.put("e\u{301}", x: 0, y: 1)
    one.put("e\u{302}", x: 0, y: 1)
    #expect(one.isSameRow(0, in: two))
    #expect(!one.isSameRow(1, in: two))
  }

  @Test func `a cell takes eight bytes`() { #expect(MemoryLayout<Cell>.stride == 8) }

  @Test func `bars are drawn in eighths and sparklines by height`() {
    var frame = frame(8, 2)
    frame.bar(x: 0, y: 0, width: 8, value: 55, of: 100)
    frame.sparkline([0, 1, 4, 8, nil], x: 0, y: 1)
    #expect(frame.text == "████▍░░░\n·▁▄█·")
  }
}
