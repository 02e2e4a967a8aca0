import JSONText
import JenjangDomain

/// Writes all records of one kind for other programs, piece by piece.
///
/// Lines of JSON are canonical (RFC 8785), so that whoever signs or compares them has one spelling. What it writes as
/// CSV can be imported again: headings are the titles of the fields, references are numbers, codes
/// or the way from the one to whom a record belongs.
public struct RecordExport {
  public enum Format: String, Sendable, CaseIterable {
    case csv
    case ndjson
  }

  static let pieceSize = 65_536

  private let table: Table
  private let book: Book
  private let format: Format
  private let language: Language
  private let writer: CSVWriter
  private let columns: [(name: String, title: Text, type: FieldType)]

  /// Nil when the kind is unknown.
  public init?(_ kind: String, of book: Book, as format: Format, language: Language, csv: CSVWriter = CSVWriter()) {
    guard let table = book.table(kind) else { return nil }
    self.table = table
    self.book = book
    self.format = format
    self.language = language
    writer = csv
    let own = table.type.fields.map { (name: $0.name, title: $0.title, type: $0.type) }
    let derived = table.type.derived.compactMap { derived in
      table.fieldType(derived.name).map { (name: derived.name, title: derived.title, type: $0) }
    }
    columns = own + derived
  }

  /// Gives the bytes to `sink`, some tens of thousands at a time, and stops at the first error it throws.
  public func write<Failure: Error>(to sink: ([UInt8]) throws(Failure) -> Void) throws(Failure) {
    var piece: [UInt8] = []
    if format == .csv {
      writer.begin(&piece)
      writer.append(columns.map { $0.title[language] }, to: &piece)
    }
    for row in 0..<table.rowCount where table.isLive(row) {
      append(row, to: &piece)
      guard piece.count >= Self.pieceSize else { continue }
      try sink(piece)
      piece.removeAll(keepingCapacity: true)
    }
    if !piece.isEmpty { try sink(piece) }
  }

  private func append(_ row: Row, to piece: inout [UInt8]) {
    switch format {
    case .csv: writer.append(columns.map { text($0.name, $0.type, row) }, to: &piece)
    case .ndjson:
      guard let object = table.exported(row) else { return }
      JCS.append(object, to: &piece)
      piece.append(0x0A)
    }
  }

  /// A value as a spreadsheet leaves it alone: dates with the year first, numbers of people in groups.
  private func text(_ name: String, _ type: FieldType, _ row: Row) -> String {
    guard let value = table.value(name, at: row) else { return "" }
    switch type {
    case .employeeNumber: return EmployeeNumber.display(of: value.text ?? "")
    case .reference(let kind): return reference(value, to: kind)
    case .decimal:
      let text = value.text ?? ""
      return writer.delimiter == .semicolon ? text.replacing(".", with: ",") : text
    case .flag, .integer: return table.text(of: value, field: name, language: language)
    case .attachment: return Attachment(json: value).map { "\($0.name) sha256:\($0.hash)" } ?? ""
    case .text, .note, .day, .code: return value.text ?? ""
    }
  }

  /// The number, the code or the name of a record, or how it is found below what it belongs to; else its identity.
  private func reference(_ value: JSONValue, to kind: String) -> String {
    guard let text = value.text, let id = RecordID(text), let other = book.table(kind), let row = other.row(of: id)
    else { return value.text ?? "" }
    if other.type.field("employeeNumber") != nil, let number = other.value("employeeNumber", at: row)?.text {
      return EmployeeNumber.display(of: number)
    }
    let code = other.type.field("code") == nil ? nil : other.value("code", at: row)?.text
    if code == nil, other.type.kind.owner != nil { return RecordPath(book).words(of: id, kind: kind) ?? text }
    return code ?? book.label(of: id, kind: kind) ?? text
  }
}
