import JenjangDomain
import Testing

@testable import TerminalKit

/// What a whole text of bytes means, a lone Escape at its end included.
func events(_ text: String, isShiftTen: Bool = false) -> [Event] {
  events(Array(text.utf8), isShiftTen: isShiftTen)
}

func events(_ bytes: [UInt8], isShiftTen: Bool = false) -> [Event] {
  var decoder = Decoder(isShiftTen: isShiftTen)
  decoder.feed(bytes)
  decoder.flush()
  return drain(&decoder)
}

func drain(_ decoder: inout Decoder) -> [Event] {
  var events: [Event] = []
  while let event = decoder.next() { events.append(event) }
  return events
}

/// The names of the keys in a text of bytes; other events by their description.
func names(_ text: String, isShiftTen: Bool = false) -> [String] {
  events(text, isShiftTen: isShiftTen).map { if case .key(let key) = $0 { key.name } else { "\($0)" } }
}

struct Spelling: Sendable, CustomTestStringConvertible {
  let bytes: String
  let name: String
  var testDescription: String { name + " as " + bytes.debugDescription }

  init(_ bytes: String, _ name: String) {
    self.bytes = bytes
    self.name = name
  }

  static let all: [Spelling] =
    plain + cursor + functions + modified + keypad
  static let plain: [Spelling] = [
    .init("a", "a"), .init("A", "A"), .init("é", "é"), .init("漢", "漢"), .init("😀", "😀"), .init(" ", "space"),
    .init("\u{0}", "ctrl-space"), .init("\u{1}", "ctrl-a"), .init("\u{1A}", "ctrl-z"), .init("\u{8}", "backspace"),
    .init("\u{7F}", "backspace"), .init("\t", "tab"), .init("\r", "enter"), .init("\n", "enter"),
    .init("\u{1C}", "ctrl-\\"), .init("\u{1F}", "ctrl-/"), .init("\u{1B}", "esc"), .init("\u{1B}x", "alt-x"),
    .init("\u{1B}é", "alt-é"), .init("\u{1B}\r", "alt-enter"), .init("\u{1B}\u{7F}", "alt-backspace"),
    .init("\u{1B}\u{18}", "ctrl-alt-x"), .init("\u{1B}[", "alt-["), .init("\u{1B}O", "alt-O"),
    .init("\u{1B}]", "alt-]"), .init("\u{1B}P", "alt-P"),
  ]
  static let cursor: [Spelling] = [
    .init("\u{1B}[A", "up"), .init("\u{1B}OA", "up"), .init("\u{1B}[B", "down"), .init("\u{1B}OD", "left"),
    .init("\u{1B}[C", "right"), .init("\u{1B}[H", "home"), .init("\u{1B}OH", "home"), .init("\u{1B}[1~", "home"),
    .init("\u{1B}[7~", "home"), .init("\u{1B}[F", "end"), .init("\u{1B}OF", "end"), .init("\u{1B}[4~", "end"),
    .init("\u{1B}[8~", "end"), .init("\u{1B}[2~", "ins"), .init("\u{1B}[3~", "del"), .init("\u{1B}[5~", "pgup"),
    .init("\u{1B}[6~", "pgdn"), .init("\u{1B}[Z", "shift-tab"),
  ]
  static let functions: [Spelling] = [
    .init("\u{1B}OP", "f1"), .init("\u{1B}[11~", "f1"), .init("\u{1B}[[A", "f1"), .init("\u{1B}[P", "f1"),
    .init("\u{1B}[224z", "f1"), .init("\u{1B}OQ", "f2"), .init("\u{1B}[12~", "f2"), .init("\u{1B}[[B", "f2"),
    .init("\u{1B}OR", "f3"), .init("\u{1B}[13~", "f3"), .init("\u{1B}OS", "f4"), .init("\u{1B}[14~", "f4"),
    .init("\u{1B}[15~", "f5"), .init("\u{1B}[[E", "f5"), .init("\u{1B}[17~", "f6"), .init("\u{1B}[18~", "f7"),
    .init("\u{1B}[19~", "f8"), .init("\u{1B}[20~", "f9"), .init("\u{1B}[21~", "f10"), .init("\u{1B}[23~", "f11"),
    .init("\u{1B}[24~", "f12"), .init("\u{1B}[19;2~", "shift-f8"), .init("\u{1B}[34~", "shift-f8"),
    .init("\u{1B}[1;2P", "shift-f1"), .init("\u{1B}O2P", "shift-f1"), .init("\u{1B}[25~", "shift-f1"),
  ]
  static let modified: [Spelling] = [
    .init("\u{1B}[1;5A", "ctrl-up"), .init("\u{1B}[1;3D", "alt-left"), .init("\u{1B}\u{1B}[D", "alt-left"),
    .init("\u{1B}[1;2C", "shift-right"), .init("\u{1B}[1;6B", "ctrl-shift-down"), .init("\u{1B}Oc", "ctrl-right"),
    .init("\u{1B}[c", "shift-right"), .init("\u{1B}[3;5~", "ctrl-del"), .init("\u{1B}[3^", "ctrl-del"),
    .init("\u{1B}[7$", "shift-home"), .init("\u{1B}[5@", "ctrl-shift-pgup"), .init("\u{1B}[105;5u", "ctrl-i"),
    .init("\u{1B}[97;2u", "A"), .init("\u{1B}[13;2u", "shift-enter"), .init("\u{1B}[27u", "esc"),
    .init("\u{1B}[27;5;105~", "ctrl-i"), .init("\u{1B}[27;6;65~", "ctrl-shift-a"), .init("\u{1B}[27;2;65~", "A"),
    .init("\u{1B}[9;2u", "shift-tab"), .init("\u{1B}[32;5u", "ctrl-space"), .init("\u{1B}[57:40:48;2u", "("),
  ]
  static let keypad: [Spelling] = [
    .init("\u{1B}OM", "enter"), .init("\u{1B}Op", "0"), .init("\u{1B}Oy", "9"), .init("\u{1B}Ok", "+"),
    .init("\u{1B}Om", "-"), .init("\u{1B}OX", "="), .init("\u{1B}[57404u", "5"), .init("\u{1B}[57414u", "enter"),
  ]
}

