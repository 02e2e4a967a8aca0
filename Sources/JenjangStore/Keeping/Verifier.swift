import JenjangDomain

/// Walks over all files of a store once.
struct Verifier {
  let disk: any Disk
  let options: VerifyOptions
  private let progress: (Double) -> Bool
  var report = VerifyReport()
  /// The state at the newest snapshot, replayed from the beginning; only for a deep check.
  private var state: ReplayedState
  private var newest: Generation?
  private var walk: ChainWalk
  /// The chain cannot be followed to its end: what lies behind the damage is not judged.
  private var isBroken = false
  private var done = 0
  private var total = 0

  init(disk: any Disk, store: RecordID, options: VerifyOptions, progress: @escaping (Double) -> Bool = { _ in true }) {
    self.disk = disk
    self.options = options
    state = ReplayedState(options.upcasts)
    self.progress = progress
    walk = ChainWalk(disk: disk, store: store, isDeep: options.provesHashes)
  }

  mutating func run() throws(StoreError) {
    var head = try disk.contents(Layout.head).flatMap { Head($0) }
    if head == nil { head = try checkBackup() }
    if head == nil, report.isClean { find(Layout.head, nil, .noHead) }
    total = try size()
    try checkSnapshots()
    guard report.isWhole, try checkJournal(head) else { return }
    report.head = StoreHead(sequence: walk.position.sequence, hash: walk.position.hash)
    report.notes += walk.notes
    report.provesHashes = options.provesHashes
    if let head { try noteRest(behind: head) }
    if let head, report.isClean, head.sequence != walk.position.sequence || head.hash != walk.position.hash {
      find(Layout.segment(walk.position.segment), nil, .endsBeforeHead(head.sequence - walk.position.sequence))
    }
    try judgeAnchors()
    guard options.isDeep, report.isClean else { return }
    if options.since == 0, !walk.hasGap { try compareWithJournal() }
    try checkAttachments()
    try checkNamedAttachments()
    for place in try state.erasures.unfinished(on: disk) { find(place.file, place.line, .notErased) }
  }

  /// Bytes behind the head are no part of what was acknowledged, and nothing was checked of them.
  private mutating func noteRest(behind head: Head) throws(StoreError) {
    guard report.isClean, walk.position.reaches(head) else { return }
    let rest = (try disk.facts(Layout.segment(head.segment))?.size ?? 0) - head.offset
    if rest > 0 { report.notes.append(.behindHead(Layout.segment(head.segment), rest)) }
  }

  mutating func find(_ file: String, _ line: Int?, _ text: Text) {
    report.findings.append(VerifyReport.Finding(file: file, line: line, text: text))
  }

  /// Counts bytes that were looked at; false when the check is to end.
  private mutating func advance(_ bytes: Int) -> Bool {
    done += bytes
    report.isWhole = report.isWhole && progress(min(1, Double(done) / Double(max(1, total))))
    return report.isWhole
  }

  /// The bytes that will be looked at.
  private func size() throws(StoreError) -> Int {
    let generations = try LoadedState.numbers(disk).map { Layout.generation($0) }
    return try disk.size(below: [Layout.journal] + generations + (options.isDeep ? [Layout.attachments] : []))
  }
}

extension Verifier {
  /// Reads the journal; stops at the first line that is not right and that no accepted gap explains.
  ///
  /// False when the check was stopped.
  private mutating func checkJournal(_ head: Head?) throws(StoreError) -> Bool {
    if options.since > 0 { try walk.begin(after: options.since) }
    let walksState = options.isDeep && options.since == 0
    while true {
      let before = walk.position
      var state = ReplayedState(options.upcasts)
      swap(&state, &self.state)
      let last = newest?.manifest.position.sequence ?? 0
      let failure = try walk.segment(upTo: head) { line, parts in
        if walksState { state.take(line, parts, upTo: last) }
      }
      swap(&state, &self.state)
      report.files += 1
      if let failure {
        isBroken = true
        report.lines += walk.lines
        find(failure.file, failure.line, failure.text)
        return advance(0)
      }
      guard advance(walk.position.offset) else { return false }
      guard walk.position != before, try walk.hasNext(upTo: head) else { break }
    }
    report.lines += walk.lines
    return true
  }

