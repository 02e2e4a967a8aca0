import JenjangDomain
import Synchronization

/// A snapshot's files in memory by kind, and what an index of each is made from; see `IndexBuilder.sources`.
struct MappedSnapshot {
  let files: [String: MappedFile]
  let sources: [String: UInt64]

  subscript(kind: String) -> MappedFile? { files[kind] }
}

/// Makes the column indexes of a snapshot, and opens them.
struct IndexBuilder {
  /// The snapshot's folder, relative to the store.
  let folder: String
  let manifest: Manifest
  let disk: any Disk
  let types: [RecordType]
  /// The files with records that are understood: one without any needs no index.
  let entries: [Manifest.Entry]
  /// Told how much of the work to make an index is done, 0 to 1.
  var progress: IndexProgress?
  /// The snapshot's bytes are compared with the manifest's checksums while they are read.
  var checksLines = false
  /// What is written goes to the disk in small pieces, for others save meanwhile.
  var isGentle = false
  /// Who makes it: all processors while somebody waits, one while others work.
  var workers: Workers { isGentle || isSmall ? .one : .all }
  /// Keeps apart what two processes write at the same time.
  let mark = UInt32.random(in: 0...UInt32.max)

  init(folder: String, manifest: Manifest, disk: any Disk, types: [RecordType]) {
    self.folder = folder
    self.manifest = manifest
    self.disk = disk
    self.types = types
    let kinds = Set(types.map(\.kind.name))
    entries = manifest.files.filter { $0.lines > 0 && kinds.contains($0.kind) }
  }

  /// Where the indexes of this snapshot are.
  var indexFolder: String { "index/" + (folder.split(separator: "/").last.map(String.init) ?? folder) }
  func path(_ kind: String) -> String { indexFolder + "/" + kind + ".columns" }

  /// The snapshot's files in memory; nil when one of them is not as long as the manifest says.
  func mapSnapshot() throws(StoreError) -> MappedSnapshot? {
    var maps: [String: MappedFile] = [:]
    for entry in entries {
      let file = try disk.open(folder + "/" + entry.name, .read)
      defer { disk.close(file) }
      guard try disk.facts(of: file).size == entry.bytes, let map = MappedFile(file, count: entry.bytes, .reading)
      else { return nil }
      maps[entry.kind] = map
    }
    return MappedSnapshot(files: maps, sources: sources(maps))
  }

  /// Compares the snapshot's bytes with the manifest's checksums: what an index is made of must be sound.
  func check(_ lines: MappedSnapshot) throws(StoreError) {
    let entries = entries.sorted { $0.bytes > $1.bytes }
    let damaged = Mutex<Manifest.Entry?>(nil)
    workers.run(entries.count) { place in
      let entry = entries[place]
      if lines[entry.kind].map({ XXH64.hash($0.readable) }) != entry.check { damaged.withLock { $0 = entry } }
      progress?.add(entry.bytes)
    }
    guard let entry = damaged.withLock({ $0 }) else { return }
    throw .damaged(file: folder + "/" + entry.name, line: 1, sequence: 0)
  }

  /// Small snapshots are read whole each time: it costs less than a millisecond, and a clock can be too coarse to tell.
  var isSmall: Bool { manifest.totalBytes <= smallSize }
  var smallSize = 4 << 20

  /// Removes indexes of snapshots that are gone, and what was left half written.
  static func removeStrays(_ disk: any Disk, _ removal: Removal) {
    guard let folders = try? disk.list(Layout.indexes), let numbers = try? LoadedState.numbers(disk) else { return }
    for name in folders {
      let path = "index/" + name
      guard let number = Layout.generationNumber(name), numbers.contains(number) else {
        try? disk.removeTree(path, removal)
        continue
      }
      removeLeftovers(disk, in: path)
    }
  }

  /// Removes what was left half written: whoever writes an index holds a lock on its file for as long as it lives.
  static func removeLeftovers(_ disk: any Disk, in folder: String) {
    for name in (try? disk.list(folder)) ?? [] where name.hasSuffix(".tmp") {
      let path = folder + "/" + name
      guard let file = try? disk.open(path, .read) else { continue }
      defer { disk.close(file) }
      if (try? disk.lock(file, byte: 0, isExclusive: false)) == true { try? disk.remove(path) }
    }
  }

  /// Puts the mapped indexes into a book; false when one is missing, stale or damaged.
  ///
  /// An index that was written to since it was last read through is read through first, unless it is among those just
  /// `made`; `keepsMarks` notes that it was.
  func install(
    _ lines: MappedSnapshot, into book: Book, keepsMarks: Bool = true, made: Set<String> = []
  ) -> Bool {
    let found = find(lines, needsAll: true, keepsMarks: keepsMarks, made: made)
    return found.count == entries.count && book.install(bases(found, lines))
  }

  /// An index that fits and is sound.
  struct Found {
    let index: IndexFile
    let map: MappedFile
  }

  /// The indexes that are neither missing nor stale nor damaged, by kind: of all kinds or of one.
  ///
  /// When `needsAll`, none is read through and none is given where one is missing or stale.
  func find(
    _ lines: MappedSnapshot, only kind: String? = nil, needsAll: Bool = false, keepsMarks: Bool = true,
    made: Set<String> = []
  ) -> [String: Found] {
    let wanted = entries.filter { kind == nil || kind == $0.kind }
    var all: [String: Found] = [:]
    for entry in wanted { all[entry.kind] = lines.sources[entry.kind].flatMap { find(entry, $0) } }
    if needsAll, all.count < wanted.count { return [:] }
    let before = isSmall ? [] : readChecked()
    var checked = before.union(made)
    for (kind, found) in all {
      let mark = self.mark(kind, found.map)
      guard !checked.contains(mark) else { continue }
      if found.index.isSound(found.map.readable) {
        found.map.forget()
        checked.insert(mark)
      } else {
        all[kind] = nil
      }
    }
    if keepsMarks, !isSmall, checked != before { writeChecked(checked, known: before) }
    return all
  }

  private func find(_ entry: Manifest.Entry, _ source: UInt64) -> Found? {
    guard let file = try? disk.open(path(entry.kind), .read) else { return nil }
    defer { disk.close(file) }
    // The header is read and not mapped: the system would read megabytes around the first byte that is touched.
    guard let size = try? disk.facts(of: file).size,
      let header = try? disk.read(file, at: 0, count: IndexFile.headerSize),
      let index = header.withUnsafeBytes({ IndexFile($0, size: size) }), index.source == source,
      index.rows == entry.lines, let map = MappedFile(file, count: size, .privateChanges)
    else { return nil }
    return Found(index: index, map: map)
  }

  func bases(_ found: [String: Found], _ lines: MappedSnapshot) -> [String: TableBase] {
    var bases: [String: TableBase] = [:]
    for (kind, found) in found { bases[kind] = lines[kind].map { found.index.base(found.map, lines: $0) } }
    return bases
  }
}
