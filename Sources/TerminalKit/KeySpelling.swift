/// The keys that control sequences stand for.
extension EscapeSequence {
  /// The key this sequence means; nil when it is none, or a key being let go.
  func key(isShiftTen: Bool) -> Key? {
    guard prefix == 0, tail == nil else { return nil }
    if isSS3 { return keypadKey }
    if intermediate == UInt8(ascii: "[") { return Key(.function(Int(final) - 0x40)) }
    guard intermediate == 0 else { return nil }
    switch final {
    case UInt8(ascii: "~"): return number(0) == 27 ? otherKey : tildeKey(isShiftTen, [])
    case UInt8(ascii: "$"): return tildeKey(isShiftTen, .shift)
    case UInt8(ascii: "^"): return tildeKey(isShiftTen, .control)
    case UInt8(ascii: "@"): return tildeKey(isShiftTen, [.shift, .control])
    case UInt8(ascii: "u"): return unicodeKey
    case UInt8(ascii: "Z"): return Key(.tab, .shift)
    case UInt8(ascii: "z"): return sunKey
    case 0x61...0x64: return EscapeSequence.arrow(final - 0x20).map { Key($0, .shift) }
    default: return letterKey
    }
  }

  /// The modifiers in the second number; nil for the release of a key.
  private func modifiers(_ index: Int = 1) -> Key.Modifiers? {
    guard index < numbers.count else { return [] }
    if numbers[index].count > 1, numbers[index][1] == 3 { return nil }
    return EscapeSequence.modifiers(code: number(index) ?? 1)
  }

  private static func modifiers(code: Int) -> Key.Modifiers {
    let bits = max(0, code - 1)
    var modifiers: Key.Modifiers = []
    if bits & 1 != 0 { modifiers.insert(.shift) }
    if bits & 0b101010 != 0 { modifiers.insert(.alt) }
    if bits & 4 != 0 { modifiers.insert(.control) }
    return modifiers
  }

