import JSONText

/// The contents of `HEAD`: the last acknowledged commit and where its line ends.
///
/// A hint and a thing to watch, never synced: after a power cut it may be old, and then the journal counts.
struct Head: Equatable {
  static let size = 256
  private static let blanks = [UInt8](repeating: UInt8(ascii: " "), count: size - 1) + [10]

  let sequence: Int
  let segment: Int
  let offset: Int
  let hash: String

  /// One line of JSON, padded with blanks to 256 bytes.
  var bytes: [UInt8] {
    var line: [UInt8] = []
    line.reserveCapacity(Head.size)
    Digits.append("{\"seq\":", to: &line)
    Digits.append(sequence, to: &line)
    Digits.append(",\"seg\":", to: &line)
    Digits.append(segment, to: &line)
    Digits.append(",\"off\":", to: &line)
    Digits.append(offset, to: &line)
    Digits.append(",\"h\":\"", to: &line)
    line.append(contentsOf: hash.utf8)
    line.append(UInt8(ascii: "\""))
    let check = XXH64.hash(line)
    Digits.append(",\"c\":\"", to: &line)
    Digits.appendHex(check, to: &line)
    Digits.append("\"}", to: &line)
    line.append(contentsOf: Head.blanks[min(line.count, Head.size - 1)...])
    return line
  }

  init(sequence: Int, segment: Int, offset: Int, hash: String) {
    self.sequence = sequence
    self.segment = segment
    self.offset = offset
    self.hash = hash
  }

  /// Nil when the bytes are not a whole and sound head.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == Head.size, let brace = bytes.lastIndex(of: UInt8(ascii: "}")), brace > 24,
      let object = (try? JSONReader.value(bytes))?.object, let sequence = object["seq"]?.integer,
      let segment = object["seg"]?.integer, let offset = object["off"]?.integer, let hash = object["h"]?.text,
      StoreRule.headChecksum.holds(object["c"]?.text == Digits.hex(XXH64.hash(Array(bytes[..<(brace - 23)])))),
      sequence >= 0, segment > 0,
      offset >= 0, hash.utf8.count == 64
    else { return nil }
    self.init(sequence: Int(sequence), segment: Int(segment), offset: Int(offset), hash: hash)
  }
}
