import Glibc
import JenjangDomain
import Synchronization

/// Making the column indexes of a snapshot: those that are missing, stale or damaged.
extension IndexBuilder {
  /// Makes the indexes that are not there, or all anew when nothing seems to be wrong with any.
  ///
  /// Each gets its name as soon as it is whole, so that whoever goes on after an interruption finds it. Nil when the
  /// snapshot cannot be read into columns, is not what its manifest says, or the disk refuses.
  /// Gives the marks of all indexes: what was written a moment ago need not be read through.
  @discardableResult
  func build(_ lines: MappedSnapshot, day: Day) -> Set<String>? {
    let found = find(lines)
    let kept = found.count == entries.count ? [:] : found
    do throws(StoreError) {
      if try disk.facts(Layout.indexes) == nil { try disk.makeFolder(Layout.indexes) }
      if try disk.facts(indexFolder) == nil { try disk.makeFolder(indexFolder) }
      Self.removeLeftovers(disk, in: indexFolder)
      var files: [String: IndexMemory] = [:]
      defer {
        for (kind, memory) in files {
          disk.close(memory.file)
          // Under this name only what was not finished.
          try? disk.remove(temporaryPath(kind))
        }
      }
      for entry in entries where kept[entry.kind] == nil {
        files[entry.kind] = IndexMemory(try openTemporary(entry.kind), disk: disk)
      }
      let memories = files
      let book = Book(types: types, day: day)
      let finish: (String) -> Bool = { kind in
        guard let table = book.table(kind), let memory = memories[kind], let source = lines.sources[kind] else {
          return false
        }
        return (try? self.finish(table, memory, source, book)) == true
      }
      guard
        load(lines, into: book, keeping: bases(kept, lines), memory: { memories[$0] }, isFinished: finish) == nil
      else { return nil }
      return Set(kept.map { mark($0.key, $0.value.map) } + files.compactMap { mark($0.key, $0.value.file) })
    } catch {
      return nil
    }
  }

  /// Makes the file of an index that is to be written, and locks it so that nobody takes it for a leftover.
  private func openTemporary(_ kind: String) throws(StoreError) -> File {
    let path = temporaryPath(kind)
    for _ in 0..<3 {
      let file = try disk.open(path, .create)
      if (try? isOurs(file, path)) == true { return file }
      // Somebody removes it, or has done so before it was locked.
      disk.close(file)
      try? disk.remove(path)
    }
    throw .system(action: "lock", path: path, code: EAGAIN)
  }

  /// Locks a file; false when another one holds it, or when its name is no longer there.
  private func isOurs(_ file: File, _ path: String) throws(StoreError) -> Bool {
    guard try disk.lock(file, byte: 0, isExclusive: true) else { return false }
    return try disk.facts(path)?.inode == disk.facts(of: file).inode
  }

  func temporaryPath(_ kind: String) -> String { indexFolder + "/." + kind + ".\(mark).tmp" }

  /// Reads mapped lines into a book's columns, but for the kinds whose columns are kept; gives the kind and line of the
  /// first that is no record.
  ///
  /// While `checksLines`, a file that is not what the manifest says counts as one with a bad first line.
  /// `isFinished` is told of each kind whose columns are all there, by any thread, and answers false when that cannot
  /// be kept. A kind is finished as soon as all that it refers to has been read: people before their histories.
  func load(
    _ lines: MappedSnapshot, into book: Book, keeping bases: [String: TableBase] = [:],
    memory: @escaping (String) -> (any ColumnMemory)?, isFinished: @escaping (String) -> Bool = { _ in true }
  ) -> (String, Int)? {
    let stored = Set(entries.map(\.kind))
    var missing = stored.subtracting(bases.keys)
    book.beginLoading(stored)
    guard book.keep(bases) else { return missing.first.map { ($0, 1) } }
    for entry in entries where !missing.contains(entry.kind) { progress?.add(entry.bytes) }
    let bad = Mutex<(String, Int)?>(nil)
    var loaded = Set(bases.keys)
    var finishing: [() -> Void] = []
    // What was read last is finished in a round of its own.
    for wave in waves(book, missing) + [[]] {
      let reading = wave.map { entry in
        {
          guard let map = lines[entry.kind] else { return }
          let line = self.read(entry, map, into: book, memory(entry.kind))
          if let line { bad.withLock { $0 = (entry.kind, line) } }
        }
      }
      let work = finishing + reading
      workers.run(work.count) { work[$0]() }
      if let bad = bad.withLock({ $0 }) { return bad }
      loaded.formUnion(wave.map(\.kind))
      let ready = missing.filter { book.targets(of: $0).union([$0]).intersection(stored).isSubset(of: loaded) }
      missing.subtract(ready)
      let tell: (String) -> Void = { kind in if !isFinished(kind) { bad.withLock { $0 = (kind, 1) } } }
      finishing = self.finishing(ready, book, memory, tell)
    }
    book.finishLoading()
    return nil
  }

