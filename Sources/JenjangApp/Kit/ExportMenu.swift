import JenjangDomain
import JenjangStore
import TerminalKit

/// Asks in which form, then to which file, what a screen shows is written.
enum ExportMenu {
  static func screen(
    _ source: ExportTable.Source, heading: Text? = nil, hasArray: Bool = false, _ view: View
  ) -> Chooser {
    let count = view.count(source.count)
    let usual = Text("Ekspor \(count) baris", en: "Export \(count) rows")
    return Chooser("export", heading ?? usual, choosesByLetter: true, columns: 60) { _, view in
      formats.filter { hasArray || $0.format != .json }.map { entry in
        let prompt = SaveAs.prompt(source.name, ending: entry.ending, view) { path, replaces in
          ExportTable(source, entry.format, path: path, replaces: replaces)
        }
        return Choice(
          title: view(entry.title), detail: "." + entry.ending, letter: entry.letter, effect: .replace(prompt))
      }
    }
  }

  private static let formats: [(letter: Character, format: TableText.Format, ending: String, title: Text)] = [
    ("c", .csv, "csv", Text("CSV, untuk lembar kerja", en: "CSV, for a spreadsheet")),
    ("j", .json, "json", Text("JSON, untuk program lain", en: "JSON, for other programs")),
    ("n", .ndjson, "ndjson", Text("JSON, satu baris satu catatan", en: "JSON, one record a line")),
    ("t", .text, "txt", Text("Teks, untuk dicetak", en: "Text, for printing")),
    ("h", .html, "html", Text("HTML, untuk peramban dan dicetak", en: "HTML, for a browser and for printing")),
  ]
}

extension Command {
  /// Writes what a screen shows to a file, for those who may take data out.
  static func export(
    _ name: String, _ title: Text, of source: @escaping (S, View) -> ExportTable.Source
  ) -> Command {
    Command(
      name, title, letter: "e", refusal: { _, view in view.refusal(.export) },
      run: { screen, view in .push(ExportMenu.screen(source(screen, view), view)) })
  }
}

extension View {
  /// A table as it goes into a file: for paper with its heading and the place in the journal from which it was made.
  func bytes(of text: TableText, as format: TableText.Format, heading: String) -> [UInt8] {
    text.bytes(format, heading: heading, origin: FileExport.head(self), language: language)
  }
}

extension ListScreen {
  /// Its columns, its order, its filter, and the marked rows only where some are marked.
  func exportMenu(_ view: View) -> Chooser {
    let rows = chosenRows(view)
    let count = view.count(rows.count)
    let marked = Text("Ekspor \(count) baris yang ditandai", en: "Export \(count) marked rows")
    return ExportMenu.screen(
      exported(rows, view), heading: self.marked.isEmpty ? nil : marked, hasArray: true, view)
  }

  private func chosenRows(_ view: View) -> [Row] {
    guard !marked.isEmpty, let table = table(view) else { return rows }
    return rows.filter { marked.contains(table.id(of: $0)) }
  }

  private func exported(_ rows: [Row], _ view: View) -> ExportTable.Source {
    let known = table(view).map { ListColumn.all(of: $0) } ?? []
    let shown = columns.compactMap { name in known.first { $0.field == name } }
    let count = view.count(rows.count)
    let (kind, fields) = (spec.kind, columns)
    return ExportTable.Source(
      name: spec.name, heading: view(spec.title) + ", " + view(Text("\(count) baris", en: "\(count) rows")),
      columns: shown.map { TableText.Column(name: $0.field, title: view($0.title), isNumber: $0.isRightAligned) },
      count: rows.count, step: 500,
      row: { place, view in
        guard let table = view.book.table(kind) else { return [] }
        return fields.map { view.cell(table, rows[place], $0) }
      })
  }
}
