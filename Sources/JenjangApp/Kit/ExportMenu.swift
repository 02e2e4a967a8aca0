import JenjangDomain
import JenjangStore
import TerminalKit

/// Writes what a list shows to a file: its columns, its order, its filter, the marked rows only where some are marked.
enum ExportMenu {
  static func screen(_ list: ListScreen, _ view: View) -> Chooser {
    let rows = chosenRows(list, view)
    let count = view.count(rows.count)
    let heading =
      list.marked.isEmpty
      ? Text("Ekspor \(count) baris", en: "Export \(count) rows")
      : Text("Ekspor \(count) baris yang ditandai", en: "Export \(count) marked rows")
    return Chooser("export", heading, choosesByLetter: true, columns: 60) { _, view in
      formats.map { format in
        let prompt = SaveAs.prompt(list.spec.name, ending: format.ending, view) { path, replaces in
          ExportRows(list, rows: rows, format: format.format, path: path, replaces: replaces)
        }
        return Choice(
          title: view(format.title), detail: "." + format.ending, letter: format.letter, effect: .replace(prompt))
      }
    }
  }

  static let formats: [(letter: Character, format: TableText.Format, ending: String, title: Text)] = [
    ("c", .csv, "csv", Text("CSV, untuk lembar kerja", en: "CSV, for a spreadsheet")),
    ("j", .json, "json", Text("JSON, untuk program lain", en: "JSON, for other programs")),
    ("n", .ndjson, "ndjson", Text("JSON, satu baris satu catatan", en: "JSON, one record a line")),
    ("t", .text, "txt", Text("Teks, untuk dicetak", en: "Text, for printing")),
    ("h", .html, "html", Text("HTML, untuk peramban dan dicetak", en: "HTML, for a browser and for printing")),
  ]

  private static func chosenRows(_ list: ListScreen, _ view: View) -> [Row] {
    guard !list.marked.isEmpty, let table = list.table(view) else { return list.rows }
    return list.rows.filter { list.marked.contains(table.id(of: $0)) }
  }
}

/// The work of an export, some hundred rows at a time.
struct ExportRows: Job {
  private let kind: String
  private let heading: Text
  private let fields: [String]
  private let rows: [Row]
  private let format: TableText.Format
  private let path: String
  private let replaces: Bool
  private var text: TableText?
  private var done = 0

  init(_ list: ListScreen, rows: [Row], format: TableText.Format, path: String, replaces: Bool) {
    kind = list.spec.kind
    heading = list.spec.title
    fields = list.columns
    self.rows = rows
    self.format = format
    self.path = path
    self.replaces = replaces
  }

  var title: Text { Text("Mengekspor", en: "Exporting") }
  var progress: (done: Int, total: Int)? { (done, max(1, rows.count)) }

  mutating func advance(_ session: Session) -> Effect? {
    let view = View(session)
    guard let table = view.book.table(kind) else { return .say(.cancelled, .warn) }
    var text = text ?? empty(table, view)
    self.text = nil
    for row in rows[done..<min(rows.count, done + 500)] {
      text.append(fields.map { view.cell(table, row, $0) })
      done += 1
    }
    self.text = text
    return done < rows.count ? nil : write(text, view)
  }

  func cancelled(_ session: Session) -> Effect { .say(.cancelled, .warn) }

  private func empty(_ table: Table, _ view: View) -> TableText {
    let known = ListColumn.all(of: table)
    let columns = fields.compactMap { name in known.first { $0.field == name } }
    return TableText(
      columns: columns.map {
        TableText.Column(name: $0.field, title: view($0.title), isNumber: $0.isRightAligned)
      })
  }

  private func write(_ text: TableText, _ view: View) -> Effect {
    let count = view.count(rows.count)
    let title = view(heading) + ", " + view(Text("\(count) baris", en: "\(count) rows"))
    return SaveAs.write(
      view.bytes(of: text, as: format, heading: title), to: path, replacing: replaces,
      done: Text("\(count) baris ditulis ke \(path)", en: "\(count) rows written to \(path)"),
      from: view.session.store)
  }
}

extension View {
  /// A table as it goes into a file: for paper with its heading and the place in the journal from which it was made.
  func bytes(of text: TableText, as format: TableText.Format, heading: String) -> [UInt8] {
    text.bytes(format, heading: heading, origin: FileExport.head(self), language: language)
  }
}
