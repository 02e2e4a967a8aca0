import JenjangDomain
import JenjangStore
import TerminalKit

/// Writes lines of the radar to a file: the marked ones, or all that are shown.
enum DueExport {
  static func screen(_ list: DueList, _ view: View) -> Chooser {
    let lines = list.chosen
    let count = view.count(lines.count)
    let words = list.filterWords(view)
    return Chooser(
      "due.export", Text("Ekspor \(count) baris", en: "Export \(count) rows"), choosesByLetter: true, columns: 60
    ) { _, view in
      ExportMenu.formats.filter { $0.format != .json }.map { format in
        let prompt = SaveAs.prompt("due", ending: format.ending, view) { path, replaces in
          ExportDue(lines, words: words, format: format.format, path: path, replaces: replaces)
        }
        return Choice(
          title: view(format.title), detail: "." + format.ending, letter: format.letter, effect: .replace(prompt))
      }
    }
  }
}

/// The work of an export: each line is judged, some hundred at a time.
struct ExportDue: Job {
  private let lines: [DueLine]
  private let words: String
  private let format: TableText.Format
  private let path: String
  private let replaces: Bool
  private var text: TableText?
  private var done = 0

  init(_ lines: [DueLine], words: String, format: TableText.Format, path: String, replaces: Bool) {
    self.lines = lines
    self.words = words
    self.format = format
    self.path = path
    self.replaces = replaces
  }

  var title: Text { Text("Mengekspor", en: "Exporting") }
  var progress: (done: Int, total: Int)? { (done, max(1, lines.count)) }

  mutating func advance(_ session: Session) -> Effect? {
    let view = View(session)
    let law = session.radar.law
    var text = text ?? TableText(columns: ExportDue.columns(view))
    self.text = nil
    for line in lines[done..<min(lines.count, done + 100)] {
      let findings = line.findings(in: view.book, by: law)
      let cells = DueRow.cells(line, findings.verdict, view)
      var page = Page(width: 10_000)
      DueRow.writeShort(findings, into: &page, view)
      let reasons = page.text.split(separator: "\n").joined(separator: "; ")
      text.append([cells.day, cells.kind, cells.number, cells.name, cells.unit, cells.state, reasons])
      done += 1
    }
    self.text = text
    return done < lines.count ? nil : write(text, view)
  }

  func cancelled(_ session: Session) -> Effect { .say(.cancelled, .warn) }

  private static func columns(_ view: View) -> [TableText.Column] {
    [
      ("day", Text("Tanggal", en: "Day")), ("kind", Text("Hal", en: "What")), ("number", Text("NIP", en: "Number")),
      ("name", Text("Nama", en: "Name")), ("unit", Text("Unit kerja", en: "Work unit")),
      ("state", Text("Keadaan", en: "State")), ("findings", Text("Temuan", en: "Findings")),
    ].map { TableText.Column(name: $0.0, title: view($0.1)) }
  }

  private func write(_ text: TableText, _ view: View) -> Effect {
    let count = view.count(lines.count)
    let title = view(Text("Jatuh tempo, \(count) baris", en: "Due radar, \(count) rows")) + "  " + words
    return SaveAs.write(
      view.bytes(of: text, as: format, heading: title), to: path, replacing: replaces,
      done: Text("\(count) baris ditulis ke \(path)", en: "\(count) rows written to \(path)"))
  }
}
