import JenjangDomain

/// A snapshot that was found whole.
struct Generation {
  let folder: String
  let manifest: Manifest
}

/// The state with which replaying begins: the newest sound snapshot, or nothing.
struct LoadedState {
  let book: Book
  var strangers = Strangers()
  var generation: Generation?
  /// Snapshots that were not sound, newest first.
  var rejected: [String] = []
  /// The snapshot is whole and its index is not: nothing was loaded, for that would take long.
  var needsIndex = false

  /// Loads the newest snapshot that is what its manifest says.
  ///
  /// Without `keepsIndex` nothing is written, however long that makes the opening.
  /// Snapshots that were taken after the commit `last` are passed over.
  init(
    disk: any Disk, types: [RecordType], day: Day, keepsIndex: Bool = true, defersIndex: Bool = false,
    last: Int = .max, whileIndexing: ((Double) -> Void)? = nil
  ) throws(StoreError) {
    var rejected: [String] = []
    for number in try LoadedState.numbers(disk).reversed() {
      let folder = Layout.generation(number)
      let book = Book(types: types, day: day)
      do throws(StoreError) {
        let generation = try LoadedState.generation(folder, number: number, disk: disk)
        if generation.manifest.position.sequence > last { continue }
        let isLoaded = try SnapshotLoader.load(
          folder, generation.manifest, disk: disk, into: book, keepsIndex: keepsIndex, defersIndex: defersIndex,
          whileIndexing: whileIndexing)
        guard isLoaded else {
          self.book = book
          self.generation = generation
          self.rejected = rejected
          needsIndex = true
          return
        }
        var strangers = Strangers()
        for entry in generation.manifest.files where book.table(entry.kind) == nil {
          try SnapshotLoader.records(of: entry, in: folder, disk: disk, book.upcasts) { id, revision, object in
            strangers.load(entry.kind, id: id, object: object, revision: revision)
          }
        }
        self.book = book
        self.strangers = strangers
        self.generation = generation
        self.rejected = rejected
        return
      } catch {
        guard case .damaged = error else { throw error }
        rejected.append(folder)
      }
    }
    book = Book(types: types, day: day)
    self.rejected = rejected
  }

  /// The numbers of the snapshots that have a name, ascending.
  static func numbers(_ disk: any Disk) throws(StoreError) -> [Int] {
    try disk.list(Layout.snapshots).compactMap(Layout.generationNumber).sorted()
  }

  /// Reads a manifest and compares it with the sizes of the files.
  static func generation(_ folder: String, number: Int, disk: any Disk) throws(StoreError) -> Generation {
    let path = folder + "/" + Layout.manifest
    guard let bytes = try disk.contents(path), let manifest = Manifest(bytes),
      StoreRule.manifestNumber.holds(manifest.generation == number)
    else {
      throw .damaged(file: path, line: 1, sequence: 0)
    }
    for entry in manifest.files {
      let file = folder + "/" + entry.name
      guard let facts = try disk.facts(file), facts.kind == .file,
        StoreRule.snapshotSizes.holds(facts.size == entry.bytes)
      else {
        throw .damaged(file: file, line: 1, sequence: 0)
      }
    }
    return Generation(folder: folder, manifest: manifest)
  }
}
