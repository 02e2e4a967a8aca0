import JSONText
import JenjangDomain
import TerminalKit

/// The second step of a bulk change: the new value, and the reason.
struct BulkValue: Screen {
  let kind: String
  let ids: [RecordID]
  private var fields: [FormField]
  private var focus = 0

  init(_ field: FieldSpec, kind: String, ids: [RecordID], view: View) {
    self.kind = kind
    self.ids = ids
    fields = [FormField(field, value: nil, view: view), FormField(FormScreen.why, value: nil, view: view)]
  }

  var shape: Shape { .popup(columns: 76, rows: fields[0].isNote ? 10 : 8) }
  var takesText: Bool { true }
  func title(_ view: View) -> String { view(fields[0].spec.title) }
  func help(_ view: View) -> [Text] { FormHelp.lines(fields[focus].spec) }
  func hint(_ view: View) -> (left: String, right: String) {
    let help = focus == 0 ? FormHelp.ofType(fields[0].spec) : fields[1].spec.help
    return (help.map { view($0) } ?? "", "")
  }

  static let commandTable: [Command<BulkValue>] = [
    Command("bulkValue.enter", Text("Lanjut", en: "Go on"), keys: ["enter"], label: Text("Lanjut", en: "Go on")) {
      screen, view in screen.enter(view)
    },
    Command("bulkValue.preview", Text("Tampilkan pratinjau", en: "Show the preview"), keys: ["f10", "ctrl-s"]) {
      screen, view in screen.preview(view)
    },
    Command("bulkValue.next", Text("Isian lain", en: "The other field"), keys: ["tab", "shift-tab", "down", "up"]) {
      screen, view in screen.move(to: 1 - screen.focus, view)
    },
    Command(
      "bulkValue.choose", Text("Daftar pilihan", en: "The choices"), keys: ["f4", "ctrl-f"],
      label: Text("Pilih", en: "Choose")
    ) { screen, _ in screen.lookUp() },
    Command(
      "bulkValue.leave", Text("Batal", en: "Cancel"), keys: ["esc", "f3", "f12"], label: Text("Batal", en: "Cancel")
    ) { _, _ in .pop },
  ]

  mutating func typed(_ key: Key, view: View) -> Effect? {
    fields[focus].press(key, view) ? .some(.none) : nil
  }

  mutating func pasted(_ text: String, view: View) -> Effect? {
    fields[focus].editor.insert(text)
    return .some(.none)
  }

  private mutating func move(to place: Int, _ view: View) -> Effect {
    fields[focus].settle(view)
    focus = place
    fields[focus].editor.open()
    return .none
  }

  private mutating func enter(_ view: View) -> Effect {
    fields[focus].settle(view)
    if focus == 0, Lookup.isPossible(fields[0].spec), case .failure = fields[0].reading(view) { return lookUp() }
    return focus == 0 ? move(to: 1, view) : preview(view)
  }

  private func lookUp() -> Effect {
    guard focus == 0, Lookup.isPossible(fields[0].spec) else { return .none }
    let chooser = Lookup.chooser(fields[0].spec, query: fields[0].text) { value in
      .back(to: BulkValue.self) { screen, view in
        screen.fields[0].take(value, view)
        return screen.move(to: 1, view)
      }
    }
    return .push(chooser)
  }

  /// Judges every record, then shows what would happen.
  private mutating func preview(_ view: View) -> Effect {
    fields[focus].settle(view)
    guard let type = view.book.table(kind)?.type else { return .none }
    switch fields[0].reading(view) {
    case .failure(let problem): return .say(problem.text, .bad)
    case .success(nil) where fields[0].spec.isRequired:
      return .say(Text("Isian ini wajib; ketik nilainya", en: "This field is required; type its value"), .bad)
    case .success(let value):
      let plan = BulkPlan(type, fields[0].spec, value: value, why: fields[1].text)
      return .start(BulkJudging(plan, ids: ids))
    }
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    let count = view.count(ids.count)
    frame.box(area, title: view(Text("Isian baru untuk \(count) data", en: "New value for \(count) records")))
    let inside = area.inset(x: 2, y: 1)
    let labelWidth = min(fields.map { Width.of(view($0.spec.title)) }.max() ?? 0, inside.width / 3)
    var y = inside.y
    for (place, field) in fields.enumerated() {
      let isFocus = place == focus
      frame.put(view(field.spec.title), x: inside.x, y: y, role: isFocus ? .textStrong : .label, width: labelWidth)
      let width = max(4, inside.width - labelWidth - 3)
      let entry = Rect(x: inside.x + labelWidth + 2, y: y, width: width, height: field.isNote ? 3 : 1)
      field.draw(into: &frame, entry, isFocus: isFocus, isWrong: false)
      frame.put(field.echo(view, isFocus: isFocus), x: entry.x, y: entry.bottom, role: .textMuted, width: width)
      y = entry.bottom + 1
    }
    let empty = Text("Kosong berarti isian dihapus.", en: "Empty means the field is cleared.")
    if !fields[0].spec.isRequired { frame.put(view(empty), x: inside.x, y: y, role: .textMuted, width: inside.width) }
  }
}
