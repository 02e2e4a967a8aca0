import JenjangDomain

extension ImportPlan {
  /// Why a row is no record; nil when it is one, or means to be.
  func reasonToPassOver(_ row: Int, _ type: RecordType) -> Text? {
    let cells = rows[row].cells
    let filled = cells.indices.filter { !Folding.folded(cells[$0]).isEmpty }
    guard let first = filled.first else { return .blankRow }
    if filled.count > 1, filled.allSatisfy({ $0 < headers.count && cells[$0] == headers[$0] }) { return .headings }
    if filled.count > 2, filled.allSatisfy({ Folding.folded(cells[$0]) == String($0 + 1) }) { return .columnNumbers }
    guard let key = mapping.column(of: Self.keyFields(of: type)[0]), cells[key].isEmpty else { return nil }
    let word = Folding.folded(cells[first])
    if ["jumlah", "total", "grandtotal", "subtotal"].contains(where: { word.hasPrefix($0) }) { return .totals }
    guard mapping.targets.count(where: { $0 != nil }) >= 4 else { return nil }
    if filled.count == 1 { return .heading }
    let end = rows.lastIndex { !$0.cells[key].isEmpty } ?? -1
    return row > end && filled.count <= 3 ? .behindTheTable : nil
  }
}

extension Text {
  fileprivate static let blankRow = Text("Baris kosong; dilewati", en: "An empty row; passed over")
  fileprivate static let headings = Text("Judul kolom terulang; dilewati", en: "The headings again; passed over")
  fileprivate static let columnNumbers = Text("Nomor kolom; dilewati", en: "Numbers of the columns; passed over")
  fileprivate static let totals = Text("Baris jumlah; dilewati", en: "A row of totals; passed over")
  fileprivate static let heading = Text("Judul di antara baris; dilewati", en: "A title between rows; passed over")
  fileprivate static let behindTheTable = Text("Di bawah tabel; dilewati", en: "Below the table; passed over")
}
