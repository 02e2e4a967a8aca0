import JSONText

/// How many records have each value of one field, or each pair of values of two.
///
/// A dense table: place 0 is "absent", then each code of a list, each flag (no, yes), or each row of the kind referred to.
public struct Counts {
  /// Places of the first and of the second field; 1 where no second was asked for.
  public let places: (first: Int, second: Int)
  private var numbers: [Int]

  init(_ first: Int, _ second: Int) {
    places = (first, second)
    numbers = [Int](repeating: 0, count: first * second)
  }

  public subscript(first: Int, second: Int = 0) -> Int {
    first < places.first && second < places.second ? numbers[first * places.second + second] : 0
  }

  /// The count of one row of the kind that the first field refers to.
  public subscript(row row: Row) -> Int { (0..<places.second).reduce(0) { $0 + self[Int(row) + 1, $1] } }

  mutating func add(_ first: Int, _ second: Int) { numbers[first * places.second + second] += 1 }
}

extension Table {
  /// Counts live records by one or two fields that hold codes, flags or references; nil for others.
  ///
  /// `rows` counts only those, all when it is nil.
  public func counts(by first: String, and second: String? = nil, rows: [Row]? = nil) -> Counts? {
    guard isShown(first), second.map(isShown) ?? true, let place = places(of: first),
      let other = second.map({ places(of: $0) }) ?? .one
    else { return nil }
    var counts = Counts(place.count, other.count)
    let revisions = revisions
    for row in seen(rows ?? Array(0..<rowCount)) where revisions[row] != 0 {
      counts.add(place.place(row), other.place(row))
    }
    return counts
  }

  private struct Places {
    let count: Int
    let place: (Row) -> Int

    static var one: Places? { Places(count: 1) { _ in 0 } }
  }

  private func places(of field: String) -> Places? {
    switch column(field)?.storage {
    case .small(let values, let codes)?:
      let count = (codes?.list.entries.count ?? 2) + 1
      return Places(count: count) { row in
        let value = Int(values[row])
        return value < count ? value : 0
      }
    case .reference(let values, let kind)?:
      let count = Int(book?.table(kind)?.rowCount ?? 0) + 1
      return Places(count: count) { row in
        let value = Int(values[row])
        return value >= 0 && value + 1 < count ? value + 1 : 0
      }
    default: return nil
    }
  }
}

extension Counts {
  /// The count of a code of the list that the first field holds.
  public func of(_ code: String, in list: CodeList) -> Int {
    guard let place = list.index(of: code) else { return 0 }
    return (0..<places.second).reduce(0) { $0 + self[place + 1, $1] }
  }
}
