import JSONText
import JenjangDomain

/// What stands before the operations of a commit: enough to say who saved when, and as a part of what.
public struct CommitHead: Sendable {
  public let sequence: Int
  /// Milliseconds since 1970, UTC.
  public let time: Int64
  /// As `Author.by`.
  public let by: String
  public let why: String
  public let undoes: Int?
  public let batch: Transaction.Batch?
}

/// Reads single commits by their numbers; going from newer ones to older ones costs least.
public struct CommitReader {
  private let disk: any Disk
  private let replay: Replay
  private let end: Position
  private let book: Book
  private var lines: BackwardReader
  private var last: Int

  init(_ store: Store) {
    disk = store.disk
    replay = Replay(disk: store.disk, store: store.description.store)
    end = store.position
    book = store.book
    lines = BackwardReader(disk: store.disk, end: store.position)
    last = store.position.sequence + 1
  }

  /// What the actor may see of a commit; nil when there is none with this number, or no more.
  public mutating func commit(_ sequence: Int) throws(StoreError) -> Commit? {
    guard let commit = try whole(sequence) else { return nil }
    return commit.seen(in: book)
  }

  /// A commit with all its operations, to take it back: whether that is allowed is judged when it is saved.
  public mutating func whole(_ sequence: Int) throws(StoreError) -> Commit? {
    guard let line = try line(sequence) else { return nil }
    return line.withUnsafeBytes { Commit(line: $0, book.upcasts) }
  }

  private mutating func line(_ sequence: Int) throws(StoreError) -> [UInt8]? {
    guard sequence > 0, sequence <= end.sequence else { return nil }
    if sequence >= last || last - sequence > 1_000 { try jump(to: sequence) }
    while let line = try lines.next() {
      guard let number = Store.number(of: line) else { continue }
      last = number
      if number == sequence { return line }
      if number < sequence { return nil }
    }
    return nil
  }

  /// Begins at the end of the segment that holds a commit.
  private mutating func jump(to sequence: Int) throws(StoreError) {
    var place = end
    while place.segment > 1, let header = try replay.header(ofSegment: place.segment), header.first > sequence,
      let pin = header.pin
    {
      place = Position(segment: pin.number, offset: pin.bytes, sequence: pin.sequence, hash: header.previous)
    }
    lines = BackwardReader(disk: disk, end: place)
    last = place.sequence + 1
  }
}

extension Store {
  /// A reader that sees the journal as far as the book follows it now.
  public var commitReader: CommitReader { CommitReader(self) }

  /// What stands before the operations of the newest commits, newest first, as long as `isWanted`.
  public func heads(while isWanted: (CommitHead) -> Bool) throws(StoreError) {
    var reader = BackwardReader(disk: disk, end: position)
    while let line = try reader.next() {
      guard let head = line.withUnsafeBytes({ CommitHead(line: $0) }) else { continue }
      if !isWanted(head) { return }
    }
  }

  /// The numbers of the commits of a batch, ascending; `sequence` is one of them.
  public func parts(of batch: Transaction.Batch, with sequence: Int) throws(StoreError) -> [Int] {
    var found: [Int] = []
    try heads { head in
      if head.batch?.id == batch.id { found.append(head.sequence) }
      return found.count < batch.count && (head.sequence > sequence || head.batch?.index != 1)
    }
    return found.reversed()
  }
}

extension CommitHead {
  /// Nil for a line that is no sound commit.
  init?(line: UnsafeRawBufferPointer) {
    guard let parts = Framing.parts(line), !parts.isHeader,
      let object = (try? JSONReader.value(Array(parts.head) + [UInt8(ascii: "}")]))?.object,
      let time = object["ts"]?.text.flatMap(Timestamp.milliseconds), let by = object["by"]?.text
    else { return nil }
    self.init(
      sequence: parts.sequence, time: time, by: by, why: object["why"]?.text ?? "",
      undoes: object["undoes"]?.integer.map { Int($0) },
      batch: object["batch"]?.array.flatMap(Transaction.Batch.init))
  }
}
