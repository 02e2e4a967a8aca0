import JenjangDomain

/// What a restore has done.
public struct RestoreReport: Sendable {
  /// Up to which commit the restored store goes.
  public let head: StoreHead
  /// Where the history ended that was there before; nil when nothing was there.
  public let abandoned: StoreHead?
  /// Where the store that was there before is now; nil when nothing was there.
  public let kept: String?
  public let agency: String
}

/// Puts a backup in the place of a store.
///
/// It is unpacked beside the store and proved there; then the two folders change their names in one step. The store that
/// was there before is kept. The restored history goes on in a new epoch whose first line names what was abandoned.
public struct Restore {
  /// The backup.
  let source: any Disk
  /// The folder in which the store stands, and the store's name in it.
  let place: any Disk
  let name: String
  let environment: Environment
  let today: Day

  private var temporary: String { ".\(name).restoring" }

  /// Restores a backup into the folder of a store, which may be absent.
  public static func run(
    from backup: String, to path: String, environment: Environment, today: Day,
    progress: (Double) -> Bool = { _ in true }
  ) throws(StoreError) -> RestoreReport {
    let (parent, name) = OutsideFile.split(path)
    let restore = Restore(
      source: try PosixDisk(backup), place: try PosixDisk(parent), name: name, environment: environment, today: today)
    return try restore.run(progress)
  }

  func run(_ progress: (Double) -> Bool) throws(StoreError) -> RestoreReport {
    guard let record = try BackupRecord.read(source) else { throw .refused(.noBackup) }
    guard try place.facts(name) != nil else { return try install(record, over: nil, progress) }
    guard try place.facts(name)?.kind == .folder else { throw .refused(.notAFolder(name)) }
    let old = try place.below(name)
    guard try old.holdsStore() else {
      guard try old.list("").isEmpty else { throw .notEmpty(path: name) }
      return try install(record, over: nil, progress)
    }
    let lock = try old.open(Layout.lock, .overwrite)
    defer { old.close(lock) }
    return try old.alone(lock) { () throws(StoreError) in try install(record, over: old, progress) }
  }

  private func install(
    _ record: BackupRecord, over old: (any Disk)?, _ progress: (Double) -> Bool
  ) throws(StoreError) -> RestoreReport {
    if let old, let bytes = try old.contents(Layout.description),
      let (description, _) = StoreDescription.read(bytes), description.store != record.store
    {
      throw .refused(.otherStore(description.agency, record.agency))
    }
    if try place.facts(temporary) != nil { try place.removeTree(temporary) }
    try place.makeFolder(temporary)
    let disk = try place.below(temporary)
    try share(disk, like: old)
    let abandoned = try old.flatMap { disk throws(StoreError) in try Restore.lastKnownHead(of: disk) }
    do throws(StoreError) {
      try unpack(record, to: disk, progress)
      try prove(record, on: disk)
      let head = try beginEpoch(record, on: disk, after: old, abandoned: abandoned)
      try open(disk, expecting: head, record)
      let kept = try swap(hasOld: old != nil)
      return RestoreReport(head: record.head, abandoned: abandoned, kept: kept, agency: record.agency)
    } catch {
      try? place.removeTree(temporary)
      throw error
    }
  }

  /// The restored store is shared as it was, with the group of the one whose place it takes.
  private func share(_ disk: any Disk, like old: (any Disk)?) throws(StoreError) {
    guard let bytes = try source.contents(Layout.description),
      StoreDescription.read(bytes)?.description.sharing == .group
    else { return }
    disk.give(FileRights(.group, of: try (old ?? disk).facts(".")))
    try disk.correct("")
  }

  /// Copies every file that the record names, and proves each but the journal by its hash; the journal by its chain.
  private func unpack(_ record: BackupRecord, to disk: any Disk, _ progress: (Double) -> Bool) throws(StoreError) {
    for folder in Layout.folders { try disk.makeFolder(folder) }
    let total = max(1, record.files.reduce(0) { $0 + $1.bytes })
    var done = 0
    for file in record.files {
      try disk.makeFolders(file.path.split(separator: "/").dropLast().joined(separator: "/"))
      try unpack(file, to: disk)
      done += file.bytes
      guard progress(Double(done) / Double(total)) else { throw .refused(.stopped) }
    }
    if try disk.facts(Layout.readMe) == nil { try disk.writeNew(Layout.readMe, Array(ReadMe.text.utf8)) }
    try disk.writeHint(Layout.lock)
    try disk.writeHint(Layout.head, record.end.head.bytes)
  }

