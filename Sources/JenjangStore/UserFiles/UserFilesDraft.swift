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
  /// The form of the records that it was typed for; see `Upcasts`.
  var version: Int

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
    version = Upcasts.catalog.version(of: kind)
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
    object["version"] = version > 1 ? .integer(Int64(version)) : nil
    return object
  }

  /// The same typed into the present form of the record.
  ///
  /// What was typed for a field that is no more stays in the draft under its old name.
  func raised(by upcasts: Upcasts) -> Draft {
    guard version < upcasts.version(of: kind) else { return self }
    var draft = self
    draft.version = upcasts.version(of: kind)
    draft.texts = [:]
    // A step looks at each field on its own.
    for (name, text) in texts {
      let present = upcasts.object([name: .string(text)], of: kind, from: version)
      if present.members.isEmpty { draft.texts[name] = text }
      for member in present.members { draft.texts[member.key] = member.value.text ?? text }
    }
    return draft
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
    version = Int(clamping: object["version"]?.integer ?? 1)
    for member in typed.members { texts[member.key] = member.value.text }
  }
}
