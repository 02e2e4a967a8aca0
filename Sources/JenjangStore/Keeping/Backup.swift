import JenjangDomain

/// What a backup has done.
public struct BackupReport: Sendable {
  /// Up to which commit the copy goes.
  public let head: StoreHead
  /// Files and bytes that were copied now, and that the copy has in all.
  public let copied: (files: Int, bytes: Int)
  public let total: (files: Int, bytes: Int)
  public let notices: [Text]
}

extension Store {
  /// Copies the store to a folder, and opens the copy to compare it: what was not opened is not a backup.
  ///
  /// The folder is empty or holds an earlier backup of this store; then only what is new is copied, and at any moment
  /// either the earlier backup or the new one is whole. `progress` gets the share that is done; false ends the work.
  public func backUp(to path: String, progress: @escaping (Double) -> Bool = { _ in true })
    throws(StoreError) -> BackupReport
  {
    try require(.keepStore)
    let report = try backUp(to: try PosixDisk(path), at: path, progress: progress)
    try note(report.head, to: .backup, place: path)
    return report
  }

  func backUp(to target: any Disk, at path: String, progress: @escaping (Double) -> Bool)
    throws(StoreError) -> BackupReport
  {
    try asCompactor { () throws(StoreError) in
      let before = try earlierBackup(in: target)
      try share(target, isFirst: before == nil)
      var work = BackupWork(source: disk, target: target, before: before, progress: progress)
      try work.copySnapshot()
      // Only now the end of the journal is looked for: a snapshot must not be newer than its journal.
      try catchUp()
      if let readOnlyReason { throw .readOnly(readOnlyReason) }
      let end = position
      try work.copyJournal(upTo: end)
      try work.copyOthers()
      try target.syncNames(of: work.files.map(\.path))
      let digest = try compare(target, path, end: end)
      let record = BackupRecord(
        store: description.store, agency: description.agency, time: environment.now(), end: end, state: digest,
        files: work.files, schema: book.upcasts.schema)
      try FileCopy.write(record.bytes, to: BackupRecord.name, on: target)
      try target.syncFolder("")
      try work.removeStrays()
      return BackupReport(
        head: record.head, copied: work.copied, total: (work.files.count, work.files.reduce(0) { $0 + $1.bytes }),
        notices: work.notices)
    }
  }

  /// Runs `body` while no snapshot is written or removed.
  func asCompactor<R>(_ body: () throws(StoreError) -> R) throws(StoreError) -> R {
    if let readOnlyReason { throw .readOnly(readOnlyReason) }
    guard let lock = files.lock else { throw .readOnly(.forked) }
    guard try disk.lock(lock, byte: LockByte.compactor, isExclusive: true, within: 30_000, every: 50) else {
      throw .inUse(.compacting)
    }
    defer { disk.unlock(lock, byte: LockByte.compactor) }
    return try body()
  }

  /// The backup that a folder holds; refuses a folder with anything else in it.
  private func earlierBackup(in target: any Disk) throws(StoreError) -> BackupRecord? {
    guard let record = try BackupRecord.read(target) else {
      // What an interrupted first backup left is ours too.
      let isOurs = try target.contents(Layout.description) == disk.contents(Layout.description)
      let names = try target.list("").filter { $0 != "lost+found" && !$0.hasSuffix(FileCopy.part) }
      let isLive = names.contains { [Layout.lock, Layout.head].contains($0) }
      guard !isLive, isOurs || names.allSatisfy({ (BackupWork.folders + [Layout.indexes]).contains($0) }) else {
        throw .refused(.notABackup)
      }
      return nil
    }
    guard record.store == description.store else { throw .refused(.otherStore(record.agency)) }
    guard try ChainLookup.hash(of: record.end.sequence, on: disk) == record.end.hash || record.end.sequence == 0 else {
      throw .refused(.otherHistory(record.end.sequence))
    }
    return record
  }

  /// A copy is open to those to whom the store is, as far as the disk below it can do that.
  private func share(_ target: any Disk, isFirst: Bool) throws(StoreError) {
    guard description.sharing == .group else { return }
    var rights = FileRights(.group, of: try disk.facts("."))
    rights.isLenient = true
    target.give(rights)
    // A folder that somebody else has made for backups stays as it is.
    if isFirst { try? target.correct("") }
  }

  /// Opens the copy and compares every record; gives the digest.
  private func compare(_ target: any Disk, _ path: String, end: Position) throws(StoreError) -> String {
    var options = OpenOptions(environment: environment, today: book.day, isReadOnly: true)
    options.isCopy = true
    options.types = book.types
    let copy = try Store(disk: target, path: path, options: options)
    let digest = stateDigest
    guard copy.notices.isEmpty, copy.position == end, copy.stateDigest == digest else { throw .refused(.notTheSame) }
    return digest
  }
}

/// The copying of one backup.
struct BackupWork {
  static let folders = [Layout.journal, Layout.snapshots, Layout.attachments]
  /// Behind the name of a file that the earlier backup's record names, until the new record stands.
  static let aside = ".before"

  let source: any Disk
  let target: any Disk
  let before: BackupRecord?
  let progress: (Double) -> Bool
  private(set) var files: [FileCopy] = []
  private(set) var copied = (files: 0, bytes: 0)
  private(set) var notices: [Text] = []
  private var done = 0
  private var total = 0

  init(source: any Disk, target: any Disk, before: BackupRecord?, progress: @escaping (Double) -> Bool) {
    self.source = source
    self.target = target
    self.before = before
    self.progress = progress
  }

