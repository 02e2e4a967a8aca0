import JenjangDomain

/// What a repair has done.
public struct RepairReport: Sendable {
  /// Segments that were taken from the copy.
  public internal(set) var replaced: [String] = []
  /// What is still wrong; nil when the chain is whole.
  public internal(set) var remaining: VerifyReport.Finding?
  /// The commits that were accepted as lost.
  public internal(set) var gap: ClosedRange<Int>?
}

extension Store {
  /// Takes missing and damaged segments of the journal from a backup or from a colleague's copy, `store.json` too.
  ///
  /// The right ones are known by their chain, whatever their names are. What is replaced goes into quarantine; nobody may
  /// have the store open.
  public static func repair(at path: String, from copy: String, environment: Environment)
    throws(StoreError) -> RepairReport
  {
    try repair(try PosixDisk(path), path: path, from: try PosixDisk(copy), environment: environment)
  }

  static func repair(_ disk: any Disk, path: String, from copy: any Disk, environment: Environment)
    throws(StoreError) -> RepairReport
  {
    guard try disk.holdsStore() else { throw .notFound(path: path) }
    let lock = try disk.open(Layout.lock, .overwrite)
    defer { disk.close(lock) }
    return try disk.alone(lock) { () throws(StoreError) in
      var report = RepairReport()
      if try mendDescription(disk, from: copy, environment) { report.replaced.append(Layout.description) }
      let store = try describe(disk, path: path).description.store
      let candidates = try files(in: copy)
      while let found = try firstBreak(disk, store: store) {
        report.remaining = found.finding
        guard let bytes = found.best(of: candidates) else { return report }
        try replace(Layout.segment(found.number), with: bytes, on: disk, environment)
        report.replaced.append(Layout.segment(found.number))
        report.remaining = nil
        guard report.replaced.count < 10_000 else { break }
      }
      return report
    }
  }

  /// Takes `store.json` from the copy of the same store when it is missing here or cannot be read; true when it did.
  ///
  /// Which store this is say the headers of the journal, and in which form its newest records are.
  private static func mendDescription(_ disk: any Disk, from copy: any Disk, _ environment: Environment)
    throws(StoreError) -> Bool
  {
    let present = try disk.contents(Layout.description)
    if let present, StoreDescription.read(present) != nil { return false }
    var headers: [SegmentHeader] = []
    for number in try disk.segmentNumbers() {
      if let header = try ChainLookup.header(of: number, on: disk) { headers.append(header) }
    }
    guard let bytes = try copy.contents(Layout.description), let (found, _) = StoreDescription.read(bytes),
      let last = headers.last, headers.allSatisfy({ $0.store == found.store })
    else { return false }
    if found.sharing == .group { disk.give(FileRights(.group, of: try disk.facts("."))) }
    if let present { try keep(present, of: Layout.description, ending: "json.old", on: disk, environment) }
    var description = found
    description.schema = max(found.schema, last.schema)
    try disk.replaceDescription(description)
    try disk.syncFolder("")
    return true
  }

  /// The first place where the chain cannot be followed; nil when it is whole up to the head.
  private static func firstBreak(_ disk: any Disk, store: RecordID) throws(StoreError) -> ChainBreak? {
    let head = try disk.contents(Layout.head).flatMap { Head($0) }
    var walk = ChainWalk(disk: disk, store: store, isDeep: true)
    while true {
      let before = walk
      if let failure = try walk.segment(upTo: head, { _, _ in }) {
        let finding = VerifyReport.Finding(file: failure.file, line: failure.line, text: failure.text)
        return try ChainBreak(before: before, reached: walk, finding: finding, head: head, disk: disk)
      }
      guard walk.position != before.position, try walk.hasNext(upTo: head) else { break }
    }
    guard let head, !walk.position.reaches(head) else { return nil }
    let finding = VerifyReport.Finding(
      file: Layout.segment(walk.position.segment), line: nil, text: .endsEarly(head.sequence - walk.position.sequence))
    return try ChainBreak(before: nil, reached: walk, finding: finding, head: head, disk: disk)
  }

