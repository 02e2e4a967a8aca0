import JSONText
import JenjangDomain

/// Everybody in a store whose index is being made: read one after the other from the snapshot, with what was saved
/// since.
///
/// Only what stands in the records of people themselves is known: not what follows from their histories.
public final class ProvisionalList {
  public struct Entry: Sendable {
    public let id: RecordID
    public let name: String
    public let number: String
  }

  /// In the order of the file until all are there, then by name.
  public private(set) var entries: [Entry] = []
  /// The store knows roles or passphrases: whom one may see cannot be told without the index, so nobody is shown.
  public private(set) var isHidden = false
  public private(set) var isComplete = false
  /// How much has been read, 0 to 1.
  public var share: Double { lines.isEmpty ? 1 : Double(start) / Double(lines.count) }

  private let map: MappedFile?
  private let lines: UnsafeRawBufferPointer
  private let version: Int
  private let upcasts: Upcasts
  private var start = 0
  /// What was saved since the snapshot, by person.
  private var changes: [RecordID: [Operation]] = [:]

  /// Begins with nobody; see `advance`.
  public init(_ store: Store) throws(StoreError) {
    upcasts = store.book.upcasts
    let people = Employee.kind.name
    guard let generation = store.generation,
      let entry = generation.manifest.files.first(where: { $0.kind == people })
    else {
      (map, lines, version, isComplete) = (nil, UnsafeRawBufferPointer(start: nil, count: 0), 1, true)
      return
    }
    let file = try store.disk.open(generation.folder + "/" + entry.name, .read)
    defer { store.disk.close(file) }
    map = MappedFile(file, count: entry.bytes, .reading)
    lines = map?.readable ?? UnsafeRawBufferPointer(start: nil, count: 0)
    version = entry.version
    isHidden = generation.manifest.files.contains { Self.hiding.contains($0.kind) && $0.lines > 0 }
    try readTail(of: store, people: people)
  }

  /// Kinds of records that say who may see what, or who somebody is.
  private static let hiding: Set<String> = [RoleAssignment.kind.name, Account.kind.name, Passphrase.kind.name]

  private func readTail(of store: Store, people: String) throws(StoreError) {
    guard let head = try store.readHead() else { return }
    var position = store.position
    _ = try store.replay.run(&position, upTo: head) { commit in
      for operation in commit.operations {
        if operation.kind == people { changes[operation.id, default: []].append(operation) }
        if Self.hiding.contains(operation.kind) { isHidden = true }
      }
    }
  }

  /// Reads on while `goesOn`, some hundred people between two questions; true when there is somebody new.
  public func advance(while goesOn: () -> Bool) -> Bool {
    guard !isComplete else { return false }
    let before = entries.count
    repeat {
      for _ in 0..<200 where start < lines.count { readLine() }
    } while start < lines.count && goesOn()
    if start >= lines.count { finish() }
    return entries.count != before || isComplete
  }

  private func readLine() {
    let end = ByteSearch.lineFeed(in: lines, from: start) ?? lines.count
    defer { start = end + 1 }
    guard !isHidden else { return }
    let line = UnsafeRawBufferPointer(rebasing: lines[start..<end])
    guard version == upcasts.version(of: Employee.kind.name), let entry = Entry(line), changes[entry.id] == nil else {
      return readWhole(line)
    }
    entries.append(entry)
  }

  /// Reads a line of another form, with escapes or of a person who was changed since.
  private func readWhole(_ line: UnsafeRawBufferPointer) {
    guard let record = RecordLine.read(line) else { return }
    let object = upcasts.object(record.object, of: Employee.kind.name, from: version)
    add(record.id, changes.removeValue(forKey: record.id) ?? [], to: object)
  }

  private func add(_ id: RecordID, _ operations: [Operation], to object: JSONObject?) {
    var object = object
    for operation in operations { object = operation.outcome(of: object) }
    guard let object else { return }
    entries.append(Entry(id: id, name: object["name"]?.text ?? "", number: object["employeeNumber"]?.text ?? ""))
  }

  /// Adds those who were entered since, and brings all into the order of the list.
  private func finish() {
    isComplete = true
    guard !isHidden else { return }
    for (id, operations) in changes.sorted(by: { $0.key < $1.key }) { add(id, operations, to: nil) }
    changes = [:]
    let names = entries.map { $0.name.lowercased() }
    entries = entries.indices.sorted { (names[$0], $0) < (names[$1], $1) }.map { entries[$0] }
  }
}

extension ProvisionalList.Entry {
  /// Reads a canonical line; nil when it has to be read with more care.
  fileprivate init?(_ line: UnsafeRawBufferPointer) {
    var id: RecordID?
    var (name, number) = ("", "")
    var isPlain = true
    let isCanonical = JSONScanner.members(of: line) { key, value in
      let isWanted = Self.isKey(key, "name") || Self.isKey(key, "employeeNumber") || Self.isKey(key, "id")
      guard isWanted else { return }
      guard value.count >= 2, value[0] == UInt8(ascii: "\""), !value.contains(UInt8(ascii: "\\")) else {
        isPlain = false
        return
      }
      let text = String(decoding: value[1..<(value.count - 1)], as: UTF8.self)
      if Self.isKey(key, "name") {
        name = text
      } else if Self.isKey(key, "id") {
        id = RecordID(text)
      } else {
        number = text
      }
    }
    guard isCanonical, isPlain, let id else { return nil }
    self.init(id: id, name: name, number: number)
  }

  private static func isKey(_ key: UnsafeRawBufferPointer, _ word: StaticString) -> Bool {
    key.count == word.utf8CodeUnitCount
      && key.elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: key.count))
  }
}
