import Testing

@testable import TerminalKit

@Suite struct KeyNameTests {
  @Test(arguments: [
    "a", "A", "é", "-", "ctrl-s", "alt-1", "f2", "f12", "shift-f8", "shift-tab", "space", "ctrl-space", "pgup", "pgdn",
    "enter", "esc", "backspace", "del", "ins", "up", "down", "left", "right", "home", "end", "ctrl-alt-x", "ctrl--",
    "alt-left", "ctrl-/",
  ]) func `a name is read back as the same name`(_ name: String) throws {
    let key = try #require(Key(name: name))
    #expect(key.name == name)
  }

  @Test func `names that differ can mean one key`() {
    #expect(Key(name: "ctrl-S") == Key(name: "ctrl-s"))
    #expect(Key(name: "shift-a") == Key(.character("A")))
    #expect(Key(name: "shift-ctrl-up") == Key(.up, [.shift, .control]))
  }

  @Test(arguments: ["", "f0", "f25", "f01", "ctrl-", "nothing", "ab", " "])
  func `what names no key is refused`(_ name: String) { #expect(Key(name: name) == nil) }

  @Test func `labels are short`() {
    let labels = ["f1", "ctrl-s", "enter", "shift-f8", "alt-left", "space", "a"].map { Key(name: $0)?.label }
    #expect(labels == ["F1", "Ctrl-S", "Enter", "Shift-F8", "Alt-←", "Space", "a"])
  }
}
