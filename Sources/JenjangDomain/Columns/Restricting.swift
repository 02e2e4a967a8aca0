import JSONText

extension Table {
  /// Clears the marks of rows that do not meet a condition.
  func restrict(_ marks: inout [UInt8], to condition: Query.Condition) {
    let wanted: UInt8 = condition.isNegated ? 0 : 1
    guard let place = columnPlaces[condition.field] else {
      return restrictByValue(&marks, condition) { _ in true }
    }
    switch columns[place].storage {
    case .none: restrictByValue(&marks, condition) { _ in true }
    case .small(let values, let codes):
      let passes = smallPasses(condition, codes)
      let limit = passes.count
      for (row, value) in values.values.enumerated() where Int(value) < limit {
        marks[row] &= passes[Int(value)] ^ wanted ^ 1
      }
      restrictByValue(&marks, condition) { Int(values[$0]) >= limit }
    case .reference(let values, let kind):
      restrictReference(&marks, condition, values, kind)
    case .day(let values): restrictDay(&marks, condition, values)
    case .integer(let values, let scale): restrictInteger(&marks, condition, values, scale)
    case .number(let values): restrictNumber(&marks, condition, values)
    case .text(let values): restrictText(&marks, condition, values, textSource(place).texts)
    }
  }

  /// Asks for the values themselves of rows that are still marked and `needsLook`.
  func restrictByValue(_ marks: inout [UInt8], _ condition: Query.Condition, _ needsLook: (Row) -> Bool) {
    let test = Wanted(condition.test)
    for row in marks.indices where marks[row] != 0 && needsLook(Row(row)) {
      let isMet = test.isMet(by: storedValue(condition.field, at: Row(row)), field: condition.field, in: self)
      if isMet == condition.isNegated { marks[row] = 0 }
    }
  }

  /// For each value of a small column whether it meets a condition.
  private func smallPasses(_ condition: Query.Condition, _ codes: CodeTable?) -> [UInt8] {
    let test = Wanted(condition.test)
    let values: [JSONValue?] =
      codes.map { [nil] + $0.list.entries.map { .string($0.code) } } ?? [nil, .bool(false), .bool(true)]
    return values.map { test.isMet(by: $0, field: condition.field, in: self) ? 1 : 0 }
  }

  private func restrictReference(
    _ marks: inout [UInt8], _ condition: Query.Condition, _ values: Column<Int32>, _ kind: String
  ) {
    let wanted: UInt8 = condition.isNegated ? 0 : 1
    let test = Wanted(condition.test)
    if case .isAbsent = condition.test {
      for (row, value) in values.values.enumerated() { marks[row] &= (value == Mark.absentRow ? 1 : 0) ^ wanted ^ 1 }
      return
    }
    guard let target = book?.table(kind) else { return restrictByValue(&marks, condition) { _ in true } }
    let passes = target.passes(test)
    let limit = passes.count
    for (row, value) in values.values.enumerated() {
      let isMet = value >= 0 && Int(value) < limit ? passes[Int(value)] : 0
      marks[row] &= isMet ^ wanted ^ 1
    }
  }

  /// For each row of this table whether a reference to it meets a test: it does itself, or one above it.
  private func passes(_ test: Wanted) -> [UInt8] {
    var passes = [UInt8](repeating: 0, count: Int(rowCount))
    let fields = [type.kind.label, "code"].filter { columnPlaces[$0] != nil }
    for row in 0..<rowCount where isLive(row) {
      let isMet = fields.contains { test.isMet(by: storedValue($0, at: row), field: $0, in: self) }
      if isMet || test.isIdentity(id(of: row)) { passes[Int(row)] = 1 }
    }
    if case .contains(let text) = test.test {
      if !passes.contains(1) { for row in rows(abbreviated: text) { passes[Int(row)] = 1 } }
      if let parents = parentColumn { spreadDown(&passes, parents) }
    }
    return passes
  }

  /// The rows whose name a text is short for; every row is looked at.
  public func rows(abbreviated text: String) -> [Row] {
    let abbreviation = Abbreviation(text)
    return (0..<rowCount).filter { row in
      isLive(row) && storedValue(type.kind.label, at: row)?.text.map(abbreviation.isShort) == true
    }
  }

  /// The column that refers to the same kind: the tree of units.
  private var parentColumn: Column<Int32>? {
    for column in columns.prefix(type.fields.count) {
      if case .reference(let values, type.kind.name) = column.storage { return values }
    }
    return nil
  }

