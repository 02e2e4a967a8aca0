import JSONText

/// One change of one record.
///
/// A transaction is a list of them that happens wholly or not at all.
public enum Operation: Sendable, Hashable {
  /// A record that was not there before.
  ///
  case create(kind: String, id: RecordID, object: JSONObject)
  /// New values of some fields. `base` is the revision the user saw; `changes` holds old and new, nil for absent.
  case update(kind: String, id: RecordID, base: Int, changes: [String: Change])
  /// The end of a record; the whole of it is kept in the journal.
  case delete(kind: String, id: RecordID, base: Int, object: JSONObject)

  public var kind: String {
    switch self {
    case .create(let kind, _, _), .update(let kind, _, _, _), .delete(let kind, _, _, _): kind
    }
  }

  public var id: RecordID {
    switch self {
    case .create(_, let id, _), .update(_, let id, _, _), .delete(_, let id, _, _): id
    }
  }
}

/// The old and the new value of one field; nil is absent.
public struct Change: Sendable, Hashable {
  public let old: JSONValue?
  public let new: JSONValue?

  public init(old: JSONValue?, new: JSONValue?) {
    self.old = old
    self.new = new
  }

  public var inverse: Change { Change(old: new, new: old) }
}

/// What a user wants saved in one piece, and why.
public struct Transaction: Sendable {
  public var operations: [Operation]
  /// A decree number or a reason code; free text belongs inside a record.
  ///
  /// Empty when none was given.
  public var why: String
  /// The sequence number of the commit that this one takes back.
  ///
  public var undoes: Int?
  /// The batch (one import, one bulk action) that this commit is a part of.
  public var batch: Batch?
  /// Records that must still have the revision that their operation names: nothing is merged with what others saved.
  public var exact: Set<RecordID> = []
  /// Where the bytes of newly named attachments are to be taken from: paths outside the store by their hashes.
  public var files: [String: String] = [:]
  /// The change request that this mends, when it is one that has to be asked for.
  public var mends: RecordID?

  public struct Batch: Sendable, Hashable {
    public let id: RecordID
    /// 1 to `count`.
    public let index: Int
    public let count: Int

    public init(id: RecordID, index: Int, count: Int) {
      self.id = id
      self.index = index
      self.count = count
    }
  }

  public init(_ operations: [Operation], why: String = "", undoes: Int? = nil, batch: Batch? = nil) {
    self.operations = operations
    self.why = why.composed
    self.undoes = undoes
    self.batch = batch
  }
}
