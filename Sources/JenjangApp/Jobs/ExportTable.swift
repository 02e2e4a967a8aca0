import JenjangDomain
import JenjangStore
import TerminalKit

/// What a screen shows, written to a file: titles and rows, some hundred at a time.
struct ExportTable: Job {
  /// What is exported: rows are made when they are written.
  struct Source {
    /// Begins the name of the file.
    let name: String
    let heading: String
    let columns: [TableText.Column]
    let count: Int
    /// How many rows are made between two looks at the keys: fewer where each is judged.
    var step = 300
    let row: (Int, View) -> [String]
  }

  private let source: Source
  private let format: TableText.Format
  private let path: String
  private let replaces: Bool
  private var text: TableText?
  private var done = 0

  init(_ source: Source, _ format: TableText.Format, path: String, replaces: Bool) {
    self.source = source
    self.format = format
    self.path = path
    self.replaces = replaces
  }

  var title: Text { Text("Mengekspor", en: "Exporting") }
  var progress: (done: Int, total: Int)? { (done, max(1, source.count)) }

  mutating func advance(_ session: Session) -> Effect? {
    let view = View(session)
    var text = text ?? TableText(columns: source.columns)
    self.text = nil
    let end = min(source.count, done + source.step)
    for place in done..<end { text.append(source.row(place, view)) }
    done = end
    self.text = text
    return done < source.count ? nil : write(text, view)
  }

  func cancelled(_ session: Session) -> Effect { .say(.cancelled, .warn) }

  private func write(_ text: TableText, _ view: View) -> Effect {
    let count = view.count(source.count)
    return SaveAs.write(
      view.bytes(of: text, as: format, heading: source.heading), to: path, replacing: replaces,
      done: Text("\(count) baris ditulis ke \(path)", en: "\(count) rows written to \(path)"), from: view.session.store)
  }
}
