import Glibc
import JSONText
import JenjangDomain

/// A record as one line of a snapshot: its fields, `id` and `rev`, in the order of their keys.
enum RecordLine {
  /// Appends the line, its line feed included.
  static func append(_ object: JSONObject, id: RecordID, revision: Int, to output: inout [UInt8]) {
    var parts = Parts()
    var fields: [UInt8] = []
    fields.reserveCapacity(512)
    parts.append(object, to: &fields)
    parts.append(fields, id: id, revision: revision, to: &output)
  }

  /// Reads a line without its line feed; nil when it is not a record.
  static func read(_ line: UnsafeRawBufferPointer) -> (id: RecordID, revision: Int, object: JSONObject)? {
    guard var object = (try? JSONReader.value(line))?.object, let id = object["id"]?.text.flatMap({ RecordID($0) }),
      let revision = object["rev"]?.integer, revision > 0
    else { return nil }
    object["id"] = nil
    object["rev"] = nil
    return (id, Int(revision), object)
  }

  /// Whether a word comes before a key in the order of their bytes.
  private static func stands(_ word: StaticString, before key: String) -> Bool {
    var key = key
    return key.withUTF8 { bytes in
      guard let address = bytes.baseAddress else { return false }
      let order = memcmp(word.utf8Start, address, min(word.utf8CodeUnitCount, bytes.count))
      return order != 0 ? order < 0 : word.utf8CodeUnitCount < bytes.count
    }
  }

  /// Where `id` and `rev` belong among the fields of an encoded object.
  struct Parts {
    private var idPlace = 0
    private var revisionPlace = 0
    private var start = 0
    private var end = 0

    /// Appends an object as the writer does and remembers the two places.
    mutating func append(_ object: JSONObject, to output: inout [UInt8]) {
      start = output.count
      output.append(UInt8(ascii: "{"))
      idPlace = -1
      revisionPlace = -1
      for (index, member) in object.members.enumerated() {
        if index > 0 { output.append(UInt8(ascii: ",")) }
        let place = output.count - start
        if idPlace < 0, RecordLine.stands("id", before: member.key) { idPlace = place }
        if revisionPlace < 0, RecordLine.stands("rev", before: member.key) { revisionPlace = place }
        JSONWriter.append(member.key, to: &output)
        output.append(UInt8(ascii: ":"))
        JSONWriter.append(member.value, to: &output)
      }
      end = output.count - start
      output.append(UInt8(ascii: "}"))
      if idPlace < 0 { idPlace = end }
      if revisionPlace < 0 { revisionPlace = end }
    }

    /// Appends the record line of the object that was appended last to `fields`.
    func append(_ fields: [UInt8], id: RecordID, revision: Int, to output: inout [UInt8]) {
      append(fields, from: 0, to: idPlace, to: &output)
      if idPlace == end, idPlace > 1 { output.append(UInt8(ascii: ",")) }
      Digits.append("\"id\":\"", to: &output)
      Digits.append(id, to: &output)
      output.append(UInt8(ascii: "\""))
      if idPlace < end { output.append(UInt8(ascii: ",")) }
      append(fields, from: idPlace, to: revisionPlace, to: &output)
      if revisionPlace == end { output.append(UInt8(ascii: ",")) }
      Digits.append("\"rev\":", to: &output)
      Digits.append(revision, to: &output)
      if revisionPlace < end { output.append(UInt8(ascii: ",")) }
      append(fields, from: revisionPlace, to: end, to: &output)
      output.append(contentsOf: "}\n".utf8)
    }

    private func append(_ fields: [UInt8], from first: Int, to last: Int, to output: inout [UInt8]) {
      guard first < last else { return }
      output.append(contentsOf: fields[(start + first)..<(start + last)])
    }
  }
}
