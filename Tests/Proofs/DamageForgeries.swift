import JenjangDomain

@testable import JenjangStore

/// Lines and files that are sound by themselves and do not belong where they stand.
extension DamageLab {
  var forgeries: [DamageCase] {
    headerForgeries + lineForgeries + headForgeries + foreignForgeries + shortForgeries + begunForgeries
      + generationForgeries
  }

  /// A line with one piece of text replaced and a new checksum.
  static func forged(_ line: [UInt8], _ old: String, _ new: String) -> [UInt8]? {
    var text = String(decoding: line, as: UTF8.self)
    guard let range = text.firstRange(of: old) else { return nil }
    text.replaceSubrange(range, with: new)
    var body = Array(text.utf8.dropLast(25))
    let check = XXH64.hash(body)
    body.append(contentsOf: ",\"c\":\"\(Digits.hex(check))\"}\n".utf8)
    return body
  }

  /// A commit's line with one piece of text before its hash replaced, and hash and checksum made anew.
  private static func resealed(_ line: [UInt8], _ old: String, _ new: String) -> [UInt8]? {
    let text = String(decoding: line, as: UTF8.self)
    guard let hash = text.firstRange(of: ",\"h\":\""), let operations = text.firstRange(of: ",\"ops\":"),
      let range = text[..<hash.lowerBound].firstRange(of: old)
    else { return nil }
    var head = Array((text[..<range.lowerBound] + new + text[range.upperBound..<hash.lowerBound]).utf8)
    _ = Framing.seal(&head, operations: Array(text[operations.upperBound...].utf8.dropLast(25)))
    return head
  }

  private func replacing(_ line: Int, of path: String, _ old: String, _ new: String) -> DamageCase? {
    var lines = SimDisk.lines(bytes(path))
    guard line < lines.count, let forged = DamageLab.forged(lines[line], old, new), forged != lines[line] else {
      return nil
    }
    lines[line] = forged
    return .replaced(file: path, name: "line \(line): \(old) became \(new)", bytes: lines.flatMap { $0 })
  }

  private var last: String { segments.last ?? "" }

  private var headerForgeries: [DamageCase] {
    let number = segments.count
    return segments.flatMap { path in
      [
        replacing(0, of: path, "\"n\":\(number)", "\"n\":\(number + 4)"),
        replacing(0, of: path, "\"store\":\"0", "\"store\":\"1"),
        replacing(0, of: path, "\"from\":", "\"from\":1"),
        replacing(0, of: path, "\"bytes\":", "\"bytes\":1"),
        replacing(0, of: path, "\"bytes\":\(bytes(path).count)", "\"bytes\":9"),
        replacing(0, of: path, "\"p\":\"", "\"p\":\"f"),
      ].compactMap { $0 }
    }
  }

  private var lineForgeries: [DamageCase] {
    let lines = SimDisk.lines(bytes(last))
    let forged = (1..<lines.count).flatMap { line in
      [
        replacing(line, of: last, "\"seq\":", "\"seq\":1"), replacing(line, of: last, "\"p\":\"", "\"p\":\"0"),
      ].compactMap { $0 }
    }
    // Behind the last line nothing names its hash but `HEAD`.
    guard var changed = lines.last.flatMap({ DamageLab.resealed($0, "\"SK ", "\"SP ") }) else { return forged }
    changed = lines.dropLast().flatMap { $0 } + changed
    return forged + [.urgent(file: last, name: "the last commit gives another reason", bytes: changed)]
  }

  /// A segment has just begun, as a roll that was cut off leaves it, and its header says something else.
  ///
  /// Nothing follows that could show it, and nothing would be lost: but what is saved next would be behind it.
  private var begunForgeries: [DamageCase] {
    guard let head = Head(bytes(Layout.head)) else { return [] }
    let pin = SegmentHeader.Pin(number: head.segment, bytes: head.offset, sequence: head.sequence)
    let later = SegmentHeader.Pin(number: head.segment, bytes: head.offset, sequence: head.sequence + 1)
    let next = head.segment + 1
    func begun(_ name: String, of store: RecordID? = nil, _ number: Int, first: Int, _ pin: SegmentHeader.Pin?)
      -> DamageCase
    {
      let header = SegmentHeader(
        store: store ?? self.store, number: number, first: first, time: 0, pin: pin, previous: head.hash)
      return .urgent(file: Layout.segment(next), name: "just begun, with \(name)", bytes: header.line().bytes)
    }
    return [
      begun("another number", next + 4, first: head.sequence + 1, pin),
      begun("another first commit", next, first: head.sequence + 2, pin),
      begun("another end of the one before", next, first: head.sequence + 1, later),
      begun("no end of the one before", next, first: head.sequence + 1, nil),
      begun("another store", of: RecordID(high: 7, low: 7), next, first: head.sequence + 1, pin),
    ]
  }

