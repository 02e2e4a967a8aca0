/// Turns the bytes of a terminal into events: bytes go in by `feed`, events come out by `next`.
///
/// Takes every common spelling of a key, whatever TERM says. A pure value: no clock and no descriptor. What cannot be
/// a key is dropped whole, and never takes a later key with it.
public struct Decoder: Sendable {
  /// True where Shift-F1 is sent as F11, as rxvt does; elsewhere it is sent as F13.
  public var isShiftTen: Bool

  /// The most bytes of a pasted text; the rest is dropped.
  public static let pasteLimit = 1 << 20

  var events: [Event] = []
  private var firstEvent = 0
  /// Bytes that may become a sequence when more come.
  var pending: [UInt8] = []
  private var paste: PasteBuffer?
  /// A lone Escape was given away by `flush`; its sequence may still come.
  private var hasGivenEscape = false

  public init(isShiftTen: Bool = false) { self.isShiftTen = isShiftTen }

  /// True while bytes wait for more: call `flush` when nothing came for the Escape time.
  public var isPending: Bool { !pending.isEmpty }

  /// True between the marks of a pasted text: call `flush` when nothing came for some seconds.
  public var isPasting: Bool { paste != nil }

  /// The next event; nil when more bytes are needed.
  public mutating func next() -> Event? {
    guard firstEvent < events.count else {
      events.removeAll(keepingCapacity: true)
      firstEvent = 0
      return nil
    }
    defer { firstEvent += 1 }
    return events[firstEvent]
  }

  /// True when `next` will give an event.
  public var hasEvent: Bool { firstEvent < events.count }

  /// Takes bytes as they were read.
  public mutating func feed(_ bytes: some Sequence<UInt8>) {
    pending.append(contentsOf: bytes)
    rejoinEscape()
    drain(isLast: false)
  }

  public mutating func feed(_ bytes: UnsafeRawBufferPointer) {
    pending.append(contentsOf: bytes)
    rejoinEscape()
    drain(isLast: false)
  }

  /// Says that no more bytes belong to what is pending: a lone Escape is the Escape key.
  public mutating func flush() {
    let isLoneEscape = pending == [0x1B]
    drain(isLast: true)
    hasGivenEscape = isLoneEscape
    if let text = paste?.text { events.append(.paste(text)) }
    paste = nil
  }

  /// Says that what comes now does not belong to an Escape given away before.
  public mutating func forgetEscape() { hasGivenEscape = false }

  /// Slow lines split `ESC [ A`; when the Escape is already away, the rest is still one key.
  private mutating func rejoinEscape() {
    guard hasGivenEscape else { return }
    hasGivenEscape = false
    guard pending.count >= 2, pending[0] == UInt8(ascii: "[") || pending[0] == UInt8(ascii: "O") else { return }
    pending.insert(0x1B, at: 0)
  }

  private mutating func drain(isLast: Bool) {
    var start = 0
    while start < pending.count {
      if paste != nil {
        start += takePaste(from: start)
        if paste != nil { break }
        continue
      }
      let rest = pending[start...]
      guard let taken = take(rest, isLast: isLast) else { break }
      start += taken
    }
    pending.removeFirst(min(start, pending.count))
  }

