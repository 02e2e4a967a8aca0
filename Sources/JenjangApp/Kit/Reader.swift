import JenjangDomain
import TerminalKit

/// A box, or a whole screen, in which something is read: a record, a commit; what can be done with it stands in its own
/// commands.
struct Reader: Screen {
  let heading: (View) -> String
  /// Writes the page for a width.
  let write: (inout Page, View) -> Void
  /// The actions, whose keys go before those of reading.
  var actions: [Command<Reader>]
  /// Takes the whole window.
  var isWhole = false
  /// Reads on while nothing is pressed; false when nothing is left.
  private let readsOn: (View) -> Bool
  private var scroll = PageScroll()
  private var rows = 12

  init(
    heading: @escaping (View) -> String, actions: [Command<Reader>] = [], isWhole: Bool = false,
    readsOn: @escaping (View) -> Bool = { _ in false },
    write: @escaping (inout Page, View) -> Void
  ) {
    self.heading = heading
    self.actions = actions
    self.isWhole = isWhole
    self.readsOn = readsOn
    self.write = write
  }

  var shape: Shape { isWhole ? .full : .popup(columns: 96, rows: rows) }
  func title(_ view: View) -> String { heading(view) }
  func hint(_ view: View) -> (left: String, right: String) { (view(Text("Esc menutup.", en: "Esc closes.")), "") }

  var commands: [Command<Reader>] { actions + Reader.commandTable }

  static let commandTable: [Command<Reader>] =
    Step.commands("reader") { reader, step, _ in reader.scroll.move(step) } + [
      Command(
        "reader.close", Text("Tutup", en: "Close"), keys: ["esc", "enter", "f3", "f12"],
        label: Text("Tutup", en: "Close")
      ) { _, _ in .pop }
    ]

  mutating func refresh(_ view: View) {
    guard !isWhole else { return }
    rows = page(width: min(96, view.size.columns) - 4, view).lines.count + 2
  }

  mutating func idle(_ view: View) -> Bool { readsOn(view) }

  private func page(width: Int, _ view: View) -> Page {
    var page = Page(width: width)
    write(&page, view)
    return page
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    guard !isWhole else {
      let inside = area.inset(x: 1, y: 0)
      return scroll.draw(page(width: min(inside.width, 160), view), into: &frame, inside)
    }
    frame.box(area, title: heading(view))
    let inside = area.inset(x: 2, y: 1)
    scroll.draw(page(width: inside.width, view), into: &frame, inside)
  }
}
