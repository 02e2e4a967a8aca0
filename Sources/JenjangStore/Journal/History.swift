import JenjangDomain

/// How far back a search in the journal has come.
public struct HistoryCursor: Sendable, Hashable {
  let segment: Int
  /// Bytes of the segment that are still to be searched.
  let end: Int
}

extension Store {
  /// Which share of the journal a search has been through that goes on at a cursor, 0 to 1; the whole where there is none.
  public func searchedShare(_ next: HistoryCursor?) -> Double {
    guard let next else { return 1 }
    // All segments but the last are of one size, near enough.
    let size = { (segment: Int, bytes: Int) in Double((segment - 1) * Store.segmentSize + bytes) }
    return 1 - min(1, size(next.segment, next.end) / max(1, size(position.segment, position.offset)))
  }

  /// The commits that touched a record or a record that belongs to it, newest first.
  public func history(of id: RecordID, limit: Int) throws(StoreError) -> [Commit] {
    var commits: [Commit] = []
    var cursor: HistoryCursor?
    repeat {
      let slice = try history(of: id, limit: limit - commits.count, from: cursor)
      commits.append(contentsOf: slice.commits)
      cursor = slice.next
    } while cursor != nil && commits.count < limit
    return commits
  }

  /// A part of a history: searches some megabytes back from a cursor, or from the end of the journal.
  ///
  /// `next` is where to go on; nil when the beginning of the journal was reached.
  public func history(of id: RecordID, limit: Int, from cursor: HistoryCursor?) throws(StoreError) -> (
    commits: [Commit], next: HistoryCursor?
  ) {
    let part = try wholeHistory(of: id, limit: limit, from: cursor)
    return (seen(part.commits), part.next)
  }

  /// The same, whoever looks.
  func wholeHistory(of id: RecordID, limit: Int, from cursor: HistoryCursor?) throws(StoreError) -> (
    commits: [Commit], next: HistoryCursor?
  ) {
    var search = HistorySearch(disk: disk, id: id, limit: limit, upcasts: book.upcasts)
    var cursor = cursor ?? HistoryCursor(segment: position.segment, end: position.offset)
    let segment = cursor.segment
    while cursor.end > 0, search.commits.count < limit { cursor = try search.window(cursor) }
    if cursor.end > 0 { return (search.commits, cursor) }
    return (search.commits, try search.previous(of: segment))
  }
}

/// Looks for the lines that name a record, from the end of a segment to its beginning.
private struct HistorySearch {
  let disk: any Disk
  let search: ByteSearch
  let limit: Int
  let upcasts: Upcasts
  var commits: [Commit] = []
  private var buffer = [UInt8](repeating: 0, count: Framing.maximumLine)

  init(disk: any Disk, id: RecordID, limit: Int, upcasts: Upcasts) {
    self.disk = disk
    self.upcasts = upcasts
    search = ByteSearch(Array("\"\(id.text)\"".utf8))
    self.limit = limit
  }

  /// Searches the last whole lines before a cursor that fit into the buffer; gives the cursor before them.
  mutating func window(_ cursor: HistoryCursor) throws(StoreError) -> HistoryCursor {
    let path = Layout.segment(cursor.segment)
    guard try disk.facts(path) != nil else { return HistoryCursor(segment: cursor.segment, end: 0) }
    let file = try disk.open(path, .read)
    defer { disk.close(file) }
    let count = min(cursor.end, buffer.count)
    let offset = cursor.end - count
    let got = try disk.read(file, at: offset, into: &buffer, count: count)
    guard got == count else { throw .damaged(file: path, line: 1, sequence: 0) }
    let (found, start) = buffer.withUnsafeBytes { bytes in
      let window = UnsafeRawBufferPointer(rebasing: bytes[..<count])
      let first = offset == 0 ? 0 : (ByteSearch.lineFeed(in: window, from: 0).map { $0 + 1 } ?? count)
      return hits(in: window, from: first, wanted: limit - commits.count)
    }
    commits.append(contentsOf: found)
    guard start < count else { throw .damaged(file: path, line: 1, sequence: 0) }
    return HistoryCursor(segment: cursor.segment, end: offset + start)
  }

  /// The commits in whole lines that hold the needle, newest first, and where the search stopped.
  private func hits(in window: UnsafeRawBufferPointer, from first: Int, wanted: Int) -> ([Commit], Int) {
    var lines: [Range<Int>] = []
    var start = first
    while let hit = search.first(in: window, from: start) {
      let end = ByteSearch.lineFeed(in: window, from: hit) ?? window.count
      let before = ByteSearch.lastLineFeed(in: window, before: hit) ?? -1
      lines.append(max(first, before + 1)..<end)
      start = end
    }
    var found: [Commit] = []
    for line in lines.reversed() {
      if found.count == wanted { return (found, found.isEmpty ? first : line.upperBound + 1) }
      if let commit = Commit(line: UnsafeRawBufferPointer(rebasing: window[line]), upcasts) { found.append(commit) }
    }
    return (found, first)
  }

  /// The end of the segment before another; nil when there is none.
  func previous(of segment: Int) throws(StoreError) -> HistoryCursor? {
    let path = Layout.segment(segment)
    guard segment > 1, try disk.facts(path) != nil, try disk.facts(Layout.segment(segment - 1)) != nil
    else { return nil }
    let file = try disk.open(path, .read)
    defer { disk.close(file) }
    let bytes = try disk.read(file, at: 0, count: 2_048)
    let pin = bytes.withUnsafeBytes { buffer in
      ByteSearch.lineFeed(in: buffer, from: 0).flatMap {
        SegmentHeader(UnsafeRawBufferPointer(rebasing: buffer[..<$0]))?.pin
      }
    }
    return pin.map { HistoryCursor(segment: $0.number, end: $0.bytes) }
  }
}

extension Store {
  /// The commits that changed one record since it had a revision, newest first: what somebody missed who saw that one.
  public func changes(of id: RecordID, kind: String, since revision: Int) throws(StoreError) -> [Commit] {
    var found: [Commit] = []
    var cursor: HistoryCursor?
    repeat {
      let part = try history(of: id, limit: 20, from: cursor)
      for commit in part.commits {
        guard let base = commit.operations.first(where: { $0.id == id && $0.kind == kind })?.base else { continue }
        if base < revision { return found }
        found.append(commit)
        if base == revision { return found }
      }
      cursor = part.next
    } while cursor != nil && found.count < 500
    return found
  }
}

extension Operation {
  /// The revision that it was applied to; 0 for a new record.
  var base: Int {
    switch self {
    case .create: 0
    case .update(_, _, let base, _), .delete(_, _, let base, _): base
    }
  }
}
