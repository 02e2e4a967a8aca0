import JSONText

extension Operation {
  /// The member that says in which form a record is written; absent for the first.
  public static let versionKey = "tv"

  /// The form in which the record of a journal's operation is written.
  public static func version(in journal: JSONObject) -> Int {
    journal[versionKey]?.integer.flatMap { Int(exactly: $0) }.map { max(1, $0) } ?? 1
  }

  /// Reads what `journal` wrote, as the journal's lines hold it; nil when one of the known members is not complete.
  public init?(journal object: JSONObject) {
    guard let kind = object["t"]?.text, let id = object["id"]?.text.flatMap({ RecordID($0) }) else { return nil }
    let base = object["r"]?.array?.first?.integer.map { Int($0) } ?? 0
    switch object["o"]?.text {
    case "new":
      guard let record = object["v"]?.object else { return nil }
      self = .create(kind: kind, id: id, object: record)
    case "set":
      guard let fields = object["f"]?.object else { return nil }
      var changes: [String: Change] = [:]
      for member in fields.members {
        guard let pair = member.value.array, pair.count == 2 else { return nil }
        changes[member.key] = Change(old: pair[0].present, new: pair[1].present)
      }
      self = .update(kind: kind, id: id, base: base, changes: changes)
    case "del":
      guard let record = object["v"]?.object else { return nil }
      self = .delete(kind: kind, id: id, base: base, object: record)
    default: return nil
    }
  }

  /// The members that say it all: kind, identity, revision, and the record or what changes in it.
  public var journal: JSONObject {
    var object = JSONObject()
    object["t"] = .string(kind)
    object["id"] = .string(id.text)
    switch self {
    case .create(_, _, let record):
      object["o"] = "new"
      object["v"] = .object(record)
    case .delete(_, _, let base, let record):
      object["o"] = "del"
      object["r"] = [.integer(Int64(base)), .integer(Int64(base + 1))]
      object["v"] = .object(record)
    case .update(_, _, let base, let changes):
      object["o"] = "set"
      object["r"] = [.integer(Int64(base)), .integer(Int64(base + 1))]
      var fields = JSONObject()
      for (name, change) in changes.sorted(by: { $0.key < $1.key }) {
        fields[name] = [change.old ?? .null, change.new ?? .null]
      }
      object["f"] = .object(fields)
    }
    return object
  }
}

extension JSONValue {
  /// The value, or nil where null stands for absent.
  fileprivate var present: JSONValue? { self == .null ? nil : self }
}
