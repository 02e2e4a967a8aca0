import JSONText

extension Table {
  /// A record whose field is `text`, without regard to case; for numbers and codes that are unique.
  ///
  /// `exception` is passed over. A NIP is found in its kept order, so that an import of many need not read all
  /// numbers for each; other fields are read from the first row on.
  public func firstRow(where field: String, is text: String, except exception: RecordID? = nil) -> Row? {
    let exception = exception.flatMap { row(of: $0) }
    guard let place = columnPlaces[field] else { return nil }
    switch columns[place].storage {
    case .number(let values):
      guard let number = PackedNumber.value(text) else { break }
      if let order = orders[field], order.isSettled { return row(of: number, values, in: order, exception) }
      let all = values.values
      return all.indices.lazy.map { Row($0) }.first { values[$0] == number && isLive($0) && $0 != exception }
    case .text(let values): return row(of: text, values, textSource(place).texts, exception)
    default: break
    }
    return (0..<rowCount).first { isLive($0) && $0 != exception && storedValue(field, at: $0)?.text == text }
  }

  /// Halves the kept order; rows without a number stand at its end, as do those that a damaged index names.
  private func row(of number: UInt64, _ values: Column<UInt64>, in order: KeptOrder, _ exception: Row?) -> Row? {
    let rows = order.rows.values
    func value(_ place: Int) -> UInt64 {
      let value = hasRow(rows[place]) ? values[rows[place]] : 0
      return value == 0 ? .max : value
    }
    var low = 0
    var high = rows.count
    while low < high {
      let middle = (low + high) / 2
      if value(middle) < number { low = middle + 1 } else { high = middle }
    }
    while low < rows.count, value(low) == number {
      if isLive(rows[low]), rows[low] != exception { return rows[low] }
      low += 1
    }
    return nil
  }

  private func row(of text: String, _ values: Column<UInt64>, _ texts: TextBytes, _ exception: Row?) -> Row? {
    var text = text
    let irregular = Slice.irregular.packed
    return text.withUTF8 { wanted in
      let wanted = UnsafeRawBufferPointer(wanted)
      for (row, value) in values.values.enumerated() where value & 0xFF_FFFF == UInt64(wanted.count) {
        guard value != 0, value != irregular, isLive(Row(row)), Row(row) != exception else { continue }
        if Folding.compare(texts.bytes(Slice(packed: value)), wanted) == 0 { return Row(row) }
      }
      return nil
    }
  }
}
