import JSONText

/// A condition's test with its text folded once.
struct Wanted {
  let test: Query.Condition.Test
  private let folded: [UInt8]

  init(_ test: Query.Condition.Test) {
    self.test = test
    folded =
      switch test {
      case .contains(let text), .equals(let text), .isUnder(let text), .atLeast(let text), .atMost(let text):
        Folding.plain(text)
      case .isAbsent: []
      }
  }

  /// Tests the bytes of a text; nil is an absent one.
  func isMet(by text: UnsafeRawBufferPointer?) -> Bool {
    guard let text else { return test == .isAbsent }
    let folded = Folding.plain(text)
    return switch test {
    case .contains: folded.withUnsafeBytes { $0.contains(self.folded) }
    case .equals: folded == self.folded
    case .isUnder: folded == self.folded || folded.starts(with: self.folded + [0x2F])
    case .atLeast: !folded.lexicographicallyPrecedes(self.folded)
    case .atMost: !self.folded.lexicographicallyPrecedes(folded)
    case .isAbsent: false
    }
  }

  private func isMet(by text: String) -> Bool {
    var text = text
    return text.withUTF8 { isMet(by: UnsafeRawBufferPointer($0)) }
  }

  /// Tests a stored value, as its field's type understands it.
  func isMet(by value: JSONValue?, field: String, in table: Table) -> Bool {
    guard let value else { return test == .isAbsent }
    let type = table.fieldType(field)
    switch test {
    case .isAbsent: return false
    case .contains, .equals:
      return texts(of: value, type, field, table).contains { isMet(by: $0) }
    case .isUnder: return value.text.map { isMet(by: $0) } ?? false
    case .atLeast(let text): return isMet(value, type, field, table, text) { $0 >= $1 }
    case .atMost(let text): return isMet(value, type, field, table, text) { $0 <= $1 }
    }
  }

  /// Everything as which a value may be asked for: as it is stored and as it is shown.
  private func texts(of value: JSONValue, _ type: FieldType?, _ field: String, _ table: Table) -> [String] {
    let shown = Language.allCases.map { table.text(of: value, field: field, language: $0) }
    let titles =
      if case .code(let list)? = type, let entry = value.text.flatMap(list.entry) {
        [entry.title.indonesian, entry.title.english]
      } else { [String]() }
    return [value.text ?? shown[0]] + shown + titles
  }

  private func isMet(
    _ value: JSONValue, _ type: FieldType?, _ field: String, _ table: Table, _ bound: String,
    _ compare: (Int64, Int64) -> Bool
  ) -> Bool {
    switch type {
    case .day?:
      guard let day = value.text.flatMap({ Day(iso: $0) }), let bounds = Self.days(bound) else { return false }
      let isLeast = if case .atLeast = test { true } else { false }
      return compare(Int64(day.number), Int64(isLeast ? bounds.lowerBound : bounds.upperBound))
    case .integer?:
      guard let number = value.integer, let bound = Self.units(bound, nil) else { return false }
      return compare(number, bound)
    case .decimal(let scale)?:
      guard let number = value.text.flatMap({ Decimal($0, scale: scale) }), let bound = Self.units(bound, scale)
      else { return false }
      return compare(number.units, bound)
    case .code(let list)?:
      guard let place = value.text.flatMap(list.index), let whole = list.place(ofAny: bound) else { return false }
      let under = list.places(under: whole)
      let isLeast = if case .atLeast = test { true } else { false }
      let bound = (isLeast ? under.first : under.last) ?? whole
      return list.areOfOneScale(place, bound) && compare(Int64(place), Int64(bound))
    default: return isMet(by: table.text(of: value, field: field, language: .indonesian))
    }
  }

  func isIdentity(_ id: RecordID) -> Bool {
    guard case .equals(let text) = test, text.utf8.count == 26 else { return false }
    return RecordID(text) == id
  }

  /// The days that a day, a month (`2010-04`) or a year spans.
  static func days(_ text: String) -> ClosedRange<Int32>? {
    if let day = Day(iso: text) ?? Day(shown: text) { return day.number...day.number }
    let parts = text.split(separator: "-").map { Int($0) }
    guard let year = parts.first ?? nil, parts.count <= 2, text.utf8.count >= 4 else { return nil }
    guard parts.count == 2 else {
      guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31)
      else { return nil }
      return first.number...last.number
    }
    guard let month = parts[1], let first = Day(year: year, month: month, day: 1) else { return nil }
    return first.number...first.adding(months: 1).number - 1
  }

  static func units(_ text: String, _ scale: Int?) -> Int64? {
    guard let scale else { return Int64(text) }
    return Decimal(text.replacingComma, scale: scale)?.units
  }
}

extension Day {
  /// Reads `dd-mm-yyyy`, as the screen shows it.
  fileprivate init?(shown text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, let day = Day.digits(bytes[0..<2]), let month = Day.digits(bytes[3..<5]),
      let year = Day.digits(bytes[6..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension String {
  fileprivate var replacingComma: String { String(map { $0 == "," ? "." : $0 }) }
}

extension CodeList {
  /// The places of the codes that lie under the code at a place: III/a to III/d under III.
  func places(under place: Int) -> [Int] {
    entries.indices.filter { entries[$0].code.hasPrefix(entries[place].code + "/") }
  }

  /// Whether two places can be compared: III/d and IX are of two scales, and neither is more than the other.
  fileprivate func areOfOneScale(_ one: Int, _ other: Int) -> Bool {
    entries[one].code.contains("/") == entries[other].code.contains("/")
  }

  /// The place of a code or of a title in either language, without regard to case.
  func place(ofAny text: String) -> Int? {
    let wanted = Folding.plain(text)
    return entries.firstIndex { Folding.plain($0.code) == wanted }
      ?? entries.firstIndex {
        Folding.plain($0.title.indonesian) == wanted || Folding.plain($0.title.english) == wanted
      }
  }
}
