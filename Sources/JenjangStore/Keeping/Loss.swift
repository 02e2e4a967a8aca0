import JSONText
import JenjangDomain

/// What was given up where the journal is damaged, and what of it can still be read.
public struct LossReport: Sendable, Equatable {
  /// The last commit that is proved: the state goes on from there.
  public let proved: StoreHead
  /// The last commit of the journal that was left behind, as far as it is known.
  public let abandoned: StoreHead?
  /// Commits behind the damage that can be read, although what they rest on is lost.
  public let later: Int
  /// The name by which they are found in quarantine.
  public let name: String
}

extension Store {
  /// Goes on from the last commit that is proved, where the journal is damaged and no snapshot covers the damage.
  ///
  /// What can be read behind the damage may rest on what is lost, so it is not taken over: it goes to quarantine whole,
  /// with a note, and `reapply` saves again what provably still fits. The new journal takes the place of the old one in
  /// one step and says in its next header what was left behind, so that anchors and copies can tell this from a forgery.
  /// Nobody else may have the store open.
  public func acceptLoss(why: String) throws(StoreError) -> LossReport {
    guard isDamaged, let reason = readOnlyReason, reason != .forked else { throw .refused(.notDamaged) }
    try require(.keepStore)
    return try alone { () throws(StoreError) in
      try asWriter { () throws(StoreError) in
        let loss = try Loss(self)
        try loss.keep(why: reason)
        let end = try loss.rebuild(why: why)
        try loss.putInPlace()
        takeUp(end)
        return loss.report
      }
    }
  }

  /// Goes on with the journal that has taken the place of the damaged one.
  private func takeUp(_ end: Position) {
    if let segment = files.segment { disk.close(segment.file) }
    files.segment = nil
    if let watch = files.watch { disk.closeWatch(watch) }
    files.watch = disk.watch()
    position = end
    isDamaged = false
    readOnlyReason = nil
    // The commit is durable; a head that cannot be written is only a hint that is missing.
    do throws(StoreError) { try writeHead() } catch { notice(.headNotWritten) }
  }
}

/// The work of giving up what cannot be proved.
private struct Loss {
  private let store: Store
  private let disk: any Disk
  /// The end of what is proved.
  private let end: Position
  /// The segments in which something lies behind it.
  private let doubtful: [Int]
  let report: LossReport

  init(_ store: Store) throws(StoreError) {
    self.store = store
    disk = store.disk
    let end = store.position
    self.end = end
    let numbers = try store.disk.segmentNumbers()
    var doubtful: [Int] = []
    var last = try store.readHead().map { StoreHead(sequence: $0.sequence, hash: $0.hash) }
    var later = 0
    for number in numbers where number >= end.segment {
      let bytes = try disk.contents(Layout.segment(number)) ?? []
      if number == end.segment, bytes.count <= end.offset { continue }
      doubtful.append(number)
      for line in LaterLines(bytes, after: end.sequence, store.book.upcasts) {
        later += 1
        if line.parts.sequence > last?.sequence ?? 0 {
          last = StoreHead(sequence: line.parts.sequence, hash: line.parts.hash)
        }
      }
    }
    self.doubtful = doubtful
    report = LossReport(
      proved: StoreHead(sequence: end.sequence, hash: end.hash),
      abandoned: last.flatMap { $0.sequence > end.sequence ? $0 : nil }, later: later,
      name: store.environment.newID().text)
  }

  /// Copies what is doubtful into quarantine, with a note.
  func keep(why: Text) throws(StoreError) {
    for number in doubtful {
      let bytes = try disk.contents(Layout.segment(number)) ?? []
      try disk.writeNew(QuarantinedJournal.path(report.name, number), bytes)
    }
    var note = QuarantineNote(
      file: Layout.segment(end.segment), offset: end.offset, why: "given up by repair: " + why.english)
    note.more["proved"] = .integer(Int64(end.sequence))
    note.more["readable"] = .integer(Int64(report.later))
    if let abandoned = report.abandoned { note.more["abandoned"] = .string(abandoned.anchor) }
    try disk.writeNew("\(Layout.quarantine)/\(report.name).json", note.bytes(store.environment))
    try disk.syncFolder(Layout.quarantine)
  }

