import JenjangDomain
import JenjangStore

/// Saves what is made for each of many things, in parts of one batch that one undo takes back.
///
/// The operations are made when their part is saved, from what then stands in the book: what somebody else has done
/// meanwhile is not done twice.
struct SaveMany<Item>: Job {
  let title: Text
  private let items: [Item]
  private let part: Int
  private let batch: RecordID
  private let why: String
  /// What the message says of so many things.
  private let done: (Int) -> Text
  private let operations: (ArraySlice<Item>, View) -> [JenjangDomain.Operation]
  private var place = 0
  private var saved = 0

  init(
    _ title: Text, _ items: [Item], batch: RecordID, part: Int = 200, why: String = "", done: @escaping (Int) -> Text,
    operations: @escaping (ArraySlice<Item>, View) -> [JenjangDomain.Operation]
  ) {
    self.title = title
    self.items = items
    self.batch = batch
    self.part = part
    self.why = why
    self.done = done
    self.operations = operations
  }

  var progress: (done: Int, total: Int)? { (place, max(1, items.count)) }

  mutating func advance(_ session: Session) -> Effect? {
    guard place < items.count else { return finish }
    let end = min(place + part, items.count)
    let made = operations(items[place..<end], View(session))
    if !made.isEmpty {
      let count = (items.count + part - 1) / part
      let batch = Transaction.Batch(id: batch, index: place / part + 1, count: count)
      do throws(StoreError) {
        try session.commit(Transaction(made, why: why, batch: batch), title: done(items.count))
        saved += end - place
      } catch { return .say(error.text(in: session.store.book), .bad) }
    }
    place = end
    return place < items.count ? nil : finish
  }

  private var finish: Effect {
    let words = done(saved)
    return .say(Text("\(words.indonesian)  Ctrl-Z urungkan", en: "\(words.english)  Ctrl-Z undo"), .good)
  }

  func cancelled(_ session: Session) -> Effect {
    .say(
      Text(
        "Dihentikan: \(place) dari \(items.count) selesai. Ctrl-Z urungkan",
        en: "Stopped: \(place) of \(items.count) done. Ctrl-Z undo"), .warn)
  }
}