  /// Takes one key, report or piece of garbage off the front; nil when more bytes are needed.
  private mutating func take(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> Int? {
    let first = bytes[bytes.startIndex]
    if first == 0x1B { return takeEscape(bytes, isLast: isLast) }
    if first < 0x80 {
      give(Decoder.control(first))
      return 1
    }
    switch Decoder.scalar(bytes) {
    case .scalar(let scalar, let count):
      // C1 controls are not keys.
      if scalar.value >= 0xA0 { give(Key(.character(scalar))) }
      return count
    case .invalid: return 1
    case .incomplete: return isLast ? bytes.count : nil
    }
  }

  private mutating func takeEscape(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> Int? {
    let start = bytes.startIndex
    guard bytes.count > 1 else {
      guard isLast else { return nil }
      give(Key(.escape))
      return 1
    }
    switch bytes[start + 1] {
    case 0x1B: return takeDoubleEscape(bytes, isLast: isLast)
    case UInt8(ascii: "["), UInt8(ascii: "O"):
      switch EscapeSequence.read(bytes) {
      case .complete(let sequence):
        perform(sequence)
        return sequence.length
      case .broken(let count): return count
      case .incomplete:
        guard isLast else { return nil }
        if bytes.count == 2 { return giveAlt(bytes, isLast: true) }
        return bytes.count
      }
    default:
      if let taken = EscapeSequence.stringLength(bytes, isLast: isLast) { return taken == 0 ? nil : taken }
      return giveAlt(bytes, isLast: isLast)
    }
  }

  /// `ESC ESC [ D` is how some terminals send Alt-Left; otherwise the first one stands alone.
  private mutating func takeDoubleEscape(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> Int? {
    let inner = bytes.dropFirst()
    if inner.count == 1 {
      guard isLast else { return nil }
    } else if inner[inner.startIndex + 1] == UInt8(ascii: "[") || inner[inner.startIndex + 1] == UInt8(ascii: "O") {
      switch EscapeSequence.read(inner) {
      case .complete(let sequence):
        if var key = sequence.key(isShiftTen: isShiftTen) {
          key.modifiers.insert(.alt)
          give(key)
          return sequence.length + 1
        }
      case .incomplete:
        guard isLast else { return nil }
      case .broken: break
      }
    }
    give(Key(.escape))
    return 1
  }

  /// `ESC x` is Alt-x.
  private mutating func giveAlt(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> Int? {
    let rest = bytes.dropFirst()
    let byte = rest[rest.startIndex]
    if byte < 0x80 {
      var key = Decoder.control(byte)
      key.modifiers.insert(.alt)
      give(key)
      return 2
    }
    switch Decoder.scalar(rest) {
    case .scalar(let scalar, let count):
      if scalar.value >= 0xA0 { give(Key(.character(scalar), .alt)) }
      return count + 1
    case .invalid:
      give(Key(.escape))
      return 1
    case .incomplete:
      guard isLast else { return nil }
      give(Key(.escape))
      return 1
    }
  }

  private mutating func perform(_ sequence: EscapeSequence) {
    if let mouse = sequence.mouse {
      events.append(.mouse(mouse))
    } else if let isFocused = sequence.focus {
      events.append(.focus(isFocused))
    } else if sequence.isPasteStart {
      paste = PasteBuffer(limit: Decoder.pasteLimit)
    } else if let key = sequence.key(isShiftTen: isShiftTen) {
      give(key)
    }
  }

  private mutating func give(_ key: Key) { events.append(.key(key)) }

  private mutating func takePaste(from start: Int) -> Int {
    guard var buffer = paste else { return 0 }
    paste = nil
    let taken = buffer.take(pending[start...])
    if buffer.isComplete { events.append(.paste(buffer.text)) } else { paste = buffer }
    return taken
  }
}

extension Decoder {
  /// The key of a byte below 0x80 that stands alone.
  static func control(_ byte: UInt8) -> Key {
    switch byte {
    case 0x00: Key(.character(" "), .control)
    case 0x08, 0x7F: Key(.backspace)
    case 0x09: Key(.tab)
    case 0x0A, 0x0D: Key(.enter)
    case 0x1B: Key(.escape)
    case 0x1C: Key(.character("\\"), .control)
    case 0x1D: Key(.character("]"), .control)
    case 0x1E: Key(.character("^"), .control)
    case 0x1F: Key(.character("/"), .control)
    case 0x01...0x1A: Key(.character(Unicode.Scalar(byte + 0x60)), .control)
    default: Key(.character(Unicode.Scalar(byte)))
    }
  }

  enum Scalar {
    case scalar(Unicode.Scalar, Int)
    case invalid
    case incomplete
  }

  /// The UTF-8 scalar at the front of bytes that begin at 0x80 or above.
  static func scalar(_ bytes: ArraySlice<UInt8>) -> Scalar {
    let start = bytes.startIndex
    let first = bytes[start]
    let count =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 0
      }
    guard count > 0 else { return .invalid }
    var value = UInt32(first) & (0x7F >> UInt32(count))
    for index in start + 1..<start + count {
      guard index < bytes.endIndex else { return .incomplete }
      guard bytes[index] & 0xC0 == 0x80 else { return .invalid }
      value = value << 6 | UInt32(bytes[index] & 0x3F)
    }
    let least: UInt32 = count == 2 ? 0x80 : count == 3 ? 0x800 : 0x10000
    guard value >= least, let scalar = Unicode.Scalar(value) else { return .invalid }
    return .scalar(scalar, count)
  }
}

/// The text between `ESC [ 200 ~` and `ESC [ 201 ~`.
struct PasteBuffer: Sendable {
  private static let end: [UInt8] = [0x1B, 0x5B, 0x32, 0x30, 0x31, 0x7E]
  private let limit: Int
  private var bytes: [UInt8] = []
  /// How much of the end mark has been seen.
  private var matched = 0
  private(set) var isComplete = false

  init(limit: Int) { self.limit = limit }

  /// Takes bytes up to the end mark and says how many those were.
  mutating func take(_ input: ArraySlice<UInt8>) -> Int {
    for index in input.indices {
      let byte = input[index]
      if byte == Self.end[matched] {
        matched += 1
        guard matched == Self.end.count else { continue }
        isComplete = true
        return index - input.startIndex + 1
      }
      if matched > 0 {
        keep(Self.end[..<matched])
        matched = byte == Self.end[0] ? 1 : 0
        if matched == 1 { continue }
      }
      if bytes.count < limit { bytes.append(byte) }
    }
    return input.count
  }

  private mutating func keep(_ more: ArraySlice<UInt8>) {
    if bytes.count + more.count <= limit { bytes.append(contentsOf: more) }
  }

  /// What was pasted, with line feeds as line ends and without other controls than tab.
  var text: String {
    var text = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x0D: text.append("\n")
      case 0x0A: if !isAfterReturn { text.append("\n") }
      case 0x09: text.append(scalar)
      case 0x00...0x1F, 0x7F...0x9F: break
      default: text.append(scalar)
      }
      isAfterReturn = scalar.value == 0x0D
    }
    return String(text)
  }
}
