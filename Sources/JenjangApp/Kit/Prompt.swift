import JenjangDomain
import TerminalKit

/// A box that asks for one line of text.
struct Prompt: Screen {
  let name: String
  let heading: Text
  var text: String
  var helpLines: [Text]
  /// What is wrong with the text; nil when it may be taken.
  let check: (String, View) -> Text?
  let done: (String, View) -> Effect
  private var isFresh: Bool
  private var problem: Text?

  init(
    _ name: String, _ heading: Text, text: String = "", help: [Text] = [],
    check: @escaping (String, View) -> Text? = { _, _ in nil }, done: @escaping (String, View) -> Effect
  ) {
    self.name = name
    self.heading = heading
    self.text = text
    helpLines = help
    self.check = check
    self.done = done
    isFresh = !text.isEmpty
  }

  var shape: Shape { .popup(columns: 72, rows: 5 + min(6, helpLines.count * 2)) }
  var takesText: Bool { true }
  func title(_ view: View) -> String { view(heading) }
  func help(_ view: View) -> [Text] { helpLines }
  func hint(_ view: View) -> (left: String, right: String) {
    (problem.map { "! " + view($0) } ?? view(Text("Enter: terapkan, Esc: batal", en: "Enter: apply, Esc: cancel")), "")
  }

  var commands: [Command<Prompt>] { Prompt.commandTable }

  static let commandTable: [Command<Prompt>] = [
    Command(
      "prompt.done", Text("Terapkan", en: "Apply"), keys: ["enter", "f10", "ctrl-s"],
      label: Text("Terapkan", en: "Apply")
    ) {
      prompt, view in
      if let problem = prompt.check(prompt.text, view) {
        prompt.problem = problem
        return .say(problem, .bad)
      }
      return prompt.done(prompt.text, view)
    },
    Command(
      "prompt.leave", Text("Batal", en: "Cancel"), keys: ["esc", "f3", "f12"], label: Text("Batal", en: "Cancel")
    ) {
      _, _ in .pop
    },
  ]

  mutating func typed(_ key: Key, view: View) -> Effect? {
    switch key.code {
    case .backspace:
      if !text.isEmpty { text.removeLast() }
      isFresh = false
    case .left, .right, .end: isFresh = false
    default:
      guard let scalar = key.typed else { return nil }
      if isFresh { text = "" }
      isFresh = false
      text.unicodeScalars.append(scalar)
    }
    problem = check(text, view)
    return .some(.none)
  }

  mutating func pasted(_ pasted: String, view: View) -> Effect? {
    text = (isFresh ? "" : text) + pasted.prefix { $0 != "\n" }
    isFresh = false
    return .some(.none)
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    frame.box(area, title: view(heading))
    let inside = area.inset(x: 2, y: 1)
    let line = Rect(x: inside.x, y: inside.y, width: inside.width, height: 1)
    let role: Role = problem != nil ? .fieldError : isFresh ? .fieldFresh : .fieldFocus
    frame.fill(line, role: role)
    let shown = Width.of(text) < line.width ? text : String(text.suffix(line.width - 2))
    let end = frame.put(shown, x: line.x, y: line.y, role: role, width: line.width)
    frame.cursor = (isFresh ? line.x : min(end, line.right - 1), line.y)
    var y = inside.y + 1
    if let problem { frame.put("! " + view(problem), x: inside.x, y: y, role: .messageBad, width: inside.width) }
    y += 1
    for help in helpLines {
      for line in Paragraph.lines(view(help), width: inside.width) where y < inside.bottom {
        frame.put(line, x: inside.x, y: y, role: .textMuted)
        y += 1
      }
    }
  }
}
