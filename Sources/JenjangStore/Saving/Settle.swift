import Glibc
import JenjangDomain

extension Store {
  /// Under the writer's lock: reads what others wrote, sets a torn tail aside, and adopts whole lines that were
  /// never acknowledged.
  func settle() throws(StoreError) {
    guard try isBehindDisk() else { return }
    let stop = try replay.run(&position) { commit throws(StoreError) in apply(commit) }
    let head = try readHead()
    if let head, !StoreRule.reachesHead.holds(position.reaches(head)) { return try refuse(head, stop) }
    switch stop {
    case .end: break
    case .missing where isSnapshotWhole(upTo: head): return try goOnWithoutSegment()
    case .unsound(isLast: true):
      let rest = try restOfSegment()
      guard StoreRule.tornTail.holds(!Damage.holdsSoundLine(rest)) else { return try refuse(position.head, stop) }
      try usingReserve { () throws(StoreError) in try setAside(rest) }
    case .unsound, .missing: return try refuse(position.head, stop)
    }
    try openSegment()
    guard head != position.head, let segment = files.segment else { return }
    do throws(StoreError) { try disk.sync(segment.file) } catch {
      try rewriteSegment(size: position.offset, hash: position.hash, after: error)
    }
    // Whoever made this segment may have died before its name was durable.
    if head?.segment != position.segment { try disk.syncFolder(Layout.journal) }
    try writeHead()
  }

  private func refuse(_ head: Head, _ stop: Replay.Stop) throws(StoreError) {
    try reportDamage(head, stop)
    throw .readOnly(readOnlyReason ?? .forked)
  }

  /// True when the journal on the disk is not what we last saw of it.
  private func isBehindDisk() throws(StoreError) -> Bool {
    guard let segment = files.segment, segment.number == position.segment,
      let facts = try disk.facts(segment.path)
    else { return true }
    guard StoreRule.sameFile.holds(facts.inode == segment.inode),
      StoreRule.sameSize.holds(facts.size == position.offset)
    else {
      return true
    }
    let next = try disk.facts(segment.next)
    return !StoreRule.sameSegment.holds(next == nil)
  }

  /// Opens the segment of our position for writing, by its present name.
  func openSegment() throws(StoreError) {
    let path = Layout.segment(position.segment)
    guard let facts = try disk.facts(path) else { throw .damaged(file: path, line: 1, sequence: position.sequence) }
    try removeTwins(of: facts)
    if let segment = files.segment {
      if segment.number == position.segment, segment.inode == facts.inode { return }
      disk.close(segment.file)
      files.segment = nil
    }
    let file = try disk.open(path, .append)
    files.segment = OpenFiles.Segment(file: file, number: position.segment, inode: try disk.facts(of: file).inode)
  }

  func restOfSegment() throws(StoreError) -> [UInt8] {
    let path = Layout.segment(position.segment)
    guard let facts = try disk.facts(path), facts.size > position.offset else { return [] }
    let file = try disk.open(path, .read)
    defer { disk.close(file) }
    return try disk.read(file, at: position.offset, count: facts.size - position.offset)
  }

  /// Keeps a copy of a torn tail and cuts it off; the sync of the next commit covers the cut.
  private func setAside(_ rest: [UInt8]) throws(StoreError) {
    let name = "\(Layout.quarantine)/\(environment.newID().text)"
    do throws(StoreError) {
      try disk.writeNew(name + ".tail", rest)
      let note = QuarantineNote(file: Layout.segment(position.segment), offset: position.offset, why: "torn tail")
      try disk.writeNew(name + ".json", note.bytes(environment, by: author))
      try disk.syncFolder(Layout.quarantine)
    } catch {
      for name in [name + ".tail", name + ".json"] where try disk.facts(name) != nil { try disk.remove(name) }
      throw error
    }
    try openSegment()
    guard let segment = files.segment else { return }
    do throws(StoreError) { try disk.truncate(segment.file, to: position.offset) } catch {
      // Where an administrator has seen to it that the journal only grows (`chattr +a`), the header of a new segment
      // says where this one ends. Who wrote a torn tail had made all lines before it durable.
      guard case .system(_, _, EPERM) = error else { throw error }
      try roll()
    }
    notice(.torn)
  }

  func writeHead() throws(StoreError) { try writeHead(position.head.bytes) }

  func writeHead(_ bytes: [UInt8]) throws(StoreError) {
    if files.head == nil { files.head = try disk.open(Layout.head, .overwrite) }
    guard let file = files.head else { return }
    try disk.write(bytes, to: file, at: 0)
  }
}

extension Text {
  fileprivate static let torn = Text(
    "1 simpanan yang terputus disingkirkan; tidak pernah dikonfirmasi.",
    en: "1 interrupted save was set aside; it had never been acknowledged.")
}
