import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

/// One person's file for other programs and for paper.
enum FileExport {
  static func prompt(_ file: EmployeeFile, asJSON: Bool, _ view: View) -> Prompt {
    let id = file.id
    let day = file.day
    let number = file.state?.employee.employeeNumber ?? id.text
    return SaveAs.prompt(number, ending: asJSON ? "json" : "txt", view) { path, replaces in
      WriteReport(path: path, replaces: replaces) { session in
        let view = View(session)
        return asJSON ? json(id, view) : Array(text(id, day: day, view).utf8)
      }
    }
  }

  /// The record and the records that belong to it, as scripts read them.
  private static func json(_ id: RecordID, _ view: View) -> [UInt8] {
    guard let table = view.book.table("employees"), let row = table.row(of: id) else { return [] }
    var bytes: [UInt8] = []
    JSONWriter.append(RecordFile(of: row, in: table, book: view.book).json, to: &bytes)
    bytes.append(0x0A)
    return bytes
  }

  /// Identity, every history and the timeline, 80 columns wide, with the place in the journal at its foot.
  static func text(_ id: RecordID, day: Day?, _ view: View) -> String {
    var file = EmployeeFile(id, day: day)
    file.refresh(view)
    guard let state = file.state else { return "" }
    var page = Page(width: 78)
    page.heading(state.employee.fullName, remark: file.shownDay(view).display)
    page.blank()
    file.writeIdentity(state, into: &page, view)
    for list in FileTab.all.flatMap(\.lists) { write(list, of: id, until: day, into: &page, view) }
    page.blank()
    page.paragraph(head(view), role: .textMuted)
    return page.text
  }

  private static func write(_ list: OwnedList, of id: RecordID, until day: Day?, into page: inout Page, _ view: View) {
    let rows = list.rows(of: id, until: day, view)
    guard let table = list.table(view), !rows.isEmpty else { return }
    page.heading(view(table.type.kind.plural).uppercased())
    for row in rows {
      let cells = list.cells(row, table, view)
      page.item(
        cells.first ?? "", cells.dropFirst().filter { !$0.isEmpty }.joined(separator: ", "), labelWidth: 12)
    }
  }

  /// From which store and which place in its journal a report was made.
  static func head(_ view: View) -> String {
    view.session.store.origin(on: view.today, in: view.language)
  }
}
