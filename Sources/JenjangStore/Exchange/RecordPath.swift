import JSONText
import JenjangDomain

/// How a file names a record that belongs to another one and has no code: `NIP > name > date`.
///
/// What leads to one record only can stand alone: the NIP of who has a single plan, its name, its date.
struct RecordPath {
  private static let separator = " > "

  private let book: Book

  init(_ book: Book) { self.book = book }

  /// The words by which a record is found again; nil where they would lead to several.
  func words(of id: RecordID, kind: String) -> String? {
    guard let parts = parts(of: id, kind: kind), !parts.contains(where: { $0.contains(Self.separator) }) else {
      return nil
    }
    return parts.joined(separator: Self.separator)
  }

  private func parts(of id: RecordID, kind: String) -> [String]? {
    guard let table = book.table(kind), let row = table.row(of: id) else { return nil }
    guard let owner = owner(of: table.type) else {
      let number = table.type.field("employeeNumber").flatMap { table.value($0.name, at: row)?.text }
      let code = table.type.field("code").flatMap { table.value($0.name, at: row)?.text }
      return [number.map { EmployeeNumber.display(of: $0) } ?? code ?? Self.plain(table, table.type.kind.label, row)]
    }
    guard let above = table.value(owner.field, at: row)?.text.flatMap({ RecordID($0) }),
      let beginning = parts(of: above, kind: owner.kind)
    else { return nil }
    let own = [Self.plain(table, table.type.kind.label, row), date(of: row, table)].filter { !$0.isEmpty }
    let isAlone = table.rows(ownedBy: above).count { isMeant($0, by: own[...], table) } == 1
    return isAlone ? beginning + own : nil
  }

  /// The kind whose records begin the words for a kind.
  func root(of kind: String) -> String {
    var kind = kind
    while let owner = book.table(kind).flatMap({ owner(of: $0.type) }) { kind = owner.kind }
    return kind
  }

  /// Whether records of a kind are named by what they belong to.
  func isPath(_ kind: String) -> Bool { root(of: kind) != kind }

  static func parts(of words: String) -> [String] { words.split(separator: separator).map(String.init) }

  /// The records of a kind to which words lead from the record that the first one names.
  func find(_ kind: String, below root: RecordID, _ words: ArraySlice<String>) -> [RecordID] {
    var kinds = [kind]
    while let owner = book.table(kinds[0]).flatMap({ owner(of: $0.type) }) { kinds.insert(owner.kind, at: 0) }
    return find(kinds.dropFirst(), below: root, words)
  }

  private func find(
    _ kinds: ArraySlice<String>, below owner: RecordID, _ words: ArraySlice<String>
  ) -> [RecordID] {
    guard let kind = kinds.first, let table = book.table(kind) else { return [owner] }
    let below = table.rows(ownedBy: owner)
    guard kinds.count > 1 else { return below.filter { isMeant($0, by: words, table) }.map { table.id(of: $0) } }
    for count in (0...min(2, words.count)).reversed() {
      let found = below.filter { isMeant($0, by: words.prefix(count), table) }
      guard found.count == 1 else { continue }
      let deeper = find(kinds.dropFirst(), below: table.id(of: found[0]), words.dropFirst(count))
      if !deeper.isEmpty { return deeper }
    }
    return []
  }

  /// Whether each word is the name of a record or its date.
  private func isMeant(_ row: Row, by words: ArraySlice<String>, _ table: Table) -> Bool {
    let label = Folding.folded(Self.plain(table, table.type.kind.label, row))
    let date = date(of: row, table)
    return words.allSatisfy { $0 == date || Folding.folded($0) == label }
  }

  private func date(of row: Row, _ table: Table) -> String {
    table.type.kind.date.map { Self.plain(table, $0, row) } ?? ""
  }

  private func owner(of type: RecordType) -> (field: String, kind: String)? {
    guard let field = type.kind.owner, case .reference(let kind)? = type.field(field)?.type else { return nil }
    return (field, kind)
  }

  private static func plain(_ table: Table, _ field: String, _ row: Row) -> String {
    guard let value = table.value(field, at: row) else { return "" }
    let text = value.text ?? JSONWriter.text(value)
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