  /// The contents of all files of a folder, and of its `journal`, that may be segments.
  private static func files(in copy: any Disk) throws(StoreError) -> [[UInt8]] {
    var files: [[UInt8]] = []
    for folder in ["", Layout.journal] {
      for name in try copy.list(folder) where name.hasSuffix(".ndjson") {
        let path = folder.isEmpty ? name : folder + "/" + name
        guard try copy.facts(path)?.kind == .file, let bytes = try copy.contents(path) else { continue }
        files.append(bytes)
      }
    }
    return files
  }

  private static func replace(_ path: String, with bytes: [UInt8], on disk: any Disk, _ environment: Environment)
    throws(StoreError)
  {
    if try disk.facts(Layout.rewrittenSegment) != nil { try disk.remove(Layout.rewrittenSegment) }
    if let old = try disk.contents(path) { try keep(old, of: path, ending: "ndjson", on: disk, environment) }
    try disk.writeNew(Layout.rewrittenSegment, bytes)
    try disk.rename(Layout.rewrittenSegment, to: path)
    try disk.syncFolder(Layout.journal)
  }
}

extension Store {
  /// Puts what a repair replaces into quarantine, with a note.
  private static func keep(
    _ bytes: [UInt8], of path: String, ending: String, on disk: any Disk, _ environment: Environment
  ) throws(StoreError) {
    let name = "\(Layout.quarantine)/\(environment.newID().text)"
    try disk.writeNew("\(name).\(ending)", bytes)
    try disk.writeNew(name + ".json", QuarantineNote(file: path, why: "replaced by repair").bytes(environment))
    try disk.syncFolder(Layout.quarantine)
  }
}

/// A place where the chain breaks, and what would mend it.
private struct ChainBreak {
  /// The segment that is damaged or missing.
  let number: Int
  let finding: VerifyReport.Finding
  /// The chain as it stands at the beginning of that segment.
  private let start: ChainWalk
  /// The last commit that is proved now.
  private let reached: Position
  private let head: Head?
  /// Where the segment must end, when the next one says so.
  private let pin: SegmentHeader.Pin?

  init(before: ChainWalk?, reached: ChainWalk, finding: VerifyReport.Finding, head: Head?, disk: any Disk)
    throws(StoreError)
  {
    self.finding = finding
    self.reached = reached.position
    self.head = head
    let began = before ?? reached
    // Without a failure the journal is sound and too short: cut within its last segment, or that one is gone.
    let isCut = before == nil && head?.segment == began.position.segment
    number = isCut || began.position.offset == 0 ? began.position.segment : began.position.segment + 1
    var walk = ChainWalk(disk: disk, store: reached.store, isDeep: true)
    while walk.position.segment < number - 1 || walk.position.offset == 0 && number > 1 {
      let position = walk.position
      guard try walk.segment(upTo: nil, { _, _ in }) == nil, walk.position != position else { break }
    }
    start = walk
    pin = try ChainLookup.header(of: number + 1, on: disk)?.pin
  }

  /// The bytes of the candidate that leads furthest, cut where the next segment goes on; nil when none helps.
  ///
  /// It must lead further than what is there, and hold what is there: an older copy and another history mend nothing.
  func best(of candidates: [[UInt8]]) -> [UInt8]? {
    var best: (bytes: ArraySlice<UInt8>, sequence: Int)?
    for candidate in candidates {
      var trial = start
      let bytes = candidate.prefix(pin?.bytes ?? candidate.count)
      bytes.withUnsafeBytes { trial.follow($0, as: number) }
      guard trial.position.segment == number, trial.position.offset > 0, trial.position != start.position else {
        continue
      }
      if let pin, trial.position.offset != pin.bytes || trial.position.sequence != pin.sequence { continue }
      let proved = bytes.prefix(trial.position.offset)
      guard pin != nil || trial.position.sequence > reached.sequence,
        trial.position.sequence >= best?.sequence ?? 0, continues(proved, to: trial.position)
      else { continue }
      best = (proved, trial.position.sequence)
    }
    return best.map { Array($0.bytes) }
  }

