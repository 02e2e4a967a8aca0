import JenjangDomain
import TerminalKit

/// What F1 shows: the focused field, the screen, then every key that works there; again for the whole index.
struct HelpScreen: Screen {
  struct Line {
    var key = ""
    var text: String
    var role: Role = .text
  }

  let heading: Text
  private let source: (View) -> [Line]
  private var lines: [Line] = []
  private var top = 0
  private var page = 10

  init(_ heading: Text, source: @escaping (View) -> [Line]) {
    self.heading = heading
    self.source = source
  }

  /// Help for the screen on top, and its live keys.
  static func live(_ app: App, _ view: View) -> HelpScreen {
    let screen = app.stack.top
    let faces = app.faces
    return HelpScreen(Text("Bantuan", en: "Help")) { view in
      let about = screen.help(view)
      var lines = about.map { Line(text: view($0)) }
      if !about.isEmpty { lines.append(Line(text: "")) }
      return lines + section(.here, faces.filter { !$0.isGlobal }, view)
        + section(.everywhere, faces.filter(\.isGlobal), view)
    }
  }

  /// Every command of the program, by screen.
  static func index(_ view: View) -> HelpScreen {
    HelpScreen(Text("Semua perintah", en: "All commands")) { view in
      CommandIndex.sections.flatMap { section($0.title, $0.faces, view) }
    }
  }

  private static func section(_ title: Text, _ faces: [CommandFace], _ view: View) -> [Line] {
    guard !faces.isEmpty else { return [] }
    let lines = faces.map { face in
      let keys = face.letter.map { ["F9 " + String($0)] } ?? []
      return Line(
        key: (face.keys.map(\.label) + keys).joined(separator: " "),
        text: view(face.title) + (face.refusal.map { "  (" + view($0) + ")" } ?? ""),
        role: face.refusal == nil ? .text : .textMuted)
    }
    return [Line(text: view(title), role: .heading)] + lines + [Line(text: "")]
  }

  var shape: Shape { .popup(columns: 78, rows: 40) }
  func title(_ view: View) -> String { view(heading) }
  func hint(_ view: View) -> (left: String, right: String) {
    (view(Text("F1 lagi: semua perintah. Esc: tutup.", en: "F1 again: all commands. Esc: close.")), "")
  }

  static let commandTable: [Command<HelpScreen>] = [
    Command("help.down", Text("Turun", en: "Down"), keys: ["down"]) { help, _ in help.scroll(1) },
    Command("help.up", Text("Naik", en: "Up"), keys: ["up"]) { help, _ in help.scroll(-1) },
    Command("help.pageDown", Text("Halaman berikut", en: "Next page"), keys: ["pgdn", "space"]) { help, _ in
      help.scroll(help.page)
    },
    Command("help.pageUp", Text("Halaman sebelumnya", en: "Previous page"), keys: ["pgup"]) { help, _ in
      help.scroll(-help.page)
    },
    Command("help.first", Text("Awal", en: "Start"), keys: ["home"]) { help, _ in help.scroll(-help.lines.count) },
    Command("help.last", Text("Akhir", en: "End"), keys: ["end"]) { help, _ in help.scroll(help.lines.count) },
    Command(
      "help.close", Text("Tutup", en: "Close"), keys: ["esc", "enter", "f3", "f12"], label: Text("Tutup", en: "Close")
    ) {
      _, _ in .pop
    },
  ]

  private mutating func scroll(_ step: Int) -> Effect {
    top = max(0, min(top + step, lines.count - page))
    return .none
  }

  mutating func refresh(_ view: View) { lines = source(view) }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    frame.box(area, title: view(heading))
    let inside = area.inset(x: 2, y: 1)
    page = max(1, inside.height)
    let keyWidth = min(22, lines.map { Width.of($0.key) }.max() ?? 0)
    var rows: [Line] = []
    for line in lines {
      let indent = line.key.isEmpty ? 0 : keyWidth + 2
      let parts = Paragraph.lines(line.text, width: inside.width - indent)
      rows.append(Line(key: line.key, text: parts.first ?? "", role: line.role))
      for part in parts.dropFirst() { rows.append(Line(key: indent > 0 ? " " : "", text: part, role: line.role)) }
    }
    lines = rows
    top = max(0, min(top, rows.count - page))
    for place in 0..<page where top + place < rows.count {
      let line = rows[top + place]
      let y = inside.y + place
      frame.put(line.key, x: inside.x, y: y, role: .popupKey, width: keyWidth)
      let indent = line.key.isEmpty ? 0 : keyWidth + 2
      frame.put(line.text, x: inside.x + indent, y: y, role: line.role, width: inside.width - indent)
    }
    frame.cursor = (inside.x, inside.y)
  }
}

extension Text {
  fileprivate static let here = Text("Di layar ini", en: "On this screen")
  fileprivate static let everywhere = Text("Di mana saja", en: "Everywhere")
}