  /// Copies a file as the record names it, which an interrupted later backup may have put aside.
  private func unpack(_ file: FileCopy, to disk: any Disk) throws(StoreError) {
    for path in [file.path, file.path + BackupWork.aside] {
      guard let facts = try source.facts(path), facts.kind == .file, facts.size >= file.bytes else { continue }
      let copy = try FileCopy.make(of: path, bytes: file.bytes, from: source, to: file.path, on: disk)
      // An interrupted later backup may have taken an erasure over into the journal: then its chain counts.
      if copy == file || file.path.hasPrefix(Layout.journal + "/") { return }
    }
    throw .damaged(file: file.path, line: 1, sequence: 0)
  }

  private func prove(_ record: BackupRecord, on disk: any Disk) throws(StoreError) {
    let report = try Store.verify(disk, store: record.store, VerifyOptions(isDeep: true))
    if let finding = report.findings.first {
      throw .damaged(file: finding.file, line: finding.line ?? 1, sequence: record.end.sequence)
    }
    guard report.head == record.head else {
      throw .damaged(file: Layout.segment(record.end.segment), line: 1, sequence: record.end.sequence)
    }
  }

  /// Adds the segment whose header says what was left behind; gives where the journal ends now.
  private func beginEpoch(
    _ record: BackupRecord, on disk: any Disk, after old: (any Disk)?, abandoned: StoreHead?
  ) throws(StoreError) -> Head {
    var epoch = try ChainLookup.header(of: record.end.segment, on: disk)?.epoch ?? 1
    if let old, let last = try old.segmentNumbers().last {
      epoch = max(epoch, try ChainLookup.header(of: last, on: old)?.epoch ?? 1)
    }
    let end = record.end
    var header = SegmentHeader(
      store: record.store, number: end.segment + 1, first: end.sequence + 1, time: environment.now(),
      pin: SegmentHeader.Pin(end), previous: end.hash)
    header.epoch = epoch + 1
    header.abandoned = abandoned
    let (line, hash) = header.line()
    try disk.writeNew(Layout.segment(header.number), line)
    let head = Head(sequence: end.sequence, segment: header.number, offset: line.count, hash: hash)
    let file = try disk.open(Layout.head, .overwrite)
    defer { disk.close(file) }
    try disk.write(head.bytes, to: file, at: 0)
    try disk.syncNames(of: record.files.map(\.path) + [Layout.segment(header.number)])
    return head
  }

  /// A restored store that was not opened is not put in anybody's place.
  private func open(_ disk: any Disk, expecting head: Head, _ record: BackupRecord) throws(StoreError) {
    var options = OpenOptions(environment: environment, today: today, isReadOnly: true)
    options.isCopy = true
    let store = try Store(disk: disk, path: name, options: options)
    // Records of an earlier form are not what was compared then; their files and their chain were proved before.
    let isSame = record.schema != store.book.upcasts.schema || store.stateDigest == record.state
    guard store.notices.isEmpty, store.position.head == head, isSame else {
      throw .refused(.notTheSame)
    }
  }

  /// Gives the new folder its name; gives where the old one is now.
  private func swap(hasOld: Bool) throws(StoreError) -> String? {
    guard hasOld else {
      if try place.facts(name) != nil { try place.removeFolder(name) }
      try place.rename(temporary, to: name)
      try place.syncFolder("")
      return nil
    }
    // Under the name by which the old one is to be kept, so that it never lies where a restore tidies up.
    let kept = "\(name).\(environment.newID().text)"
    try place.rename(temporary, to: kept)
    do throws(StoreError) { try place.exchange(kept, with: name) } catch {
      try place.rename(kept, to: temporary)
      throw error
    }
    try place.syncFolder("")
    return kept
  }

  /// The last commit of a store that may be damaged.
  static func lastKnownHead(of disk: any Disk) throws(StoreError) -> StoreHead? {
    if let head = try disk.contents(Layout.head).flatMap({ Head($0) }) {
      return StoreHead(sequence: head.sequence, hash: head.hash)
    }
    guard let bytes = try disk.contents(Layout.description), let (description, _) = StoreDescription.read(bytes)
    else { return nil }
    return try Store.verify(disk, store: description.store, VerifyOptions()).head
  }
}

extension Text {
  fileprivate static let noBackup = Text(
    "Tidak ada BACKUP.json di sana; tunjuk folder yang dibuat oleh `jenjang backup`",
    en: "There is no BACKUP.json there; name a folder that `jenjang backup` made")
  fileprivate static let notTheSame = Text(
    "Cadangan ini tidak menghasilkan data yang dicatatnya; data tidak diganti",
    en: "This backup does not lead to the state that it records; the store was not replaced")
  fileprivate static func otherStore(_ agency: String, _ other: String) -> Text {
    Text(
      "Di folder data ada data \(agency), tetapi cadangan ini dari data lain (\(other)); pakai --data yang lain",
      en: "The folder holds a store of \(agency), but the backup is of another (\(other)); use another --data")
  }
}
