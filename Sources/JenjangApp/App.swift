import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// The loop, and the only place where effects are performed.
final class App {
  let terminal: any Terminal
  private(set) var session: Session
  let themes: ThemeChest
  var stack: Stack
  var message: Message?
  var job: (any Job)?
  /// When the key came that began the job.
  var jobKeyAt = 0
  var isEnding = false
  /// Why the program ends although nobody asked for it; nil otherwise.
  var failure: (any Error)?
  var isDirty = true
  var provocation: Provocation?
  /// In front of everything while the terminal is locked.
  var lock: LockScreen?
  /// While another process is saving and we want to.
  var waiting: Waiting?
  private var upkeep = Upkeep()
  /// The day whose roles were last asked.
  private var roleDay: Day
  var lastKeyAt = 0
  /// When the first key came that no draft holds yet; nil while there is none.
  private var typedSince: Int?
  /// Something was painted since the top screen last had a pause.
  var pauseIsDue = false
  /// Milliseconds without a key that make a pause.
  static let pause = 60
  /// The most milliseconds of typing that can be lost.
  static let draftDelay = 2_000
  var shownMinute = Clock.Moment(day: Day(number: 0), hour: 0, minute: 0, second: 0)
  var lastFrame: Frame

  init(terminal: any Terminal, session: Session, themes: ThemeChest, first: any Screen) {
    self.terminal = terminal
    self.session = session
    self.themes = themes
    stack = Stack(first)
    lastFrame = Frame(size: terminal.size)
    lastKeyAt = session.clock.milliseconds()
    roleDay = session.clock.realDay?() ?? session.clock.now().day
    let problem = themes.choose(session.settings.theme)
    if let glyphs = session.settings.glyphs { terminal.glyphs = glyphs }
    if let watch = themes.watch { terminal.watch(watch) }
    attach(problem.map { [$0] } ?? [])
  }

  /// Listens to the session's store, and says what it had to put right.
  private func attach(_ problems: [Text] = []) {
    if let watch = session.store.watch { terminal.watch(watch) }
    session.store.whileWaiting = { [weak self] in self?.goOnWaiting(for: $0, $1) ?? false }
    let notices = session.notices + problems
    if let first = notices.first {
      let more = notices.count > 1 ? " (+\(notices.count - 1))" : ""
      message = Message(Text(first.indonesian + more, en: first.english + more), .warn)
    }
  }

  /// Goes on with the store that was being opened, where the user stood in the list that was shown meanwhile.
  func become(_ store: Store) {
    session = session.moved(to: store)
    message = Message(.indexReady, .good)
    attach()
    let overlays = stack.all.filter(\.isOverlay)
    let screens = (stack.all.first as? Provisional)?.screens(view) ?? []
    stack = Stack(Home())
    for screen in screens + overlays { stack.push(screen) }
    lock(.start)
    isDirty = true
  }

  /// Runs until the user leaves or the system asks for the end.
  func run() {
    while !isEnding {
      if isDirty, !terminal.hasInput { paint() }
      turn(terminal.next(timeout: timeout))
    }
    keepDrafts()
  }

  /// Takes one event in, and lets the running job and the drafts go on.
  func turn(_ event: Event) {
    handle(event)
    advanceLock()
    advanceJob()
    endWaiting()
    keepDraftsIfDue()
    tellNews()
  }

  /// What the store had to put right is more than a save's own words, and less than what went wrong with it.
  private func tellNews() {
    guard let news = session.takeNews(), message?.kind != .bad else { return }
    message = Message(news, .warn)
    isDirty = true
  }

  /// Too small to show what a key would do; only leaving is possible then.
  var isTooSmall: Bool { terminal.size.columns < 40 || terminal.size.rows < 10 }

  var view: View { View(session: session, size: terminal.size, glyphs: terminal.glyphs) }

  /// Milliseconds until something is to be done without a key: the job, a draft, the next minute.
  private var timeout: Int {
    if job != nil { return 0 }
    let minute = (60 - session.clock.now().second) * 1_000
    if lock != nil { return min(lockDue() ?? minute, minute) }
    if pauseIsDue { return App.pause }
    if let typedSince { return max(0, typedSince + App.draftDelay - session.clock.milliseconds()) }
    return min(minute, idleLockDue ?? minute)
  }

