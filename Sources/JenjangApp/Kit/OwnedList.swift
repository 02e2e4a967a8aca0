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
  /// The rows that concern somebody where these are not just those that belong to the person, the oldest first.
  private var concerning: ((RecordID, View) -> [Row])?

  init(_ kind: String, _ columns: [String], concerning: ((RecordID, View) -> [Row])? = nil) {
    self.kind = kind
    self.columns = columns
    self.concerning = concerning
  }

  func table(_ view: View) -> Table? { view.book.table(kind) }

  /// The rows of the owner; with a day, only those that had begun by then.
  func rows(of owner: RecordID, until day: Day?, _ view: View) -> [Row] {
    guard let table = table(view) else { return [] }
    let rows = Array((concerning?(owner, view) ?? table.rows(ownedBy: owner)).reversed())
    guard let day else { return rows }
    return rows.filter { date(of: $0, table).map { $0 <= day } ?? true }
  }

  /// The day by which the rows are ordered; nil when it is not recorded.
  func date(of row: Row, _ table: Table) -> Day? {
    guard let field = table.type.kind.date else { return nil }
    return table.value(field, at: row)?.text.flatMap { Day(iso: $0) }
  }

  /// The columns as wide as what stands in them; those in which nothing stands give their place to others.
  func gridColumns(_ rows: [Row], _ table: Table, _ view: View) -> [(index: Int, column: RowGrid.Column)] {
    let known = ListColumn.all(of: table)
    let texts = rows.prefix(200).map { cells($0, table, view) }
    return columns.enumerated().compactMap { index, name in
      guard let column = known.first(where: { $0.field == name }) else { return nil }
      let widest = texts.map { Width.of($0[index]) }.max() ?? 0
      guard widest > 0 || index < 2 else { return nil }
      let title = Width.of(view(column.title))
      let least = min(max(widest, min(title, 10)), OwnedList.least(at: index))
      return (
        index,
        RowGrid.Column(
          title: column.title, width: least, isRightAligned: column.isRightAligned, wish: max(widest, title))
      )
    }
  }

  /// What a column may ask for before others get anything: the second one names the row.
  private static func least(at index: Int) -> Int {
    switch index {
    case 1: 34
    case 2: 18
    default: 12
    }
  }

  func cells(_ row: Row, _ table: Table, _ view: View) -> [String] { columns.map { view.cell(table, row, $0) } }
}