@Suite struct DecoderTests {
  @Test(arguments: Spelling.all) func `every common spelling of a key is understood`(_ spelling: Spelling) {
    #expect(names(spelling.bytes) == [spelling.name])
  }

  @Test func `rxvt sends a shifted function key ten places up`() {
    #expect(names("\u{1B}[32~", isShiftTen: true) == ["shift-f8"])
    #expect(names("\u{1B}[23$") == ["shift-f11"])
  }

  @Test func `the mouse is reported in cells from 0`() {
    #expect(events("\u{1B}[<0;5;3M") == [.mouse(Mouse(.press, x: 4, y: 2))])
    #expect(events("\u{1B}[<2;251;3m") == [.mouse(Mouse(.release, x: 250, y: 2, button: 2))])
    #expect(events("\u{1B}[<32;1;1M") == [.mouse(Mouse(.drag, x: 0, y: 0))])
    #expect(events("\u{1B}[<64;1;1M") == [.mouse(Mouse(.wheelUp, x: 0, y: 0))])
    #expect(events("\u{1B}[<81;1;1M") == [.mouse(Mouse(.wheelDown, x: 0, y: 0, modifiers: .control))])
    #expect(events("\u{1B}[M !!") == [.mouse(Mouse(.press, x: 0, y: 0))])
    #expect(events("\u{1B}[<99999999999;1;1M") == [])
  }

