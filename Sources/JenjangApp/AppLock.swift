import JenjangDomain
import JenjangStore
import TerminalKit

/// Locking the terminal: who sits there next sees nothing and does nothing without the passphrase.
extension App {
  /// Locks where a passphrase is set; what is being typed stays, and becomes a draft as well.
  func lock(_ reason: LockScreen.Reason) {
    guard lock == nil, let door = EntryDoor(session.store, files: session.files) else { return }
    if reason != .start {
      keepDrafts()
      message = nil
    }
    lock = LockScreen(door, reason, view)
    isDirty = true
  }

  /// Milliseconds until an idle terminal locks itself; nil when it does not.
  var idleLockDue: Int? {
    let minutes = session.settings.lockMinutes
    guard lock == nil, minutes > 0, session.store.passphraseHash != nil else { return nil }
    return max(0, lastKeyAt + minutes * 60_000 - session.clock.milliseconds())
  }

  /// Takes an event while locked; true when it was one for the lock.
  func takesLocked(_ event: Event) -> Bool {
    guard lock != nil else { return false }
    switch event {
    case .key(let key): performLocked(lockedEffect(of: key))
    case .paste(let text): performLocked(lock?.pasted(text, view: view))
    case .mouse(let mouse):
      guard mouse.action == .press, case .command(let name)? = lastFrame.target(x: mouse.x, y: mouse.y) else { break }
      performLocked(lock?.run(name, view: view))
    case .timeout: if !session.clock.now().isSameMinute(as: shownMinute) { isDirty = true }
    case .resize, .descriptor, .resumed, .terminate, .focus: return false
    }
    return true
  }

  private func lockedEffect(of key: Key) -> Effect? {
    let view = self.view
    if key.typed != nil, let effect = lock?.typed(key, view: view) { return effect }
    if let face = lock?.faces(view).first(where: { $0.keys.contains(key) }) { return lock?.run(face.name, view: view) }
    return lock?.typed(key, view: view)
  }

  private func performLocked(_ effect: Effect?) {
    isDirty = true
    perform(effect ?? .none)
  }

  /// Lets a try go on, and opens when it was right.
  func advanceLock() {
    guard lock != nil else { return }
    if lock?.isChecking == true, lock?.advance() == false { return LocalTime.pause(milliseconds: 5) }
    guard let failures = lock?.failuresBefore else {
      if lock?.wait(view) ?? 0 > 0 { isDirty = true }
      return
    }
    lock = nil
    lastKeyAt = session.clock.milliseconds()
    isDirty = true
    if failures > 0 { message = Message(.failedBefore(failures), .warn) }
  }

  /// Milliseconds until the lock has something new to show; nil when only a key changes it.
  func lockDue() -> Int? {
    guard lock != nil else { return nil }
    if lock?.isChecking == true { return 0 }
    return lock?.wait(view) ?? 0 > 0 ? 500 : nil
  }

  /// The whole window while locked.
  func drawLocked(_ screen: inout LockScreen, _ frame: inout Frame, _ view: View) {
    if isTooSmall { return screen.draw(into: &frame, area: frame.bounds, view: view) }
    let layout = Chrome.Layout(frame.size)
    let chrome = Chrome(view: view)
    frame.fill(layout.title, role: .title)
    let end = frame.put("JENJANG > " + screen.title(view), x: layout.title.x + 1, y: layout.title.y, role: .title)
    frame.put(chrome.badge(layout.title.width), x: end + 1, y: layout.title.y, role: .titleDemo)
    screen.draw(into: &frame, area: layout.body, view: view)
    if let rule = layout.rule { frame.line(x: rule.x, y: rule.y, width: rule.width) }
    chrome.drawMessage(&frame, layout.message, message: nil, hint: screen.hint(view))
    chrome.drawFooter(&frame, layout.footer, faces: screen.faces(view))
  }
}

extension Text {
  fileprivate static func failedBefore(_ count: Int) -> Text {
    Text(
      "Sejak terakhir dibuka, \(count) kali frasa sandi salah diketik di sini",
      en: "Since it was last opened a wrong passphrase was typed \(count) times here")
  }
}
