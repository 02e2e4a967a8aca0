import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// A record in a box, read only: every field that says something, then those that are empty.
enum RecordReader {
  /// `edit` is what F7 does: by default it opens the form of the kind.
  static func screen(kind: String, id: RecordID, edit: ((View) -> Effect)? = nil) -> Reader {
    let actions = [
      Command<Reader>(
        "reader.edit", Text("Ubah", en: "Edit"), keys: ["f7", "ctrl-e"], label: Text("Ubah", en: "Edit"),
        saves: true,
        run: { _, view in edit?(view) ?? .replace(FormScreen.edit(kind: kind, id: id, view: view)) }),
      SaveAttachment.command("reader.saveScan", keys: ["ctrl-s"]) { _, view in
        SaveAttachment.attachments(of: id, kind: kind, view)
      },
      Related.command(kind, id),
    ]
    return Reader(
      heading: { heading($0, kind: kind, id: id) }, actions: actions,
      write: { page, view in
        guard let table = view.book.table(kind), let row = table.row(of: id) else {
          return page.paragraph(view(.isGone), role: .textMuted)
        }
        if let refusal = view.book.refusal(toSee: id, kind: kind) { return page.paragraph(view(refusal)) }
        write(row, of: table, without: [], into: &page, view)
      })
  }

  private static func heading(_ view: View, kind: String, id: RecordID) -> String {
    guard let table = view.book.table(kind) else { return kind }
    let title = view(table.type.kind.title)
    guard view.book.refusal(toSee: id, kind: kind) == nil, let label = view.label(of: id, kind: kind) else {
      return title
    }
    return "\(title): \(label)"
  }

  /// Writes the fields by section; `without` names those that stand elsewhere.
  static func write(_ row: Row, of table: Table, without: Set<String>, into page: inout Page, _ view: View) {
    var section: (title: Text?, pairs: [(label: String, value: String)]) = (nil, [])
    var empty: [String] = []
    for field in table.type.fields {
      if let title = field.section {
        flush(&section, into: &page, view)
        section.title = title
      }
      guard !without.contains(field.name), table.isShown(field.name) else { continue }
      let value = value(of: field, row, table, view)
      if value.isEmpty {
        empty.append(view(field.title))
      } else {
        section.pairs.append((view(field.title), value))
      }
    }
    flush(&section, into: &page, view)
    guard !empty.isEmpty else { return }
    page.blank()
    page.paragraph(view(.notFilled) + empty.joined(separator: ", ") + ".", role: .textMuted)
  }

  /// A code by its name, except where the code itself is what people say.
  private static func value(of field: FieldSpec, _ row: Row, _ table: Table, _ view: View) -> String {
    switch field.type {
    case .attachment:
      table.value(field.name, at: row).flatMap { Attachment(json: $0) }
        .map { "\($0.name) (\(view($0.details)))" } ?? ""
    case .code(let list):
      table.value(field.name, at: row)?.text.flatMap { list.entry($0) }.map { view($0.title) } ?? ""
    default: view.cell(table, row, field.name)
    }
  }

  private static func flush(
    _ section: inout (title: Text?, pairs: [(label: String, value: String)]), into page: inout Page, _ view: View
  ) {
    if !section.pairs.isEmpty {
      if let title = section.title { page.heading(view(title).uppercased()) }
      page.pairs(section.pairs)
    }
    section = (nil, [])
  }
}

extension Effect {
  /// Shows a record in a box, from which it can be changed.
  static func read(_ kind: String, _ id: RecordID) -> Effect { .push(RecordReader.screen(kind: kind, id: id)) }
}

extension Text {
  fileprivate static let isGone = Text("Catatan ini sudah dihapus.", en: "This record was deleted.")
  fileprivate static let notFilled = Text("Belum diisi: ", en: "Not filled in: ")
}
