import JSONText
import JenjangDomain

/// What somebody typed into a form and has not saved yet.
public struct Draft: Sendable, Hashable {
  public let id: RecordID
  public var kind: String
  /// The record that is edited; nil for a new one.
  public var record: RecordID?
  /// The revision that was on the screen when the edit began; 0 for a new record.
  public var base: Int
  public var title: String
  /// What stands in each field, as it was typed.
  public var texts: [String: String]
  /// Milliseconds since 1970, UTC.
  public var savedAt: Int64
  /// Who typed it, as the journal names people; nil in older files.
  public var author: String?
  /// The change request that is being mended; nil for most.
  public var mends: RecordID?

  public init(
    id: RecordID, kind: String = "", record: RecordID? = nil, base: Int = 0, title: String = "",
    texts: [String: String] = [:], savedAt: Int64 = 0
  ) {
    self.id = id
    self.kind = kind
    self.record = record
    self.base = base
    self.title = title
    self.texts = texts
    self.savedAt = savedAt
  }
}

extension Draft {
  var object: JSONObject {
    var typed = JSONObject()
    for (name, text) in texts { typed[name] = .string(text) }
    var object = JSONObject()
    object["id"] = .string(id.text)
    object["kind"] = .string(kind)
    object["record"] = record.map { .string($0.text) }
    object["base"] = .integer(Int64(base))
    object["title"] = .string(title)
    object["texts"] = .object(typed)
    object["savedAt"] = .integer(savedAt)
    object["author"] = author.map { .string($0) }
    object["mends"] = mends.map { .string($0.text) }
    return object
  }

  /// Nil when the object is no draft.
  init?(_ object: JSONObject) {
    guard let id = object["id"]?.text.flatMap({ RecordID($0) }), let kind = object["kind"]?.text,
      let typed = object["texts"]?.object
    else { return nil }
    self.init(
      id: id, kind: kind, record: object["record"]?.text.flatMap { RecordID($0) },
      base: Int(object["base"]?.integer ?? 0), title: object["title"]?.text ?? "",
      savedAt: object["savedAt"]?.integer ?? 0)
    author = object["author"]?.text
    mends = object["mends"]?.text.flatMap { RecordID($0) }
    for member in typed.members { texts[member.key] = member.value.text }
  }
}
