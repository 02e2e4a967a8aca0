import TerminalKit
import Testing

@Suite struct `Editing one field` {
  @Test func `the first letter replaces what a fresh field holds`() {
    var editor = TextField("lama", isFresh: true)
    editor.insert("b")
    editor.insert("aru")
    #expect(editor.text == "baru")
  }

  @Test func `an arrow or Backspace begins to edit`() {
    var editor = TextField("lama", isFresh: true)
    editor.backspace()
    #expect(editor.text == "lam")
    editor.move(by: -1)
    editor.insert("x")
    #expect(editor.text == "laxm")
  }

  @Test func `an accent belongs to its letter`() {
    var editor = TextField()
    editor.insert("e")
    editor.insert("\u{301}")
    editor.insert("x")
    #expect(editor.characters.count == 2)
    editor.backspace()
    editor.backspace()
    #expect(editor.isEmpty)
  }

  @Test func `words are jumped over and deleted whole`() {
    var editor = TextField("Siti Rahmawati, S.E.", isFresh: true)
    editor.move(to: 14)
    editor.deleteWord()
    #expect(editor.text == "Siti , S.E.")
    editor.moveWordRight()
    editor.moveWordLeft()
    #expect(editor.cursor == 7)
  }

  @Test func `control characters do not come in, line ends become blanks`() {
    var editor = TextField()
    editor.insert("a\u{1B}[31mb\nc\u{202E}\u{7}")
    #expect(editor.text == "a[31mb c")
    var note = TextField("", hasLines: true)
    note.insert("satu\r\ndua\tx")
    #expect(note.text == "satu\ndua x")
  }

  @Test func `a long text is shown around the cursor`() {
    var editor = TextField("abcdefghij", isFresh: true)
    editor.touch()
    let end = editor.window(width: 5)
    #expect(end.text == "ghij")
    #expect(end.cursor == 4)
    editor.move(to: 0)
    #expect(editor.window(width: 5).text == "abcde")
  }

  @Test func `wide letters take two columns in the window`() {
    var editor = TextField("日本語日本語", isFresh: true)
    editor.touch()
    let shown = editor.window(width: 5)
    #expect(shown.text == "本語")
    #expect(shown.cursor == 4)
  }

  @Test func `a note breaks at blanks and at its line ends`() {
    let editor = TextField("satu dua tiga\nempat", hasLines: true)
    let rows = editor.rows(width: 10).map { String(editor.characters[$0]) }
    #expect(rows == ["satu dua ", "tiga", "empat"])
  }

  @Test func `up and down move by rows of a note, and end at its edges`() {
    var editor = TextField("satu dua tiga\nempat", hasLines: true)
    func move(_ step: Int) -> Int? { editor.moveLine(by: step, width: 10) ? editor.cursor : nil }
    #expect([move(-1), move(-1), move(-1)] == [13, 4, nil])
    #expect([move(1), move(1), move(1)] == [13, 18, nil])
  }
}
