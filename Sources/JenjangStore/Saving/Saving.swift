import JenjangDomain

extension Store {
  /// Saves a transaction: checked against what others saved meanwhile, made durable, applied to the book.
  ///
  /// A transaction that changes nothing is not written and answers with the present head.
  @discardableResult
  public func commit(_ transaction: Transaction) throws(StoreError) -> Receipt {
    if let readOnlyReason { throw .readOnly(readOnlyReason) }
    try checkRights(transaction.operations)
    try keepFiles(of: transaction)
    return try asWriter { () throws(StoreError) in
      try settle()
      return try write(transaction, try check(transaction), left: [])
    }
  }

  /// Under the lock: writes what was checked, if anything is left of it.
  func write(
    _ transaction: Transaction, _ checked: CheckedTransaction, left: Set<RecordID>
  ) throws(StoreError) -> Receipt {
    guard !checked.operations.isEmpty else {
      return Receipt(sequence: position.sequence, isWritten: false, left: left.sorted())
    }
    try refuseMissingFiles(checked.operations)
    try raiseSchema()
    if position.offset > segmentSize || files.segment == nil { try roll() }
    try write(transaction, checked.operations)
    return Receipt(sequence: position.sequence, merged: checked.merged, left: left.sorted())
  }

  /// A segment that has grown beyond this is sealed.
  static let segmentSize = 8 << 20

  private func write(_ transaction: Transaction, _ operations: [CheckedOperation]) throws(StoreError) {
    let now = environment.now()
    let (line, hash) = CommitCodec.line(
      sequence: position.sequence + 1, time: now, author: author, transaction: transaction,
      operations: operations, transactionID: environment.newID(), previous: position.hash, clock: judgeClock(now),
      random: environment.random)
    guard line.count < Framing.maximumLine else { throw .refused(.commitTooLarge) }
    try add(line, hash: hash, operations.map(\.operation))
    lastTime = now
  }

  /// Makes the line of a commit durable and takes it over.
  func add(_ line: [UInt8], hash: String, _ operations: [Operation]) throws(StoreError) {
    var next = position
    next.offset += line.count
    next.sequence += 1
    next.hash = hash
    // Made before the sync, during which other processes take the caches over.
    let head = next.head.bytes
    try append(line, hash: hash)
    position = next
    for operation in operations { apply(operation) }
    refreshVisitor()
    // The commit is durable; a head that cannot be written is only a hint that is missing.
    do throws(StoreError) { try writeHead(head) } catch { notice(.headNotWritten) }
  }

  /// Makes a line durable behind the last one; when the disk is full, in the place of the reserve.
  private func append(_ line: [UInt8], hash: String) throws(StoreError) {
    try usingReserve { () throws(StoreError) in
      guard let segment = files.segment else { throw .readOnly(.forked) }
      do throws(StoreError) { try disk.append(line, to: segment.file) } catch {
        try takeBack(segment, after: error)
      }
    }
    guard let segment = files.segment else { throw .readOnly(.forked) }
    do throws(StoreError) { try disk.sync(segment.file) } catch {
      try rewriteSegment(size: position.offset + line.count, hash: hash, after: error)
    }
  }

  /// Cuts off what a failed write has left.
  private func takeBack(_ segment: OpenFiles.Segment, after failure: StoreError) throws(StoreError) -> Never {
    do throws(StoreError) { try disk.truncate(segment.file, to: position.offset) } catch {
      throw becomeUncertain(after: failure)
    }
    throw failure
  }

  /// Seals the active segment and begins the next: its header is durable before its name is.
  ///
  /// Its bytes are a new file each time, so a try after a failed one proves what it says.
  func roll() throws(StoreError) {
    let header = SegmentHeader(
      store: description.store, epoch: try epoch(), number: position.segment + 1, first: position.sequence + 1,
      schema: book.upcasts.schema, time: environment.now(), pin: SegmentHeader.Pin(position), previous: position.hash)
    let (line, hash) = header.line()
    try usingReserve { () throws(StoreError) in
      if try disk.facts(Layout.newSegment) != nil { try disk.remove(Layout.newSegment) }
      try disk.writeNew(Layout.newSegment, line)
      try disk.rename(Layout.newSegment, to: Layout.segment(header.number))
    }
    do throws(StoreError) { try disk.syncFolder(Layout.journal) } catch {
      // Nothing was appended yet, but whether the new segment keeps its name is not known.
      becomeReadOnly(.failing)
      throw .readOnly(.failing)
    }
    position.segment = header.number
    position.offset = line.count
    position.hash = hash
    try openSegment()
  }

  /// The epoch of the segment at our position, which the next one goes on with.
  private func epoch() throws(StoreError) -> Int {
    try replay.header(ofSegment: position.segment)?.epoch ?? 1
  }
}

extension Text {
  static let commitTooLarge = Text(
    "Terlalu banyak perubahan sekaligus; bagilah menjadi beberapa simpanan",
    en: "Too many changes at once; divide them into several saves")
  static let headNotWritten = Text(
    "Tersimpan, tetapi HEAD tidak dapat ditulis; periksa cakram",
    en: "Saved, but HEAD could not be written; check the disk")
  fileprivate static let failing = Text(
    "Cakram gagal; yang terakhir tidak tersimpan. Hanya baca sampai data dibuka kembali.",
    en: "The disk failed; the last save was not kept. Reading only until the store is opened again.")
}
