import JenjangDomain
import JenjangStore

/// Saves changes of many things in parts of one batch, each part made when its turn comes; one undo takes all back.
struct BatchSaving: Job {
  let title: Text
  /// What the undo list calls each part.
  private let name: Text
  private let count: Int
  private let part: Int
  private let batch: RecordID
  private let why: String
  private let make: (Range<Int>, Session) -> [JenjangDomain.Operation]
  private let done: () -> Text
  /// What is to be done once all is saved.
  private let then: Effect
  private var place = 0

  /// `make` gives the operations for some of `count` things, `done` what is said at the end.
  ///
  /// `make` is asked again for things whose part met what somebody else saved meanwhile.
  init(
    _ title: Text, named name: Text? = nil, count: Int, part: Int = 200, why: String = "", batch: RecordID,
    then: Effect = .none, done: @escaping () -> Text,
    make: @escaping (Range<Int>, Session) -> [JenjangDomain.Operation]
  ) {
    self.title = title
    self.name = name ?? title
    self.count = count
    self.part = part
    self.why = why
    self.batch = batch
    self.done = done
    self.then = then
    self.make = make
  }

  var progress: (done: Int, total: Int)? { (place, max(1, count)) }

  mutating func advance(_ session: Session) -> Effect? {
    guard place < count else { return finished }
    let end = min(place + part, count)
    if let error = save(place..<end, session) { return .say(error.unsaved(in: session.store.book), .bad) }
    place = end
    return place < count ? nil : finished
  }

  private var finished: Effect { .all([.say(done().withUndo, .good), then]) }

  /// Saves one part; what somebody else saved meanwhile is seen by a second try.
  private func save(_ range: Range<Int>, _ session: Session) -> StoreError? {
    let part = Transaction.Batch(id: batch, index: range.lowerBound / part + 1, count: (count + part - 1) / part)
    for attempt in 1...2 {
      let operations = make(range, session)
      guard !operations.isEmpty else { return nil }
      do throws(StoreError) {
        try session.commit(Transaction(operations, why: why, batch: part), title: name)
        return nil
      } catch {
        guard attempt == 1, case .conflict = error else { return error }
      }
    }
    return nil
  }

  func cancelled(_ session: Session) -> Effect {
    .say(
      Text(
        "Dihentikan: \(place) dari \(count) selesai. Ctrl-Z urungkan",
        en: "Stopped: \(place) of \(count) done. Ctrl-Z undo"), .warn)
  }
}

extension BatchSaving {
  /// Saves what is made for each of many things; `done` says of how many something was saved.
  static func of<Item>(
    _ items: [Item], _ title: Text, batch: RecordID, done: @escaping (Int) -> Text,
    operations: @escaping (ArraySlice<Item>, View) -> [JenjangDomain.Operation]
  ) -> BatchSaving {
    var saved: [Int: Int] = [:]
    return BatchSaving(
      title, named: done(items.count), count: items.count, batch: batch,
      done: { done(saved.values.reduce(0, +)) },
      make: { range, session in
        let made = operations(items[range], View(session))
        saved[range.lowerBound] = made.isEmpty ? 0 : range.count
        return made
      })
  }
}

extension Text {
  /// What was done, and how to take it back.
  fileprivate var withUndo: Text { Text("\(indonesian)  Ctrl-Z urungkan", en: "\(english)  Ctrl-Z undo") }
}
