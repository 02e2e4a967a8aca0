import JenjangDomain

/// Walks over all files of a store once.
struct Verifier {
  let disk: any Disk
  let store: RecordID
  let isDeep: Bool
  var report = VerifyReport()
  /// The state at the newest snapshot, replayed from the beginning; only for a deep check.
  private var state = Strangers()
  private var newest: Generation?
  private var position = Position.start

  init(disk: any Disk, store: RecordID, isDeep: Bool) {
    self.disk = disk
    self.store = store
    self.isDeep = isDeep
  }

  mutating func run() throws(StoreError) {
    let head = try disk.contents(Layout.head).flatMap { Head($0) }
    if head == nil { find(Layout.head, nil, .noHead) }
    try checkSnapshots()
    try checkJournal(head)
    report.head = StoreHead(sequence: position.sequence, hash: position.hash)
    if let head, report.isClean, head.sequence != position.sequence || head.hash != position.hash {
      find(Layout.segment(position.segment), nil, .endsBeforeHead(head.sequence - position.sequence))
    }
    if isDeep, report.isClean { try compareWithJournal() }
  }

  private mutating func find(_ file: String, _ line: Int?, _ text: Text) {
    report.findings.append(VerifyReport.Finding(file: file, line: line, text: text))
  }
}

extension Verifier {
  /// Reads the journal from its first segment on; stops at the first line that is not right.
  private mutating func checkJournal(_ head: Head?) throws(StoreError) {
    let numbers = try disk.list(Layout.journal).compactMap(Layout.segmentNumber).sorted()
    guard let first = numbers.first, first == 1 else { return find(Layout.journal, nil, .segmentMissing(1)) }
    for number in numbers {
      guard number == position.segment + (position.offset == 0 ? 0 : 1) else {
        return find(Layout.journal, nil, .segmentMissing(position.segment + 1))
      }
      if let head, number > head.segment { return }
      report.files += 1
      guard try checkSegment(number, head) else { return }
    }
  }

  private mutating func checkSegment(_ number: Int, _ head: Head?) throws(StoreError) -> Bool {
    let path = Layout.segment(number)
    guard let bytes = try disk.contents(path) else { return false }
    let next = try disk.contents(Layout.segment(number + 1)).flatMap { Verifier.header($0)?.pin }
    let limit = next?.bytes ?? (head?.segment == number ? head?.offset : nil) ?? bytes.count
    guard limit <= bytes.count else {
      find(path, nil, .shorter(limit - bytes.count))
      return false
    }
    guard
      let failure = bytes.withUnsafeBytes({ buffer in
        check(UnsafeRawBufferPointer(rebasing: buffer[..<limit]), number)
      })
    else {
      if next != nil, bytes.count > limit { find(path, nil, .behindEnd(bytes.count - limit)) }
      return true
    }
    // What follows the last sound line of a journal without a head may be a save that was interrupted.
    find(path, failure.line, failure.text)
    return false
  }

  private static func header(_ bytes: [UInt8]) -> SegmentHeader? {
    bytes.withUnsafeBytes { buffer in
      ByteSearch.lineFeed(in: buffer, from: 0).flatMap {
        SegmentHeader(UnsafeRawBufferPointer(rebasing: buffer[..<$0]))
      }
    }
  }

  private struct Failure {
    let line: Int
    let text: Text
  }

  /// Checks the lines of a segment; nil when all are right.
  private mutating func check(_ bytes: UnsafeRawBufferPointer, _ number: Int) -> Failure? {
    var start = 0
    var line = 0
    while start < bytes.count {
      line += 1
      guard let end = ByteSearch.lineFeed(in: bytes, from: start),
        let parts = Framing.parts(UnsafeRawBufferPointer(rebasing: bytes[start..<end]))
      else { return Failure(line: line, text: .unsound) }
      let text = UnsafeRawBufferPointer(rebasing: bytes[start..<end])
      guard follows(parts, text, isFirst: line == 1, number: number) else {
        return Failure(line: line, text: .brokenLink)
      }
      if isDeep, let wrong = Verifier.deepFailure(parts, text) { return Failure(line: line, text: wrong) }
      position = Position(
        segment: number, offset: end + 1, sequence: max(position.sequence, parts.sequence), hash: parts.hash)
      report.lines += 1
      if isDeep, !parts.isHeader { keep(text) }
      start = end + 1
    }
    return nil
  }

  private func follows(
    _ parts: Framing.Parts, _ line: UnsafeRawBufferPointer, isFirst: Bool, number: Int
  ) -> Bool {
    guard parts.previous == position.hash, parts.isHeader == isFirst else { return false }
    guard isFirst else { return parts.sequence == position.sequence + 1 }
    guard let header = SegmentHeader(line), header.store == store, header.number == number,
      header.first == position.sequence + 1
    else { return false }
    return header.pin == (number == 1 ? nil : SegmentHeader.Pin(position))
  }

