import Glibc

/// How a line of the journal is made and taken apart: fixed markers, two hashes, no JSON parser.
///
/// The head part is everything before `,"h":"`; `h` is its SHA-256. The last member is `c`, the XXH64 of
/// everything before `,"c":"`. Inside a JSON string a quote is always escaped, so neither marker occurs earlier.
enum Framing {
  static let zeroHash = String(repeating: "0", count: 64)
  /// The longest line, its line feed included.
  static let maximumLine = 1 << 20
  /// From `,"c":"` to the closing brace.
  private static let sealLength = 24
  private static let hashMarker = Array(",\"h\":\"".utf8)
  private static let hashSearch = ByteSearch(hashMarker)
  private static let sealMarker = Array(",\"c\":\"".utf8)
  private static let previousMarker = Array(",\"p\":\"".utf8)

  /// Closes a line whose head part stands in `line`: hash, operations, checksum and line feed.
  ///
  /// Gives the hash.
  static func seal(_ line: inout [UInt8], operations: [UInt8]? = nil) -> String {
    let hash = SHA256.hash(line)
    line.append(contentsOf: hashMarker)
    let start = line.count
    Digits.appendHex(hash, to: &line)
    let text = String(decoding: line[start...], as: UTF8.self)
    line.append(UInt8(ascii: "\""))
    if let operations {
      Digits.append(",\"ops\":", to: &line)
      line.append(contentsOf: operations)
    }
    let check = XXH64.hash(line)
    line.append(contentsOf: sealMarker)
    Digits.appendHex(check, to: &line)
    Digits.append("\"}\n", to: &line)
    return text
  }

  /// A line whose checksum is right, cut at its markers.
  struct Parts {
    let head: UnsafeRawBufferPointer
    /// The stored hash of this line and that of the line before.
    let hash: String
    let previous: String
    /// True for the first line of a segment.
    let isHeader: Bool
    /// The number of a commit; 0 for a header.
    let sequence: Int
  }

  /// Takes a line without its line feed apart; nil when it is not a whole and sound line.
  static func parts(_ line: UnsafeRawBufferPointer) -> Parts? {
    guard line.count > sealLength + 140, line.count < maximumLine else { return nil }
    let body = UnsafeRawBufferPointer(rebasing: line[..<(line.count - sealLength)])
    guard matches(line, sealMarker, at: body.count), line[line.count - 1] == UInt8(ascii: "}"),
      line[line.count - 2] == UInt8(ascii: "\""), StoreRule.lineChecksum.holds(hasSeal(line, of: body)),
      let end = hashSearch.first(in: body),
      end + 71 <= body.count, end >= 71, matches(line, previousMarker, at: end - 71)
    else { return nil }
    let head = UnsafeRawBufferPointer(rebasing: body[..<end])
    let hash = text(line, end + 6, 64)
    let previous = text(line, end - 65, 64)
    if starts(line, "{\"k\":\"seg\",") {
      return Parts(head: head, hash: hash, previous: previous, isHeader: true, sequence: 0)
    }
    guard starts(line, "{\"k\":\"c\",\"seq\":"), let sequence = number(line, at: 15) else { return nil }
    return Parts(head: head, hash: hash, previous: previous, isHeader: false, sequence: sequence)
  }

  private static func hasSeal(_ line: UnsafeRawBufferPointer, of body: UnsafeRawBufferPointer) -> Bool {
    var expected: [UInt8] = []
    expected.reserveCapacity(16)
    Digits.appendHex(XXH64.hash(body), to: &expected)
    return matches(line, expected, at: body.count + 6)
  }

  private static func matches(_ line: UnsafeRawBufferPointer, _ bytes: [UInt8], at offset: Int) -> Bool {
    guard offset + bytes.count <= line.count else { return false }
    for index in 0..<bytes.count where line[offset + index] != bytes[index] { return false }
    return true
  }

  private static func starts(_ line: UnsafeRawBufferPointer, _ text: StaticString) -> Bool {
    guard line.count > text.utf8CodeUnitCount, let address = line.baseAddress else { return false }
    return memcmp(address, text.utf8Start, text.utf8CodeUnitCount) == 0
  }

  private static func text(_ line: UnsafeRawBufferPointer, _ offset: Int, _ count: Int) -> String {
    String(decoding: line[offset..<(offset + count)], as: UTF8.self)
  }

  private static func number(_ line: UnsafeRawBufferPointer, at offset: Int) -> Int? {
    var value = 0
    for index in offset..<min(offset + 16, line.count) {
      let byte = line[index]
      if byte == UInt8(ascii: ",") { return index > offset ? value : nil }
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return nil
  }
}
