import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// The loop, and the only place where effects are performed.
final class App {
  let terminal: any Terminal
  let session: Session
  let themes: ThemeChest
  var stack: Stack
  var message: Message?
  var job: (any Job)?
  private(set) var isEnding = false
  private var isDirty = true
  private var lastKeyAt = 0
  private var draftIsDue = false
  private var shownMinute = Clock.Moment(day: Day(number: 0), hour: 0, minute: 0, second: 0)
  private var lastFrame: Frame

  init(terminal: any Terminal, session: Session, themes: ThemeChest, first: any Screen) {
    self.terminal = terminal
    self.session = session
    self.themes = themes
    stack = Stack(first)
    lastFrame = Frame(size: terminal.size)
    themes.choose(session.settings.theme)
    if let glyphs = session.settings.glyphs { terminal.glyphs = glyphs }
    if let watch = session.store.watch { terminal.watch(watch) }
    if let watch = themes.watch { terminal.watch(watch) }
    if let notice = session.notices.first { message = Message(notice, .warn) }
  }

  /// Runs until the user leaves or the system asks for the end.
  func run() {
    while !isEnding {
      if isDirty, !terminal.hasInput { paint() }
      if !terminal.hasInput, stack.top.idle(view) { paint() }
      turn(terminal.next(timeout: timeout))
    }
    keepDrafts()
  }

  /// Takes one event in, and lets the running job and the drafts go on.
  func turn(_ event: Event) {
    handle(event)
    advanceJob()
    keepDraftsIfDue()
  }

  /// Too small to show what a key would do; only leaving is possible then.
  private var isTooSmall: Bool { terminal.size.columns < 40 || terminal.size.rows < 10 }

  var view: View { View(session: session, size: terminal.size, glyphs: terminal.glyphs) }

  /// Milliseconds until something is to be done without a key: the job, a draft, the next minute.
  private var timeout: Int {
    if job != nil { return 0 }
    if draftIsDue { return max(0, lastKeyAt + 2_000 - session.clock.milliseconds()) }
    return (60 - session.clock.now().second) * 1_000
  }

  private func handle(_ event: Event) {
    switch event {
    case .key(let key): pressed(key)
    case .mouse(let mouse): clicked(mouse)
    case .paste(let text): pasted(text)
    case .resize: isDirty = true
    case .descriptor(let descriptor): noticed(descriptor)
    case .resumed: isDirty = true
    case .timeout: if !session.clock.now().isSameMinute(as: shownMinute) { isDirty = true }
    case .focus: break
    case .terminate: isEnding = true
    }
  }

  private func pressed(_ key: Key) {
    if isTooSmall, ![.function(3), .function(12), .escape].contains(key.code) { return }
    message = nil
    isDirty = true
    lastKeyAt = session.clock.milliseconds()
    perform(effect(of: key) ?? .none)
    draftIsDue = stack.all.contains { $0.draft(view) != nil }
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
    draftIsDue = stack.all.contains { $0.draft(view) != nil }
  }

  private func noticed(_ descriptor: Int32) {
    if descriptor == themes.watch {
      if let problem = themes.reload() { message = Message(problem, .warn) }
      terminal.invalidate()
      isDirty = true
      return
    }
    do throws(StoreError) {
      let commits = try session.store.catchUp()
      if let last = commits.last, message == nil { message = Message(.changedByOthers(last)) }
      isDirty = isDirty || !commits.isEmpty
    } catch {
      message = Message(error.text, .bad)
      isDirty = true
    }
  }

  private func advanceJob() {
    guard var current = job else { return }
    isDirty = true
    if let effect = current.advance(session) {
      job = nil
      perform(effect)
    } else {
      job = current
    }
  }

  func cancelJob() -> Effect? {
    guard let current = job else { return nil }
    job = nil
    return current.cancelled(session)
  }

  private func keepDraftsIfDue() {
    guard draftIsDue, session.clock.milliseconds() - lastKeyAt >= 2_000 else { return }
    draftIsDue = false
    keepDrafts()
  }

  private func keepDrafts() {
    for screen in stack.all {
      guard let draft = screen.draft(view) else { continue }
      if let problem = session.keep(draft) { message = Message(problem, .bad) }
    }
  }
}

extension App {
  /// Carries out what a screen asked for.
  func perform(_ effect: Effect) {
    switch effect {
    case .none: break
    case .push(let screen): stack.push(screen)
    case .replace(let screen): stack.top = screen
    case .pop(let then): pop(then)
    case .home: while stack.pop() {}
    case .say(let message): self.message = message
    case .commit(let transaction, let done, let then): commit(transaction, done: done, then: then)
    case .undo: undo()
    case .redo: redo()
    case .start(let job): self.job = job
    case .change(let change): changeSettings(change)
    case .keepDraft(let draft): if let problem = session.keep(draft) { message = Message(problem, .bad) }
    case .dropDraft(let id): session.drop(draft: id)
    case .command(let name): perform(run(named: name) ?? .none)
    case .copy(let text): terminal.copy(text)
    case .repaint: terminal.invalidate()
    case .suspend: suspend()
    case .quit: isEnding = true
    case .all(let effects): for effect in effects { perform(effect) }
    }
  }

  private func pop(_ then: (inout any Screen, View) -> Effect) {
    guard stack.pop() else { return }
    perform(then(&stack.top, view))
  }

  private func commit(_ transaction: Transaction, done: Text, then: Effect) {
    do throws(StoreError) {
      try session.commit(transaction, title: done)
      message = Message(.undoHint(done), .good)
      perform(then)
    } catch {
      message = Message(error.text, .bad)
    }
  }

