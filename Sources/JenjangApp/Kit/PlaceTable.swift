/// Something about some cells of a grid: looked up cell by cell, or line by line where a whole line is drawn.
struct PlaceTable<Value>: Sequence, ExpressibleByDictionaryLiteral {
  typealias Place = GridEntry.Place

  private var lines: [String: [String: Value]] = [:]
  private(set) var count = 0

  init() {}
  init(dictionaryLiteral elements: (Place, Value)...) {
    for (place, value) in elements { self[place] = value }
  }

  var isEmpty: Bool { count == 0 }
  /// Any one of them.
  var first: (key: Place, value: Value)? { first { _ in true } }
  /// The lines that have something.
  var lineKeys: Dictionary<String, [String: Value]>.Keys { lines.keys }

  subscript(place: Place) -> Value? {
    get { lines.isEmpty ? nil : lines[place.line]?[place.column] }
    set {
      let old = lines[place.line, default: [:]].updateOrRemove(newValue, forKey: place.column)
      count += (newValue == nil ? 0 : 1) - (old == nil ? 0 : 1)
      if lines[place.line]?.isEmpty ?? false { lines[place.line] = nil }
    }
  }

  /// What there is in one line, by column.
  subscript(line key: String) -> [String: Value]? { lines.isEmpty ? nil : lines[key] }

  func makeIterator() -> AnyIterator<(key: Place, value: Value)> {
    AnyIterator(
      lines.lazy.flatMap { line, cells in cells.lazy.map { (key: Place(line: line, column: $0.key), value: $0.value) } }
        .makeIterator())
  }

  /// Those that pass.
  func filter(_ isIncluded: (Place, Value) -> Bool) -> PlaceTable {
    var found = PlaceTable()
    for (place, value) in self where isIncluded(place, value) { found[place] = value }
    return found
  }
}

extension Dictionary {
  /// Puts a value or takes it away; gives the one before.
  fileprivate mutating func updateOrRemove(_ value: Value?, forKey key: Key) -> Value? {
    guard let value else { return removeValue(forKey: key) }
    return updateValue(value, forKey: key)
  }
}
