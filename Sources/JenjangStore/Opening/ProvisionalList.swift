import JSONText
import JenjangDomain

/// Everybody in a store whose index is being made, with what was saved since its snapshot; narrowed by `search`.
///
/// Read one after the other from the snapshot, in its order, until the people's own index is there: then it is that
/// which is asked, and the order is that of the names. Only what stands in the records of people themselves is known:
/// not what follows from their histories.
public final class ProvisionalList {
  public struct Entry: Sendable {
    public let id: RecordID
    public let name: String
    public let number: String
  }

  /// What was typed: narrows by name or number.
  public var search = "" { didSet { if search != oldValue { begin() } } }
  /// The people with their own columns, once their index is there.
  public private(set) var people: Table?
  /// The store knows roles or passphrases: whom one may see cannot be told without the index, so nobody is shown.
  public private(set) var isHidden = false
  /// How many of those who were read fit the search; not more are looked for than somebody walks through.
  public var count: Int { people == nil ? found.count : rows.count }
  /// All have been read.
  public var isComplete: Bool { people != nil || start >= lines.count }

  private let upcasts: Upcasts
  private var version = 1
  private var map: MappedFile?
  private var lines = UnsafeRawBufferPointer(start: nil, count: 0)
  /// Where the next line to be read begins.
  private var start = 0
  private var wanted = TypedName("")
  /// Who fits: where the line begins, or below 0 the place in `created` from its end.
  private var found: [Int] = []
  /// What was saved since the snapshot, by person, and who is new.
  private var changes: [RecordID: [Operation]] = [:]
  private var created: [Entry] = []
  private var index: PeopleIndex?
  /// Keeps the table of `people`.
  private var book: Book?
  private var rows: [Row] = []
  /// Without the index no more are looked for.
  private let enough: Int

  /// Begins with nobody; see `advance`.
  ///
  /// As many as `enough` nobody walks through in the seconds that the index takes, and looking for more would make it
  /// take longer.
  public init(_ store: Store, enough: Int = 5_000) throws(StoreError) {
    self.enough = enough
    upcasts = store.book.upcasts
    let people = Employee.kind.name
    guard let generation = store.generation,
      let entry = generation.manifest.files.first(where: { $0.kind == people })
    else { return }
    isHidden = generation.manifest.files.contains { Self.hiding.contains($0.kind) && $0.lines > 0 }
    let tail = try readTail(of: store, people: people)
    guard !isHidden else { return }
    let file = try store.disk.open(generation.folder + "/" + entry.name, .read)
    defer { store.disk.close(file) }
    map = MappedFile(file, count: entry.bytes, .reading)
    lines = map?.readable ?? lines
    version = entry.version
    changes = Dictionary(grouping: tail, by: \.id)
    // One that begins with its making has no line.
    for (id, operations) in changes.sorted(by: { $0.key < $1.key }) {
      if case .create? = operations.first { created += self.entry(id, operations, of: nil).map { [$0] } ?? [] }
    }
    index = PeopleIndex(of: store, changes: tail)
    begin()
  }

  /// Kinds of records that say who may see what, or who somebody is.
  private static let hiding: Set<String> = [RoleAssignment.kind.name, Account.kind.name, Passphrase.kind.name]

  private func readTail(of store: Store, people: String) throws(StoreError) -> [Operation] {
    guard let head = try store.readHead() else { return [] }
    var tail: [Operation] = []
    var position = store.position
    _ = try store.replay.run(&position, upTo: head) { commit in
      for operation in commit.operations {
        if operation.kind == people { tail.append(operation) }
        if Self.hiding.contains(operation.kind) { isHidden = true }
      }
    }
    return tail
  }

  /// How long whoever listens to the keyboard reads on between two looks at it, in milliseconds.
  public static let step = 8
  /// How long he rests when there was nothing to do, in milliseconds.
  public static let rest = 15

  /// Looks for the index, or reads on while `goesOn`, some hundred people between two questions; true when there is
  /// more to be shown.
  public func advance(while goesOn: () -> Bool) -> Bool {
    if let book = index?.take() {
      take(book)
      return true
    }
    guard isLooking else { return false }
    repeat {
      for _ in 0..<200 where isLooking { readLine() }
    } while isLooking && goesOn()
    return true
  }

  private var isLooking: Bool { !isComplete && found.count < enough }

  /// Goes on with the index, and lets go of what was needed without.
  private func take(_ book: Book) {
    self.book = book
    people = book.table(Employee.kind.name)
    (index, map, lines) = (nil, nil, UnsafeRawBufferPointer(start: nil, count: 0))
    (found, changes, created) = ([], [:], [])
    begin()
  }