  /// What was asked for must be in the chain; what the store itself has noted, too, unless a restore explains it.
  private mutating func judgeAnchors() throws(StoreError) {
    let noted = try PublishedAnchor.all(disk).map { Anchor(sequence: $0.head.sequence, hash: $0.head.hash) }
    let asked = Set(options.anchors)
    for anchor in Array(asked.union(noted)).sorted(by: { $0.sequence < $1.sequence }) {
      guard anchor.sequence > options.since else {
        if asked.contains(anchor) { report.notes.append(.leftOut(anchor)) }
        continue
      }
      guard anchor.sequence <= walk.position.sequence || asked.contains(anchor) || !walk.isAbandoned(anchor) else {
        continue
      }
      switch try walk.judge(anchor) {
      case .found: report.anchors += 1
      case .abandoned where !asked.contains(anchor): continue
      case .abandoned: find(Layout.journal, nil, .abandoned(anchor))
      case .beyond where isBroken:
        if asked.contains(anchor) { report.notes.append(.behindDamage(anchor)) }
      case .beyond: find(Layout.journal, nil, .beyond(anchor))
      case .other(let hash): find(Layout.journal, nil, .otherHash(anchor, hash))
      case .lost: report.notes.append(.anchorInGap(anchor))
      }
    }
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
        guard advance(entry.bytes) else { return }
      }
    }
  }

  private func hasHashes(_ entry: Manifest.Entry, _ folder: String) throws(StoreError) -> Bool {
    let path = folder + "/" + entry.name
    guard try disk.facts(path)?.size == entry.bytes else { return false }
    let file = try disk.open(path, .read)
    defer { disk.close(file) }
    var buffer = [UInt8](repeating: 0, count: min(1 << 20, entry.bytes))
    var check = XXH64()
    var sha256 = SHA256()
    var offset = 0
    while offset < entry.bytes {
      let count = try disk.read(file, at: offset, into: &buffer, count: min(buffer.count, entry.bytes - offset))
      guard count > 0 else { return false }
      buffer.withUnsafeBytes { bytes in
        check.update(UnsafeRawBufferPointer(rebasing: bytes[..<count]))
        if options.isDeep { sha256.update(UnsafeRawBufferPointer(rebasing: bytes[..<count])) }
      }
      offset += count
    }
    return check.value == entry.check && (!options.isDeep || Digits.hex(sha256.finish()) == entry.sha256)
  }

  /// The newest snapshot must hold exactly the records that the journal leads to.
  private mutating func compareWithJournal() throws(StoreError) {
    guard let newest else { return }
    var others: Set<String> = []
    for entry in newest.manifest.files {
      try SnapshotLoader.lines(of: entry, in: newest.folder, disk: disk) { line in
        if !state.takeOut(line, kind: entry.kind, version: entry.version) { others.insert(entry.kind) }
        return true
      }
    }
    for kind in others.union(state.kinds).sorted() {
      find("\(newest.folder)/\(Layout.records(kind))", nil, .otherState)
    }
  }

  /// Holds a backup against its record, which says where its journal ends; nil when this is none or its record is bad.
  ///
  /// Of a segment that is longer since an interrupted backup only the beginning counts.
  private mutating func checkBackup() throws(StoreError) -> Head? {
    guard try disk.facts(BackupRecord.name) != nil else { return nil }
    guard let record = try disk.contents(BackupRecord.name).flatMap({ BackupRecord($0) }) else {
      find(BackupRecord.name, nil, .badRecord)
      return nil
    }
    report.notes.append(.backup(record))
    for file in record.files {
      let size = try disk.facts(file.path)?.size
      let isSegment = file.path.hasPrefix(Layout.journal + "/")
      var isAsCopied = size == file.bytes || isSegment && size ?? 0 > file.bytes
      if isAsCopied, options.isDeep {
        isAsCopied = try FileCopy.hash(of: file.path, bytes: file.bytes, on: disk) == file.sha256
      }
      if !isAsCopied { find(file.path, nil, .notAsCopied) }
    }
    return record.end.head
  }

  /// An attachment's name is the hash of what is in it.
  private mutating func checkAttachments() throws(StoreError) {
    for path in try disk.files(below: Layout.attachments) {
      report.files += 1
      let name = path.split(separator: "/").last ?? ""
      guard name.utf8.count == 64 else { continue }
      let hash = try FileCopy.hash(of: path, on: disk)
      if hash != name { find(path, nil, .badAttachment) }
      guard advance(try disk.facts(path)?.size ?? 0) else { return }
    }
  }
}

