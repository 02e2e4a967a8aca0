import JenjangDomain
import Synchronization

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

  /// The hash of everything that an index depends on: the snapshot's files as they lie there, and the record types.
  func source(_ lines: [String: MappedFile]) -> UInt64 {
    var text = "columns \(IndexFile.version)"
    for entry in entries {
      text += " \(entry.name) \(entry.bytes) \(entry.lines) \(entry.check) \(lines[entry.kind]?.stamp ?? "")"
    }
    // A kind that the snapshot has no records of, a new one for instance, makes no index stale.
    let kinds = Set(entries.map(\.kind))
    for type in types where kinds.contains(type.kind.name) {
      // Of the kind only what shapes columns; and nothing that another process would write in another order.
      text += " \(type.kind.name) \(type.kind.owner ?? "") \(type.kind.label) \(type.kind.date ?? "")"
      for field in type.fields { text += " \(field.name) \(Self.shape(field.type))" }
      for field in type.derived { text += " " + Self.shape(field) }
    }
    return XXH64.hash(Array(text.utf8))
  }

  private static func shape(_ field: DerivedField) -> String {
    let exception = field.exception.map { " but " + $0.field + " " + $0.codes.joined(separator: ",") } ?? ""
    return field.name + " " + field.source + " " + field.field + exception
  }

  /// By hand: having each value described took a fifth of the opening of a large store.
  private static func shape(_ type: FieldType) -> String {
    switch type {
    case .text(let maximum): "text(maximum: " + String(maximum) + ")"
    case .note(let maximum): "note(maximum: " + String(maximum) + ")"
    case .employeeNumber: "employeeNumber"
    case .day: "day"
    case .integer(let range): "integer(" + String(range.lowerBound) + "..." + String(range.upperBound) + ")"
    case .decimal(let scale): "decimal(scale: " + String(scale) + ")"
    case .flag: "flag"
    case .code(let list): list.name + list.entries.map(\.code).joined(separator: ",")
    case .reference(let kind): "reference(kind: \"" + kind + "\")"
    case .attachment: "attachment"
    }
  }

  /// The snapshot's files in memory by kind; nil when one of them is not as long as the manifest says.
  func mapSnapshot() throws(StoreError) -> [String: MappedFile]? {
    var maps: [String: MappedFile] = [:]
    for entry in entries {
      let file = try disk.open(folder + "/" + entry.name, .read)
      defer { disk.close(file) }
      guard try disk.facts(of: file).size == entry.bytes, let map = MappedFile(file, count: entry.bytes, .reading)
      else { return nil }
      maps[entry.kind] = map
    }
    return maps
  }

  /// Compares the snapshot's bytes with the manifest's checksums: what an index is made of must be sound.
  func check(_ lines: [String: MappedFile]) throws(StoreError) {
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
      for file in (try? disk.list(path)) ?? [] where file.hasSuffix(".tmp") { try? disk.remove(path + "/" + file) }
    }
  }

  /// Puts the mapped indexes into a book; false when one is missing, stale or damaged.
  ///
  /// An index that was written to since it was last read through is read through first, unless it is among those just
  /// `made`; `keepsMarks` notes that it was.
  func install(
    _ lines: [String: MappedFile], into book: Book, keepsMarks: Bool = true, made: Set<String> = []
  ) -> Bool {
    let source = source(lines)
    var bases: [String: TableBase] = [:]
    let before = isSmall ? [] : readChecked()
    var checked = before.union(made)
    for entry in entries {
      guard let lines = lines[entry.kind], let file = try? disk.open(path(entry.kind), .read) else { return false }
      defer { disk.close(file) }
      // The header is read and not mapped: the system would read megabytes around the first byte that is touched.
      guard let size = try? disk.facts(of: file).size,
        let header = try? disk.read(file, at: 0, count: IndexFile.headerSize),
        let index = header.withUnsafeBytes({ IndexFile($0, size: size) }), index.source == source,
        index.rows == entry.lines, let map = MappedFile(file, count: size, .privateChanges)
      else { return false }
      if checked.insert(mark(entry.kind, map)).inserted {
        guard index.isSound(map.readable) else { return false }
        map.forget()
      }
      bases[entry.kind] = index.base(map, lines: lines)
    }
    if keepsMarks, !isSmall, checked != before { writeChecked(checked) }
    return book.install(bases)
  }
}
