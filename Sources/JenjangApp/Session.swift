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
  private var everyDraft: [Draft] = []
  /// The drafts of the person who uses the program, about what the present role shows.
  var drafts: [Draft] {
    everyDraft.filter { draft in
      isOwn(draft) && draft.record.flatMap { store.book.refusal(toSee: $0, kind: draft.kind) } == nil
    }
  }
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
  /// What can be taken back and repeated; kept by `SessionUndo`.
  var undoStack = UndoStack()
  /// The journal was read for what was saved before the program was started.
  var hasReadUndo = false
  /// What the commits of this run did, by their numbers.
  var titles: [Int: Text] = [:]
  /// What falls due; brought up to date by `updateRadar`.
  var radar = DueRadar()
  /// Forms of rules that were left before they were finished, by the rule's name.
  var ruleCases: [String: RuleCase] = [:]
  /// The earlier step of which the user was told that the next key takes it back.
  var announced: Int?

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
    everyDraft = files.drafts(store: store.description.store)
    store.whenNoticed = { [weak self] in self?.news.append($0) }
  }

  /// The same user at another store, or at the same one when all of it is there.
  func moved(to store: Store) -> Session {
    Session(
      store: store, files: files, clock: clock, asOf: asOf, language: settings.language, theme: settings.theme)
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

  /// Saves and keeps the way back; parts with the same batch are taken back together.
  @discardableResult
  func commit(_ transaction: Transaction, title: Text) throws(StoreError) -> Receipt {
    let receipt = try store.commit(transaction)
    for operation in transaction.operations { lastSaved[operation.kind] = operation.id }
    if !receipt.merged.isEmpty { merged = changes(before: receipt, transaction) }
    note(receipt, transaction, title: title)
    return receipt
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

  /// Whether a batch is saved and can be taken back.
  func hasUndo(of batch: RecordID) -> Bool { undoStack.undoable.contains { $0.batch == batch } }

  /// False when it is certain that there is nothing to take back, or to repeat.
  func canTurn(isRedo: Bool) -> Bool {
    !hasReadUndo || !(isRedo ? undoStack.redoable : undoStack.undoable).isEmpty
  }

  /// Changes the settings and keeps them for the next start; gives what went wrong with keeping them.
  func change(_ change: (inout Settings) -> Void) -> Text? {
    change(&settings)
    if hasBadSettings { return .unreadable("settings.json") }
    do throws(StoreError) {
      try files.write(settings.object, to: .settings)
      return nil
    } catch {
      return error.sentence
    }
  }

  func keep(_ draft: Draft) -> Text? {
    var draft = draft
    draft.author = store.author.by
    everyDraft.removeAll { $0.id == draft.id }
    everyDraft.insert(draft, at: 0)
    do throws(StoreError) {
      try files.save(draft, store: store.description.store)
      return nil
    } catch {
      return .noDraft(error.hindrance ?? error.sentence, in: files.stateFolder)
    }
  }

  /// On a login that people share, a draft is shown to the person who typed it only.
  private func isOwn(_ draft: Draft) -> Bool {
    if draft.author == store.author.by { return true }
    guard store.visitor?.isShared != true else { return false }
    return draft.author == nil || draft.author == store.environment.author.by
  }

  func drop(draft id: RecordID) {
    guard everyDraft.contains(where: { $0.id == id }) else { return }
    everyDraft.removeAll { $0.id == id }
    files.remove(draft: id, store: store.description.store)
  }
}

extension Text {
  /// The reason comes first: the line may end before the folder does.
  fileprivate static func noDraft(_ problem: Text, in folder: String?) -> Text {
    let place = folder.map { " (\($0))" } ?? ""
    return Text("Draf: \(problem.indonesian)\(place)", en: "Draft: \(problem.english)\(place)")
  }

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
  /// The day whose roles count, which no `--today` moves; nil for that of `now`.
  var realDay: (() -> Day)?
  /// The day stands still: the user asked for it.
  var isFixed = false
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
      }, milliseconds: LocalTime.monotonicMilliseconds, realDay: { LocalTime.now().day }, isFixed: today != nil,
      local: { milliseconds in
        let time = LocalTime(seconds: milliseconds / 1_000)
        return Moment(day: time.day, hour: time.hour, minute: time.minute, second: time.second)
      })
  }
}