  /// Copies the newest snapshot that is whole.
  mutating func copySnapshot() throws(StoreError) {
    try estimate()
    for folder in BackupWork.folders { try target.makeFolders(folder) }
    for number in try LoadedState.numbers(source).reversed() {
      let folder = Layout.generation(number)
      guard let generation = try? LoadedState.generation(folder, number: number, disk: source) else {
        notices.append(.badSnapshot(folder))
        continue
      }
      try target.makeFolders(folder)
      for entry in generation.manifest.files { try copy(folder + "/" + entry.name, bytes: entry.bytes) }
      try copy(folder + "/" + Layout.manifest)
      return
    }
  }

  mutating func copyJournal(upTo end: Position) throws(StoreError) {
    for number in try source.segmentNumbers() where number <= end.segment {
      let pin = try ChainLookup.header(of: number + 1, on: source)?.pin
      try copy(Layout.segment(number), bytes: number == end.segment ? end.offset : pin?.bytes)
    }
  }

  /// Attachments, and what describes the store.
  mutating func copyOthers() throws(StoreError) {
    for path in try source.files(below: Layout.attachments) {
      try target.makeFolders(path.split(separator: "/").dropLast().joined(separator: "/"))
      try copy(path)
    }
    for path in [Layout.description, Layout.readMe, Layout.anchors] where try source.facts(path) != nil {
      try copy(path)
    }
  }

  /// Copies a file unless it lies there already as the earlier backup has it.
  private mutating func copy(_ path: String, bytes limit: Int? = nil) throws(StoreError) {
    let hash = try FileCopy.hash(of: path, bytes: limit, on: source)
    var size = try source.facts(path)?.size ?? 0
    if let limit { size = limit }
    let file = FileCopy(path: path, bytes: size, sha256: hash)
    let earlier = try earlier(path)
    if earlier == file {
      files.append(file)
    } else {
      if earlier != nil { try putAside(path) }
      files.append(try FileCopy.make(of: path, bytes: limit, from: source, to: path, on: target))
      copied = (copied.files + 1, copied.bytes + size)
    }
    done += size
    guard progress(min(1, Double(done) / Double(max(1, total)))) else { throw .refused(.stopped) }
  }

  /// What the record of the earlier backup says of a file, if it lies there like that.
  private func earlier(_ path: String) throws(StoreError) -> FileCopy? {
    guard let file = before?.files.first(where: { $0.path == path }), try target.facts(path)?.size == file.bytes,
      try FileCopy.hash(of: path, on: target) == file.sha256
    else { return nil }
    return file
  }

  /// Keeps what the record of the earlier backup names, for a restore that comes before the new record.
  ///
  /// Segments only grow, and a restore takes no more of them than its record says.
  private func putAside(_ path: String) throws(StoreError) {
    guard !path.hasPrefix(Layout.journal + "/") else { return }
    try target.rename(path, to: path + BackupWork.aside)
    try target.syncFolder(path.split(separator: "/").dropLast().joined(separator: "/"))
  }

  private mutating func estimate() throws(StoreError) {
    let generation = try LoadedState.numbers(source).last.map { [Layout.generation($0)] } ?? []
    total = try source.size(below: [Layout.journal, Layout.attachments] + generation)
  }

  /// Removes what the new record does not name: older snapshots, attachments that were erased.
  func removeStrays() throws(StoreError) {
    let named = Set(files.map(\.path))
    for folder in BackupWork.folders {
      for path in try target.files(below: folder) where !named.contains(path) { try target.remove(path) }
    }
    for name in try target.list(Layout.snapshots) {
      let folder = Layout.snapshots + "/" + name
      if try target.list(folder).isEmpty { try target.removeFolder(folder) }
    }
    for name in try target.list("") where name.hasSuffix(BackupWork.aside) { try target.remove(name) }
    // Opening the copy may have made a cache.
    if try target.facts(Layout.indexes) != nil { try target.removeTree(Layout.indexes) }
  }
}

extension Text {
  static let stopped = Text("Dihentikan", en: "Stopped")
  fileprivate static let compacting = Text(
    "Cuplikan data sedang ditulis; coba lagi sebentar", en: "A snapshot is being written; try again in a moment")
  fileprivate static let notABackup = Text(
    "Folder tujuan berisi hal lain; pilih folder kosong atau folder cadangan data ini",
    en: "The folder holds other things; choose an empty one or one with a backup of this store")
  fileprivate static let notTheSame = Text(
    "Salinan tidak sama dengan aslinya; jangan dipakai sebagai cadangan. Periksa cakram tujuan, lalu ulangi.",
    en: "The copy is not the same as the original; do not use it as a backup. Check the target disk, then repeat.")
  fileprivate static func otherStore(_ agency: String) -> Text {
    Text(
      "Folder tujuan berisi cadangan data lain (\(agency)); pilih folder lain",
      en: "The folder holds a backup of another store (\(agency)); choose another folder")
  }
  fileprivate static func otherHistory(_ sequence: Int) -> Text {
    Text(
      "Cadangan di sana berisi riwayat (sampai no. \(sequence)) yang tidak ada di data ini; pilih folder lain",
      en: "The backup there has a history (to no. \(sequence)) that this store has not; choose another folder")
  }
  fileprivate static func badSnapshot(_ folder: String) -> Text {
    Text("\(folder) rusak dan tidak disalin", en: "\(folder) is damaged and was not copied")
  }
}
