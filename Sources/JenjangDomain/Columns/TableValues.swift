import JSONText

extension Table {
  /// The type of a field or derived field.
  public func fieldType(_ name: String) -> FieldType? { column(name)?.type }

  /// The value of a field or derived field as the actor sees it; nil when it is absent or hidden.
  public func value(_ field: String, at row: Row) -> JSONValue? {
    if let sight, !sight.sees(row) || !sight.shows(field) { return nil }
    return storedValue(field, at: row)
  }

  /// The value of a field or derived field, whoever looks.
  func storedValue(_ field: String, at row: Row) -> JSONValue? {
    guard isLive(row) else { return nil }
    guard let place = columnPlaces[field] else { return storedObject(at: row)?[field] }
    switch cell(columns[place], at: row, textsOf: textSource(place)) {
    case .absent: return nil
    case .value(let value): return value
    case .irregular: return recordValue(place, at: row)
    }
  }

  /// What the record says where the column cannot.
  private func recordValue(_ place: Int, at row: Row) -> JSONValue? {
    guard place < type.fields.count else { return derivedValue(type.derived[place - type.fields.count], at: row) }
    return storedObject(at: row)?[columns[place].name]
  }

  /// The table whose texts a column points at: a derived column holds what its source holds.
  func textSource(_ place: Int) -> Table {
    guard place >= type.fields.count else { return self }
    return book?.table(type.derived[place - type.fields.count].source) ?? self
  }

  /// A field of a row as the screen shows it, empty when it is absent; no record is decoded where a column knows.
  public func text(at row: Row, field: String, language: Language) -> String {
    guard let value = value(field, at: row) else { return "" }
    return text(of: value, field: field, language: language)
  }

  /// A value as the screen shows it.
  public func text(of value: JSONValue, field: String, language: Language) -> String {
    switch fieldType(field) {
    case .day?: value.text.flatMap { Day(iso: $0) }?.display ?? ""
    case .flag?: Text.flag(value.bool == true)[language]
    case .reference(let kind)?: value.text.flatMap { RecordID($0) }.flatMap { book?.label(of: $0, kind: kind) } ?? "?"
    case .attachment?: Attachment(json: value)?.name ?? ""
    case .integer?: value.integer.map { String($0) } ?? ""
    case .code(let list)?: value.text.map { list.shown($0, language) } ?? ""
    default: value.text ?? ""
    }
  }
}

extension CodeList {
  /// The title of a code, but the code itself where the title only repeats it at length: `III/c`, not `Penata, III/c`.
  func shown(_ code: String, _ language: Language) -> String {
    guard let title = entry(code)?.title[language] else { return code }
    return title.contains(code) ? code : title
  }
}

extension Book {
  /// How a reference shows a record: the value of its label field, also of one that the actor may not open.
  public func label(of id: RecordID, kind: String) -> String? {
    guard let table = table(kind), let row = table.row(of: id) else { return nil }
    return table.storedValue(table.type.kind.label, at: row)?.text
  }
}

extension Text {
  /// How a flag is shown.
  static func flag(_ isSet: Bool) -> Text { isSet ? Text("Ya", en: "Yes") : Text("Tidak", en: "No") }
}
