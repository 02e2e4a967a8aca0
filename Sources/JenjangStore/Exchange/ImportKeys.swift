import JSONText
import JenjangDomain

/// Which rows of a file mean the same record.
struct ImportKeys {
  /// The key of each row; nil when the row does not say which record it means.
  private var ofRow: [Int: String] = [:]
  private var rows: [String: [Int]] = [:]
  /// The identity of each record that is to be made, and the row it comes from.
  private(set) var rowOfNew: [RecordID: Int] = [:]

  /// The row that means a record of the book which has no date yet, each record once.
  private var takers: [RecordID: Int] = [:]

  /// The records of a kind that belongs to nothing by their key fields, read when they are first wanted.
  private var known: [String: RecordID]?

  mutating func record(_ key: String, _ fields: [String], in table: Table) -> RecordID? {
    if let known { return known[key] }
    var found: [String: RecordID] = [:]
    for row in 0..<table.rowCount where table.isLive(row) {
      found[fields.map { ImportKeys.text(table, $0, row) ?? "" }.joined(separator: "|")] = table.id(of: row)
    }
    known = found
    return found[key]
  }

  /// A stored value as a cell is compared with it.
  static func text(_ table: Table, _ field: String, _ row: Row) -> String? {
    table.value(field, at: row).map { $0.text ?? JSONWriter.text($0) }
  }

  func isFree(_ id: RecordID, for row: Int) -> Bool { takers[id].map { $0 == row } ?? true }
  mutating func take(_ id: RecordID, row: Int) { takers[id] = row }

  mutating func set(_ key: String, of row: Int) {
    ofRow[row] = key
    var sharing = rows[key] ?? []
    sharing.insert(row, at: sharing.firstIndex { $0 > row } ?? sharing.endIndex)
    rows[key] = sharing
  }

  mutating func remove(_ row: Int) {
    guard let key = ofRow.removeValue(forKey: row) else { return }
    rows[key]?.removeAll { $0 == row }
  }

  mutating func setNew(_ id: RecordID, row: Int) { rowOfNew[id] = row }
  mutating func forget(_ id: RecordID) { rowOfNew[id] = nil }

  func key(of row: Int) -> String? { ofRow[row] }
  /// All rows with the same key, this one among them.
  func sharing(_ row: Int) -> [Int] { ofRow[row].flatMap { rows[$0] } ?? [] }
  /// The earlier row that means the same record; nil when there is none.
  func earlier(than row: Int) -> Int? { sharing(row).first.flatMap { $0 < row ? $0 : nil } }
}

extension ImportPlan {
  /// The targets that say which record a row means.
  ///
  /// The number of an employee, the code of a unit or a post; for a history its owner, its date and its label, unless
  /// its kind names other ones.
  static func keyFields(of type: RecordType) -> [String] {
    if !type.kind.key.isEmpty { return [type.kind.owner].compactMap(\.self) + type.kind.key }
    if let owner = type.kind.owner { return [owner] + [type.kind.date, type.kind.label].compactMap(\.self) }
    return [["employeeNumber", "code"].first { type.field($0) != nil } ?? type.kind.label]
  }

  /// Finds which record a row means, and gives it an identity when it is a new one.
  mutating func index(_ row: Int, in book: Book) {
    let own = rows[row].record.flatMap { keys.rowOfNew[$0] == row ? $0 : nil }
    if let own { keys.forget(own) }
    rows[row].record = nil
    guard let table = book.table(kind) else { return }
    let fields = Self.keyFields(of: table.type)
    let values = fields.map { value(of: $0, row: row, in: book) }
    guard let first = values.first, let first else { return }
    let isOwned = table.type.kind.owner != nil
    let isKeyed = !table.type.kind.key.isEmpty
    let key =
      isOwned || isKeyed ? values.map { $0 ?? "" }.joined(separator: "|") : ImportReferences.key(first, isNumber: false)
    keys.set(key, of: row)
    let existing =
      isOwned
      ? owned(by: first, table, fields, values, row: row)
      : isKeyed ? keys.record(key, fields, in: table) : cells.references(to: kind, in: book)?.exactly(first)
    if let existing, table.row(of: existing) != nil {
      rows[row].record = existing
      keys.take(existing, row: row)
    } else if let earlier = keys.earlier(than: row), let id = rows[earlier].record {
      rows[row].record = id
    } else {
      let id = own ?? environment.newID()
      rows[row].record = id
      keys.setNew(id, row: row)
    }
  }

  /// The readable value of a key field; nil when it is blank, unreadable or has no column.
  private mutating func value(of field: String, row: Int, in book: Book) -> String? {
    guard let column = mapping.column(of: field), let target = targetOfColumn[column] else { return nil }
    guard case .success(let value?) = cells.read(rows[row].cells[column], for: target, in: book) else { return nil }
    return value.text ?? JSONWriter.text(value)
  }

  /// The record of an owner that has the same date and label, else one that has the same label and no date yet.
  private func owned(
    by owner: String, _ table: Table, _ fields: [String], _ values: [String?], row: Int
  ) -> RecordID? {
    guard let owner = RecordID(owner) else { return nil }
    let rows = table.rows(ownedBy: owner)
    let isSame = { (row: Row, field: String, value: String?) in ImportKeys.text(table, field, row) == value }
    if let same = rows.first(where: { row in
      zip(fields, values).dropFirst().allSatisfy { isSame(row, $0, $1) }
    }) {
      return table.id(of: same)
    }
    guard let date = table.type.kind.date else { return nil }
    let undated = rows.first { other in
      keys.isFree(table.id(of: other), for: row)
        && zip(fields, values).dropFirst().allSatisfy { isSame(other, $0, $0 == date ? nil : $1) }
    }
    return undated.map { table.id(of: $0) }
  }

  /// Lets the rows of the file refer to one another.
  mutating func shareKeys(in book: Book) {
    guard refersToItself, let table = book.table(kind) else { return }
    var index = ImportReferences(table)
    let fields = index.fields
    for (id, row) in keys.rowOfNew.sorted(by: { $0.value < $1.value }) {
      index.add(id) { field in
        fields.contains(field) ? mapping.column(of: field).flatMap { shownText(row, $0) } : nil
      }
    }
    cells.set(index, for: kind)
  }
  /// What a cell holds; nil when it is blank.
  private func shownText(_ row: Int, _ column: Int) -> String? {
    let text = rows[row].cells[column]
    return text.isEmpty ? nil : CSVWriter.unguarded(text).composed
  }
}