extension Text {
  fileprivate static let noHead = Text("HEAD tidak ada atau rusak", en: "HEAD is missing or damaged")
  fileprivate static let badRecord = Text(
    "BACKUP.json rusak; buat cadangan baru", en: "BACKUP.json is damaged; make a new backup")
  fileprivate static let notAsCopied = Text(
    "bukan seperti yang disalin menurut BACKUP.json; buat cadangan baru",
    en: "not what was copied by BACKUP.json; make a new backup")
  fileprivate static func backup(_ record: BackupRecord) -> Text {
    Text(
      "cadangan \(record.agency), dibuat \(Timestamp.text(record.time))",
      en: "a backup of \(record.agency), made \(Timestamp.text(record.time))")
  }
  fileprivate static let badManifest = Text("MANIFEST.json rusak", en: "MANIFEST.json is damaged")
  fileprivate static let badSnapshot = Text(
    "isi berkas tidak cocok dengan MANIFEST.json", en: "the file is not what MANIFEST.json says")
  fileprivate static let badAttachment = Text(
    "isi lampiran tidak cocok dengan namanya", en: "the attachment is not what its name says")
  fileprivate static let otherState = Text(
    "isi cuplikan tidak sama dengan hasil jurnal", en: "the snapshot is not what the journal leads to")
  fileprivate static let notErased = Text(
    "data yang diperintahkan dihapus masih ada; jalankan lagi `jenjang erase --finish`",
    en: "data that was ordered to be erased is still there; run `jenjang erase --finish`")

  fileprivate static func behindHead(_ file: String, _ count: Int) -> Text {
    Text(
      "\(file): \(count) bita di belakang HEAD belum dikonfirmasi; simpanan berikutnya meneguhkan atau menyisihkannya",
      en: "\(file): \(count) bytes behind HEAD are not acknowledged; the next save settles them or sets them aside")
  }

  fileprivate static func endsBeforeHead(_ count: Int) -> Text {
    Text(
      "\(count) perubahan yang sudah dikonfirmasi tidak ada lagi",
      en: "\(count) acknowledged changes are no longer there")
  }

  fileprivate static func abandoned(_ anchor: Anchor) -> Text {
    Text(
      "no. \(anchor.sequence) termasuk riwayat yang ditinggalkan saat data dipulihkan dari cadangan",
      en: "no. \(anchor.sequence) belongs to a history that was abandoned when a backup was restored")
  }

  fileprivate static func beyond(_ anchor: Anchor) -> Text {
    Text(
      "no. \(anchor.sequence) pernah dicatat di luar, tetapi riwayat berakhir sebelumnya",
      en: "no. \(anchor.sequence) was written down outside, but the history ends before it")
  }

  fileprivate static func behindDamage(_ anchor: Anchor) -> Text {
    Text(
      "no. \(anchor.sequence) terletak di belakang kerusakan; jangkarnya tidak dapat diperiksa",
      en: "no. \(anchor.sequence) lies behind the damage; its anchor cannot be checked")
  }

  fileprivate static func otherHash(_ anchor: Anchor, _ hash: String) -> Text {
    Text(
      "no. \(anchor.sequence) tercatat di luar sebagai \(anchor.hash.prefix(16)), di sini \(hash.prefix(16)):"
        + " riwayat ini bukan yang dulu",
      en: "no. \(anchor.sequence) was written down as \(anchor.hash.prefix(16)), here it is \(hash.prefix(16)):"
        + " this is not the history of then")
  }

  fileprivate static func leftOut(_ anchor: Anchor) -> Text {
    Text(
      "no. \(anchor.sequence) dilewati karena --since; jangkarnya tidak diperiksa",
      en: "no. \(anchor.sequence) was left out because of --since; its anchor was not checked")
  }

  fileprivate static func anchorInGap(_ anchor: Anchor) -> Text {
    Text(
      "no. \(anchor.sequence) berada dalam celah yang diterima dan tidak dapat dibuktikan",
      en: "no. \(anchor.sequence) is in an accepted gap and cannot be proved")
  }
}
