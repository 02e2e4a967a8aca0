/// The members of an object while it is read.
///
/// Canonical text brings them in order, and nothing is sorted then; other text costs one sort.
struct JSONMembers {
  private var members: [JSONObject.Member] = []
  /// The place in the text of each member from the first one that came out of order.
  ///
  /// The later one of two equal keys is always among them.
  private var places: [Int] = []

  mutating func append(_ key: String, _ value: JSONValue, at place: Int) {
    if !places.isEmpty || !(members.last.map { JSONObject.precedes($0.key, key) } ?? true) { places.append(place) }
    members.append(JSONObject.Member(key: key, value: value))
  }

  /// The object; a key that came twice is refused at its second place.
  consuming func object() throws(JSONError) -> JSONObject {
    guard !places.isEmpty else { return JSONObject(sorted: members) }
    let firstPlace = members.count - places.count
    let order = members.indices.sorted { left, right in
      if JSONObject.precedes(members[left].key, members[right].key) { return true }
      return !JSONObject.precedes(members[right].key, members[left].key) && left < right
    }
    var earliest = Int.max
    for (left, right) in zip(order, order.dropFirst())
    where !JSONObject.precedes(members[left].key, members[right].key) {
      earliest = min(earliest, places[right - firstPlace])
    }
    guard earliest == Int.max else { throw JSONError(offset: earliest, reason: .duplicateKey) }
    return JSONObject(sorted: order.map { members[$0] })
  }
}
