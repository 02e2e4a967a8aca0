import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// One user at one store: what was chosen, what can be undone, what is not saved yet.
final class Session {
  let store: Store
  let files: UserFiles
  let keymap: Keymap
  /// The user's day and time, passed in so that tests can fix it.
  let clock: Clock
  /// The day as of which the program was asked to show the state; nil for today.
  let asOf: Day?
  private(set) var settings: Settings
  private(set) var drafts: [Draft] = []
  /// What the store and the user's own files have had to say since the session began.
  var notices: [Text] { store.notices + ownNotices }
  private var ownNotices: [Text] = []
  /// What the store said since that was last asked for.
  private var news: [Text] = []
  /// The record of each kind that was saved last here, for copying from it.
  private(set) var lastSaved: [String: RecordID] = [:]

  /// The user's settings could not be read, so they are not written over.
  private let hasBadSettings: Bool
  /// What others had changed in the records that were saved last, newest first.
  private(set) var merged: [Commit] = []
  private var undoable: [Undo] = []
  private var redoable: [Undo] = []

  /// What one action saved, so that it can be taken back in one step.
  struct Undo {
    let title: Text
    var sequences: [Int]
    /// Take the action back, last commit first.
    var inverses: [Transaction]
    /// The batch whose parts are gathered here; nil for an action of one part.
    var batch: RecordID?
  }

  init(store: Store, files: UserFiles, clock: Clock, asOf: Day? = nil, language: Language? = nil, theme: String? = nil)
  {
    self.store = store
    self.files = files
    self.clock = clock
    self.asOf = asOf
    keymap = Keymap(files.read(.keymap) ?? JSONObject())
    var settings = Settings(files.read(.settings) ?? JSONObject())
    if let language { settings.language = language }
    if let theme { settings.theme = theme }
    self.settings = settings
    hasBadSettings = files.isUnreadable(.settings)
    ownNotices = keymap.problems + keymap.unknownCommands
    if files.isUnreadable(.keymap) { ownNotices.append(.unreadable("keymap.json")) }
    if hasBadSettings { ownNotices.append(.unreadable("settings.json")) }
    drafts = files.drafts(store: store.description.store)
    store.whenNoticed = { [weak self] in self?.news.append($0) }
  }

  /// The last thing the store had to put right since this was last asked; nil when there was none.
  func takeNews() -> Text? {
    defer { news.removeAll() }
    return news.last
  }

  /// Keeps something that was found outside of the store, for the list of notices.
  func notice(_ text: Text) {
    if !ownNotices.contains(text) { ownNotices.append(text) }
  }

  var today: Day { asOf ?? clock.now().day }

  /// An identity for something that is about to be made.
  func newID() -> RecordID { store.newID() }

  /// Saves and keeps the way back.
  @discardableResult
  func commit(_ transaction: Transaction, title: Text) throws(StoreError) -> Receipt {
    let sequence = try save(transaction)
    merged = sequence.receipt.merged.isEmpty ? merged : changes(before: sequence.receipt, transaction)
    undoable.append(Undo(title: title, sequences: [sequence.number], inverses: [sequence.inverse]))
    if undoable.count > 200 { undoable.removeFirst() }
    redoable.removeAll()
    return sequence.receipt
  }

  /// What others had changed in the records of a transaction; without it nothing is lost but the telling.
  private func changes(before receipt: Receipt, _ transaction: Transaction) -> [Commit] {
    var found: [Int: Commit] = [:]
    for case .update(let kind, let id, let base, _) in transaction.operations where receipt.merged.contains(id) {
      do throws(StoreError) {
        for commit in try store.changes(of: id, kind: kind, since: base) { found[commit.sequence] = commit }
      } catch { continue }
    }
    found[receipt.sequence] = nil
    return found.values.sorted { $0.sequence > $1.sequence }
  }

  /// Saves one part of a larger action; parts with the same batch are undone together.
  func commit(part transaction: Transaction, title: Text) throws(StoreError) {
    let sequence = try save(transaction)
    if let batch = transaction.batch?.id, undoable.last?.batch == batch {
      undoable[undoable.count - 1].sequences.append(sequence.number)
      undoable[undoable.count - 1].inverses.insert(sequence.inverse, at: 0)
    } else {
      undoable.append(
        Undo(
          title: title, sequences: [sequence.number], inverses: [sequence.inverse], batch: transaction.batch?.id))
      redoable.removeAll()
    }
  }

