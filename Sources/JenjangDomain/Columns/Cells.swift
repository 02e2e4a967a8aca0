import JSONText

/// What a column says of one row.
enum Cell {
  case absent
  case value(JSONValue)
  /// Only the record knows.
  case irregular

  init(_ value: JSONValue?) { self = value.map { .value($0) } ?? .absent }
}

extension Table {
  /// Writes a stored value into a column of this table.
  ///
  /// Derived columns that show a text which is given up are computed again before anybody looks.
  func write(_ value: JSONValue?, _ column: FieldColumn, at row: Row) {
    if case .text(let values) = column.storage, !isLoading { texts.giveUp(Slice(packed: values[row])) }
    guard let value else { return column.clear(row) }
    switch column.storage {
    case .none: break
    case .text(let values): values[row] = (value.text.map { texts.add($0) } ?? .irregular).packed
    case .number(let values): values[row] = value.text.flatMap(PackedNumber.value) ?? Mark.irregularNumber
    case .day(let values):
      values[row] = value.text.flatMap { Day(iso: $0)?.number } ?? Mark.irregularDay
    case .integer(let values, nil): values[row] = value.integer ?? Mark.irregularInteger
    case .integer(let values, let scale?):
      values[row] = value.text.flatMap { Self.units($0, scale: scale) } ?? Mark.irregularInteger
    case .small(let values, nil): values[row] = value.bool.map { $0 ? 2 : 1 } ?? Mark.irregularSmall
    case .small(let values, let codes?): values[row] = value.text.map { codes.value($0) } ?? Mark.irregularSmall
    case .reference(let values, let kind):
      let id = value.text.flatMap { RecordID($0) }
      let target = id.flatMap { book?.rowToReferTo(kind, $0) }
      values[row] = target ?? Mark.unresolvedRow
      if target == nil, let id { unresolved[column.name, default: [:]][id, default: []].append(row) }
    }
  }

  /// The units of a decimal that is written with all digits of its scale; nil for any other spelling.
  static func units(_ text: String, scale: Int) -> Int64? {
    guard let decimal = Decimal(text, scale: scale), decimal.text == text else { return nil }
    return decimal.units
  }

  /// Reads a column of this table; texts are those of `source` when the column was derived from it.
  func cell(_ column: FieldColumn, at row: Row, textsOf source: Table) -> Cell {
    switch column.storage {
    case .none: return .irregular
    case .text(let values):
      let slice = Slice(packed: values[row])
      if slice.isPresent { return .value(.string(source.texts.string(slice))) }
      return slice == .absent ? .absent : .irregular
    case .number(let values):
      let value = values[row]
      return value == Mark.irregularNumber
        ? .irregular : value == 0 ? .absent : .value(.string(PackedNumber.text(value)))
    case .day(let values):
      let value = values[row]
      if value == Mark.irregularDay { return .irregular }
      return value == Mark.absentDay ? .absent : .value(.string(Day(number: value).iso))
    case .integer(let values, let scale):
      let value = values[row]
      if value == Mark.irregularInteger { return .irregular }
      guard value != Mark.absentInteger else { return .absent }
      return .value(scale.map { .string(Decimal(units: value, scale: $0).text) } ?? .integer(value))
    case .small(let values, let codes):
      let value = values[row]
      if value == Mark.irregularSmall { return .irregular }
      guard value > 0 else { return .absent }
      guard let codes else { return .value(.bool(value == 2)) }
      let entries = codes.list.entries
      return Int(value) <= entries.count ? .value(.string(entries[Int(value) - 1].code)) : .irregular
    case .reference(let values, let kind):
      let target = values[row]
      if target == Mark.absentRow { return .absent }
      guard let table = book?.table(kind), table.hasRow(target) else { return .irregular }
      return .value(.string(table.id(of: target).text))
    }
  }
}
