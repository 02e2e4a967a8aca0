import JenjangDomain
import JenjangStore
import TerminalKit

extension App {
  /// Carries out what a screen asked for.
  func perform(_ effect: Effect) {
    switch effect {
    case .none: break
    case .push(let screen): enter(screen) { stack.push($0) }
    case .replace(let screen): enter(screen) { stack.top = $0 }
    case .pop(let then): pop(then)
    case .home(let then):
      guard keepDrafts() else { return }
      goHome()
      perform(then)
    case .say(let message): self.message = message
    case .commit(let transaction, let done, let then): commit(transaction, done: done, then: then)
    case .undo: turn(isRedo: false)
    case .redo: turn(isRedo: true)
    case .takeBack(let parts, let title): perform(TakeBack(parts, title: title, view).start(view))
    case .start(let job): start(job)
    case .change(let change): changeSettings(change)
    case .keepDraft(let draft, let then):
      guard let problem = session.keep(draft) else { return perform(then) }
      message = Message(.stillHere(problem), .bad)
    case .dropDraft(let id): session.drop(draft: id)
    case .take(let actor): session.store.take(actor)
    case .look(let actor): look(as: actor)
    case .lock: lock(.asked)
    case .command(let name): perform(run(named: name) ?? .none)
    case .copy(let text): terminal.copy(text)
    case .become(let store): become(store)
    case .fail(let error):
      failure = error
      isEnding = true
    case .repaint: terminal.invalidate()
    case .suspend: suspend()
    case .quit: leave()
    case .abandon: isEnding = true
    case .all(let effects): for effect in effects { perform(effect) }
    }
  }

  /// Leaves every screen but the first.
  func goHome() {
    for screen in stack.all { screen.left(session) }
    while stack.pop() {}
    refreshVisible()
  }

  /// What was hidden is brought up to date before a key can reach it.
  private func refreshVisible() {
    let view = self.view
    stack.updateVisible { $0.refresh(view) }
  }

  /// Opens a screen, unless the role lacks the right to be there.
  private func enter(_ screen: any Screen, _ open: (any Screen) -> Void) {
    let isTooEarly = session.store.isProvisional && !screen.isOverlay
    guard let refusal = isTooEarly ? session.store.readOnlyReason : screen.refusal(view) else { return open(screen) }
    message = Message(refusal, .warn)
  }

  private func look(as actor: Actor) {
    do throws(StoreError) {
      try session.store.look(as: actor)
      message = Message(.looking, .warn)
    } catch {
      message = Message(error.sentence, .bad)
    }
  }

  private func pop(_ then: (inout any Screen, View) -> Effect) {
    stack.top.left(session)
    guard stack.pop() else { return }
    refreshVisible()
    perform(then(&stack.top, view))
  }

  private func commit(_ transaction: Transaction, done: Text, then: Effect) {
    if let proposal = Proposal(transaction, view) { return perform(proposal.prompt(view, then: then)) }
    do throws(StoreError) {
      let receipt = try session.commit(transaction, title: done)
      let mayTakeBack = !receipt.isWritten || session.mayTakeBack(transaction)
      let told = mayTakeBack ? Text.undoHint(done) : done
      message = Message(receipt.merged.isEmpty ? told : mergeHint ?? told, .good)
      perform(then)
    } catch {
      refused(error)
      if case .uncertain = error { perform(.push(SaveAs.rescue(transaction, view))) }
    }
  }

  /// Nothing was saved: what was typed is kept at once, and the screen may know what to do.
  private func refused(_ error: StoreError) {
    let isKept = keepDrafts()
    let text = error.unsaved(in: session.store.book)
    message = Message(isKept ? text : .andNoDraft(text), .bad)
    if case .busy(let holder) = error, hasUnsaved, isKept {
      message = Message(.keptWhileBusy(holder), .bad)
    }
    if let effect = stack.top.refused(error, view: view) { perform(effect) }
  }

  /// Whose changes the saving was merged with, and the key that shows them.
  private var mergeHint: Text? {
    guard let commit = session.merged.first else { return nil }
    let key = session.keymap.keys(of: "app.merged", default: [Key(.character("g"), [.alt])]).first?.label ?? ""
    return .merged(CommitText.who(commit, view), key)
  }

  /// Begins long work, unless other work still runs that would end half done without a word.
  private func start(_ new: any Job) {
    if let running = job, running.isMissed {
      message = Message(.stillRunning(running.title), .warn)
      return
    }
    (job, jobKeyAt) = (new, lastKeyAt)
  }

