import JSONText
import JenjangDomain

/// One agency's store, open: its book, and the only way to change it.
///
/// A class because it has a life: it holds the lock file, the journal and the watch.
public final class Store {
  public let book: Book
  public let path: String
  public internal(set) var description: StoreDescription
  /// Why nothing can be saved; nil when everything can.
  public internal(set) var readOnlyReason: Text?
  /// The commit up to which the journal is shown, when an earlier state was asked for; nil for the present.
  public let recordedUpTo: Int?
  /// What opening had to put right, for the user to read.
  public private(set) var notices: [Text] = []
  /// Called with what has to be put right, or was lost, after the store was opened.
  public var whenNoticed: ((Text) -> Void)?
  /// The index of the lists has to be made first: no record is here, nothing can be saved; see `Opening`.
  public let isProvisional: Bool
  /// What is missing of the history although the state is whole; nil when nothing is.
  public internal(set) var gap: Text?
  /// Asked every few milliseconds while another process holds the lock; false gives up.
  ///
  /// Gets what the holder says of itself and how long we have waited, in milliseconds.
  public var whileWaiting: ((_ holder: String, _ milliseconds: Int) -> Bool)?

  /// Who uses the store; nil while it knows no roles.
  public internal(set) var visitor: Visitor?
  /// Who is written down as having saved.
  public internal(set) var author: Author
  /// The hash that counts while an earlier state is shown; nil for the one in the book.
  var presentPassphrase: String??
  /// Roles, accounts or units have changed since they were last asked.
  var hasChangedRoles = false

  let disk: any Disk
  public let environment: Environment
  /// For each kind that belongs to employees the field that names the employee.
  let ownerFields: [String: String]
  var strangers = Strangers()
  /// How far the book follows the journal.
  var position = Position.start
  /// The newest snapshot, which the book began with.
  var generation: Generation?
  /// Kinds that have changed since that snapshot.
  var changedKinds: Set<String> = []
  var files = OpenFiles()
  /// The time of the last commit that was read or written; nil when that was none yet.
  var lastTime: Int64?
  var hasToldOfClock = false
  /// The journal was found not to be what was written; it is not read any further.
  var isDamaged = false
  /// A segment that has grown beyond this is sealed; smaller in tests.
  var segmentSize = Store.segmentSize

  /// Reads the journal of this store.
  var replay: Replay { Replay(disk: disk, store: description.store, upcasts: book.upcasts) }

  /// The last commit that is known to be durable.
  public var head: StoreHead { StoreHead(sequence: position.sequence, hash: position.hash) }

  /// Opens a store.
  ///
  /// `whileOpening` is told how far it is, 0 to 1, while an index that is missing, stale or damaged is made again, and
  /// while a long journal is read.
  public convenience init(opening path: String, options: OpenOptions, whileOpening: ((Double) -> Void)? = nil)
    throws(StoreError)
  {
    try self.init(disk: try PosixDisk(path), path: path, options: options, whileOpening: whileOpening)
  }

  init(disk: any Disk, path: String, options: OpenOptions, whileOpening: ((Double) -> Void)? = nil)
    throws(StoreError)
  {
    self.disk = disk
    self.path = path
    environment = options.environment
    author = options.environment.author
    ownerFields = Store.ownerFields(options.types)
    let opened = try Store.describe(disk, path: path, isCopy: options.isCopy, upcasts: Upcasts(options.types))
    description = opened.description
    let permitted = options.isCopy ? nil : try Surroundings.check(disk, path: path, sharing: description.sharing)
    readOnlyReason = options.isReadOnly || options.recorded != nil ? .askedFor : opened.reason ?? permitted
    let recorded = try options.recorded.map { (wanted) throws(StoreError) in
      try Store.sequence(of: wanted, disk: disk, store: opened.description.store)
    }
    recordedUpTo = recorded
    let keepsIndex = readOnlyReason == nil || options.keepsIndex && opened.reason == nil
    let state = try LoadedState(
      disk: disk, types: options.types, day: options.today, keepsIndex: keepsIndex, defersIndex: options.defersIndex,
      last: recorded ?? .max, whileIndexing: whileOpening)
    isProvisional = state.needsIndex
    book = state.book
    strangers = state.strangers
    generation = state.generation
    position = state.generation?.manifest.position ?? .start
    // Who only reads must know, too, that something may not be shown as it is.
    if let reason = opened.reason, !options.isCopy { notice(reason) }
    if isProvisional {
      readOnlyReason = .indexing
      return
    }
    if let recorded {
      try load(upTo: recorded, tell: whileOpening)
    } else {
      try load(rejected: state.rejected, tell: whileOpening)
    }
  }

