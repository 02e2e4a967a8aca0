import JSONText
import JenjangDomain
import TerminalKit

/// The records of one kind that belong to somebody, newest first: what a tab of a file shows.
///
/// A kind and its columns are enough.
struct OwnedList {
  /// The plural name of the record type.
  let kind: String
  /// Names of fields; titles, widths and texts come from their description.
  let columns: [String]

  init(_ kind: String, _ columns: [String]) {
    self.kind = kind
    self.columns = columns
  }

  func table(_ view: View) -> Table? { view.book.table(kind) }

  /// The rows of the owner; with a day, only those that had begun by then.
  func rows(of owner: RecordID, until day: Day?, _ view: View) -> [Row] {
    guard let table = table(view) else { return [] }
    let rows = Array(table.rows(ownedBy: owner).reversed())
    guard let day else { return rows }
    return rows.filter { date(of: $0, table).map { $0 <= day } ?? true }
  }

  /// The day by which the rows are ordered; nil when it is not recorded.
  func date(of row: Row, _ table: Table) -> Day? {
    guard let field = table.type.kind.date else { return nil }
    return table.value(field, at: row)?.text.flatMap { Day(iso: $0) }
  }

  func gridColumns(_ table: Table, _ view: View) -> [RowGrid.Column] {
    let known = ListColumn.all(of: table)
    let shown = columns.compactMap { name in known.first { $0.field == name } }
    let widest = shown.map(\.width).max()
    var hasGrown = false
    return shown.map { column in
      let grows = column.width == widest && !hasGrown
      hasGrown = hasGrown || grows
      return RowGrid.Column(
        title: column.title, width: max(column.width, min(10, Width.of(view(column.title)))), grows: grows,
        isRightAligned: column.isRightAligned)
    }
  }

  func cells(_ row: Row, _ table: Table, _ view: View) -> [String] { columns.map { view.cell(table, row, $0) } }
}
