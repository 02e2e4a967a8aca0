import JSONText
import JenjangDomain

/// One line of JSON that names files and the place in the journal they go with, and ends in a checksum over itself.
///
/// The manifest of a snapshot is one, and the record of a backup.
struct SealedLine {
  private var line: [UInt8]

  /// Begins with members that are JSON already, without the brace.
  init(_ members: String) { line = Array(("{" + members).utf8) }

  /// Adds members that are JSON already.
  mutating func add(_ members: String) { line.append(contentsOf: ("," + members).utf8) }

  mutating func add(_ name: String, text: String) {
    add("\"\(name)\":")
    JSONWriter.append(text, to: &line)
  }

  mutating func add(_ position: Position) {
    add("\"seq\":\(position.sequence),\"h\":\"\(position.hash)\",\"n\":\(position.segment),\"off\":\(position.offset)")
  }

  /// Adds the list of files; `details` are further members of each.
  mutating func add<F>(_ files: [F], name: (F) -> String, details: (F) -> String) {
    add("\"files\":[")
    for (index, file) in files.enumerated() {
      line.append(contentsOf: (index > 0 ? ",{\"name\":" : "{\"name\":").utf8)
      JSONWriter.append(name(file), to: &line)
      line.append(contentsOf: ",\(details(file))}".utf8)
    }
    line.append(UInt8(ascii: "]"))
  }

  /// The whole line with its checksum and line feed.
  var sealed: [UInt8] {
    var bytes = line
    let check = XXH64.hash(line)
    bytes.append(contentsOf: ",\"c\":\"".utf8)
    Digits.appendHex(check, to: &bytes)
    bytes.append(contentsOf: "\"}\n".utf8)
    return bytes
  }
}

extension SealedLine {
  /// How many bytes the checksum takes with what stands around it.
  private static let sealSize = 25

  /// Reads a line; nil when it is no object, and then whether its checksum is right.
  static func read(_ bytes: [UInt8]) -> (object: JSONObject, isSound: Bool)? {
    guard bytes.count > sealSize, bytes.last == 10, let object = (try? JSONReader.value(bytes))?.object
    else { return nil }
    return (object, object["c"]?.text == Digits.hex(XXH64.hash(Array(bytes.dropLast(sealSize)))))
  }

  /// The files that a line names; nil when one of them cannot be read.
  static func files<F>(in object: JSONObject, _ read: (JSONObject) -> F?) -> [F]? {
    guard let values = object["files"]?.array else { return nil }
    let files = values.compactMap { $0.object.flatMap(read) }
    return files.count == values.count ? files : nil
  }
}

extension Position {
  /// Reads the members that a sealed line has for a place in the journal.
  init?(members object: JSONObject) {
    guard let sequence = object["seq"]?.integer, let hash = object["h"]?.text, let segment = object["n"]?.integer,
      let offset = object["off"]?.integer
    else { return nil }
    self.init(segment: Int(segment), offset: Int(offset), sequence: Int(sequence), hash: hash)
  }
}
