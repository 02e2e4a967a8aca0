import JSONText
import JenjangDomain

/// Reads a snapshot into a book.
enum SnapshotLoader {
  /// Loads the records of the kinds that the book knows: maps them and their column index, and reads nothing else.
  ///
  /// An index that is missing or does not fit is made again first, if it may be kept. `folder` is the generation's, relative to the store.
  /// With `defersIndex` what would take long is not begun: false says so, and the book is empty then.
  /// Throws when a file is not what the manifest says; the book is void then.
  static func load(
    _ folder: String, _ manifest: Manifest, disk: any Disk, into book: Book, keepsIndex: Bool = true,
    defersIndex: Bool = false, whileIndexing: ((Double) -> Void)? = nil
  ) throws(StoreError) -> Bool {
    var index = IndexBuilder(folder: folder, manifest: manifest, disk: disk, types: book.types)
    guard disk is PosixDisk, !manifest.isOutdated(book.upcasts), let lines = try index.mapSnapshot() else {
      if defersIndex, !index.isSmall { return false }
      try decode(folder, manifest, disk: disk, into: book)
      return true
    }
    if index.isSmall { try index.check(lines) }
    if index.install(lines, into: book, keepsMarks: keepsIndex) { return true }
    if defersIndex, !index.isSmall { return false }
    index.progress = whileIndexing.map { IndexProgress(total: manifest.totalBytes, tell: $0) }
    index.checksLines = !index.isSmall
    if keepsIndex, let made = index.build(lines, day: book.day), index.install(lines, into: book, made: made) {
      return true
    }
    if !index.isSmall { try index.check(lines) }
    if let (kind, line) = index.load(lines, into: book, memory: { _ in nil }) {
      throw .damaged(file: folder + "/" + Layout.records(kind), line: line, sequence: 0)
    }
    return true
  }

  /// Reads every record as a value: where files cannot be mapped, or hold records in an earlier form.
  private static func decode(_ folder: String, _ manifest: Manifest, disk: any Disk, into book: Book)
    throws(StoreError)
  {
    for entry in manifest.files where book.table(entry.kind) != nil {
      try records(of: entry, in: folder, disk: disk, book.upcasts) { id, revision, object in
        book.load(entry.kind, id: id, revision: revision, object: object)
      }
    }
  }

  /// Called when a snapshot has been written and has its name.
  ///
  /// Makes its column index; what fails here is made up for at opening.
  /// `gently` spares others who save meanwhile.
  static func didWrite(
    _ folder: String, _ manifest: Manifest, disk: any Disk, types: [RecordType], day: Day, gently isGentle: Bool = false
  ) {
    guard disk is PosixDisk else { return }
    var index = IndexBuilder(folder: folder, manifest: manifest, disk: disk, types: types)
    index.isGentle = isGentle
    guard let lines = try? index.mapSnapshot(), let made = index.build(lines, day: day), !index.isSmall else { return }
    index.writeChecked(made)
  }

  /// Reads all records of one file, after its checksum; they have the present form.
  static func records(
    of entry: Manifest.Entry, in folder: String, disk: any Disk, _ upcasts: Upcasts,
    _ body: (RecordID, Int, JSONObject) -> Void
  ) throws(StoreError) {
    try lines(of: entry, in: folder, disk: disk) { line in
      guard let record = RecordLine.read(line) else { return false }
      body(record.id, record.revision, upcasts.object(record.object, of: entry.kind, from: entry.version))
      return true
    }
  }

  /// Reads all lines of one file, after its checksum; `body` answers false to one that is no record.
  static func lines(
    of entry: Manifest.Entry, in folder: String, disk: any Disk, _ body: (UnsafeRawBufferPointer) -> Bool
  ) throws(StoreError) {
    let path = folder + "/" + entry.name
    guard let bytes = try disk.contents(path), StoreRule.snapshotChecksum.holds(XXH64.hash(bytes) == entry.check) else {
      throw .damaged(file: path, line: 1, sequence: 0)
    }
    let badLine: Int? = bytes.withUnsafeBytes { buffer in
      var start = 0
      var line = 1
      while let end = ByteSearch.lineFeed(in: buffer, from: start) {
        guard body(UnsafeRawBufferPointer(rebasing: buffer[start..<end])) else { return line }
        start = end + 1
        line += 1
      }
      return nil
    }
    if let badLine { throw .damaged(file: path, line: badLine, sequence: 0) }
  }
}
