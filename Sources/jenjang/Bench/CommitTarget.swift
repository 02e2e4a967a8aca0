import Glibc
import JSONText
import JenjangDomain
import JenjangStore
import Processes

/// One field of one person that is changed again and again.
final class CommitTarget {
  private let store: Store
  private let table: Table
  private let row: Row

  /// Nil in a store without people.
  init?(_ store: Store) {
    guard let table = store.book.table("employees"), let row = (0..<table.rowCount).first(where: { table.isLive($0) })
    else { return nil }
    self.store = store
    self.table = table
    self.row = row
  }

  /// Saves another value.
  func commit(_ index: Int) throws(Failure) { try commit(change(index)) }

  /// The nanoseconds of one save, from the moment at which a form would hand over what was changed.
  func time(_ index: Int) throws(Failure) -> Double {
    let change = change(index)
    let start = Stopwatch.now
    try commit(change)
    return Double(Stopwatch.now - start)
  }

  private func change(_ index: Int) -> Transaction {
    let change = Change(old: table.object(at: row)?["note"], new: .string("Catatan ke-\(index)"))
    let operation = Operation.update(
      kind: table.type.kind.name, id: table.id(of: row), base: table.revision(of: row), changes: ["note": change])
    return Transaction([operation], why: "bench")
  }

  private func commit(_ change: Transaction) throws(Failure) {
    do throws(StoreError) { try store.commit(change) } catch { throw Failure(error) }
  }

  /// Saves once; gives the bytes that the journal grew by.
  func commitSize() throws(Failure) -> Int {
    let before = journalSize
    try commit(1_000)
    return journalSize - before
  }

  /// The syncs that so many saves need.
  func syncs(of count: Int) throws(Failure) -> Int {
    let before = store.syncs
    for index in 0..<count { try commit(index) }
    return store.syncs - before
  }

  /// The bytes of all segments together.
  private var journalSize: Int {
    var total = 0
    for number in 1...100_000 {
      let name = String(number)
      let path = store.path + "/journal/" + String(repeating: "0", count: 8 - name.utf8.count) + name + ".ndjson"
      var facts = stat()
      guard stat(path, &facts) == 0 else { break }
      total += Int(facts.st_size)
    }
    return total
  }
}

/// What every durable save costs at least: one `write` and one `fdatasync`.
enum BareFile {
  static func create(_ path: String) throws(Failure) -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw Failure(.cannotCreate, Text("\(path) tidak dapat dibuat", en: "\(path) could not be made"))
    }
    return descriptor
  }

  static func append(_ bytes: [UInt8], to descriptor: Int32) {
    _ = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    fdatasync(descriptor)
  }
}
