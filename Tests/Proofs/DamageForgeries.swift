import JenjangDomain

@testable import JenjangStore

/// Lines and files that are sound by themselves and do not belong where they stand.
extension DamageLab {
  var forgeries: [DamageCase] {
    headerForgeries + lineForgeries + headForgeries + foreignForgeries + shortForgeries
  }

  /// A line with one piece of text replaced and a new checksum.
  private static func forged(_ line: [UInt8], _ old: String, _ new: String) -> [UInt8]? {
    var text = String(decoding: line, as: UTF8.self)
    guard let range = text.firstRange(of: old) else { return nil }
    text.replaceSubrange(range, with: new)
    var body = Array(text.utf8.dropLast(25))
    let check = XXH64.hash(body)
    body.append(contentsOf: ",\"c\":\"\(Digits.hex(check))\"}\n".utf8)
    return body
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
    return (1..<lines.count).flatMap { line in
      [
        replacing(line, of: last, "\"seq\":", "\"seq\":1"), replacing(line, of: last, "\"p\":\"", "\"p\":\"0"),
      ].compactMap { $0 }
    }
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
    let gone = segments.filter { $0 > path } + [Layout.head]
    return [1, place.offset / 2].map { count in
      let cut = DamageCase.Bytes(file: path, bytes: Array(bytes(path).prefix(place.offset - count)))
      return .several(
        "\(path): ends \(count) bytes before the snapshot, and no HEAD",
        [cut] + gone.map { DamageCase.Bytes(file: $0, bytes: nil) })
    }
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