  /// Takes the last step back, or repeats it; one of an earlier day is told of first.
  private func turn(isRedo: Bool) {
    if let job, job.isMissed {
      message = Message(.stillRunning(job.title), .warn)
      return
    }
    do throws(StoreError) {
      guard let step = try session.nextStep(isRedo: isRedo) else {
        message = Message(isRedo ? .nothingToRedo : .nothingToUndo, .warn)
        return
      }
      guard step.isEarlier, session.announced != step.origin else {
        return perform(TakeBack(step, isRedo: isRedo, view).start(view))
      }
      session.announced = step.origin
      message = Message(TakeBack.announcement(of: step, isRedo: isRedo, view), .warn)
    } catch {
      message = Message(error.unsaved(in: session.store.book), .bad)
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

  /// Ends the program; asks first when something typed could not be kept, or when work is half done.
  private func leave() {
    if let job, job.isMissed {
      if stack.top is Question { stack.pop() }
      return perform(
        .push(Question(.leavingNow, [.halfDone(job.title)], verb: .stopAndLeave, letter: "k", accepted: .abandon)))
    }
    isEnding = keepDrafts()
    guard !isEnding, let problem = message?.text else { return }
    if stack.top is Question { stack.pop() }
    perform(.push(Question(.leaving, [problem, .willBeLost], verb: .leave, letter: "k", accepted: .abandon)))
  }

  private func suspend() {
    keepDrafts()
    terminal.suspend()
    terminal.invalidate()
  }
}

extension App {
  /// Tells a new user where to begin, once; it takes no key away.
  func welcome() {
    guard message == nil, !session.settings.hasSeenTour else { return }
    message = Message(.welcome)
    // Settings that cannot be kept are no reason to greet with an error; the next wish to change one says it.
    _ = session.change { $0.hasSeenTour = true }
  }
}

extension Text {
  fileprivate static let welcome = Text(
    "Selamat datang. F1 bantuan; F2 lalu \"pengenalan\" untuk tur singkat.",
    en: "Welcome. F1 is help; F2 then \"tour\" gives a short tour.")
  fileprivate static let looking = Text(
    "Anda melihat sebagai orang lain; tidak ada yang tersimpan. F2 “berhenti melihat” mengakhirinya.",
    en: "You look as somebody else; nothing is saved. F2 “stop looking” ends it.")
  fileprivate static let leaving = Text("Keluar tanpa draf?", en: "Leave without a draft?")
  fileprivate static func stillRunning(_ job: Text) -> Text {
    Text(
      "\(job.indonesian) masih berjalan: tunggu, atau Ctrl-C menghentikannya",
      en: "\(job.english) still goes on: wait, or Ctrl-C stops it")
  }
  fileprivate static func halfDone(_ job: Text) -> Text {
    Text(
      "\(job.indonesian) belum selesai. Yang sudah tersimpan tetap ada, sisanya belum.",
      en: "\(job.english) is not finished. What was saved stays, the rest is not saved yet.")
  }
  fileprivate static let leavingNow = Text("Keluar sekarang?", en: "Leave now?")
  fileprivate static let stopAndLeave = Text("Hentikan dan keluar", en: "Stop it and leave")
  fileprivate static let leave = Text("Keluar, isian hilang", en: "Leave, the input is lost")
  fileprivate static let willBeLost = Text(
    "Yang sudah diketik belum tersimpan dan akan hilang. Batal: isian tetap di layar.",
    en: "What was typed is not saved and would be lost. Cancel: the input stays here.")
  fileprivate static func stillHere(_ problem: Text) -> Text {
    Text("Isian tetap di layar. \(problem.indonesian)", en: "The input stays here. \(problem.english)")
  }
  fileprivate static func andNoDraft(_ problem: Text) -> Text {
    Text(
      "Belum tersimpan, draf pun tidak. \(problem.indonesian)", en: "Not saved, not even a draft. \(problem.english)")
  }
  fileprivate static func undoHint(_ done: Text) -> Text {
    Text("\(done.indonesian)  Ctrl-Z urungkan", en: "\(done.english)  Ctrl-Z undo")
  }
  fileprivate static func merged(_ who: String, _ key: String) -> Text {
    Text(
      "Tersimpan; digabung dengan perubahan \(who)  \(key) melihat",
      en: "Saved; merged with the changes of \(who)  \(key) shows them")
  }
  fileprivate static let nothingToUndo = Text("Tidak ada yang dapat diurungkan", en: "Nothing to undo")
  fileprivate static let nothingToRedo = Text("Tidak ada yang dapat diulangi", en: "Nothing to redo")
}