  /// Looks at everybody anew.
  private func begin() {
    if let people {
      rows = people.rows(Self.query(search))
      return
    }
    wanted = TypedName(search)
    start = 0
    found = created.indices.filter { fits(created[$0]) }.map { ~$0 }
  }

  /// As the list of employees asks.
  static func query(_ search: String) -> Query {
    Query(search: search, sort: Query.Sort(Employee.kind.label), ranksMatches: true)
  }
}

extension ProvisionalList {
  /// Who stands at a place below `count`.
  public func entry(at place: Int) -> Entry? {
    guard let people else {
      guard found.indices.contains(place) else { return nil }
      let start = found[place]
      return start < 0 ? created[~start] : entry(in: line(from: start))
    }
    guard rows.indices.contains(place) else { return nil }
    return Entry(
      id: people.id(of: rows[place]), name: text("name", at: place), number: text("employeeNumber", at: place))
  }

  /// The place of somebody among those whom the index gave.
  public func place(of id: RecordID) -> Int? { people?.row(of: id).flatMap(rows.firstIndex) }

  /// A field of whoever stands at a place below `count`; empty until the index is there.
  public func text(_ field: String, at place: Int, _ language: Language = .indonesian) -> String {
    people?.text(at: rows[place], field: field, language: language) ?? ""
  }
}

extension ProvisionalList {
  private func line(from start: Int) -> UnsafeRawBufferPointer {
    let end = ByteSearch.lineFeed(in: lines, from: start) ?? lines.count
    return UnsafeRawBufferPointer(rebasing: lines[start..<end])
  }

  private func readLine() {
    let line = line(from: start)
    defer { start += line.count + 1 }
    if let plain = plain(line) {
      if wanted.fits(plain.name) || wanted.fits(plain.number) { found.append(start) }
    } else if let entry = entry(in: line), fits(entry) {
      found.append(start)
    }
  }

  private func fits(_ entry: Entry) -> Bool {
    Array(entry.name.utf8).withUnsafeBytes(wanted.fits) || Array(entry.number.utf8).withUnsafeBytes(wanted.fits)
  }

  /// What stands in a canonical line; nil when it has to be read with more care: of another form, with escapes, or of
  /// a person who was changed since.
  private func plain(_ line: UnsafeRawBufferPointer) -> PlainLine? {
    guard version == upcasts.version(of: Employee.kind.name), let plain = PlainLine(line), changes[plain.id] == nil
    else { return nil }
    return plain
  }

  private func entry(in line: UnsafeRawBufferPointer) -> Entry? {
    if let plain = plain(line) {
      return Entry(
        id: plain.id, name: String(decoding: plain.name, as: UTF8.self),
        number: String(decoding: plain.number, as: UTF8.self))
    }
    guard let record = RecordLine.read(line) else { return nil }
    let object = upcasts.object(record.object, of: Employee.kind.name, from: version)
    return entry(record.id, changes[record.id] ?? [], of: object)
  }

  private func entry(_ id: RecordID, _ operations: [Operation], of object: JSONObject?) -> Entry? {
    let outcome = operations.reduce(object) { object, operation in operation.outcome(of: object) }
    return outcome.map {
      Entry(id: id, name: $0["name"]?.text ?? "", number: $0["employeeNumber"]?.text ?? "")
    }
  }
}

/// A canonical line of a person in which nothing is escaped, as it lies there.
private struct PlainLine {
  let id: RecordID
  private(set) var name = UnsafeRawBufferPointer(start: nil, count: 0)
  private(set) var number = UnsafeRawBufferPointer(start: nil, count: 0)

  init?(_ line: UnsafeRawBufferPointer) {
    var id: RecordID?
    var (name, number) = (name, number)
    var isPlain = true
    let isCanonical = JSONScanner.members(of: line) { key, value in
      let isName = Self.isKey(key, "name")
      guard isName || Self.isKey(key, "employeeNumber") || Self.isKey(key, "id") else { return }
      guard value.count >= 2, value[0] == UInt8(ascii: "\""), !value.contains(UInt8(ascii: "\\")) else {
        isPlain = false
        return
      }
      let text = UnsafeRawBufferPointer(rebasing: value[1..<value.count - 1])
      if isName { name = text } else if key.count == 2 { id = RecordID(utf8: text) } else { number = text }
    }
    guard isCanonical, isPlain, let id else { return nil }
    (self.id, self.name, self.number) = (id, name, number)
  }

  private static func isKey(_ key: UnsafeRawBufferPointer, _ word: StaticString) -> Bool {
    key.count == word.utf8CodeUnitCount
      && key.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: key.count))
  }
}
