import JSONText
import JenjangDomain

/// A part of the journal that is lost, and that somebody has accepted as lost by a commit of its own.
struct AcceptedGap {
  let lost: ClosedRange<Int>
  /// The hash of the last lost line, by which the line after it is recognised; nil when nothing of the old chain
  /// follows.
  let hash: String?
  /// The commit that says so.
  let sequence: Int
  let by: String
  let why: String

  var words: Text {
    Text(
      "celah no. \(lost.lowerBound)–\(lost.upperBound) diterima oleh \(by) di no. \(sequence): \(why)",
      en: "the gap no. \(lost.lowerBound)–\(lost.upperBound) was accepted by \(by) in no. \(sequence): \(why)")
  }

  /// The operation of the commit that accepts it.
  static func operation(lost: ClosedRange<Int>, hash: String?, nonce: (UInt64, UInt64)) -> [UInt8] {
    var bytes = Array("{\"n\":\"".utf8)
    Digits.appendBase64(nonce.0, nonce.1, to: &bytes)
    bytes.append(contentsOf: "\",\"o\":\"gap\",\"from\":\(lost.lowerBound),\"to\":\(lost.upperBound)".utf8)
    if let hash { bytes.append(contentsOf: ",\"h\":\"\(hash)\"".utf8) }
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  /// The gap that begins after a commit, looked for in a segment and those after it; nil when nobody accepted one.
  static func find(after sequence: Int, from number: Int, on disk: any Disk) throws(StoreError) -> AcceptedGap? {
    let search = ByteSearch(Array("\"o\":\"gap\",\"from\":\(sequence + 1),\"to\":".utf8))
    for segment in try disk.segmentNumbers() where segment >= number {
      let bytes = try disk.contents(Layout.segment(segment)) ?? []
      let found = bytes.withUnsafeBytes { buffer -> AcceptedGap? in
        guard let hit = search.first(in: buffer), let end = ByteSearch.lineFeed(in: buffer, from: hit) else {
          return nil
        }
        let start = ByteSearch.lastLineFeed(in: buffer, before: hit).map { $0 + 1 } ?? 0
        return AcceptedGap(UnsafeRawBufferPointer(rebasing: buffer[start..<end]))
      }
      if let found, found.lost.lowerBound == sequence + 1 { return found }
    }
    return nil
  }

  private init?(_ line: UnsafeRawBufferPointer) {
    guard let parts = Framing.parts(line), Framing.digest(of: parts, in: line) == Framing.storedDigest(of: parts),
      let object = (try? JSONReader.value(line))?.object, let by = object["by"]?.text, let why = object["why"]?.text,
      let operation = object["ops"]?.array?.lazy.compactMap(\.object).first(where: { $0["o"]?.text == "gap" }),
      let first = operation["from"]?.integer, let last = operation["to"]?.integer, last >= first
    else { return nil }
    lost = Int(first)...Int(last)
    hash = operation["h"]?.text
    sequence = parts.sequence
    self.by = by
    self.why = why
  }

  /// Where the chain goes on behind the gap; nil when that place is not there.
  func resumption(from number: Int, on disk: any Disk) throws(StoreError) -> Position? {
    guard let hash else { return nil }
    let search = ByteSearch(Array(",\"p\":\"\(hash)\"".utf8))
    for segment in try disk.segmentNumbers() where segment >= number {
      let bytes = try disk.contents(Layout.segment(segment)) ?? []
      let start = bytes.withUnsafeBytes { buffer -> Int? in
        guard let hit = search.first(in: buffer), let end = ByteSearch.lineFeed(in: buffer, from: hit) else {
          return nil
        }
        let start = ByteSearch.lastLineFeed(in: buffer, before: hit).map { $0 + 1 } ?? 0
        return Framing.parts(UnsafeRawBufferPointer(rebasing: buffer[start..<end])).map { _ in start }
      }
      if let start { return Position(segment: segment, offset: start, sequence: lost.upperBound, hash: hash) }
    }
    return nil
  }
}
