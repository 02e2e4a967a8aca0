import JenjangDomain
import TerminalKit

/// A question before something that undo cannot reach: it names what and how many.
///
/// Only the letter of the verb accepts; Enter stands on Cancel, so that a key pressed blindly does nothing.
struct Question: Screen {
  let heading: Text
  /// What would happen, with the object and the count.
  let lines: [Text]
  let verb: Text
  let letter: Character
  let accepted: Effect
  /// Input is ignored until this moment of the session's clock: nobody asked for this question.
  var deafUntil: Int?

  init(_ heading: Text, _ lines: [Text], verb: Text, letter: Character, accepted: Effect) {
    self.heading = heading
    self.lines = lines
    self.verb = verb
    self.letter = letter
    self.accepted = accepted
  }

  /// For how long a question that nobody asked for takes no key, in milliseconds.
  static let deafness = 400

  /// The same question where the last key did not cause it: deaf at first, so that typing does not answer it.
  func unasked(_ view: View) -> Question {
    var question = self
    question.deafUntil = view.session.clock.milliseconds() + Question.deafness
    return question
  }

  var shape: Shape { .popup(columns: 64, rows: lines.count * 2 + 5) }
  var takesText: Bool { true }
  func title(_ view: View) -> String { view(heading) }
  func help(_ view: View) -> [Text] { lines }
  func hint(_ view: View) -> (left: String, right: String) {
    (
      view(Text("Huruf \(letter): lakukan. Enter atau Esc: batal.", en: "Letter \(letter): do it. Enter or Esc: no.")),
      ""
    )
  }

  static let commandTable: [Command<Question>] = [
    Command(
      "question.cancel", Text("Batal", en: "Cancel"), keys: ["enter", "esc", "f3", "f12"],
      label: Text("Batal", en: "Cancel")
    ) { question, view in question.isDeaf(view) ? .none : .pop }
  ]

  private func isDeaf(_ view: View) -> Bool { deafUntil.map { view.session.clock.milliseconds() < $0 } ?? false }

  mutating func typed(_ key: Key, view: View) -> Effect? {
    guard let scalar = key.typed else { return nil }
    guard !isDeaf(view), Character(scalar) == letter else { return .some(.none) }
    return .all([.pop, accepted])
  }

  mutating func clicked(_ target: HitTarget, mouse: Mouse, view: View) -> Effect? {
    guard case .item(let place) = target, !isDeaf(view) else { return nil }
    return place == 0 ? .pop : .all([.pop, accepted])
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    frame.box(area, title: view(heading))
    var inside = area.inset(x: 2, y: 1)
    let buttons = inside.cutBottom(1)
    var y = inside.y
    for line in lines.flatMap({ Paragraph.lines(view($0), width: inside.width) }) where y < inside.bottom {
      frame.put(line, x: inside.x, y: y, role: .popup)
      y += 1
    }
    let cancel = "[ " + view(Text("Batal", en: "Cancel")) + " ]"
    let end = frame.put(cancel, x: buttons.x, y: buttons.y, role: .popupCursor)
    frame.hit(Rect(x: buttons.x, y: buttons.y, width: end - buttons.x, height: 1), .item(0))
    frame.cursor = (buttons.x + 2, buttons.y)
    let start = end + 3
    var x = frame.put(String(letter), x: start, y: buttons.y, role: .popupKey)
    x = frame.put(" " + view(verb), x: x, y: buttons.y, role: .popup)
    frame.hit(Rect(x: start, y: buttons.y, width: x - start, height: 1), .item(1))
  }
}
