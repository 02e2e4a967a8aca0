import JenjangDomain
import JenjangStore

/// Accepts requests one after the other, a commit each in one batch; what something hinders stays in the queue.
struct AcceptRequests: Job {
  private let ids: [RecordID]
  private let batch: RecordID
  private var place = 0
  private var accepted = 0
  private var refused: Text?

  init(_ ids: [RecordID], batch: RecordID) {
    self.ids = ids
    self.batch = batch
  }

  var title: Text { Text("Menerima usulan", en: "Accepting requests") }
  var progress: (done: Int, total: Int)? { (place, ids.count) }

  mutating func advance(_ session: Session) -> Effect? {
    guard place < ids.count else { return finish }
    let view = View(session)
    let id = ids[place]
    place += 1
    guard let request = view.book.changeRequests[ID(id)] else { return nil }
    if let obstacle = request.obstacles(in: view.book).first {
      refused = obstacle
      return nil
    }
    guard var transaction = Requests.acceptance(id, view) else { return nil }
    transaction.batch = Transaction.Batch(id: batch, index: place, count: ids.count)
    do throws(StoreError) {
      try session.commit(transaction, title: Text("usulan diterima", en: "requests accepted"))
      accepted += 1
    } catch {
      refused = error.unsaved(in: session.store.book)
    }
    return nil
  }

  func cancelled(_ session: Session) -> Effect { finish }

  private var finish: Effect {
    let left = ids.count - accepted
    guard left > 0 else {
      return .say(
        Text("\(accepted) usulan diterima  Ctrl-Z urungkan", en: "\(accepted) requests accepted  Ctrl-Z undo"), .good)
    }
    let why = refused ?? Text("dihentikan", en: "stopped")
    return .say(
      Text(
        "\(accepted) usulan diterima, \(left) belum: \(why.indonesian)",
        en: "\(accepted) requests accepted, \(left) not: \(why.english)"), .warn)
  }
}
