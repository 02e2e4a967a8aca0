import JenjangDomain
import JenjangStore

/// Judges the records of a bulk change, then shows the preview.
struct BulkJudging: Job {
  private var plan: BulkPlan
  private let ids: [RecordID]
  private var place = 0

  init(_ plan: BulkPlan, ids: [RecordID]) {
    self.plan = plan
    self.ids = ids
  }

  var title: Text { Text("Memeriksa", en: "Checking") }
  var isMissed: Bool { false }
  var progress: (done: Int, total: Int)? { (place, ids.count) }

  mutating func advance(_ session: Session) -> Effect? {
    let end = session.clock.milliseconds() + 20
    while place < ids.count, session.clock.milliseconds() < end {
      plan.add(ids[place], in: session.store.book)
      place += 1
    }
    return place < ids.count ? nil : .push(BulkPreview(plan))
  }

  func cancelled(_ session: Session) -> Effect { .say(Text("Dihentikan", en: "Stopped"), .warn) }
}

/// Saves a bulk change in parts of one batch, which one undo takes back.
struct BulkSaving: Job {
  /// The most records in one commit.
  static let part = 500

  private let plan: BulkPlan
  private let lines: [BulkPlan.Line]
  private let batch: RecordID
  private let part: Int
  private var place = 0

  init(_ plan: BulkPlan, batch: RecordID, part: Int = BulkSaving.part) {
    self.plan = plan
    self.part = part
    self.batch = batch
    lines = plan.changing
  }

  var title: Text { Text("Menyimpan", en: "Saving") }
  var progress: (done: Int, total: Int)? { (place, lines.count) }

  mutating func advance(_ session: Session) -> Effect? {
    let end = min(place + part, lines.count)
    let count = (lines.count + part - 1) / part
    let batch = Transaction.Batch(id: batch, index: place / part + 1, count: count)
    do throws(StoreError) {
      let transaction = Transaction(plan.operations(lines[place..<end]), why: plan.why, batch: batch)
      try session.commit(transaction, title: plan.done)
    } catch {
      return .all([.say(error.unsaved(in: session.store.book), .bad)])
    }
    place = end
    return place < lines.count ? nil : .say(.undoHint(plan.done), .good)
  }

  func cancelled(_ session: Session) -> Effect {
    .say(
      Text(
        "Dihentikan: \(place) dari \(lines.count) tersimpan. Ctrl-Z urungkan",
        en: "Stopped: \(place) of \(lines.count) saved. Ctrl-Z undo"), .warn)
  }
}

extension Text {
  fileprivate static func undoHint(_ done: Text) -> Text {
    Text("\(done.indonesian)  Ctrl-Z urungkan", en: "\(done.english)  Ctrl-Z undo")
  }
}