  /// Whether sound bytes hold the last line that is proved now, and the one that the head names if they lead there.
  private func continues(_ bytes: ArraySlice<UInt8>, to end: Position) -> Bool {
    func holds(_ hash: String) -> Bool {
      bytes.withUnsafeBytes { ByteSearch(Array(",\"h\":\"\(hash)\"".utf8)).first(in: $0) != nil }
    }
    if reached.segment == number, reached.offset > 0, !holds(reached.hash) { return false }
    guard let head, head.segment == number, end.sequence >= head.sequence else { return true }
    return holds(head.hash)
  }
}

extension Store {
  /// Accepts that a part of the history is lost while the present state is whole, by a commit that says who and why.
  ///
  /// Gives the lost commits; nil when nothing is missing. Nothing is removed.
  public func acceptGap(why: String) throws(StoreError) -> ClosedRange<Int>? {
    if let readOnlyReason { throw .readOnly(readOnlyReason) }
    return try alone { () throws(StoreError) in
      try asWriter { () throws(StoreError) in
        try settle()
        guard let (lost, hash) = try lostPart() else { return nil }
        if position.offset > segmentSize || files.segment == nil { try roll() }
        let operation = AcceptedGap.operation(
          lost: lost, hash: hash, nonce: (environment.random(), environment.random()))
        let (line, lineHash) = CommitCodec.line(
          sequence: position.sequence + 1, time: environment.now(), author: environment.author,
          transaction: Transaction([], why: why), body: [UInt8(ascii: "[")] + operation + [UInt8(ascii: "]")],
          digest: SHA256.hash(SHA256.hash(operation)), transactionID: environment.newID(), previous: position.hash)
        guard line.count < Framing.maximumLine else { throw .refused(.commitTooLarge) }
        try add(line, hash: lineHash, [])
        return lost
      }
    }
  }

  /// The commits between the last proved line and the next that is sound, with the hash of the last lost one.
  private func lostPart() throws(StoreError) -> (ClosedRange<Int>, String)? {
    var walk = ChainWalk(disk: disk, store: description.store, isDeep: true)
    let end = position.head
    while true {
      let before = walk.position
      if try walk.segment(upTo: end, { _, _ in }) != nil { break }
      guard walk.position != before, try walk.hasNext(upTo: end) else { return nil }
    }
    for number in try disk.segmentNumbers() where number >= walk.position.segment {
      let bytes = try disk.contents(Layout.segment(number)) ?? []
      let first = number == walk.position.segment ? walk.position.offset : 0
      guard let next = Store.soundLine(in: bytes, from: first, after: walk.position) else { continue }
      guard next.last > walk.position.sequence else { throw .refused(.nothingLost) }
      return (walk.position.sequence + 1...next.last, next.previous)
    }
    throw .refused(.nothingLost)
  }

  /// The next sound line that does not follow a position: the number before it, and the hash it names.
  private static func soundLine(in bytes: [UInt8], from first: Int, after position: Position)
    -> (last: Int, previous: String)?
  {
    bytes.withUnsafeBytes { buffer in
      var start = first
      while let end = ByteSearch.lineFeed(in: buffer, from: start) {
        let line = UnsafeRawBufferPointer(rebasing: buffer[start..<end])
        start = end + 1
        guard let parts = Framing.parts(line), parts.previous != position.hash else { continue }
        if parts.isHeader {
          guard let header = SegmentHeader(line), header.first - 1 > position.sequence else { continue }
          return (header.first - 1, parts.previous)
        }
        guard parts.sequence - 1 > position.sequence else { continue }
        return (parts.sequence - 1, parts.previous)
      }
      return nil
    }
  }
}

extension Text {
  fileprivate static let nothingLost = Text(
    "Kerusakan ini bukan celah; ambil berkasnya dari cadangan dengan --from",
    en: "This damage is no gap; take the file from a backup with --from")

  fileprivate static func endsEarly(_ count: Int) -> Text {
    Text("\(count) simpanan di ujung tidak ada", en: "\(count) commits at the end are missing")
  }
}