  func handle(_ event: Event) {
    noticeDay()
    if idleLockDue == 0 { lock(.idle) }
    if takesLocked(event) { return }
    switch event {
    case .key(let key): pressed(key)
    case .mouse(let mouse): clicked(mouse)
    case .paste(let text): pasted(text)
    case .resize: isDirty = true
    case .descriptor(let descriptor): noticed(descriptor)
    case .resumed: isDirty = true
    case .timeout: paused()
    case .focus: break
    case .terminate: isEnding = true
    }
  }

  /// No key came for a while: the top screen does what must not delay one, and the clock goes on.
  private func paused() {
    if pauseIsDue, job == nil {
      pauseIsDue = false
      isDirty = stack.top.idle(view)
    }
    if !session.clock.now().isSameMinute(as: shownMinute) { isDirty = true }
    if let problem = upkeep.look(session, idle: session.clock.milliseconds() - lastKeyAt) {
      message = Message(problem, .warn)
      isDirty = true
    }
  }

  private func pressed(_ key: Key) {
    if isTooSmall, ![.function(3), .function(12), .escape].contains(key.code) { return }
    if key == Key(.function(12)), stack.all.count == 1 { provocation?.happen() }
    settleUnpainted()
    message = nil
    isDirty = true
    lastKeyAt = session.clock.milliseconds()
    perform(effect(of: key) ?? nothing(for: key))
    noteTyping()
  }

  /// Keys that come together are painted once: each must still act on the rows that the one before left.
  private func settleUnpainted() {
    guard isDirty, lock == nil else { return }
    let view = self.view
    stack.updateVisible { $0.refresh(view) }
  }

  /// What a key means: a command of the top screen, its own text, then a command that every screen has.
  private func effect(of key: Key) -> Effect? {
    let view = self.view
    if key.typed != nil, stack.top.takesText, let effect = stack.top.typed(key, view: view) { return effect }
    if let face = stack.top.faces(view).first(where: { $0.keys.contains(key) }) {
      return stack.top.run(face.name, view: view)
    }
    if let effect = stack.top.typed(key, view: view) { return effect }
    if let command = AppCommands.all.first(where: {
      session.keymap.keys(of: $0.name, default: $0.keys).contains(key)
    }) {
      return run(command)
    }
    return nil
  }

  /// The answer to a command key that means nothing here, for which somebody waits; letters have none.
  private func nothing(for key: Key) -> Effect {
    let isCommand =
      if case .function = key.code { true } else { !key.modifiers.isDisjoint(with: [.control, .alt]) }
    return isCommand && !isTooSmall ? .say(.meansNothing(key.label)) : .none
  }

  private func run(_ command: Command<App>) -> Effect {
    if let reason = command.refusal(self, view) { return .say(reason, .warn) }
    var app = self
    return command.run(&app, view)
  }

  /// Runs a command by its name, wherever it lives: the palette and the mouse do.
  func run(named name: String) -> Effect? {
    if let effect = stack.top.run(name, view: view) { return effect }
    return AppCommands.all.first { $0.name == name }.map { run($0) }
  }

  private func clicked(_ mouse: Mouse) {
    isDirty = true
    lastKeyAt = session.clock.milliseconds()
    if mouse.action == .wheelUp || mouse.action == .wheelDown {
      let key = Key(mouse.action == .wheelUp ? .up : .down)
      for _ in 0..<3 { perform(effect(of: key) ?? .none) }
      return
    }
    guard mouse.action == .press, let target = lastFrame.target(x: mouse.x, y: mouse.y) else { return }
    message = nil
    switch target {
    case .key(let key): pressed(key)
    case .command(let name): perform(run(named: name) ?? .none)
    case .item, .part: perform(stack.top.clicked(target, mouse: mouse, view: view) ?? .none)
    }
  }

  private func pasted(_ text: String) {
    isDirty = true
    lastKeyAt = session.clock.milliseconds()
    perform(stack.top.pasted(text, view: view) ?? .none)
    noteTyping()
  }