  private func save(_ transaction: Transaction) throws(StoreError) -> (
    number: Int, inverse: Transaction, receipt: Receipt
  ) {
    let receipt = try store.commit(transaction)
    for operation in transaction.operations { lastSaved[operation.kind] = operation.id }
    var inverse = transaction.inverse
    inverse.undoes = receipt.sequence
    return (receipt.sequence, inverse, receipt)
  }

  /// Whether a batch is saved and can be taken back.
  func hasUndo(of batch: RecordID) -> Bool { undoable.contains { $0.batch == batch } }

  var nextUndo: Text? { undoable.last?.title }
  var nextRedo: Text? { redoable.last?.title }

  /// Takes the last action back; gives its title.
  ///
  /// Nil when there is nothing to take back.
  func undo() throws(StoreError) -> Text? {
    guard let last = undoable.last else { return nil }
    let redo = try replay(last)
    undoable.removeLast()
    redoable.append(redo)
    return last.title
  }

  func redo() throws(StoreError) -> Text? {
    guard let last = redoable.last else { return nil }
    let undo = try replay(last)
    redoable.removeLast()
    undoable.append(undo)
    return last.title
  }

  private func replay(_ action: Undo) throws(StoreError) -> Undo {
    var result = Undo(title: action.title, sequences: [], inverses: [], batch: action.batch)
    for transaction in action.inverses {
      let saved = try save(transaction)
      result.sequences.append(saved.number)
      result.inverses.insert(saved.inverse, at: 0)
    }
    return result
  }

  /// Changes the settings and keeps them for the next start; gives what went wrong with keeping them.
  func change(_ change: (inout Settings) -> Void) -> Text? {
    change(&settings)
    if hasBadSettings { return .unreadable("settings.json") }
    do throws(StoreError) {
      try files.write(settings.object, to: .settings)
      return nil
    } catch {
      return error.text
    }
  }

  func keep(_ draft: Draft) -> Text? {
    drafts.removeAll { $0.id == draft.id }
    drafts.insert(draft, at: 0)
    do throws(StoreError) {
      try files.save(draft, store: store.description.store)
      return nil
    } catch {
      return error.text
    }
  }

  func drop(draft id: RecordID) {
    guard drafts.contains(where: { $0.id == id }) else { return }
    drafts.removeAll { $0.id == id }
    files.remove(draft: id, store: store.description.store)
  }
}

extension Text {
  fileprivate static func unreadable(_ file: String) -> Text {
    Text(
      "\(file) tidak terbaca sebagai JSON; dibiarkan dan tidak dipakai",
      en: "\(file) cannot be read as JSON; it is left as it is and not used")
  }
}

/// The day and the minute where the user sits.
struct Clock {
  struct Moment: Equatable {
    var day: Day
    var hour: Int
    var minute: Int
    var second: Int

    func isSameMinute(as other: Moment) -> Bool { day == other.day && hour == other.hour && minute == other.minute }
  }

  var now: () -> Moment
  /// Milliseconds that only grow, for waiting.
  var milliseconds: () -> Int
  /// A moment in milliseconds since 1970, UTC, as the day and the minute here.
  var local: (Int64) -> Moment = { Clock.universal($0) }

  /// The moment as it is called in UTC.
  nonisolated static func universal(_ milliseconds: Int64) -> Moment {
    let seconds = Int(milliseconds / 1_000)
    let day = Day(number: Int32(clamping: seconds / 86_400))
    return Moment(day: day, hour: seconds / 3_600 % 24, minute: seconds / 60 % 60, second: seconds % 60)
  }

  /// The system's clock; a fixed day replaces its day.
  static func system(today: Day?) -> Clock {
    Clock(
      now: {
        let now = LocalTime.now()
        return Moment(day: today ?? now.day, hour: now.hour, minute: now.minute, second: now.second)
      }, milliseconds: LocalTime.monotonicMilliseconds,
      local: { milliseconds in
        let time = LocalTime(seconds: milliseconds / 1_000)
        return Moment(day: time.day, hour: time.hour, minute: time.minute, second: time.second)
      })
  }
}

extension Transaction {
  /// The transaction that takes this one back, checked by the old values and not by revisions.
  var inverse: Transaction {
    Commit(sequence: 0, time: 0, author: Author(by: "", session: ""), why: why, operations: operations, batch: batch)
      .inverse
  }
}
