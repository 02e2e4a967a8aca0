import JSONText
import JenjangDomain

/// One agency's store, open: its book, and the only way to change it.
///
/// A class because it has a life: it holds the lock file, the journal and the watch.
public final class Store {
  public let book: Book
  public let path: String
  public let description: StoreDescription
  /// The last commit that is known to be durable.
  public private(set) var head: StoreHead
  /// Why nothing can be saved; nil when everything can.
  public private(set) var readOnlyReason: Text?
  /// What opening had to put right, for the user to read.
  public private(set) var notices: [Text] = []

  private var log: [Commit] = []

  /// Opens a store.
  public init(opening path: String, options: OpenOptions) throws(StoreError) {
    self.path = path
    description = StoreDescription(agency: "Contoh", isDemo: true, store: RecordID(high: 1, low: 1))
    head = StoreHead(sequence: 0, hash: "")
    book = Book(types: Catalog.types, day: options.today)
    environment = options.environment
  }

  private let environment: Environment

  /// Makes an empty store in a folder that is absent or empty.
  public static func create(at path: String, description: StoreDescription, environment: Environment)
    throws(StoreError)
  {}

  /// Saves a transaction: checked against what others saved meanwhile, made durable, applied to the book.
  @discardableResult
  public func commit(_ transaction: Transaction) throws(StoreError) -> Receipt {
    for operation in transaction.operations { book.apply(operation) }
    head = StoreHead(sequence: head.sequence + 1, hash: "")
    log.append(
      Commit(
        sequence: head.sequence, time: environment.now(), author: environment.author,
        why: transaction.why, operations: transaction.operations, undoes: transaction.undoes, batch: transaction.batch))
    return Receipt(sequence: head.sequence)
  }

  /// Applies what other processes have saved since; gives their commits.
  @discardableResult
  public func catchUp() throws(StoreError) -> [Commit] { [] }

  /// A descriptor that can be read when another process may have saved something; nil when there is none.
  public var watch: Int32? { nil }

  /// The newest commits before a sequence number, newest first.
  public func commits(before sequence: Int = .max, limit: Int) throws(StoreError) -> [Commit] {
    Array(log.filter { $0.sequence < sequence }.reversed().prefix(limit))
  }

  /// The commits that touched a record or a record that belongs to it, newest first.
  public func history(of id: RecordID, limit: Int) throws(StoreError) -> [Commit] {
    Array(log.filter { $0.operations.contains { $0.id == id } }.reversed().prefix(limit))
  }

  /// Writes a snapshot and its column index, so that the next opening is fast.
  public func snapshot() throws(StoreError) {}
}

/// What a store says about itself in `store.json`.
public struct StoreDescription: Sendable, Equatable {
  public var agency: String
  /// Generated people: said on every screen.
  public var isDemo: Bool
  public var store: RecordID

  public init(agency: String, isDemo: Bool, store: RecordID) {
    self.agency = agency
    self.isDemo = isDemo
    self.store = store
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
  public let sequence: Int

  public init(sequence: Int) { self.sequence = sequence }
}

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
    let operations = operations.reversed().map { operation -> Operation in
      switch operation {
      case .create(let kind, let id, let object): .delete(kind: kind, id: id, base: 0, object: object)
      case .update(let kind, let id, _, let changes):
        .update(kind: kind, id: id, base: 0, changes: changes.mapValues(\.inverse))
      case .delete(let kind, let id, _, let object): .create(kind: kind, id: id, object: object)
      }
    }
    return Transaction(operations, why: why, undoes: sequence)
  }
}

/// Who saves: a pseudonym in the store, and what the system says of the session.
public struct Author: Sendable, Hashable {
  /// `p:` and the person's identity, or `u:` and the login name.
  public let by: String
  /// The login, its number, host and terminal: `siti(1004)@srv1 pts/3 ssh`.
  public let session: String

  public init(by: String, session: String) {
    self.by = by
    self.session = session
  }
}

/// Clock, chance and user, passed in so that tests can fix them.
public struct Environment: Sendable {
  /// Milliseconds since 1970, UTC.
  public var now: @Sendable () -> Int64
  public var random: @Sendable () -> UInt64
  public var author: Author

  public init(
    now: @escaping @Sendable () -> Int64, random: @escaping @Sendable () -> UInt64, author: Author
  ) {
    self.now = now
    self.random = random
    self.author = author
  }

  public func newID() -> RecordID {
    RecordID(milliseconds: UInt64(max(0, now())), random: (random(), random()))
  }
}

public struct OpenOptions: Sendable {
  public var environment: Environment
  /// The day as of which the state is read.
  public var today: Day
  public var isReadOnly = false

  public init(environment: Environment, today: Day, isReadOnly: Bool = false) {
    self.environment = environment
    self.today = today
    self.isReadOnly = isReadOnly
  }
}

/// What is wrong with the world; the user's data is as it was before.
public enum StoreError: Error, Equatable, Sendable {
  /// No store in this folder.
  case notFound(path: String)
  /// The folder is not empty, so no store was made in it.
  case notEmpty(path: String)
  /// A system call failed: what was done, on which file, the number of the error.
  case system(action: String, path: String, code: Int32)
  /// A line at or below the acknowledged head is not what was written.
  case damaged(file: String, line: Int, sequence: Int)
  /// Somebody changed the same fields since the user saw them; with what stands there now.
  case conflict(kind: String, id: RecordID, fields: [String])
  /// Nothing can be saved, and why.
  case readOnly(Text)
  /// The surroundings are not safe, and why.
  case refused(Text)
}
