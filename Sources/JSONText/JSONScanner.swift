/// Walks over one line of canonical JSON without building values.
///
/// It finds where things stand and checks no more than that: the bytes are ours, and a checksum covers them. Any bytes
/// are safe to scan. On text that is not canonical it answers false, and on text that is not JSON it may answer either.
public enum JSONScanner {
  /// Visits the members of an object, `{"key":value,…}` without blanks, in the order in which they stand.
  ///
  /// A key comes without its quotes, a value as it is written, a string with its quotes. False when the line is not in
  /// this form, or when a key holds an escape: then what was visited is void, and `JSONReader` has to read the line.
  @discardableResult
  public static func members(
    of line: UnsafeRawBufferPointer,
    _ body: (_ key: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) -> Void
  ) -> Bool {
    guard line.count >= 2, line[0] == UInt8(ascii: "{"), line[line.count - 1] == UInt8(ascii: "}") else { return false }
    if line.count == 2 { return true }
    var offset = 1
    while offset < line.count, line[offset] == UInt8(ascii: "\"") {
      let keyEnd = line.endOfPlainText(from: offset + 1)
      guard keyEnd + 2 < line.count, line[keyEnd] == UInt8(ascii: "\""), line[keyEnd + 1] == UInt8(ascii: ":")
      else { return false }
      guard let end = endOfValue(line, from: keyEnd + 2), end < line.count else { return false }
      body(line.part(offset + 1, keyEnd), line.part(keyEnd + 2, end))
      if line[end] == UInt8(ascii: "}") { return end == line.count - 1 }
      guard line[end] == UInt8(ascii: ",") else { return false }
      offset = end + 1
    }
    return false
  }

  /// Visits the elements of an array, `[value,…]` without blanks; false when the bytes are not in this form.
  @discardableResult
  public static func elements(
    of bytes: UnsafeRawBufferPointer, _ body: (_ value: UnsafeRawBufferPointer) -> Void
  ) -> Bool {
    guard bytes.count >= 2, bytes[0] == UInt8(ascii: "["), bytes[bytes.count - 1] == UInt8(ascii: "]")
    else { return false }
    if bytes.count == 2 { return true }
    var offset = 1
    while let end = endOfValue(bytes, from: offset), end < bytes.count {
      body(bytes.part(offset, end))
      if bytes[end] == UInt8(ascii: "]") { return end == bytes.count - 1 }
      guard bytes[end] == UInt8(ascii: ",") else { return false }
      offset = end + 1
    }
    return false
  }

  /// Where the line that begins at `start` ends: its line feed, or the end of all lines.
  public static func lineEnd(in lines: UnsafeRawBufferPointer, from start: Int) -> Int { lines.endOfLine(from: start) }

  /// Appends the text of a raw string, which stands in its quotes; false when it is none, and nothing is appended.
  @discardableResult
  public static func unescaped(_ rawString: UnsafeRawBufferPointer, into output: inout [UInt8]) -> Bool {
    let last = rawString.count - 1
    guard last >= 1, rawString[0] == UInt8(ascii: "\""), rawString[last] == UInt8(ascii: "\"") else { return false }
    let inner = rawString.part(1, last)
    let before = output.count
    var offset = 0
    while true {
      let end = inner.endOfPlainText(from: offset)
      output.append(contentsOf: inner.part(offset, end))
      if end == inner.count { return true }
      offset = end + 1
      do throws(JSONError) {
        guard inner[end] == UInt8(ascii: "\\") else { throw JSONError(offset: end, reason: .unexpectedByte) }
        try JSONEscapes.decode(inner, at: &offset, into: &output)
      } catch {
        output.removeSubrange(before...)
        return false
      }
    }
  }

  /// The place behind the value that begins at `start`; nil when no canonical value does.
  @inline(__always)
  static func endOfValue(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    switch bytes[start] {
    case UInt8(ascii: "\""): return endOfString(bytes, from: start)
    case UInt8(ascii: "{"), UInt8(ascii: "["): return endOfNesting(bytes, from: start)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "t"), UInt8(ascii: "f"),
      UInt8(ascii: "n"):
      return endOfWord(bytes, from: start)
    default: return nil
    }
  }

  /// The place behind the closing quote.
  @inline(__always)
  private static func endOfString(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var offset = start + 1
    while true {
      offset = bytes.endOfPlainText(from: offset)
      guard offset < bytes.count else { return nil }
      switch bytes[offset] {
      case UInt8(ascii: "\""): return offset + 1
      case UInt8(ascii: "\\"): offset += 2
      default: return nil
      }
    }
  }

  private static func endOfNesting(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var depth = 0
    var offset = start
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "\""):
        guard let end = endOfString(bytes, from: offset) else { return nil }
        offset = bytes.nextStructure(from: end)
        continue
      default: return nil
      }
      offset += 1
      if depth == 0 { return offset }
      offset = bytes.nextStructure(from: offset)
    }
    return nil
  }

  /// The end of a number, `true`, `false` or `null`: the next comma, bracket or brace.
  @inline(__always)
  private static func endOfWord(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
    var offset = start + 1
    while offset < bytes.count {
      switch bytes[offset] {
      case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"): return offset
      case 0x00...0x20, UInt8(ascii: "\""), UInt8(ascii: ":"): return nil
      default: offset += 1
      }
    }
    return nil
  }
}