  /// What is wrong with the hashes of a line; nil when they are right.
  private static func deepFailure(_ parts: Framing.Parts, _ line: UnsafeRawBufferPointer) -> Text? {
    guard Digits.hex(SHA256.hash(parts.head)) == parts.hash else { return .wrongHash }
    if parts.isHeader { return nil }
    return Framing.digest(of: parts, in: line) ?? "" == Framing.storedDigest(of: parts) ? nil : .wrongDigest
  }

  /// Takes a commit into the state that is compared with the newest snapshot.
  private mutating func keep(_ line: UnsafeRawBufferPointer) {
    guard let newest, let commit = Commit(line: line), commit.sequence <= newest.manifest.position.sequence
    else { return }
    for operation in commit.operations { state.apply(operation) }
  }
}

extension Verifier {
  private mutating func checkSnapshots() throws(StoreError) {
    for number in try LoadedState.numbers(disk) {
      let folder = Layout.generation(number)
      guard let bytes = try disk.contents(folder + "/" + Layout.manifest), let manifest = Manifest(bytes) else {
        find(folder, nil, .badManifest)
        continue
      }
      newest = Generation(folder: folder, manifest: manifest)
      report.files += 1
      for entry in manifest.files {
        report.files += 1
        report.lines += entry.lines
        if try !hasHashes(entry, folder) { find(folder + "/" + entry.name, nil, .badSnapshot) }
      }
    }
  }

  private func hasHashes(_ entry: Manifest.Entry, _ folder: String) throws(StoreError) -> Bool {
    let path = folder + "/" + entry.name
    guard try disk.facts(path)?.size == entry.bytes else { return false }
    let file = try disk.open(path, .read)
    defer { disk.close(file) }
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    var check = XXH64()
    var sha256 = SHA256()
    var offset = 0
    while offset < entry.bytes {
      let count = try disk.read(file, at: offset, into: &buffer, count: min(buffer.count, entry.bytes - offset))
      guard count > 0 else { return false }
      buffer.withUnsafeBytes { bytes in
        check.update(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        if isDeep { sha256.update(UnsafeRawBufferPointer(rebasing: bytes[..<count])) }
      }
      offset += count
    }
    return check.value == entry.check && (!isDeep || Digits.hex(sha256.finish()) == entry.sha256)
  }

  /// The newest snapshot must hold exactly the records that the journal leads to.
  private mutating func compareWithJournal() throws(StoreError) {
    guard let newest else { return }
    for entry in newest.manifest.files {
      var expected = state.kinds[entry.kind] ?? [:]
      var isSame = true
      try SnapshotLoader.records(of: entry, in: newest.folder, disk: disk) { id, revision, object in
        let stored = expected.removeValue(forKey: id)
        isSame = isSame && stored?.object == object && stored?.revision == revision
      }
      if !isSame || !expected.isEmpty { find("\(newest.folder)/\(entry.name)", nil, .otherState) }
    }
    let named = Set(newest.manifest.files.map(\.kind))
    for (kind, records) in state.kinds where !records.isEmpty && !named.contains(kind) {
      find("\(newest.folder)/\(Layout.records(kind))", nil, .otherState)
    }
  }
}

extension Text {
  fileprivate static let noHead = Text("HEAD tidak ada atau rusak", en: "HEAD is missing or damaged")
  fileprivate static let unsound = Text("baris tidak utuh", en: "the line is not whole")
  fileprivate static let brokenLink = Text(
    "baris tidak menyambung ke baris sebelumnya", en: "the line does not follow the one before")
  fileprivate static let wrongHash = Text("hash rantai tidak cocok", en: "the chain hash does not match")
  fileprivate static let wrongDigest = Text(
    "isi simpanan tidak cocok dengan hash-nya", en: "the operations do not match their digest")
  fileprivate static let badManifest = Text("MANIFEST.json rusak", en: "MANIFEST.json is damaged")
  fileprivate static let badSnapshot = Text(
    "isi berkas tidak cocok dengan MANIFEST.json", en: "the file is not what MANIFEST.json says")
  fileprivate static let otherState = Text(
    "isi cuplikan tidak sama dengan hasil jurnal", en: "the snapshot is not what the journal leads to")

  fileprivate static func segmentMissing(_ number: Int) -> Text {
    Text("\(Layout.segment(number)) tidak ada", en: "\(Layout.segment(number)) is missing")
  }
  fileprivate static func endsBeforeHead(_ count: Int) -> Text {
    Text(
      "\(count) perubahan yang sudah dikonfirmasi tidak ada lagi",
      en: "\(count) acknowledged changes are no longer there")
  }
  fileprivate static func shorter(_ count: Int) -> Text {
    Text("berkas kurang \(count) bita", en: "the file is \(count) bytes too short")
  }
  fileprivate static func behindEnd(_ count: Int) -> Text {
    Text("ada \(count) bita di belakang ujung berkas", en: "there are \(count) bytes behind the file's end")
  }
}
