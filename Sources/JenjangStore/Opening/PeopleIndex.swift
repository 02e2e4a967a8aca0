import JenjangDomain

/// Looks for the people's own index of a snapshot, which is made before all others are, while these are being made.
struct PeopleIndex {
  private let folder: String
  private let manifest: Manifest
  private let types: [RecordType]
  private let day: Day
  private let store: String
  /// What was saved since the snapshot, in its order.
  private let changes: [Operation]
  private let path: String
  private let disk: any Disk
  /// The file that was last looked at; `hasLooked` even when there was none.
  private var seen: FileFacts?
  private var hasLooked = false
  private var look: Handover<Book?>?

  /// Nil where no index serves the snapshot.
  init?(of store: Store, changes: [Operation]) {
    guard let generation = store.generation, store.disk is PosixDisk,
      !generation.manifest.isOutdated(store.book.upcasts)
    else { return nil }
    (folder, manifest) = (generation.folder, generation.manifest)
    (types, day, self.store, disk) = (store.book.types, store.book.day, store.path, store.disk)
    self.changes = changes
    path = IndexBuilder(folder: folder, manifest: manifest, disk: disk, types: types).path(Employee.kind.name)
  }

  /// A book of the people alone, once it is there; costs one look at a folder, whatever else there is to do happens
  /// on another thread.
  mutating func take() -> Book? {
    if let look {
      guard let book = look.take() else { return nil }
      self.look = nil
      return book
    }
    let facts = try? disk.facts(path)
    defer { (seen, hasLooked) = (facts, true) }
    guard let facts, facts != seen else { return nil }
    let (open, isNew) = (opener, hasLooked)
    look = Handover { open(isNew) }
    return nil
  }

  /// Opens the index and brings it up to date; `isNew` when it got its name while we were watching.
  ///
  /// It gets that as soon as all of it is written, so that a new one need not be read through: only one that lay there
  /// before can have suffered.
  private var opener: @Sendable (_ isNew: Bool) -> Book? {
    let (folder, manifest, types, day, store, changes) = (folder, manifest, types, day, store, changes)
    return { isNew in
      let kind = Employee.kind.name
      guard let type = types.first(where: { $0.kind.name == kind }), let disk = try? PosixDisk(store) else {
        return nil
      }
      let builder = IndexBuilder(folder: folder, manifest: manifest, disk: disk, types: types)
      guard let lines = try? builder.mapSnapshot() else { return nil }
      let made = isNew ? builder.presentMark(kind).map { [$0] } ?? [] : []
      let found = builder.find(lines, only: kind, keepsMarks: false, made: Set(made))
      let book = Book(types: [type.alone], day: day)
      guard !found.isEmpty, book.keep(builder.bases(found, lines)) else { return nil }
      for change in changes { book.apply(change) }
      // What changed is put in its place, and the pages that searches read come from the file, here and not at a key.
      for search in ["", "an", "19"] { _ = book.table(kind)?.rows(ProvisionalList.query(search)) }
      return book
    }
  }
}