  @Test func `the focus is reported`() { #expect(events("\u{1B}[I\u{1B}[O") == [.focus(true), .focus(false)]) }

  @Test func `pasted text comes in one piece without controls`() {
    let text = "\u{1B}[200~satu\r\ndua\rtiga\u{7}\u{1B}[31m\tx\u{1B}[201~"
    #expect(events(text) == [.paste("satu\ndua\ntiga[31m\tx")])
    #expect(events("\u{1B}[200~a\u{1B}[20x\u{1B}[201~b") == [.paste("a[20x"), .key(Key(.character("b")))])
  }

  @Test func `a paste without an end is given up when asked`() {
    var decoder = Decoder()
    decoder.feed(Array("\u{1B}[200~abc".utf8))
    #expect(decoder.isPasting)
    #expect(drain(&decoder) == [])
    decoder.flush()
    #expect(drain(&decoder) == [.paste("abc")])
    #expect(!decoder.isPasting)
  }

  @Test func `a very long paste is cut`() {
    var bytes = Array("\u{1B}[200~".utf8)
    bytes += [UInt8](repeating: 0x61, count: Decoder.pasteLimit + 1_000)
    bytes += Array("\u{1B}[201~z".utf8)
    let events = events(bytes)
    guard case .paste(let text)? = events.first else {
      Issue.record("no paste")
      return
    }
    #expect(text.utf8.count == Decoder.pasteLimit)
    #expect(events.last == .key(Key(.character("z"))))
  }

  @Test(arguments: [
    "\u{1B}[97;5:3u", "\u{1B}[?2026;2$y", "\u{1B}[12;40R", "\u{1B}[>1;2c", "\u{1B}]52;c;eA==\u{7}",
    "\u{1B}P1$r0m\u{1B}\\", "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[99~", "\u{1B}[999;999;999;999Q",
  ])
  func `what is no key is dropped whole`(_ text: String) {
    #expect(names(text + "a") == ["a"])
  }

  @Test(
    arguments: [
      [0xE9], [0xFF], [0xC3], [0xE6, 0xBC], [0xF0, 0x9F, 0x98], [0xC0, 0x80], [0xED, 0xA0, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0x1B, 0x5B, 0xE9], [0x1B, 0x5B, 0x31, 0x3B], [0x1B, 0x4F, 0x31], [0x9B],
    ] as [[UInt8]])
  func `bad bytes never take the next key with them`(_ bad: [UInt8]) {
    let keys = events(bad + Array("\u{1B}[B".utf8) + [0x71])
    #expect(keys.suffix(2) == [.key(Key(.down)), .key(Key(.character("q")))])
  }

  @Test func `an Escape given away too early is joined with its sequence`() {
    var decoder = Decoder()
    decoder.feed([0x1B])
    #expect(decoder.isPending)
    decoder.flush()
    decoder.feed(Array("[A".utf8))
    #expect(drain(&decoder) == [.key(Key(.escape)), .key(Key(.up))])
    decoder.feed([0x1B])
    decoder.flush()
    decoder.forgetEscape()
    decoder.feed(Array("[A".utf8))
    #expect(drain(&decoder) == [.key(Key(.escape)), .key(Key(.character("["))), .key(Key(.character("A")))])
  }
}

@Suite struct DecoderFuzzTests {
  /// Bytes that are likely to be part of something.
  private static func hostile(_ random: inout some RandomNumberGenerator) -> [UInt8] {
    let pieces: [[UInt8]] = [
      [0x1B], [0x1B, 0x5B], [0x1B, 0x4F], [0x3B], [0x31], [0x32, 0x30, 0x30, 0x7E], [0x7E], [0x4D], [0x3C], [0xC3],
      [0xA9], [0xF0, 0x9F], [0x24], [0x5D, 0x35], [0x07], [0x00], [0x75], [0x3A], [0x5B],
    ]
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 0...12, using: &random) {
      if Bool.random(using: &random) {
        bytes += pieces[Int.random(in: 0..<pieces.count, using: &random)]
      } else {
        bytes.append(UInt8.random(in: 0...255, using: &random))
      }
    }
    return bytes
  }

  @Test(arguments: 0..<8 as Range<UInt64>) func `after any bytes and a pause, a key is that key`(_ seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for _ in 0..<5_000 {
      let bytes = Self.hostile(&random)
      var decoder = Decoder()
      decoder.feed(bytes)
      decoder.flush()
      _ = drain(&decoder)
      decoder.forgetEscape()
      decoder.feed(Array("\u{1B}[19;2~".utf8))
      #expect(drain(&decoder) == [.key(Key(.function(8), .shift))], "after \(bytes)")
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>) func `how the bytes are cut does not matter`(_ seed: UInt64) {
    var random = SeededRandom(seed: seed &+ 100)
    for _ in 0..<500 {
      let bytes = Self.hostile(&random)
      let whole = events(bytes)
      for cut in bytes.indices {
        var decoder = Decoder()
        decoder.feed(bytes[..<cut])
        decoder.feed(bytes[cut...])
        decoder.flush()
        #expect(drain(&decoder) == whole, "\(bytes) cut at \(cut)")
      }
    }
  }
}
