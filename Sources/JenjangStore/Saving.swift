import JenjangDomain

extension Store {
  /// Saves a transaction: checked against what others saved meanwhile, made durable, applied to the book.
  ///
  /// A transaction that changes nothing is not written and answers with the present head.
  @discardableResult
  public func commit(_ transaction: Transaction) throws(StoreError) -> Receipt {
    if let readOnlyReason { throw .readOnly(readOnlyReason) }
    return try asWriter { () throws(StoreError) in
      try settle()
      let checked = try check(transaction)
      guard !checked.operations.isEmpty else { return Receipt(sequence: position.sequence, isWritten: false) }
      if position.offset > segmentSize { try roll() }
      try write(transaction, checked.operations)
      return Receipt(sequence: position.sequence, merged: checked.merged)
    }
  }

  /// A segment that has grown beyond this is sealed.
  static let segmentSize = 8 << 20

  private func write(_ transaction: Transaction, _ operations: [CheckedOperation]) throws(StoreError) {
    let (line, hash) = CommitCodec.line(
      sequence: position.sequence + 1, time: environment.now(), author: environment.author, transaction: transaction,
      operations: operations, transactionID: environment.newID(), previous: position.hash, random: environment.random)
    guard line.count < Framing.maximumLine else { throw .refused(.tooLarge) }
    try append(line)
    position.offset += line.count
    position.sequence += 1
    position.hash = hash
    for operation in operations { apply(operation.operation) }
    // The commit is durable; a head that cannot be written is only a hint that is missing.
    do throws(StoreError) { try writeHead() } catch { notices.append(.headNotWritten) }
  }

  /// Makes a line durable behind the last one.
  private func append(_ line: [UInt8]) throws(StoreError) {
    guard let segment = files.segment else { throw .readOnly(.forked) }
    do throws(StoreError) { try disk.append(line, to: segment.file) } catch {
      try disk.truncate(segment.file, to: position.offset)
      throw error
    }
    do throws(StoreError) { try disk.sync(segment.file) } catch {
      try rewriteSegment(with: line)
    }
  }

  /// After a failed sync the kernel may believe that lost pages are safe, so a second try proves nothing: all bytes
  /// go to a new file.
  private func rewriteSegment(with line: [UInt8]) throws(StoreError) {
    do throws(StoreError) {
      guard let segment = files.segment else { throw .readOnly(.uncertain) }
      let bytes = try disk.read(segment.file, at: 0, count: position.offset + line.count)
      guard bytes.count == position.offset + line.count, bytes.suffix(line.count).elementsEqual(line) else {
        throw .readOnly(.uncertain)
      }
      if try disk.facts(Layout.rewrittenSegment) != nil { try disk.remove(Layout.rewrittenSegment) }
      try disk.writeNew(Layout.rewrittenSegment, bytes)
      let path = Layout.segment(position.segment)
      try disk.link(path, to: "\(Layout.quarantine)/\(environment.newID().text).ndjson")
      try disk.rename(Layout.rewrittenSegment, to: path)
      try disk.syncFolder(Layout.journal)
      disk.close(segment.file)
      files.segment = nil
      try openSegment()
      notices.append(.rewritten)
    } catch {
      becomeReadOnly(.uncertain)
      throw .readOnly(.uncertain)
    }
  }

  /// Seals the active segment and begins the next: its header is durable before its name is.
  private func roll() throws(StoreError) {
    let header = SegmentHeader(
      store: description.store, number: position.segment + 1, first: position.sequence + 1, time: environment.now(),
      pin: SegmentHeader.Pin(position), previous: position.hash)
    let (line, hash) = header.line()
    if try disk.facts(Layout.newSegment) != nil { try disk.remove(Layout.newSegment) }
    try disk.writeNew(Layout.newSegment, line)
    try disk.rename(Layout.newSegment, to: Layout.segment(header.number))
    do throws(StoreError) { try disk.syncFolder(Layout.journal) } catch {
      becomeReadOnly(.uncertain)
      throw error
    }
    position.segment = header.number
    position.offset = line.count
    position.hash = hash
    try openSegment()
  }
}

extension Text {
  fileprivate static let tooLarge = Text(
    "Terlalu banyak perubahan sekaligus; bagilah menjadi beberapa simpanan",
    en: "Too many changes at once; divide them into several saves")
  fileprivate static let headNotWritten = Text("HEAD tidak dapat ditulis", en: "HEAD could not be written")
  fileprivate static let rewritten = Text(
    "Cakram gagal saat menyimpan; jurnal ditulis ulang dan utuh. Periksa cakram.",
    en: "The disk failed while saving; the journal was written again and is whole. Check the disk.")
  fileprivate static let uncertain = Text(
    "Cakram gagal: simpanan terakhir belum pasti tersimpan. Buka kembali untuk melihatnya.",
    en: "The disk failed: whether the last save was kept is not certain. Open again to see.")
}
