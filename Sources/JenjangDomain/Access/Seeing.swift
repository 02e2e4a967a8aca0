import JSONText

extension Table {
  /// The rows that a question selects among those the actor sees, in its order.
  ///
  /// A condition or an order on a hidden field selects nothing: what it would tell is hidden too.
  public func rows(_ query: Query) -> [Row] {
    guard let sight else { return answer(query) }
    let asked = query.conditions.map(\.field) + (query.sort.map { [$0.field] } ?? [])
    guard asked.allSatisfy(sight.shows) else { return [] }
    return seen(answer(query))
  }

  /// The records that exist and that the actor sees.
  public var count: Int {
    guard let marks = sight?.marks else { return liveCount }
    return (0..<rowCount).count { marks[Int($0)] != 0 && isLive($0) }
  }

  /// The stored fields of a record as the actor sees them, unknown ones among them; nil when it is hidden or deleted.
  public func object(at row: Row) -> JSONObject? {
    guard let sight else { return storedObject(at: row) }
    guard sight.sees(row), var object = storedObject(at: row) else { return nil }
    for field in object.keys where !sight.shows(field) { object[field] = nil }
    return object
  }
}
