import JSONText

/// Everything known in one store: a table for each record type, and the day as of which it is read.
///
/// A class because it has a life: the store applies each commit to it, and screens look at it between two keys.
/// It belongs to the thread that made it.
public final class Book {
  public let types: [RecordType]
  /// How records of earlier versions are read.
  public let upcasts: Upcasts
  /// Grows with each applied change; whatever was computed from the book holds until then.
  public internal(set) var revision = 0
  /// The day whose state the derived columns show.
  public internal(set) var day: Day
  /// While records are loaded, nothing is derived; see `finishLoading`.
  var isLoading = false
  /// The kinds that a snapshot has records of, each with an index of its own; see `Table.host`.
  var storedKinds: Set<String> = []
  /// What the last changes touched, for whatever follows the book.
  var feed = ChangeFeed()

  /// The law as it was last read, with the revision of the book it was read at; see `law`.
  var keptLaw: (revision: Int, law: Law)?

  private var tables: [String: Table] = [:]
  /// Through whose eyes the book is read; nil sees everything.
  ///
  /// What is stored and saved does not depend on it.
  public var access: Access? {
    didSet {
      sights = [:]
      revision += 1
    }
  }
  var sights: [String: Sight] = [:]

  public init(types: [RecordType], day: Day) {
    self.types = types
    upcasts = Upcasts(types)
    self.day = day
    for type in types { tables[type.kind.name] = Table(type: type) }
    for type in types { tables[type.kind.name]?.join(self) }
  }

  /// The table of a kind by its plural name; nil for a kind this program does not know.
  public func table(_ kind: String) -> Table? { tables[kind] }

  /// The records of one Swift type.
  public subscript<R: Record>(type: R.Type) -> Records<R> {
    guard let table = tables[R.kind.name] else { preconditionFailure("\(R.kind.name) is not in the catalog") }
    return Records(table: table)
  }

  /// Applies one change that has already been checked and made durable.
  public func apply(_ operation: Operation) {
    guard let table = tables[operation.kind] else { return }
    table.apply(operation)
    revision += 1
  }

  /// Puts a record there as it was saved, without a journal: for loaders.
  public func load(_ kind: String, id: RecordID, revision: Int, object: JSONObject) {
    guard let table = tables[kind] else { return }
    table.revision += 1
    table.create(id, object, revision: revision)
    self.revision += 1
    feed.forget(before: self.revision)
  }

  /// Moves the day as of which derived columns are computed.
  ///
  /// Who looks keeps the people of today: a unit of another day opens nobody's record.
  public func move(to day: Day) {
    guard day != self.day else { return }
    if let access { self.access = access.held(in: self) }
    let earlier = self.day
    self.day = day
    for type in types where type.kind.owner != nil {
      guard let source = tables[type.kind.name] else { continue }
      if earlier < day { deriveForward(from: earlier, source: source) } else { deriveAll(from: source) }
    }
    revision += 1
    feed.forget(before: revision)
  }

  /// The rows that changes touched since a revision, the owners of changed records among them.
  ///
  /// Nil when that is not known any more: all must be read again.
  public func touched(since revision: Int) -> Set<ChangeFeed.Touch>? { feed.touches(since: revision) }

  /// Points the references to a record that has come into being at its row.
  func resolve(_ id: RecordID, kind: String, to row: Row) {
    for type in types { tables[type.kind.name]?.resolve(id, kind: kind, to: row) }
  }
}

/// A typed view of a table: records are decoded when they are looked at.
public struct Records<R: Record> {
  public let table: Table

  public subscript(id: ID<R>) -> R? {
    guard let row = table.row(of: id.raw) else { return nil }
    return self[row]
  }

  public subscript(row: Row) -> R? {
    guard let object = table.object(at: row) else { return nil }
    return R(id: table.id(of: row), object: object)
  }

  /// Every record, decoded: for kinds with few.
  public var all: [R] { table.rows(Query()).compactMap { self[$0] } }

  /// The records that belong to another one, in the order of their dates.
  public func owned(by owner: RecordID) -> [R] {
    table.rows(ownedBy: owner).compactMap { self[$0] }
  }
}
