import JSONText
import JenjangDomain

/// Up to which saving the journal is read: the state as it was recorded then.
///
/// Not to be mistaken for the day on which something is valid: a decree entered today may take effect last month.
public enum Recorded: Sendable, Hashable {
  /// Everything up to this number.
  case sequence(Int)
  /// Everything saved up to this moment, in milliseconds since 1970, UTC; by the clocks of those who saved.
  case time(Int64)
}

extension Store {
  /// Reads the journal up to a commit and no further; what is behind it stays unknown here.
  func load(upTo sequence: Int, tell: ((Double) -> Void)? = nil) throws(StoreError) {
    guard try replay.begins(at: position) else { return becomeReadOnly(.forked) }
    try lookForGaps()
    guard let head = try readHead(), head.sequence >= sequence else { throw .refused(.notYet(sequence)) }
    if position.sequence < sequence {
      let report = progress(upTo: sequence, tell)
      let stop = try replay.run(&position, upTo: head, last: sequence) { commit throws(StoreError) in
        apply(commit)
        report(commit.sequence)
      }
      guard stop == .end, position.sequence == sequence else { return try reportDamage(head, stop) }
    }
    becomeReadOnly(.recorded(upTo: sequence))
  }

  /// The number of the last commit that is meant; 0 when nothing had been saved by then.
  static func sequence(of recorded: Recorded, disk: any Disk, store: RecordID) throws(StoreError) -> Int {
    guard case .time(let time) = recorded else {
      if case .sequence(let sequence) = recorded { return max(0, sequence) }
      return 0
    }
    guard let head = Head(try disk.contents(Layout.head) ?? []) else { return 0 }
    var end = Position(segment: head.segment, offset: head.offset, sequence: head.sequence, hash: head.hash)
    let replay = Replay(disk: disk, store: store)
    while let header = try replay.header(ofSegment: end.segment), header.time > time, let pin = header.pin {
      end = Position(segment: pin.number, offset: pin.bytes, sequence: pin.sequence, hash: header.previous)
    }
    var lines = BackwardReader(disk: disk, end: end)
    while let line = try lines.next() {
      guard let saved = line.withUnsafeBytes({ CommitHead(line: $0) }) else { continue }
      if saved.time <= time { return saved.sequence }
    }
    return 0
  }
}

extension Store {
  /// A record as it stood once a commit was saved, worked back from what stands now; nil when it was not there.
  ///
  /// Shows what the actor may see of it.
  public func object(of id: RecordID, kind: String, after sequence: Int) throws(StoreError) -> JSONObject? {
    guard let object = try wholeObject(of: id, kind: kind, after: sequence) else { return nil }
    return book.seen(object, kind: kind, id: id)
  }

  private func wholeObject(of id: RecordID, kind: String, after sequence: Int) throws(StoreError) -> JSONObject? {
    var object = stored(kind, id)?.object
    var cursor: HistoryCursor?
    repeat {
      let part = try wholeHistory(of: id, limit: 20, from: cursor)
      for commit in part.commits {
        if commit.sequence <= sequence { return object }
        for operation in commit.operations.reversed() where operation.id == id && operation.kind == kind {
          object = operation.undone(from: object)
        }
      }
      cursor = part.next
    } while cursor != nil
    return object
  }
}

extension Operation {
  /// The record as it was before.
  func undone(from object: JSONObject?) -> JSONObject? {
    switch self {
    case .create: return nil
    case .delete(_, _, _, let object): return object
    case .update(_, _, _, let changes):
      guard var object else { return nil }
      for (name, change) in changes { object[name] = change.old }
      return object
    }
  }
}

extension Text {
  fileprivate static func recorded(upTo sequence: Int) -> Text {
    Text(
      "Keadaan tercatat sampai no. \(sequence); hanya dapat dibaca",
      en: "As recorded up to no. \(sequence); reading only")
  }

  fileprivate static func notYet(_ sequence: Int) -> Text {
    Text("Jurnal belum sampai no. \(sequence)", en: "The journal has not come to no. \(sequence) yet")
  }
}
