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
    return storedValue(place, at: row)
  }

  private func storedValue(_ place: Int, at row: Row) -> JSONValue? {
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
    if let sight, !sight.sees(row) || !sight.shows(field) { return "" }
    guard isLive(row) else { return "" }
    guard let place = columnPlaces[field] else {
      return storedObject(at: row)?[field].map { text(of: $0, type: nil, language: language) } ?? ""
    }
    if let text = columnText(place, at: row, language) { return text }
    guard let value = storedValue(place, at: row) else { return "" }
    return text(of: value, type: columns[place].type, language: language)
  }

  /// What a column says as the screen shows it, without a value in between; nil where it needs one.
  private func columnText(_ place: Int, at row: Row, _ language: Language) -> String? {
    switch columns[place].storage {
    case .day(let values):
      if values[row] == Mark.irregularDay { return nil }
      return values[row] == Mark.absentDay ? "" : Day(number: values[row]).display
    case .small(let values, let codes?):
      let (value, entries) = (Int(values[row]), codes.list.entries)
      return value == 0 ? "" : value <= entries.count ? entries[value - 1].shown(language) : nil
    case .reference(let values, let kind):
      let target = values[row]
      if target == Mark.absentRow { return "" }
      guard let table = book?.table(kind), table.hasRow(target) else { return nil }
      return table.label(at: target) ?? "?"
    default: return nil
    }
  }

  /// How a reference shows a row, also one that the actor may not open; nil when there is none or it has no label.
  public func label(at row: Row) -> String? { storedValue(type.kind.label, at: row)?.text }

  /// A value as the screen shows it.
  public func text(of value: JSONValue, field: String, language: Language) -> String {
    text(of: value, type: fieldType(field), language: language)
  }

  private func text(of value: JSONValue, type: FieldType?, language: Language) -> String {
    switch type {
    case .day?: value.text.flatMap { Day(iso: $0) }?.display ?? ""
    case .flag?: Text.flag(value.bool == true)[language]
    case .reference(let kind)?: value.text.flatMap { RecordID($0) }.flatMap { book?.label(of: $0, kind: kind) } ?? "?"
    case .attachment?: Attachment(json: value)?.name ?? ""
    case FieldType.rupiah?: value.integer.map { Rupiah.text(Int($0)) } ?? ""
    case .integer?: value.integer.map { String($0) } ?? ""
    case .decimal? where language == .indonesian: (value.text ?? "").replacing(".", with: ",")
    case .code(let list)?: value.text.map { list.shown($0, language) } ?? ""
    default: value.text ?? ""
    }
  }
}

extension CodeList {
  /// The title of a code, but the code itself where the title only repeats it at length: `III/c`, not `Penata, III/c`.
  func shown(_ code: String, _ language: Language) -> String { entry(code)?.shown(language) ?? code }
}

extension CodeList.Entry {
  fileprivate func shown(_ language: Language) -> String {
    let title = title[language]
    return title.holds(code) ? code : title
  }
}

extension Book {
  /// How a reference shows a record: the value of its label field, also of one that the actor may not open.
  public func label(of id: RecordID, kind: String) -> String? {
    guard let table = table(kind), let row = table.row(of: id) else { return nil }
    return table.label(at: row)
  }
}

extension Text {
  /// How a flag is shown.
  static func flag(_ isSet: Bool) -> Text { isSet ? Text("Ya", en: "Yes") : Text("Tidak", en: "No") }
}