  private static func arrow(_ letter: UInt8) -> Key.Code? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    default: nil
    }
  }

  private static func named(_ letter: UInt8) -> Key.Code? {
    switch letter {
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "P"): .function(1)
    case UInt8(ascii: "Q"): .function(2)
    case UInt8(ascii: "R"): .function(3)
    case UInt8(ascii: "S"): .function(4)
    default: arrow(letter)
    }
  }

  /// `ESC [ 1 ; 5 A` and `ESC [ A`.
  private var letterKey: Key? {
    guard let code = EscapeSequence.named(final), let modifiers = modifiers() else { return nil }
    // ESC [ 12 ; 40 R is the place of the cursor, not a key.
    guard (number(0) ?? 1) == 1, numbers.count < 3, (number(1) ?? 1) <= 64 else { return nil }
    return Key(code, modifiers)
  }

  /// `ESC O A`, with a modifier before the letter in some terminals, and the numeric keypad.
  private var keypadKey: Key? {
    let modifiers = EscapeSequence.modifiers(code: number(numbers.count - 1) ?? 1)
    if let code = EscapeSequence.named(final) { return Key(code, modifiers) }
    switch final {
    case 0x61...0x64: return EscapeSequence.arrow(final - 0x20).map { Key($0, .control) }
    case UInt8(ascii: "M"): return Key(.enter, modifiers)
    case UInt8(ascii: "I"): return Key(.tab, modifiers)
    case UInt8(ascii: "X"): return Key(.character("="), modifiers)
    case UInt8(ascii: "j")...UInt8(ascii: "y"): return Key(.character(Unicode.Scalar(final - 0x40)), modifiers)
    default: return nil
    }
  }

  /// `ESC [ 15 ; 2 ~`; rxvt puts the modifiers into the last character.
  private func tildeKey(_ isShiftTen: Bool, _ extra: Key.Modifiers) -> Key? {
    guard let modifiers = modifiers(), let number = number(0), numbers.count < 3 else { return nil }
    let all = modifiers.union(extra)
    switch number {
    case 1, 7: return Key(.home, all)
    case 2: return Key(.insert, all)
    case 3: return Key(.delete, all)
    case 4, 8: return Key(.end, all)
    case 5: return Key(.pageUp, all)
    case 6: return Key(.pageDown, all)
    case 11...15: return EscapeSequence.function(number - 10, all, isShiftTen)
    case 17...21: return EscapeSequence.function(number - 11, all, isShiftTen)
    case 23...26: return EscapeSequence.function(number - 12, all, isShiftTen)
    case 28, 29: return EscapeSequence.function(number - 13, all, isShiftTen)
    case 31...34: return EscapeSequence.function(number - 14, all, isShiftTen)
    case 42...45: return EscapeSequence.function(number - 21, all, isShiftTen)
    default: return nil
    }
  }

  /// A function key; those beyond the keyboard's own are the shifted ones.
  private static func function(_ number: Int, _ modifiers: Key.Modifiers, _ isShiftTen: Bool) -> Key {
    let first = isShiftTen ? 10 : 12
    guard number > first else { return Key(.function(number), modifiers) }
    return Key(.function(number - first), modifiers.union(.shift))
  }

  /// Sun's keyboards: `ESC [ 224 z` is F1.
  private var sunKey: Key? {
    guard let number = number(0) else { return nil }
    switch number {
    case 224...233: return Key(.function(number - 223))
    case 192, 193: return Key(.function(number - 181))
    case 214: return Key(.home)
    case 216: return Key(.pageUp)
    case 220: return Key(.end)
    case 222: return Key(.pageDown)
    case 247: return Key(.insert)
    default: return nil
    }
  }

  /// Xterm's modifyOtherKeys: `ESC [ 27 ; 5 ; 105 ~`.
  private var otherKey: Key? {
    guard let modifiers = modifiers(), let code = number(2) else { return nil }
    return EscapeSequence.key(code: code, modifiers: modifiers, shifted: nil)
  }

  /// Kitty's and libtickit's spelling: `ESC [ 105 ; 5 u`.
  private var unicodeKey: Key? {
    guard let modifiers = modifiers(), let code = number(0) else { return nil }
    let shifted = numbers[0].count > 1 && numbers[0][1] > 0 ? numbers[0][1] : nil
    return EscapeSequence.key(code: code, modifiers: modifiers, shifted: shifted)
  }

  private static func key(code: Int, modifiers: Key.Modifiers, shifted: Int?) -> Key? {
    if let key = kittyKeypad(code) { return Key(key, modifiers) }
    switch code {
    case 13, 10: return Key(.enter, modifiers)
    case 9: return Key(.tab, modifiers)
    case 27: return Key(.escape, modifiers)
    case 8, 127: return Key(.backspace, modifiers)
    case 57_376...57_387: return Key(.function(code - 57_375), modifiers.union(.shift))
    case 57_344...63_743: return nil
    default: break
    }
    guard code >= 0x20, let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init) else { return nil }
    return character(scalar, modifiers, shifted: shifted.flatMap { UInt32(exactly: $0) }.flatMap(Unicode.Scalar.init))
  }

  /// Shift is in the character itself, as when it is typed plainly, unless Ctrl is held too.
  private static func character(_ scalar: Unicode.Scalar, _ modifiers: Key.Modifiers, shifted: Unicode.Scalar?) -> Key {
    if modifiers.contains(.control) {
      return Key(.character(scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar), modifiers)
    }
    guard modifiers.contains(.shift) else { return Key(.character(scalar), modifiers) }
    let upper = shifted ?? scalar.properties.uppercaseMapping.unicodeScalars.first ?? scalar
    return Key(.character(upper), modifiers.subtracting(.shift))
  }

  private static func kittyKeypad(_ code: Int) -> Key.Code? {
    switch code {
    case 57_399...57_408: .character(Unicode.Scalar(UInt8(code - 57_399 + 0x30)))
    case 57_409: .character(".")
    case 57_410: .character("/")
    case 57_411: .character("*")
    case 57_412: .character("-")
    case 57_413: .character("+")
    case 57_414: .enter
    case 57_417: .left
    case 57_418: .right
    case 57_419: .up
    case 57_420: .down
    case 57_421: .pageUp
    case 57_422: .pageDown
    case 57_423: .home
    case 57_424: .end
    case 57_425: .insert
    case 57_426: .delete
    default: nil
    }
  }
}
