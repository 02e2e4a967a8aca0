import JSONText
import JenjangDomain
import TerminalKit

/// A row of a table in the input of a rule: a candidate, an answer of a survey.
struct RuleRowForm: Screen {
  let table: TableSpec
  let done: (JSONObject) -> Effect
  private var stack: FieldStack
  private var focus = 0
  private var top = 0
  private var problems: [Problem] = []

  init(_ table: TableSpec, _ object: JSONObject, _ view: View, done: @escaping (JSONObject) -> Effect) {
    self.table = table
    self.done = done
    stack = FieldStack(table.fields, object, view)
  }

  var shape: Shape { .popup(columns: 78, rows: table.fields.count + 2) }
  var takesText: Bool { true }
  func title(_ view: View) -> String { view(table.title) }

  func hint(_ view: View) -> (left: String, right: String) {
    let field = stack.fields[focus]
    if let problem = problems.first(where: { $0.field == field.spec.name }) {
      return (FormLayout.marked(problem, view), "")
    }
    return ((field.spec.help ?? FormHelp.ofType(field.spec)).map { view($0) } ?? view(.saveRow), "")
  }

  func help(_ view: View) -> [Text] { FormHelp.lines(stack.fields[focus].spec) }

  static let commandTable: [Command<RuleRowForm>] = [
    Command(
      "caseRow.done", Text("Pakai baris ini", en: "Take this row"), keys: ["f10", "ctrl-s"],
      label: Text("Pakai", en: "Take")
    ) { screen, view in screen.finish(view) },
    Command("caseRow.enter", Text("Isian berikut; di akhir pakai", en: "Next field; at the end take"), keys: ["enter"])
    {
      screen, view in screen.enter(view)
    },
    Command("caseRow.down", Text("Turun", en: "Down"), keys: ["down", "tab"]) { screen, view in
      screen.move(to: screen.focus + 1, view)
      return .none
    },
    Command("caseRow.up", Text("Naik", en: "Up"), keys: ["up", "shift-tab"]) { screen, view in
      screen.move(to: screen.focus - 1, view)
      return .none
    },
    Command(
      "caseRow.choose", Text("Daftar pilihan isian ini", en: "The choices of this field"), keys: ["f4", "ctrl-f"],
      label: Text("Pilih", en: "Choose"),
      refusal: { screen, _ in Lookup.isPossible(screen.stack.fields[screen.focus].spec) ? nil : .typedOnly },
      run: { screen, _ in screen.lookUp() }),
    Command(
      "caseRow.leave", Text("Batal", en: "Cancel"), keys: ["esc", "f3", "f12"], label: Text("Batal", en: "Cancel")
    ) { _, _ in .pop },
  ]

  private mutating func move(to place: Int, _ view: View) {
    stack.leave(focus, view)
    focus = max(0, min(place, stack.fields.count - 1))
    stack.fields[focus].editor.open()
    judge(view)
  }

  private mutating func judge(_ view: View) {
    let (object, unread) = stack.reading(view)
    let names = Set(unread.compactMap(\.field))
    problems =
      unread
      + table.fields.filter { !names.contains($0.name) && object[$0.name] == nil }.compactMap {
        $0.problem(with: nil, in: view.book)
      }
  }

  private mutating func enter(_ view: View) -> Effect {
    stack.leave(focus, view)
    let field = stack.fields[focus]
    if Lookup.isPossible(field.spec), !field.editor.isEmpty, case .failure = field.reading(view) { return lookUp() }
    guard focus < stack.fields.count - 1 else { return finish(view) }
    move(to: focus + 1, view)
    return .none
  }

  private mutating func finish(_ view: View) -> Effect {
    stack.leave(focus, view)
    judge(view)
    guard let first = problems.first else { return done(stack.reading(view).object) }
    for place in stack.fields.indices { stack.fields[place].wasLeft = true }
    focus = stack.fields.firstIndex { $0.spec.name == first.field } ?? focus
    return .say(first.text, .bad)
  }

  private func lookUp() -> Effect {
    let place = focus
    return .push(
      Lookup.chooser(stack.fields[place].spec, query: "") { value in
        .back(to: RuleRowForm.self) { screen, view in
          screen.stack.fields[place].take(value, view)
          screen.move(to: place + 1, view)
          return .none
        }
      })
  }

  mutating func typed(_ key: Key, view: View) -> Effect? {
    guard stack.fields[focus].press(key, view) else { return nil }
    judge(view)
    return .some(.none)
  }

  mutating func pasted(_ text: String, view: View) -> Effect? {
    stack.fields[focus].editor.insert(text.filter { !$0.isNewline })
    judge(view)
    return .some(.none)
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    guard case .item(let place) = target else { return nil }
    move(to: place, view)
    return .some(.none)
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    frame.box(area, title: view(table.title))
    let inside = area.inset(x: 1, y: 1)
    if focus < top { top = focus }
    if focus >= top + inside.height { top = focus - inside.height + 1 }
    let labels = stack.labelWidth(inside.width, view)
    for offset in 0..<max(0, inside.height) where top + offset < stack.fields.count {
      let place = top + offset
      let name = stack.fields[place].spec.name
      let line = Rect(x: inside.x, y: inside.y + offset, width: inside.width, height: 1)
      stack.draw(
        place, into: &frame, line, labels: labels, isFocus: place == focus,
        problem: problems.first { $0.field == name }, view: view)
      frame.hit(line, .item(place))
    }
  }
}

extension Text {
  fileprivate static let saveRow = Text("F10 memakai baris ini.", en: "F10 takes this row.")
  fileprivate static let typedOnly = Text(
    "Isian ini diketik; F4 hanya untuk pilihan", en: "This field is typed; F4 is for choices")
}
