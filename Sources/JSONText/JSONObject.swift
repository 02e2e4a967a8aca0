/// The members of a JSON object, kept sorted by the UTF-8 bytes of their keys: the canonical order.
///
/// A record has some twenty members, so a sorted array beats a dictionary in size and in speed.
public struct JSONObject: Sendable, Hashable {
  public struct Member: Sendable, Hashable {
    public var key: String
    public var value: JSONValue

    public init(key: String, value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  public private(set) var members: [Member] = []

  public init() {}

  /// Takes members that are in order already, each key once.
  init(sorted members: [Member]) { self.members = members }

  public var isEmpty: Bool { members.isEmpty }
  public var keys: [String] { members.map(\.key) }

  /// The value of a member; nil when there is none.
  ///
  /// Setting nil removes it.
  public subscript(key: String) -> JSONValue? {
    get {
      let index = position(of: key)
      guard index < members.count, !Self.precedes(key, members[index].key) else { return nil }
      return members[index].value
    }
    set {
      let index = position(of: key)
      let exists = index < members.count && !Self.precedes(key, members[index].key)
      switch (newValue, exists) {
      case (let value?, true): members[index].value = value
      case (let value?, false): members.insert(Member(key: key, value: value), at: index)
      case (nil, true): members.remove(at: index)
      case (nil, false): break
      }
    }
  }

  /// The first place whose key is not before `key`.
  private func position(of key: String) -> Int {
    var low = 0
    var high = members.count
    while low < high {
      let middle = (low + high) / 2
      if Self.precedes(members[middle].key, key) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Whether the UTF-8 bytes of one key come before those of another.
  ///
  /// Strings themselves compare by canonical equivalence, which would take two spellings of `é` for one key.
  static func precedes(_ left: String, _ right: String) -> Bool {
    left.utf8.withContiguousStorageIfAvailable { left in
      right.utf8.withContiguousStorageIfAvailable { right in
        let common = min(left.count, right.count)
        var index = 0
        while index < common, left[index] == right[index] { index += 1 }
        return index < common ? left[index] < right[index] : left.count < right.count
      }
    }.flatMap { $0 } ?? left.utf8.lexicographicallyPrecedes(right.utf8)
  }
}
