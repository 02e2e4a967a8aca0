import JenjangDomain
import TerminalKit

/// Which parameters have another value on one day than on another, side by side.
struct ParameterDifference: GridScreen {
  static let noun = "difference"

  private struct Entry {
    let parameter: AnyParameter
    let before: String
    let after: String
  }

  let first: Day
  let second: Day
  var grid = RowGrid()
  private var entries: [Entry] = []
  private var readFor: (revision: Int, language: Language)?

  init(from first: Day, to second: Day) {
    self.first = first
    self.second = second
  }

  var rowCount: Int { entries.count }

  func title(_ view: View) -> String { view(Text("Beda dua tanggal", en: "Two dates")) }

  func hint(_ view: View) -> (left: String, right: String) {
    let count = view.count(entries.count)
    return (
      view(Text("Enter membuka parameternya; F4 tanggal lain.", en: "Enter opens the parameter; F4 other dates.")),
      view(Text("\(count) berbeda", en: "\(count) differ"))
    )
  }

  static let commandTable: [Command<ParameterDifference>] =
    moveCommands + [
      Command(
        "difference.open", Text("Buka parameternya", en: "Open the parameter"), keys: ["enter"],
        label: Text("Buka", en: "Open")
      ) { screen, _ in
        guard screen.entries.indices.contains(screen.grid.cursor) else { return .none }
        return .push(ParameterPage(screen.entries[screen.grid.cursor].parameter))
      },
      Command(
        "difference.dates", Text("Tanggal lain", en: "Other dates"), keys: ["f4", "ctrl-f"],
        label: Text("Tanggal", en: "Dates")
      ) { _, view in .all([.pop, .push(prompt(view))]) },
    ]

  mutating func refresh(_ view: View) {
    if let read = readFor, read == (view.book.revision, view.language) { return }
    readFor = (view.book.revision, view.language)
    let law = view.book.law
    entries = ParameterCatalog.families.flatMap(\.parameters).compactMap { parameter in
      let old = parameter.version(on: first, by: law)
      let new = parameter.version(on: second, by: law)
      guard old?.text != new?.text else { return nil }
      return Entry(
        parameter: parameter, before: old.map { ParameterWords.value($0, parameter, view) } ?? "-",
        after: new.map { ParameterWords.value($0, parameter, view) } ?? "-")
    }
    grid.move(to: grid.cursor, of: entries.count)
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    guard !entries.isEmpty else {
      let text = Text(
        "Tidak ada parameter yang berbeda antara \(first.display) dan \(second.display).",
        en: "No parameter differs between \(first.display) and \(second.display).")
      frame.put(view(text), x: area.x + 3, y: area.y, role: .textMuted, width: area.width - 4)
      return
    }
    let columns = [
      RowGrid.Column(title: .verbatim("Parameter"), width: 30, grows: true),
      RowGrid.Column(title: .verbatim(first.display), width: 20, wish: 50),
      RowGrid.Column(title: .verbatim(second.display), width: 20, wish: 50),
    ]
    let entries = entries
    grid.draw(columns, count: entries.count, into: &frame, area, view: view) { place in
      let entry = entries[place]
      return GridRow(cells: [view(entry.parameter.title), entry.before, entry.after])
    }
  }

  /// Asks for both days on one line.
  static func prompt(_ view: View) -> Prompt {
    Prompt(
      "parameters.dates", Text("Dua tanggal", en: "Two dates"), text: "01-01-2023 \(view.today.display)",
      help: [.datesHelp], check: { text, view in days(text, view) == nil ? .noDates : nil },
      done: { text, view in
        guard let (first, second) = days(text, view) else { return .none }
        return .replace(ParameterDifference(from: first, to: second))
      })
  }

  /// Two days separated by a blank, the earlier one first.
  private static func days(_ text: String, _ view: View) -> (Day, Day)? {
    let days = text.split(separator: " ").map { Day(typed: String($0), today: view.today, language: view.language) }
    guard days.count == 2, let first = days[0], let second = days[1] else { return nil }
    return (min(first, second), max(first, second))
  }
}

extension Text {
  fileprivate static let datesHelp = Text(
    "Dua tanggal dengan spasi di antaranya. Tampil parameter yang nilainya berbeda pada kedua tanggal itu.",
    en: "Two dates with a blank between. Shown are the parameters whose values differ on these two days.")
  fileprivate static let noDates = Text(
    "Ketik dua tanggal, misalnya 31-12-2022 24-11-2026", en: "Type two dates, 31-12-2022 24-11-2026 for instance")
}
