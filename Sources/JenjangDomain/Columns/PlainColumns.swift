/// Columns read as they lie, for projections that walk over many rows; whoever reads them asks what the actor sees.
extension Table {
  /// The rows to which a field refers; below 0 where it refers to none.
  func references(_ field: String) -> Column<Int32>? {
    guard case .reference(let rows, _)? = column(field)?.storage else { return nil }
    return rows
  }

  /// The day numbers of a field; `Mark` says what is absent or irregular.
  func days(_ field: String) -> Column<Int32>? {
    guard case .day(let days)? = column(field)?.storage else { return nil }
    return days
  }

  /// The places in the code list of a field, counted from 1; 0 is absent.
  func places(_ field: String) -> Column<UInt16>? {
    guard case .small(let places, _)? = column(field)?.storage else { return nil }
    return places
  }
}

extension CaseIterable where Self: Code {
  /// The code at a place of a column; nil where none is recorded.
  static func at(_ place: UInt16) -> Self? {
    place > 0 && Int(place) <= allCases.count
      ? allCases[allCases.index(allCases.startIndex, offsetBy: Int(place) - 1)] : nil
  }
}