  private func undo() {
    do throws(StoreError) {
      let title = try session.undo()
      message = title.map { Message(.undone($0), .good) } ?? Message(.nothingToUndo, .warn)
    } catch {
      message = Message(error.text, .bad)
    }
  }

  private func redo() {
    do throws(StoreError) {
      let title = try session.redo()
      message = title.map { Message(.redone($0), .good) } ?? Message(.nothingToRedo, .warn)
    } catch {
      message = Message(error.text, .bad)
    }
  }

  private func changeSettings(_ change: (inout Settings) -> Void) {
    let before = session.settings.theme
    let glyphs = session.settings.glyphs
    if let problem = session.change(change) { message = Message(problem, .warn) }
    if session.settings.theme != before, let problem = themes.choose(session.settings.theme) {
      message = Message(problem, .warn)
    }
    if session.settings.glyphs != glyphs, let chosen = session.settings.glyphs { terminal.glyphs = chosen }
    terminal.invalidate()
  }

  private func suspend() {
    keepDrafts()
    terminal.suspend()
    terminal.invalidate()
  }
}

extension App {
  /// Draws every visible screen into one frame and shows it.
  func paint() {
    isDirty = false
    shownMinute = session.clock.now()
    var frame = Frame(size: terminal.size)
    draw(into: &frame)
    terminal.show(frame, theme: themes.current)
    lastFrame = frame
  }

  func draw(into frame: inout Frame) {
    var view = self.view
    let globals = AppCommands.all.map { $0.face(of: self, view: view, isGlobal: true) }
    view.live = stack.top.faces(view) + globals
    if isTooSmall { return drawTooSmall(&frame, view) }
    let layout = Chrome.Layout(frame.size)
    let chrome = Chrome(view: view)
    stack.update { $0.refresh(view) }
    let crumbs = stack.all.filter { !$0.isOverlay }.map { $0.title(view) }
    let hasUnsaved = stack.all.contains { $0.draft(view) != nil }
    chrome.drawTitle(&frame, layout.title, crumbs: crumbs, hasUnsaved: hasUnsaved)
    drawScreens(&frame, layout.body, view)
    if let rule = layout.rule { frame.line(x: rule.x, y: rule.y, width: rule.width) }
    drawMessage(&frame, layout.message, chrome)
    chrome.drawFooter(&frame, layout.footer, faces: view.live)
  }

  private func drawMessage(_ frame: inout Frame, _ area: Rect, _ chrome: Chrome) {
    guard let job else {
      return chrome.drawMessage(&frame, area, message: message, hint: stack.top.hint(chrome.view))
    }
    let title = chrome.view(job.title)
    let stop = chrome.view(Text("Ctrl-C: hentikan", en: "Ctrl-C: stop"))
    guard let (done, total) = job.progress, total > 0 else {
      return chrome.drawMessage(&frame, area, message: nil, hint: (title + " …", stop))
    }
    let percent = done * 100 / total
    let filled = done * 20 / total
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
    let count = "\(chrome.view.count(done))/\(chrome.view.count(total))"
    chrome.drawMessage(&frame, area, message: nil, hint: ("\(title)  \(bar) \(percent)%  \(count)", stop))
  }

  private func drawScreens(_ frame: inout Frame, _ body: Rect, _ view: View) {
    var screens = stack.all
    let first = screens.lastIndex { !$0.isOverlay } ?? 0
    for index in first..<screens.count {
      if index > first { frame.forgetHits() }
      let area = place(screens[index].shape, in: body)
      frame.clip = area
      if index > first { frame.fill(area, role: .popup) }
      screens[index].draw(into: &frame, area: area, view: view)
      frame.clip = frame.bounds
    }
    stack.top = screens[screens.count - 1]
  }

  private func place(_ shape: Shape, in body: Rect) -> Rect {
    switch shape {
    case .full: return body
    case .popup(let columns, let rows):
      let width = min(columns, body.width)
      let height = min(rows, body.height)
      return Rect(
        x: body.x + (body.width - width) / 2, y: body.y + (body.height - height) / 2, width: width, height: height)
    case .drawer(let rows):
      let height = min(rows, body.height)
      return Rect(x: body.x, y: body.bottom - height, width: body.width, height: height)
    }
  }

  private func drawTooSmall(_ frame: inout Frame, _ view: View) {
    let title = stack.top.title(view)
    frame.put("JENJANG > " + title, x: 0, y: 0, role: .title)
    frame.put(view(Text("Perbesar jendela; F3 kembali", en: "Enlarge the window; F3 back")), x: 0, y: 1)
  }
}

extension Text {
  fileprivate static func undoHint(_ done: Text) -> Text {
    Text("\(done.indonesian)  Ctrl-Z urungkan", en: "\(done.english)  Ctrl-Z undo")
  }
  fileprivate static func undone(_ title: Text) -> Text {
    Text("Diurungkan: \(title.indonesian)  Ctrl-Y ulangi", en: "Undone: \(title.english)  Ctrl-Y redo")
  }
  fileprivate static func redone(_ title: Text) -> Text {
    Text("Diulangi: \(title.indonesian)", en: "Redone: \(title.english)")
  }
  fileprivate static let nothingToUndo = Text("Tidak ada yang dapat diurungkan", en: "Nothing to undo")
  fileprivate static let nothingToRedo = Text("Tidak ada yang dapat diulangi", en: "Nothing to redo")
  fileprivate static func changedByOthers(_ commit: Commit) -> Text {
    Text(
      "\(commit.author.by) menyimpan perubahan lain (no. \(commit.sequence))",
      en: "\(commit.author.by) saved another change (no. \(commit.sequence))")
  }
}