  deinit {
    for file in [files.lock, files.head, files.holder?.file, files.segment?.file] {
      if let file { disk.close(file) }
    }
    if let watch = files.watch { disk.closeWatch(watch) }
  }

  /// Keeps something for the user to read.
  func notice(_ text: Text) {
    if !notices.contains(text) { notices.append(text) }
    whenNoticed?(text)
  }

  /// How often this store has made something durable, for measuring; 0 on a disk that does not count.
  public var syncs: Int { (disk as? PosixDisk)?.syncs ?? 0 }

  /// A descriptor that can be read when another process may have saved something; nil when there is none.
  public var watch: Int32? { files.watch }

  /// Tells how far a replay to a commit is, now and then.
  func progress(upTo last: Int, _ tell: ((Double) -> Void)?) -> (Int) -> Void {
    let first = position.sequence
    return { sequence in
      if sequence % 1_024 == 0 { tell?(Double(sequence - first) / Double(max(1, last - first))) }
    }
  }

  /// Takes over a commit that is durable.
  func apply(_ commit: Commit) {
    lastTime = commit.time
    if commit.isNewer, readOnlyReason == nil { becomeReadOnly(.newer) }
    for operation in commit.operations { apply(operation) }
    refreshVisitor()
  }

  private static let decidesRoles: Set<String> = [
    RoleAssignment.kind.name, Account.kind.name, Unit.kind.name, MentoringPair.kind.name,
  ]

  func apply(_ operation: Operation) {
    changedKinds.insert(operation.kind)
    if Store.decidesRoles.contains(operation.kind) { hasChangedRoles = true }
    if book.table(operation.kind) == nil { strangers.apply(operation) } else { book.apply(operation) }
  }
}

/// The descriptors that a store keeps.
struct OpenFiles {
  struct Segment {
    let file: File
    let number: Int
    let inode: UInt64
    /// Its path and that of the segment that would follow.
    let path: String
    let next: String

    init(file: File, number: Int, inode: UInt64) {
      self.file = file
      self.number = number
      self.inode = inode
      path = Layout.segment(number)
      next = Layout.segment(number + 1)
    }
  }

  struct Holder {
    let file: File
    /// Our name as it stands in the file while we hold the lock.
    let name: [UInt8]
    /// What was last read there.
    var found: [UInt8]

    init(file: File, name: [UInt8]) {
      self.file = file
      self.name = name
      found = [UInt8](repeating: 0, count: name.count)
    }
  }

  var lock: File?
  var head: File?
  /// The name of who holds the lock, for those who wait.
  var holder: Holder?
  /// The segment that is written to.
  var segment: Segment?
  var watch: Int32?
}

/// How a store is opened: by whose clock and name, as of when, and what may be made in its folder.
public struct OpenOptions: Sendable {
  public var environment: Environment
  /// The day as of which the state is read.
  public var today: Day
  /// Nothing is saved, and nothing at all is made in the store's folder.
  public var isReadOnly = false
  /// Up to which saving the journal is read; nil for all of it.
  public var recorded: Recorded?
  /// A column index that is missing may be made even though nothing is to be saved.
  public var keepsIndex = false
  /// An index that would take long to make is left for later: then the store is `isProvisional`.
  public var defersIndex = false
  /// A copy on another disk, whose permissions and file system do not matter: nobody works in it.
  var isCopy = false
  /// The records that are understood; fewer where nothing depends on which they are, since each takes its time.
  var types = Catalog.types

  public init(environment: Environment, today: Day, isReadOnly: Bool = false) {
    self.environment = environment
    self.today = today
    self.isReadOnly = isReadOnly
  }
}

extension Text {
  /// Why nothing can be saved in a store that is `isProvisional`.
  public static let indexing = Text(
    "Indeks daftar sedang disusun; tunggu sampai selesai", en: "The index of the lists is being made; wait for its end")
  fileprivate static let askedFor = Text("Dibuka hanya untuk dibaca", en: "Opened for reading only")
}