  private var headForgeries: [DamageCase] {
    guard let head = Head(bytes(Layout.head)) else { return [] }
    let other = Head(
      sequence: head.sequence, segment: head.segment, offset: head.offset, hash: String(head.hash.reversed()))
    let later = Head(
      sequence: head.sequence + 1, segment: head.segment, offset: head.offset + 500, hash: head.hash)
    let next = Head(sequence: head.sequence + 1, segment: head.segment + 1, offset: 300, hash: head.hash)
    return [
      .replaced(file: Layout.head, name: "another hash", bytes: other.bytes),
      .replaced(file: Layout.head, name: "a later commit", bytes: later.bytes),
      .replaced(file: Layout.head, name: "a later segment", bytes: next.bytes),
    ]
  }

  /// The journal ends before the place of the newest snapshot, and no `HEAD` says so.
  private var shortForgeries: [DamageCase] {
    guard let file = files.last(where: { $0.path.hasPrefix("snapshot/") && $0.path.hasSuffix("MANIFEST.json") }),
      let place = Manifest(file.bytes)?.position
    else { return [] }
    let path = Layout.segment(place.segment)
    let gone = (segments.filter { $0 > path } + [Layout.head]).map { DamageCase.Bytes(file: $0, bytes: nil) }
    let cut = [1, place.offset / 2].map { count in
      let cut = DamageCase.Bytes(file: path, bytes: Array(bytes(path).prefix(place.offset - count)))
      return DamageCase.several("\(path): ends \(count) bytes before the snapshot, and no HEAD", [cut] + gone)
    }
    guard case .replaced(_, _, let foreign) = replacing(0, of: path, "\"store\":\"0", "\"store\":\"1") else {
      return cut
    }
    let other = DamageCase.Bytes(file: path, bytes: Array(foreign.prefix(place.offset)))
    return cut + [.several("\(path): of another store up to the snapshot, and no HEAD", [other] + gone)]
  }

  /// Two snapshots have changed places: each is whole.
  private var generationForgeries: [DamageCase] {
    let parts = files.filter { $0.path.hasPrefix("snapshot/") }.map { ($0.path.split(separator: "/"), $0.bytes) }
    let folders = Set(parts.compactMap { $0.0.count == 3 ? String($0.0[1]) : nil }).sorted()
    guard folders.count == 2 else { return [] }
    let moved = parts.map { path, bytes in
      DamageCase.Bytes(
        file: "snapshot/\(path[1] == folders[0] ? folders[1] : folders[0])/\(path[2])", bytes: bytes)
    }
    return [.several("snapshot/\(folders[0]) and \(folders[1]) exchanged", moved)]
  }

  /// What another store, or another copy of this one, has gone on to.
  private var foreignForgeries: [DamageCase] {
    var cases: [DamageCase] = []
    let ownHead = DamageCase.Bytes(file: Layout.head, bytes: nil)
    for (name, other) in [("another copy", fork(of: store)), ("another store", fork(of: RecordID(high: 7, low: 7)))] {
      guard let other else { continue }
      let segment = other.bytes(other.last)
      cases.append(.replaced(file: last, name: "the segment of \(name)", bytes: segment))
      cases.append(
        .several("\(last): the segment of \(name), and no HEAD", [.init(file: last, bytes: segment), ownHead])
      )
      // Nothing but its headers says whose history this is.
      let manifests = files.map(\.path).filter { $0.hasSuffix(Layout.manifest) }
      let whole = segments.map {
        DamageCase.Bytes(file: $0, bytes: other.segments.contains($0) ? other.bytes($0) : nil)
      }
      let gone = manifests.map { DamageCase.Bytes(file: $0, bytes: nil) }
      if other.store != store {
        cases.append(.several("the journal of \(name), and nothing else", whole + gone + [ownHead]))
      }
      let lines = SimDisk.lines(bytes(last))
      for (index, line) in SimDisk.lines(segment).enumerated() where index > 0 && index < lines.count {
        var mixed = lines
        mixed[index] = line
        let bytes = mixed.flatMap { $0 }
        cases.append(.replaced(file: last, name: "line \(index) of \(name)", bytes: bytes))
        cases.append(
          .several("\(last): line \(index) of \(name), and no HEAD", [.init(file: last, bytes: bytes), ownHead]))
      }
      for file in other.files where file.path.hasPrefix("snapshot/") && file.path.hasSuffix("MANIFEST.json") {
        cases.append(.replaced(file: file.path, name: "the manifest of \(name)", bytes: file.bytes))
      }
    }
    return cases
  }

  /// The same store with another history after the same number of saves; nil when it cannot be made.
  private func fork(of store: RecordID) -> DamageLab? { try? DamageLab(like: self, store: store) }
}
