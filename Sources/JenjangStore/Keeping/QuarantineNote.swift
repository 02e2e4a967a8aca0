import JSONText
import JenjangDomain

/// What stands beside something in the quarantine: from where it is, when and by whom it was put there, and why.
struct QuarantineNote {
  let file: String
  var offset = 0
  let why: String
  /// What else there is to say.
  var more: JSONObject = [:]

  func bytes(_ environment: Environment, by author: Author? = nil) -> [UInt8] {
    var object: JSONObject = [
      "file": .string(file), "offset": .integer(Int64(offset)), "why": .string(why),
      "ts": .string(Timestamp.text(environment.now())), "by": .string((author ?? environment.author).by),
    ]
    for member in more.members { object[member.key] = member.value }
    return JSONWriter.bytes(.object(object)) + [10]
  }
}
