import JSONText
import JenjangDomain
import TerminalKit

extension ScreenEntry {
  static let employees = ScreenEntry(.employees, digit: 1)
}

extension ListSpec {
  /// Everyone, with a preview of the person under the cursor.
  static let employees = ListSpec(
    name: "employees", title: Text("Pegawai", en: "Employees"), kind: "employees",
    columns: ["employeeNumber", "name", "position", "grade", "unit", "legalStatus"],
    sort: Query.Sort("name"),
    open: { id, list, view in .push(EmployeeFile(id, neighbours: list.neighbours(view))) },
    preview: { id, view in preview(id, view) }
  ).edited()

  private static func preview(_ id: RecordID, _ view: View) -> [(label: String, value: String)] {
    guard let table = view.book.table("employees"), let row = table.row(of: id) else { return [] }
    let fields = ["employeeNumber", "kind", "position", "unit", "grade", "gradeDate", "phone", "email", "supervisor"]
    let columns = ListColumn.all(of: table)
    return fields.compactMap { name in
      columns.first { $0.field == name }.map { (view($0.title), view.cell(table, row, name)) }
    }
  }
}
