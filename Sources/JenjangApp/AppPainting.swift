import JenjangDomain
import TerminalKit

extension App {
  /// Draws every visible screen into one frame and shows it.
  func paint() {
    isDirty = false
    pauseIsDue = true
    shownMinute = session.clock.now()
    var frame = Frame(size: terminal.size)
    draw(into: &frame)
    terminal.show(frame, theme: themes.current)
    lastFrame = frame
  }

  func draw(into frame: inout Frame) {
    var view = self.view
    if var screen = lock {
      drawLocked(&screen, &frame, view)
      lock = screen
      return
    }
    if isTooSmall { return drawTooSmall(&frame, view) }
    let layout = Chrome.Layout(frame.size)
    let chrome = Chrome(view: view)
    stack.updateVisible { $0.refresh(view) }
    // What can be done depends on what was just read.
    view.live = faces
    let crumbs = stack.all.filter { !$0.isOverlay }.map { $0.title(view) }
    chrome.drawTitle(&frame, layout.title, crumbs: crumbs, hasUnsaved: hasUnsaved)
    drawScreens(&frame, layout.body, view)
    if let rule = layout.rule { frame.line(x: rule.x, y: rule.y, width: rule.width) }
    drawMessage(&frame, layout, chrome)
    chrome.drawFooter(&frame, layout.footer, faces: view.live)
  }

  private func drawMessage(_ frame: inout Frame, _ layout: Chrome.Layout, _ chrome: Chrome) {
    let area = layout.message
    if let text = waiting?.text {
      return chrome.drawMessage(&frame, area, above: layout.rule, message: Message(text, .warn), hint: ("", ""))
    }
    guard let job else {
      return chrome.drawMessage(
        &frame, area, above: layout.rule, message: message, hint: stack.top.hint(chrome.view))
    }
    let title = chrome.view(job.title)
    let stop = chrome.view(Text("Ctrl-C: hentikan", en: "Ctrl-C: stop"))
    let share = job.progress.flatMap { $0.total > 0 ? " \($0.done * 100 / $0.total)%" : nil } ?? " …"
    if let message {
      return chrome.drawMessage(&frame, area, above: layout.rule, message: message, hint: ("", title + share))
    }
    guard let (done, total) = job.progress, total > 0 else {
      return chrome.drawMessage(&frame, area, message: nil, hint: (title + " …", stop))
    }
    let bar = BlockText.bar(done, of: total, width: 20)
    let count = "\(chrome.view.count(done))/\(chrome.view.count(total))"
    chrome.drawMessage(&frame, area, message: nil, hint: ("\(title)  \(bar)\(share)  \(count)", stop))
  }

  private func drawScreens(_ frame: inout Frame, _ body: Rect, _ view: View) {
    var screens = stack.all
    let first = stack.firstVisible
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