  /// Writes the journal as far as it is proved, and behind it the header and the commit that say what was given up.
  func rebuild(why: String) throws(StoreError) -> Position {
    if try disk.facts(Layout.rebuiltJournal) != nil { try disk.removeTree(Layout.rebuiltJournal) }
    try disk.makeFolder(Layout.rebuiltJournal)
    var epoch = 1
    for number in try store.disk.segmentNumbers() {
      epoch = max(epoch, try ChainLookup.header(of: number, on: disk)?.epoch ?? 1)
      guard number <= end.segment, end.offset > 0 else { continue }
      var bytes = try disk.contents(Layout.segment(number)) ?? []
      if number == end.segment { bytes = Array(bytes.prefix(end.offset)) }
      try disk.writeNew(Layout.segment(number, in: Layout.rebuiltJournal), bytes)
    }
    var header = SegmentHeader(
      store: store.description.store, number: end.offset > 0 ? end.segment + 1 : end.segment,
      first: end.sequence + 1, time: store.environment.now(), pin: end.offset > 0 ? SegmentHeader.Pin(end) : nil,
      previous: end.hash)
    header.epoch = epoch + 1
    header.abandoned = report.abandoned
    header.isRepair = true
    let (first, hash) = header.line()
    let (line, lineHash) = commit(why: why, after: hash)
    try disk.writeNew(Layout.segment(header.number, in: Layout.rebuiltJournal), first + line)
    try disk.syncFolder(Layout.rebuiltJournal)
    return Position(
      segment: header.number, offset: first.count + line.count, sequence: end.sequence + 1, hash: lineHash)
  }

  /// The commit that says who gave up what, and why.
  private func commit(why: String, after hash: String) -> (bytes: [UInt8], hash: String) {
    let environment = store.environment
    var operation = Array("{\"n\":\"".utf8)
    Digits.appendBase64(environment.random(), environment.random(), to: &operation)
    operation.append(contentsOf: "\",\"o\":\"loss\",\"from\":\(end.sequence + 1)".utf8)
    if let abandoned = report.abandoned {
      operation.append(contentsOf: ",\"to\":\(abandoned.sequence),\"h\":\"\(abandoned.hash)\"".utf8)
    }
    operation.append(contentsOf: ",\"kept\":\"\(report.name)\"}".utf8)
    return CommitCodec.line(
      sequence: end.sequence + 1, time: environment.now(), author: store.author,
      transaction: Transaction([], why: why), body: [UInt8(ascii: "[")] + operation + [UInt8(ascii: "]")],
      digest: SHA256.hash(SHA256.hash(operation)), transactionID: environment.newID(), previous: hash)
  }

  /// Gives the new journal its name.
  ///
  /// `HEAD` names the last proved commit meanwhile, which is in both journals.
  func putInPlace() throws(StoreError) {
    guard let head = store.files.head else { throw .readOnly(.forked) }
    try disk.write(end.head.bytes, to: head, at: 0)
    try disk.sync(head)
    try disk.exchange(Layout.rebuiltJournal, with: Layout.journal)
    try disk.syncFolder("")
    // Each of its lines is in the new journal or in quarantine.
    try disk.removeTree(Layout.rebuiltJournal)
    for name in try disk.list(Layout.cache) { try disk.remove(Layout.cache + "/" + name) }
  }
}

extension Layout {
  /// A journal that is to take the place of a damaged one.
  fileprivate static let rebuiltJournal = ".journal"
}

extension Text {
  fileprivate static let notDamaged = Text(
    "Jurnal tidak rusak, atau riwayatnya bercabang; tidak ada yang dapat dilepaskan di sini",
    en: "The journal is not damaged, or its history forks; there is nothing to give up here")
}
