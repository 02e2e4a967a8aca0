import JenjangDomain
import Synchronization

/// Making the column indexes of a snapshot anew.
extension IndexBuilder {
  /// Writes the indexes anew; nil when the snapshot cannot be read into columns, is not what its manifest says, or the
  /// disk refuses.
  ///
  /// Gives the marks of the new indexes: what was written a moment ago need not be read through.
  @discardableResult
  func build(_ lines: [String: MappedFile], day: Day) -> Set<String>? {
    let book = Book(types: types, day: day)
    do throws(StoreError) {
      let source = source(lines)
      if try disk.facts(Layout.indexes) == nil { try disk.makeFolder(Layout.indexes) }
      if try disk.facts(indexFolder) == nil { try disk.makeFolder(indexFolder) }
      var files: [String: (file: File, memory: IndexMemory)] = [:]
      defer { for file in files.values { disk.close(file.file) } }
      for entry in entries {
        let file = try disk.open(temporaryPath(entry.kind), .create)
        files[entry.kind] = (file, IndexMemory(file, disk: disk))
      }
      let memories = files.mapValues(\.memory)
      let send: (String) -> Bool = { kind in files[kind].map { self.send($0.file, $0.memory) } ?? false }
      guard load(lines, into: book, memory: { memories[$0] }, send: send) == nil, finish(files, source, book) else {
        return nil
      }
      for file in files.values { try disk.sync(file.file) }
      for entry in entries { try disk.rename(temporaryPath(entry.kind), to: path(entry.kind)) }
      try disk.syncFolder(indexFolder)
      return marks(files.mapValues(\.file))
    } catch {
      return nil
    }
  }

  func temporaryPath(_ kind: String) -> String { indexFolder + "/." + kind + ".\(mark).tmp" }

  /// Reads mapped lines into a book's columns; gives the kind and line of the first that is no record.
  ///
  /// While `checksLines`, a file that is not what the manifest says counts as one with a bad first line.
  /// `send` is told of each kind that was read, and answers false when that cannot be kept.
  func load(
    _ lines: [String: MappedFile], into book: Book, memory: @escaping (String) -> (any ColumnMemory)?,
    send: @escaping (String) -> Bool = { _ in true }
  ) -> (String, Int)? {
    book.beginLoading()
    let bad = Mutex<(String, Int)?>(nil)
    for wave in waves(book) {
      workers.run(wave.count) { place in
        let entry = wave[place]
        guard let map = lines[entry.kind] else { return }
        var hash = RunningHash(map.readable)
        let line = book.load(
          entry.kind, lines: map.readable, count: entry.lines, keeper: map, memory: memory(entry.kind)
        ) { bytes in
          if checksLines { hash.advance(bytes) }
          progress?.add(bytes)
        }
        let isSound = line != nil || (!checksLines || hash.value == entry.check) && send(entry.kind)
        if let line = isSound ? line : 1 { bad.withLock { $0 = (entry.kind, line) } }
      }
      if let bad = bad.withLock({ $0 }) { return bad }
    }
    book.finishLoading(memory: memory, crew: workers.run)
    return nil
  }

  /// Sends what was written on its way to the disk, which is at work then while the next kind is read; false when it
  /// is lost.
  private func send(_ file: File, _ memory: IndexMemory) -> Bool {
    isGentle || (try? disk.writeBack(file, at: 0, count: memory.size)) != nil
  }

  /// The files in groups, one after the other: within one no record names one of another file, and the largest are first.
  ///
  /// Records that belong to others come last: what they refer to is there by then.
  private func waves(_ book: Book) -> [[Manifest.Entry]] {
    var waves: [[Manifest.Entry]] = []
    for belongs in [false, true] {
      let first = waves.count
      for entry in entries where (owner(entry.kind) != nil) == belongs {
        let clash = waves[first...].lastIndex { wave in wave.contains { !book.areApart($0.kind, entry.kind) } }
        let place = (clash ?? first - 1) + 1
        if place < waves.count { waves[place].append(entry) } else { waves.append([entry]) }
      }
    }
    return waves.map { wave in wave.sorted { $0.bytes > $1.bytes } }
  }

  private func owner(_ kind: String) -> String? { types.first { $0.kind.name == kind }?.kind.owner }

  /// Writes all headers; false when something has no place in its file.
  private func finish(_ files: [String: (file: File, memory: IndexMemory)], _ source: UInt64, _ book: Book) -> Bool {
    let largestFirst = files.sorted { $0.value.memory.size > $1.value.memory.size }
    let unfinished = Mutex(0)
    workers.run(largestFirst.count) { place in
      let (kind, (file, memory)) = largestFirst[place]
      let isFinished = book.table(kind).map { (try? finish($0, file, memory, source, book)) == true }
      if isFinished != true { unfinished.withLock { $0 += 1 } }
    }
    return unfinished.withLock { $0 } == 0
  }

  /// Writes the header; false when something has no place in the file.
  private func finish(_ table: Table, _ file: File, _ memory: IndexMemory, _ source: UInt64, _ book: Book)
    throws(StoreError) -> Bool
  {
    var index = IndexFile(
      rows: Int(table.rowCount), source: source, day: book.day,
      nextChange: book.nextChange(of: table.type.kind.name))
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
    guard isComplete, let header = index.header, let map = MappedFile(file, count: header.count, .sharedChanges)
    else { return false }
    map.bytes.copyBytes(from: header)
    if isGentle {
      var gentle = GentleWriting()
      try gentle.advance(to: memory.size, file, disk)
    }
    return true
  }
}
