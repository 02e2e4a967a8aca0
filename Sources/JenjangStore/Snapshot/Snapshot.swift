import JSONText
import JenjangDomain

extension Store {
  /// Writes a snapshot and its column index, so that the next opening is fast.
  ///
  /// Nobody is kept from saving meanwhile. Does nothing when there is a snapshot of this state or when another process
  /// is writing one.
  public func snapshot() throws(StoreError) { try snapshot(.atOnce) }

  /// Calls `whenWritten` as soon as the snapshot and its column index are there; what they replace is removed then.
  func snapshot(_ removal: Removal, whenWritten: () -> Void = {}) throws(StoreError) {
    if let readOnlyReason { throw .readOnly(readOnlyReason) }
    guard position.sequence > 0, generation?.manifest.position != position || isSnapshotOutdated, let lock = files.lock,
      try disk.lock(lock, byte: LockByte.compactor, isExclusive: true)
    else { return }
    defer { disk.unlock(lock, byte: LockByte.compactor) }
    try removeLeftovers()
    try refuseWithoutRoom()
    let number = (try LoadedState.numbers(disk).last ?? 0) + 1
    let temporary = "\(Layout.snapshots)/.tmp-g\(number)"
    let folder = Layout.generation(number)
    let manifest: Manifest
    do throws(StoreError) {
      manifest = try write(number, in: temporary)
      try disk.rename(temporary, to: folder)
    } catch {
      // A disk that is full keeps nothing of it.
      try? removeLeftovers()
      throw error
    }
    try disk.syncFolder(Layout.snapshots)
    generation = Generation(folder: folder, manifest: manifest)
    changedKinds = []
    SnapshotLoader.didWrite(folder, manifest, disk: disk, types: book.types, day: book.day, gently: true)
    whenWritten()
    try removeOldGenerations(before: number, removal)
    try removeOrphans()
    IndexBuilder.removeStrays(disk, removal)
  }

  /// Writes all files of a snapshot and reads them again.
  private func write(_ number: Int, in temporary: String) throws(StoreError) -> Manifest {
    try disk.makeFolder(temporary)
    let manifest = Manifest(
      generation: number, position: position, files: try writeRecords(temporary), schema: book.upcasts.schema)
    try disk.writeNew(temporary + "/" + Layout.manifest, manifest.bytes)
    try disk.syncFolder(temporary)
    try proofread(manifest, in: temporary)
    return manifest
  }

  /// A snapshot that would fill the disk is worse than a slow opening: it needs twice its size.
  private func refuseWithoutRoom() throws(StoreError) {
    guard let space = disk.space else { return }
    let journal = position.offset + (position.segment - 1) * Store.segmentSize
    let need = generation.map(\.manifest.totalBytes) ?? journal
    guard space.free < 2 * need else { return }
    throw .refused(.noRoom(space.free >> 20, need: 2 * need >> 20))
  }

  /// True when so much has been saved since the last snapshot that opening would be slow.
  public var needsSnapshot: Bool {
    if isSnapshotOutdated { return true }
    let base = generation?.manifest.position ?? .start
    let size = (position.segment - base.segment) * Store.segmentSize + position.offset - base.offset
    let limit = max(8 << 20, (generation?.manifest.totalBytes ?? 0) / 10)
    return size > limit || position.sequence - base.sequence > 20_000
  }

  /// The newest snapshot holds records in an earlier form, which makes each opening slow.
  private var isSnapshotOutdated: Bool { generation?.manifest.isOutdated(book.upcasts) ?? false }

  /// Removes what crashed predecessors left behind.
  private func removeLeftovers() throws(StoreError) {
    for name in try disk.list(Layout.snapshots) where name.hasPrefix(".tmp-") || name.hasPrefix(".del-") {
      try disk.removeTree("\(Layout.snapshots)/\(name)")
    }
  }

  /// Keeps the newest two; a folder loses its name before it loses its files.
  private func removeOldGenerations(before number: Int, _ removal: Removal) throws(StoreError) {
    for old in try LoadedState.numbers(disk).dropLast(2) {
      let doomed = "\(Layout.snapshots)/.del-g\(old)"
      try disk.rename(Layout.generation(old), to: doomed)
      try disk.removeTree(doomed, removal)
    }
  }

  /// One file for each kind that has records; files that have not changed are linked from the snapshot before.
  ///
  /// All are made durable together at the end: what the file system has to write down for the first sync is then
  /// there for the others too, and who saves meanwhile is held up once and not by each file.
  private func writeRecords(_ folder: String) throws(StoreError) -> [Manifest.Entry] {
    var entries: [Manifest.Entry] = []
    var files: [File] = []
    defer { for file in files { disk.close(file) } }
    for kind in (book.types.map(\.kind.name) + strangers.kinds.keys).sorted() {
      if let entry = try linked(kind, into: folder) {
        entries.append(entry)
        continue
      }
      var file = try SnapshotFile(
        folder, kind: kind, version: book.upcasts.version(of: kind), disk: disk, gently: true)
      files.append(file.file)
      if let table = book.table(kind) { try write(table, to: &file) } else { try writeStrangers(kind, to: &file) }
      entries.append(try file.end())
    }
    for file in files { try disk.sync(file) }
    return entries
  }

  private func linked(_ kind: String, into folder: String) throws(StoreError) -> Manifest.Entry? {
    guard !changedKinds.contains(kind), let generation,
      let entry = generation.manifest.files.first(where: { $0.kind == kind }),
      entry.version == book.upcasts.version(of: kind)
    else { return nil }
    let path = generation.folder + "/" + entry.name
    guard try disk.facts(path)?.size == entry.bytes else { return nil }
    try disk.link(path, to: folder + "/" + entry.name)
    return entry
  }

  private func write(_ table: Table, to file: inout SnapshotFile) throws(StoreError) {
    for row in table.rowsByID {
      table.appendLine(of: row, to: &file.buffer)
      try file.endLine()
    }
  }

  private func writeStrangers(_ kind: String, to file: inout SnapshotFile) throws(StoreError) {
    for (id, stored) in (strangers.kinds[kind] ?? [:]).sorted(by: { $0.key < $1.key }) {
      RecordLine.append(stored.object, id: id, revision: stored.revision, to: &file.buffer)
      try file.endLine()
    }
  }

  /// Reads every file again before it gets its name: a disk that took other bytes than we gave must not win.
  private func proofread(_ manifest: Manifest, in folder: String) throws(StoreError) {
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    for entry in manifest.files {
      let path = folder + "/" + entry.name
      let file = try disk.open(path, .read)
      defer { disk.close(file) }
      var check = XXH64()
      var offset = 0
      while offset < entry.bytes {
        let count = try disk.read(file, at: offset, into: &buffer, count: min(buffer.count, entry.bytes - offset))
        guard count > 0 else { break }
        buffer.withUnsafeBytes { check.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        offset += count
      }
      guard check.value == entry.check else { throw .damaged(file: path, line: 1, sequence: position.sequence) }
    }
  }
}

extension Text {
  fileprivate static func noRoom(_ free: Int, need: Int) -> Text {
    Text(
      "Cuplikan tidak dibuat: perlu \(need) MiB, tersisa \(free) MiB. Kosongkan cakram.",
      en: "No snapshot was made: it needs \(need) MiB and \(free) MiB are left. Make room on the disk.")
  }
}