  /// Marks all rows below marked ones; a circle of parents ends where it began.
  private func spreadDown(_ passes: inout [UInt8], _ parents: Column<Int32>) {
    let undecided: UInt8 = 2
    for row in passes.indices where passes[row] == 0 && isLive(Row(row)) { passes[row] = undecided }
    var path: [Int] = []
    for start in passes.indices {
      path.removeAll(keepingCapacity: true)
      var row = start
      while row >= 0, row < passes.count, passes[row] == undecided {
        passes[row] = 0
        path.append(row)
        row = Int(parents[row])
      }
      let answer = row >= 0 && row < passes.count ? passes[row] : 0
      for row in path { passes[row] = answer }
    }
  }

  private func restrictDay(_ marks: inout [UInt8], _ condition: Query.Condition, _ values: Column<Int32>) {
    let wanted: UInt8 = condition.isNegated ? 0 : 1
    let range: ClosedRange<Int32>
    switch condition.test {
    case .isAbsent: range = Mark.absentDay...Mark.absentDay
    case .atLeast(let text):
      guard let bounds = Wanted.days(text) else { return restrictByValue(&marks, condition) { _ in true } }
      range = bounds.lowerBound...Int32.max
    case .atMost(let text):
      guard let bounds = Wanted.days(text) else { return restrictByValue(&marks, condition) { _ in true } }
      range = Mark.irregularDay + 1...bounds.upperBound
    default: return restrictByValue(&marks, condition) { _ in true }
    }
    for (row, value) in values.values.enumerated() {
      let isMet: UInt8 = value >= range.lowerBound && value <= range.upperBound ? 1 : 0
      marks[row] &= isMet ^ wanted ^ 1 | (value == Mark.irregularDay ? 1 : 0)
    }
    restrictByValue(&marks, condition) { values[$0] == Mark.irregularDay }
  }

  private func restrictInteger(
    _ marks: inout [UInt8], _ condition: Query.Condition, _ values: Column<Int64>, _ scale: Int?
  ) {
    let wanted: UInt8 = condition.isNegated ? 0 : 1
    let range: ClosedRange<Int64>
    switch condition.test {
    case .isAbsent: range = Mark.absentInteger...Mark.absentInteger
    case .atLeast(let text):
      guard let bound = Wanted.units(text, scale) else { return restrictByValue(&marks, condition) { _ in true } }
      range = bound...Int64.max
    case .atMost(let text):
      guard let bound = Wanted.units(text, scale) else { return restrictByValue(&marks, condition) { _ in true } }
      range = Mark.irregularInteger + 1...max(bound, Mark.irregularInteger + 1)
    default: return restrictByValue(&marks, condition) { _ in true }
    }
    for (row, value) in values.values.enumerated() {
      let isMet: UInt8 = value >= range.lowerBound && value <= range.upperBound ? 1 : 0
      marks[row] &= isMet ^ wanted ^ 1 | (value == Mark.irregularInteger ? 1 : 0)
    }
    restrictByValue(&marks, condition) { values[$0] == Mark.irregularInteger }
  }

  private func restrictNumber(_ marks: inout [UInt8], _ condition: Query.Condition, _ values: Column<UInt64>) {
    let wanted: UInt8 = condition.isNegated ? 0 : 1
    let number: UInt64
    switch condition.test {
    case .isAbsent: number = 0
    case .equals(let text):
      guard let exact = PackedNumber.value(text) else { return restrictByValue(&marks, condition) { _ in true } }
      number = exact
    default: return restrictByValue(&marks, condition) { _ in true }
    }
    for (row, value) in values.values.enumerated() { marks[row] &= (value == number ? 1 : 0) ^ wanted ^ 1 }
  }

  private func restrictText(
    _ marks: inout [UInt8], _ condition: Query.Condition, _ values: Column<UInt64>, _ texts: TextBytes
  ) {
    let test = Wanted(condition.test)
    for row in marks.indices where marks[row] != 0 {
      let slice = Slice(packed: values[row])
      let isMet =
        slice == .irregular
        ? test.isMet(by: storedValue(condition.field, at: Row(row)), field: condition.field, in: self)
        : test.isMet(by: slice.isPresent ? texts.bytes(slice) : nil)
      if isMet == condition.isNegated { marks[row] = 0 }
    }
  }
}