  private func noticed(_ descriptor: Int32) {
    if descriptor == themes.watch {
      let wasBad = themes.problem != nil
      if let problem = themes.reload() {
        message = Message(problem, .warn)
      } else if wasBad, themes.problem == nil {
        message = Message(.themeMended, .good)
      }
      terminal.invalidate()
      isDirty = true
      return
    }
    do throws(StoreError) {
      let before = (head: session.store.head, actor: session.store.visitor?.actor)
      let commits = try session.store.catchUp()
      if noticeRole(since: before.actor) {
        isDirty = true
      } else if let heard = hear(commits) {
        message = heard
      } else if let last = commits.last, message == nil {
        message = Message(.changedByOthers(CommitText.author(last, view), last.sequence))
      }
      isDirty = isDirty || session.store.head != before.head
    } catch {
      message = Message(error.sentence, .bad)
      isDirty = true
    }
  }

  /// Midnight has passed: the state and the roles of the new day count, without a start.
  private func noticeDay() {
    let day = session.clock.realDay?() ?? session.clock.now().day
    let isFollowing = session.asOf == nil && !session.clock.isFixed && session.store.recordedUpTo == nil
    guard day != roleDay else { return }
    roleDay = day
    let before = session.store.visitor?.actor
    session.store.beginDay(day, movesBook: isFollowing)
    isDirty = true
    _ = noticeRole(since: before)
  }

  /// Leaves the screens of a role that has ended or changed, and says so; true when that is so.
  private func noticeRole(since before: Actor?) -> Bool {
    let now = session.store.visitor?.actor
    guard now != before else { return false }
    // Whoever may see no more sees no more, also where a draft could not be kept.
    keepDrafts()
    goHome()
    if let now { message = Message(.roleChanged(now.role), .warn) }
    return true
  }

  /// What the topmost screen that is concerned has to say of other people's commits.
  private func hear(_ commits: [Commit]) -> Message? {
    guard !commits.isEmpty else { return nil }
    let view = self.view
    var heard: Message?
    stack.update { screen in heard = screen.noticed(commits, view: view) ?? heard }
    return heard
  }

  private func advanceJob() {
    guard var current = job else { return }
    isDirty = true
    if let effect = current.advance(session) {
      job = nil
      perform(effect)
      // A question at the end of long work meets somebody who types something else.
      let isLate = lastKeyAt != jobKeyAt || session.clock.milliseconds() - jobKeyAt > Question.deafness
      if isLate, let question = stack.top as? Question { stack.top = question.unasked(view) }
    } else {
      job = current
    }
  }

  func cancelJob() -> Effect? {
    guard let current = job else { return nil }
    job = nil
    return current.cancelled(session)
  }

  /// Something was typed on some screen and not saved.
  var hasUnsaved: Bool {
    let view = self.view
    return stack.all.contains { $0.hasDraft(view) }
  }

  private func noteTyping() {
    typedSince = hasUnsaved ? typedSince ?? lastKeyAt : nil
  }

  /// Counted from the first key that no draft holds, so that who types without a pause loses no more than others.
  private func keepDraftsIfDue() {
    guard let typedSince, session.clock.milliseconds() - typedSince >= App.draftDelay else { return }
    self.typedSince = nil
    keepDrafts()
  }

  /// Writes down what is typed on any screen; false, with the reason on the message line, where that failed.
  @discardableResult
  func keepDrafts() -> Bool {
    var isKept = true
    for screen in stack.all {
      guard let draft = screen.draft(view), let problem = session.keep(draft) else { continue }
      message = Message(problem, .bad)
      (isKept, isDirty) = (false, true)
    }
    return isKept
  }
}

extension Text {
  fileprivate static let indexReady = Text("Indeks siap", en: "The index is ready")
  fileprivate static func roleChanged(_ role: UserRole) -> Text {
    Text(
      "Peran Anda berubah; kini Anda bekerja sebagai \(role.title.indonesian)",
      en: "Your role has changed; you work as \(role.title.english) now")
  }
  fileprivate static func meansNothing(_ key: String) -> Text {
    Text(
      "\(key) tidak berarti apa-apa di sini; F2 menunjukkan semua perintah",
      en: "\(key) means nothing here; F2 shows all commands")
  }
  fileprivate static let themeMended = Text("Temanya terbaca lagi", en: "The theme can be read again")
  fileprivate static func changedByOthers(_ author: String, _ sequence: Int) -> Text {
    Text(
      "\(author) menyimpan perubahan lain (no. \(sequence))", en: "\(author) saved another change (no. \(sequence))")
  }
}
