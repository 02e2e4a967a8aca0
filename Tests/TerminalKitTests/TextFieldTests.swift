import Testing

@testable import TerminalKit

@Suite struct TextFieldTests {
  private func field(_ text: String, _ keys: String...) -> TextField {
    var field = TextField(text)
    for name in keys { if let key = Key(name: name) { _ = field.take(key) } }
    return field
  }

  @Test func `the first key typed into a fresh field replaces it, an arrow edits it`() {
    var fresh = TextField("lama", isFresh: true)
    fresh.insert("b")
    #expect(fresh.text == "b")
    var edited = TextField("lama", isFresh: true)
    edited.move(by: -1)
    edited.insert("x")
    #expect(edited.text == "lamxa")
  }

  @Test func `keys edit the text`() {
    #expect(field("abc", "left", "backspace").text == "ac")
    #expect(field("abc", "home", "del", "X").text == "Xbc")
    #expect(field("satu dua", "ctrl-w").text == "satu ")
    #expect(field("satu dua", "ctrl-left", "ctrl-left").cursor == 0)
    #expect(field("abc", "ctrl-u").isEmpty)
    var field = TextField("a")
    #expect(field.take(Key(.function(1))) == false)
  }

  @Test func `the cursor moves by what a person calls a character`() {
    var field = TextField("e\u{301}👩‍👩‍👧")
    #expect(field.cursor == 2)
    field.backspace()
    #expect(field.text == "e\u{301}")
    field.backspace()
    #expect(field.text == "")
    field.insert("e")
    field.insert("\u{301}")
    #expect(field.cursor == 1)
  }

  @Test func `a pasted text becomes one line and stays within the limit`() {
    var field = TextField("", limit: 6)
    field.insert("ab\ncd\tef")
    #expect(field.text == "ab cd ")
    #expect(field.isFull)
    field.move(to: 0)
    field.insert("x")
    #expect(field.text == "ab cd ")
  }

  @Test func `a long text scrolls so that the cursor is in sight`() {
    var frame = Frame(size: Size(columns: 6, rows: 1))
    var field = TextField("abcdefgh")
    field.draw(into: &frame, area: frame.bounds, role: .field, isFocused: true)
    #expect(frame.text == "defgh")
    #expect(frame.cursor?.x == 5)
    field.moveHome()
    field.draw(into: &frame, area: frame.bounds, role: .field, isFocused: true)
    #expect(frame.text == "abcde…")
    #expect(frame.cursor?.x == 0)
  }
}
