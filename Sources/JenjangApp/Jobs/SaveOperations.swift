import JenjangDomain
import JenjangStore

/// Saves many prepared changes in parts of one batch, which one undo takes back.
struct SaveOperations: Job {
  /// The most changes in one commit.
  static let part = 500

  let title: Text
  private let operations: [JenjangDomain.Operation]
  private let batch: RecordID
  private let why: String
  private let done: Text
  /// What is to be done once all is saved.
  private let then: Effect
  private var place = 0

  init(
    _ title: Text, _ operations: [JenjangDomain.Operation], batch: RecordID, why: String = "", done: Text,
    then: Effect = .none
  ) {
    self.title = title
    self.operations = operations
    self.batch = batch
    self.why = why
    self.done = done
    self.then = then
  }

  var progress: (done: Int, total: Int)? { (place, operations.count) }

  /// A few changes are one commit; many are a job.
  static func effect(
    _ title: Text, _ operations: [JenjangDomain.Operation], why: String = "", done: Text, then: Effect = .none,
    _ view: View
  ) -> Effect {
    guard operations.count > part else {
      return .commit(Transaction(operations, why: why), done: done, then: then)
    }
    return .start(
      SaveOperations(title, operations, batch: view.session.newID(), why: why, done: done, then: then))
  }

  mutating func advance(_ session: Session) -> Effect? {
    let end = min(place + SaveOperations.part, operations.count)
    let count = (operations.count + SaveOperations.part - 1) / SaveOperations.part
    let batch = Transaction.Batch(id: batch, index: place / SaveOperations.part + 1, count: count)
    do throws(StoreError) {
      let transaction = Transaction(Array(operations[place..<end]), why: why, batch: batch)
      try session.commit(transaction, title: done)
    } catch {
      return .say(error.text(in: session.store.book), .bad)
    }
    place = end
    return place < operations.count ? nil : .all([.say(.saved(done), .good), then])
  }

  func cancelled(_ session: Session) -> Effect { .say(.stopped(place, operations.count), .warn) }
}

extension Text {
  fileprivate static func saved(_ done: Text) -> Text {
    Text("\(done.indonesian)  Ctrl-Z urungkan", en: "\(done.english)  Ctrl-Z undo")
  }

  fileprivate static func stopped(_ place: Int, _ count: Int) -> Text {
    Text(
      "Dihentikan: \(place) dari \(count) tersimpan. Ctrl-Z urungkan",
      en: "Stopped: \(place) of \(count) saved. Ctrl-Z undo")
  }
}
