import JSONText
import JenjangDomain

/// One line of `jenjang apply`: `{"kind":…,"id":…,"set":{…},"why":…}`.
///
/// Without `id` a new record is made; an `id` that is an identity nobody has yet makes the record with this identity, so
/// that a script can repeat a line whose answer it did not receive. `id` may also be a NIP, a code or an exact name.
/// `rev`, when given, must be the revision that stands. `"delete":true` ends the record.
public struct ScriptedChange {
  public let kind: String
  public let id: String?
  public let set: JSONObject
  public let why: String
  public let revision: Int?
  public let isDeletion: Bool

  private static let members: Set = ["kind", "id", "set", "why", "rev", "delete"]

  public init(_ value: JSONValue) throws(Problem) {
    guard let object = value.object else { throw Problem(nil, .notAnObject) }
    if let other = object.keys.first(where: { !Self.members.contains($0) }) { throw Problem(other, .unknownMember) }
    guard let kind = object["kind"]?.text else { throw Problem("kind", .kindIsMissing) }
    self.kind = kind
    id = try Self.text("id", of: object)
    why = try Self.text("why", of: object) ?? ""
    guard object["set"] == nil || object["set"]?.object != nil else { throw Problem("set", .notAnObject) }
    set = object["set"]?.object ?? JSONObject()
    guard object["rev"] == nil || object["rev"]?.integer != nil else { throw Problem("rev", .notANumber) }
    revision = object["rev"]?.integer.map { Int($0) }
    isDeletion = object["delete"]?.bool ?? false
  }

  private static func text(_ name: String, of object: JSONObject) throws(Problem) -> String? {
    guard let value = object[name], value != .null else { return nil }
    guard let text = value.text else { throw Problem(name, .wrongType) }
    return text
  }
}

extension Text {
  fileprivate static let notAnObject = Text("Harus berupa objek JSON", en: "Must be a JSON object")
  fileprivate static let unknownMember = Text(
    "Hanya kind, id, set, why, rev dan delete yang dikenal", en: "Only kind, id, set, why, rev and delete are known")
  fileprivate static let kindIsMissing = Text("kind wajib ada", en: "kind is required")
  fileprivate static let wrongType = Text("Harus berupa teks", en: "Must be text")
  fileprivate static let notANumber = Text("Harus berupa bilangan bulat", en: "Must be a whole number")
}
