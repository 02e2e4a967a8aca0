import JenjangDomain

/// One line of the journal, read back.
public struct Commit: Sendable {
  public let sequence: Int
  /// Milliseconds since 1970, UTC.
  public let time: Int64
  public let author: Author
  public let why: String
  public let operations: [Operation]
  public let undoes: Int?
  public let batch: Transaction.Batch?
  /// Data was erased by order: nothing takes that back.
  public var isErasure = false
  /// How many operations were blanked when records were erased.
  public internal(set) var blanked = 0
  /// A later program wrote it, with records in a form that is not known here.
  var isNewer = false

  public init(
    sequence: Int, time: Int64, author: Author, why: String, operations: [Operation], undoes: Int? = nil,
    batch: Transaction.Batch? = nil
  ) {
    self.sequence = sequence
    self.time = time
    self.author = author
    self.why = why
    self.operations = operations
    self.undoes = undoes
    self.batch = batch
  }

  /// The transaction that takes this commit back.
  public var inverse: Transaction {
    Transaction(operations.reversed().map(\.inverse), why: why, undoes: sequence)
  }
}

extension Operation {
  /// What takes it back.
  public var inverse: Operation {
    switch self {
    case .create(let kind, let id, let object): .delete(kind: kind, id: id, base: 0, object: object)
    case .update(let kind, let id, _, let changes):
      .update(kind: kind, id: id, base: 0, changes: changes.mapValues(\.inverse))
    case .delete(let kind, let id, _, let object): .create(kind: kind, id: id, object: object)
    }
  }
}

/// A place in history: the number of a commit and its chain hash in hexadecimal.
public struct StoreHead: Sendable, Equatable {
  public let sequence: Int
  public let hash: String

  public init(sequence: Int, hash: String) {
    self.sequence = sequence
    self.hash = hash
  }
}

/// What a commit answers once it is durable.
public struct Receipt: Sendable, Equatable {
  /// The number of the commit; of the last one there was when nothing had to be written.
  public let sequence: Int
  /// False when everything stood there already.
  public let isWritten: Bool
  /// The records that somebody else had changed since the user saw them, in other fields.
  public let merged: [RecordID]
  /// The records, or the people to whom they belong, that were left as they are; see `commitLeavingChanged`.
  public let left: [RecordID]

  public init(sequence: Int, isWritten: Bool = true, merged: [RecordID] = [], left: [RecordID] = []) {
    self.sequence = sequence
    self.isWritten = isWritten
    self.merged = merged
    self.left = left
  }
}