  /// Reads one file; gives the number of a line that is no record.
  private func read(_ entry: Manifest.Entry, _ map: MappedFile, into book: Book, _ memory: (any ColumnMemory)?) -> Int?
  {
    var hash = RunningHash(map.readable)
    let line = book.load(entry.kind, lines: map.readable, count: entry.lines, keeper: map, memory: memory) { bytes in
      if checksLines { hash.advance(bytes) }
      progress?.add(bytes)
    }
    return line ?? (checksLines && hash.value != entry.check ? 1 : nil)
  }

  /// The work that finishes some kinds, what takes longest first; whoever does the last piece of one calls `tell`.
  private func finishing(
    _ kinds: Set<String>, _ book: Book, _ memory: (String) -> (any ColumnMemory)?, _ tell: @escaping (String) -> Void
  ) -> [() -> Void] {
    var pieces: [(cost: Int, work: () -> Void)] = []
    for kind in kinds {
      let own = book.finishing(kind, memory: memory(kind))
      let left = Countdown(own.count)
      for piece in own {
        pieces.append(
          (
            piece.cost,
            {
              piece.work()
              if left.isLast { tell(kind) }
            }
          ))
      }
    }
    return pieces.sorted { $0.cost > $1.cost }.map(\.work)
  }

  /// The files in groups, one after the other: within one no record names one of another file, and the largest are first.
  ///
  /// Records that belong to others come last: what they refer to is there by then. Of these the large files choose
  /// their group first, so that none of them keeps one processor at work alone.
  private func waves(_ book: Book, _ kinds: Set<String>) -> [[Manifest.Entry]] {
    let entries = entries.filter { kinds.contains($0.kind) }
    let alone = entries.filter { owner($0.kind) == nil }
    let owned = entries.filter { owner($0.kind) != nil }.sorted { $0.bytes > $1.bytes }
    var waves: [[Manifest.Entry]] = []
    for group in [alone, owned] {
      let first = waves.count
      for entry in group {
        let clash = waves[first...].lastIndex { wave in wave.contains { !book.areApart($0.kind, entry.kind) } }
        let place = (clash ?? first - 1) + 1
        if place < waves.count { waves[place].append(entry) } else { waves.append([entry]) }
      }
    }
    return waves.map { wave in wave.sorted { $0.bytes > $1.bytes } }
  }

  private func owner(_ kind: String) -> String? { types.first { $0.kind.name == kind }?.kind.owner }

  /// Writes the header and gives the file its name; false when something has no place in it.
  ///
  /// It goes to the disk when the system likes: until it is there for sure, it is read through when it is used.
  private func finish(_ table: Table, _ memory: IndexMemory, _ source: UInt64, _ book: Book) throws(StoreError) -> Bool
  {
    let kind = table.type.kind.name
    var index = IndexFile(
      rows: Int(table.rowCount), source: source, day: book.day, nextChange: book.nextChange(of: kind))
    var isComplete = true
    table.withSections { sections in
      for section in sections {
        guard let offset = memory.offset(of: section) else {
          isComplete = false
          return
        }
        let bytes = UnsafeRawBufferPointer(start: section.start, count: section.count * section.width)
        let room = memory.roomBytes(at: offset)
        index.sections[IndexFile.key(section.name)] = IndexFile.Section(
          offset: offset, count: section.count,
          capacity: min(max(section.count, section.capacity), room / section.width),
          width: section.width, check: XXH64.hash(bytes))
      }
    }
    guard isComplete, let header = index.header,
      let map = MappedFile(memory.file, count: header.count, .sharedChanges)
    else { return false }
    map.bytes.copyBytes(from: header)
    memory.forget()
    if isGentle {
      var gentle = GentleWriting()
      try gentle.advance(to: memory.size, memory.file, disk)
    } else {
      // The disk is at work while the next kind is read.
      try disk.writeBack(memory.file, at: 0, count: memory.size)
    }
    try disk.rename(temporaryPath(kind), to: path(kind))
    return true
  }
}

/// Counts pieces of work that several threads do.
private final class Countdown {
  private let left: Atomic<Int>

  init(_ count: Int) { left = Atomic(count) }

  /// One piece is done; true when it was the last one.
  var isLast: Bool { left.wrappingSubtract(1, ordering: .acquiringAndReleasing).newValue == 0 }
}
