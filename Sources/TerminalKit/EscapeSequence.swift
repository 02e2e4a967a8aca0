/// A control sequence that begins with `ESC [` or `ESC O`, taken apart.
struct EscapeSequence {
  enum Reading {
    case complete(EscapeSequence)
    /// Not a sequence: this many bytes are dropped.
    case broken(Int)
    case incomplete
  }

  /// A sequence longer than this is none.
  static let longest = 64

  var isSS3 = false
  /// `<`, `?`, `>` or `=` before the numbers.
  var prefix: UInt8 = 0
  /// The numbers, each with what follows it after colons.
  var numbers: [[Int]] = []
  var intermediate: UInt8 = 0
  var final: UInt8 = 0
  /// The three bytes of an X10 mouse report.
  var tail: (UInt8, UInt8, UInt8)?
  var length = 0

  func number(_ index: Int) -> Int? {
    guard numbers.indices.contains(index), let first = numbers[index].first, first >= 0 else { return nil }
    return first
  }

  static func read(_ bytes: ArraySlice<UInt8>) -> Reading {
    let start = bytes.startIndex
    var sequence = EscapeSequence()
    sequence.isSS3 = bytes[start + 1] == UInt8(ascii: "O")
    var current: [Int] = [-1]
    for index in start + 2..<bytes.endIndex {
      let byte = bytes[index]
      guard index - start < longest else { return .broken(index - start) }
      switch byte {
      case 0x30...0x39:
        let last = current.count - 1
        current[last] = min(max(0, current[last]) * 10 + Int(byte - 0x30), 1 << 24)
      case UInt8(ascii: ":"): current.append(-1)
      case UInt8(ascii: ";"):
        sequence.numbers.append(current)
        current = [-1]
      case 0x3C...0x3F where index == start + 2 && !sequence.isSS3: sequence.prefix = byte
      case UInt8(ascii: "$") where sequence.prefix == 0 && sequence.numbers.isEmpty && current != [-1]:
        sequence.numbers.append(current)
        return sequence.finish(byte, at: index, in: bytes)
      case 0x20...0x2F where !sequence.isSS3: sequence.intermediate = byte
      case 0x40...0x7E:
        if current != [-1] || !sequence.numbers.isEmpty { sequence.numbers.append(current) }
        return sequence.finish(byte, at: index, in: bytes)
      default: return .broken(index - start)
      }
    }
    return .incomplete
  }

  private func finish(_ byte: UInt8, at index: Int, in bytes: ArraySlice<UInt8>) -> Reading {
    var sequence = self
    sequence.final = byte
    sequence.length = index - bytes.startIndex + 1
    guard !isSS3, numbers.isEmpty, prefix == 0 else { return .complete(sequence) }
    if byte == UInt8(ascii: "M") { return sequence.addTail(bytes, from: index + 1) }
    guard byte == UInt8(ascii: "[") else { return .complete(sequence) }
    // The Linux console: ESC [ [ A to E.
    guard index + 1 < bytes.endIndex else { return .incomplete }
    guard 0x41...0x45 ~= bytes[index + 1] else { return .broken(sequence.length) }
    sequence.intermediate = byte
    sequence.final = bytes[index + 1]
    sequence.length += 1
    return .complete(sequence)
  }

  private func addTail(_ bytes: ArraySlice<UInt8>, from index: Int) -> Reading {
    for place in index..<min(index + 3, bytes.endIndex) where bytes[place] < 0x20 { return .broken(length) }
    guard index + 3 <= bytes.endIndex else { return .incomplete }
    var sequence = self
    sequence.tail = (bytes[index], bytes[index + 1], bytes[index + 2])
    sequence.length += 3
    return .complete(sequence)
  }

  /// The bytes of a terminal's answer in string form (OSC, DCS, APC); nil when it is none, 0 when more are needed.
  ///
  /// Nothing here asks, so an answer is left over from another program and is dropped.
  static func stringLength(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> Int? {
    let start = bytes.startIndex
    guard bytes.count > 2 else {
      let mayBegin = [UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_")].contains(bytes[start + 1])
      return mayBegin && !isLast ? 0 : nil
    }
    let next = bytes[start + 2]
    switch bytes[start + 1] {
    case UInt8(ascii: "]") where 0x30...0x39 ~= next: break
    case UInt8(ascii: "P") where 0x30...0x39 ~= next || 0x21...0x2B ~= next || next == UInt8(ascii: ">"): break
    case UInt8(ascii: "_") where next == UInt8(ascii: "G"): break
    default: return nil
    }
    for index in start + 2..<bytes.endIndex {
      guard index - start < 4_096 else { return index - start }
      if bytes[index] == 0x07 { return index - start + 1 }
      if bytes[index] == 0x1B {
        guard index + 1 < bytes.endIndex else { return isLast ? index - start : 0 }
        return bytes[index + 1] == UInt8(ascii: "\\") ? index - start + 2 : index - start
      }
      if bytes[index] < 0x20 { return index - start }
    }
    return isLast ? bytes.count : 0
  }
}

extension EscapeSequence {
  var isPasteStart: Bool { !isSS3 && prefix == 0 && final == UInt8(ascii: "~") && number(0) == 200 }

  /// True or false for a report of the focus; nil for anything else.
  var focus: Bool? {
    guard !isSS3, prefix == 0, numbers.isEmpty, intermediate == 0 else { return nil }
    return final == UInt8(ascii: "I") ? true : final == UInt8(ascii: "O") ? false : nil
  }

  var mouse: Mouse? {
    if let tail {
      return EscapeSequence.report(Int(tail.0) - 32, x: Int(tail.1) - 33, y: Int(tail.2) - 33, isRelease: nil)
    }
    guard prefix == UInt8(ascii: "<"), final == UInt8(ascii: "M") || final == UInt8(ascii: "m"), let code = number(0),
      let x = number(1), let y = number(2), x > 0, y > 0
    else { return nil }
    return EscapeSequence.report(code, x: x - 1, y: y - 1, isRelease: final == UInt8(ascii: "m"))
  }

  private static func report(_ code: Int, x: Int, y: Int, isRelease: Bool?) -> Mouse? {
    var modifiers: Key.Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    let button = code & 3
    func mouse(_ action: Mouse.Action, _ button: Int = 0) -> Mouse {
      Mouse(action, x: max(0, x), y: max(0, y), modifiers: modifiers, button: button)
    }
    if code & 64 != 0 {
      guard isRelease != true, button < 2, code < 128 else { return nil }
      return mouse(button == 0 ? .wheelUp : .wheelDown)
    }
    guard code < 64 else { return nil }
    if code & 32 != 0 { return button == 3 ? nil : mouse(.drag, button) }
    if let isRelease { return button == 3 ? nil : mouse(isRelease ? .release : .press, button) }
    return button == 3 ? mouse(.release) : mouse(.press, button)
  }
}
