import JSONText

/// How many records have each value of one field, beside each value of another.
///
/// Days are counted by their years; a record without a value stands under an empty label, which comes last.
public struct CrossTable: Sendable, Hashable {
  /// One value of a field and how many records have it.
  public struct Value: Sendable, Hashable {
    /// The stored code, identity, number or year; nil where there is none.
    public let key: String?
    /// What the screen shows; empty where there is no value.
    public let label: String
    public let count: Int
  }

  public let first: [Value]
  public let second: [Value]
  fileprivate let counts: [Int]

  /// The records that have a value of the first field and a value of the second, by their places.
  public subscript(first: Int, second: Int) -> Int { counts[first * self.second.count + second] }

  public var total: Int { first.reduce(0) { $0 + $1.count } }

  /// Of no records.
  public static let empty = CrossTable(first: [], second: [], counts: [])
}

extension Table {
  /// Whether records can be counted by a field: not by numbers that each have their own, nor by notes.
  public func isCountable(_ field: String) -> Bool {
    guard isShown(field) else { return false }
    return switch fieldType(field) {
    case .employeeNumber?, .note?, nil: false
    default: field != type.kind.label
    }
  }

  /// Counts some records by two fields.
  public func crossTable(_ rows: [Row], by first: String, and second: String, language: Language) -> CrossTable {
    guard isShown(first), isShown(second) else { return .empty }
    let rows = seen(rows)
    let (left, right) = (grouping(first), grouping(second))
    var (leftKeys, rightKeys) = (Groups(), Groups())
    var pairs: [UInt64: Int] = [:]
    for row in rows where isLive(row) {
      let pair = UInt64(leftKeys.place(of: left(row))) << 32 | UInt64(rightKeys.place(of: right(row)))
      pairs[pair, default: 0] += 1
    }
    var matrix = [Int](repeating: 0, count: leftKeys.count * rightKeys.count)
    for (pair, count) in pairs { matrix[Int(pair >> 32) * rightKeys.count + Int(pair & 0xFFFF_FFFF)] = count }
    let leftOrder = ordered(leftKeys, first, language)
    let rightOrder = ordered(rightKeys, second, language)
    func sum(_ places: [Int]) -> Int { places.reduce(0) { $0 + matrix[$1] } }
    let width = rightKeys.count
    return CrossTable(
      first: leftOrder.map { entry in
        CrossTable.Value(
          key: entry.key, label: entry.label, count: sum((0..<width).map { entry.place * width + $0 }))
      },
      second: rightOrder.map { entry in
        CrossTable.Value(
          key: entry.key, label: entry.label, count: sum((0..<leftKeys.count).map { $0 * width + entry.place }))
      }, counts: leftOrder.flatMap { left in rightOrder.map { matrix[left.place * width + $0.place] } })
  }

  /// What a row is counted under: small numbers that stand for values, nil for none.
  private enum Key: Hashable {
    case none
    /// A place in a list of codes plus one, a flag, a row, a year, a number.
    case number(Int64)
    case text(String)
  }

  /// Keys in the order in which they were met.
  private struct Groups {
    private(set) var keys: [Key] = []
    private var places: [Key: Int] = [:]

    var count: Int { keys.count }

    mutating func place(of key: Key) -> Int {
      if let place = places[key] { return place }
      places[key] = keys.count
      keys.append(key)
      return keys.count - 1
    }
  }

  private func grouping(_ field: String) -> (Row) -> Key {
    switch column(field)?.storage {
    case .small(let values, let codes)?:
      let limit = UInt16(codes?.list.entries.count ?? 2)
      return { row in
        let value = values[row]
        return value == 0 ? .none : value <= limit ? .number(Int64(value)) : self.textKey(field, row)
      }
    case .reference(let values, _)?: return { row in values[row] < 0 ? .none : .number(Int64(values[row])) }
    case .day(let values)?:
      return { row in
        let value = values[row]
        return value <= Mark.irregularDay ? .none : .number(Int64(Day(number: value).year))
      }
    default: return { self.textKey(field, $0) }
    }
  }

  private func textKey(_ field: String, _ row: Row) -> Key {
    guard let value = value(field, at: row) else { return .none }
    if let number = value.integer { return .number(number) }
    let text = value.text ?? ""
    return text.isEmpty ? .none : .text(text)
  }

  private func ordered(_ groups: Groups, _ field: String, _ language: Language)
    -> [(key: String?, label: String, place: Int)]
  {
    let storage = column(field)?.storage
    var entries: [(key: String?, label: String, place: Int, rank: Int64)] = []
    for (place, key) in groups.keys.enumerated() {
      let (name, label, rank) = described(key, storage, language)
      entries.append((name, label, place, rank))
    }
    entries.sort { left, right in
      if left.rank != right.rank { return left.rank < right.rank }
      return Folding.plain(left.label).lexicographicallyPrecedes(Folding.plain(right.label))
    }
    return entries.map { ($0.key, $0.label, $0.place) }
  }

  /// The key as text, what is shown, and what it is ordered by before its label.
  private func described(_ key: Key, _ storage: FieldColumn.Storage?, _ language: Language)
    -> (key: String?, label: String, rank: Int64)
  {
    switch (key, storage) {
    case (.none, _): return (nil, "", .max)
    case (.text(let text), _): return (text, text, 0)
    case (.number(let number), .small(_, let codes?)?):
      let code = codes.list.entries[Int(number) - 1].code
      return (code, codes.list.shown(code, language), number)
    case (.number(let number), .small?):
      return (number == 2 ? "true" : "false", Text.flag(number == 2)[language], number)
    case (.number(let number), .reference(_, let kind)?):
      guard let table = book?.table(kind), table.hasRow(Row(number)), table.isLive(Row(number)) else {
        return (nil, "?", .max - 1)
      }
      return (table.id(of: Row(number)).text, table.label(at: Row(number)), 0)
    case (.number(let number), _): return ("\(number)", "\(number)", number)
    }
  }

  private func label(at row: Row) -> String { value(type.kind.label, at: row)?.text ?? "?" }
}
