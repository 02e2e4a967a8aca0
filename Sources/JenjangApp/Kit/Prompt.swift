import JenjangDomain
import TerminalKit

/// A box that asks for one line of text.
struct Prompt: Screen {
  let name: String
  let heading: Text
  private var field: TextField
  var helpLines: [Text]
  /// What is wrong with the text; nil when it may be taken.
  let check: (String, View) -> Text?
  /// What the user should know of the text and may still take it.
  let remark: (String, View) -> Text?
  let done: (String, View) -> Effect
  private var problem: Text?
  /// What is typed is not shown.
  private let isHidden: Bool

  init(
    _ name: String, _ heading: Text, text: String = "", help: [Text] = [], isHidden: Bool = false,
    check: @escaping (String, View) -> Text? = { _, _ in nil },
    remark: @escaping (String, View) -> Text? = { _, _ in nil }, done: @escaping (String, View) -> Effect
  ) {
    self.name = name
    self.heading = heading
    field = TextField(text, isFresh: !text.isEmpty)
    helpLines = help
    self.isHidden = isHidden
    self.check = check
    self.remark = remark
    self.done = done
  }

  var text: String { field.text }

  /// As many rows as the help needs in the longer language.
  var shape: Shape {
    let lines = helpLines.map { text in
      max(Paragraph.lines(text.indonesian, width: 68).count, Paragraph.lines(text.english, width: 68).count)
    }
    return .popup(columns: 72, rows: 4 + lines.reduce(0, +))
  }
  var takesText: Bool { true }
  func title(_ view: View) -> String { view(heading) }
  func help(_ view: View) -> [Text] { helpLines }
  func hint(_ view: View) -> (left: String, right: String) {
    (problem.map { "! " + view($0) } ?? view(Text("Enter: terapkan, Esc: batal", en: "Enter: apply, Esc: cancel")), "")
  }

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
    guard field.take(key) else { return nil }
    judge(view)
    return .some(.none)
  }

  mutating func pasted(_ pasted: String, view: View) -> Effect? {
    field.insert(pasted)
    judge(view)
    return .some(.none)
  }

  private mutating func judge(_ view: View) { problem = check(text, view) ?? remark(text, view) }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    frame.box(area, title: view(heading))
    let inside = area.inset(x: 2, y: 1)
    let line = Rect(x: inside.x, y: inside.y, width: inside.width, height: 1)
    let role: Role = problem != nil ? .fieldError : field.isFresh ? .fieldFresh : .fieldFocus
    let shown = isHidden ? TextField(String(repeating: "•", count: field.characters.count)) : field
    shown.draw(into: &frame, area: line, role: role, isFocused: true)
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
