import JSONText

/// What a snapshot holds and at which place of the journal it was taken.
struct Manifest: Equatable {
  struct Entry: Equatable {
    let name: String
    let bytes: Int
    let lines: Int
    let check: UInt64
    /// In hexadecimal.
    let sha256: String

    /// The plural name of the records' kind.
    var kind: String { name.hasSuffix(".ndjson") ? String(name.dropLast(7)) : name }
  }

  let generation: Int
  let position: Position
  let files: [Entry]

  var totalBytes: Int { files.reduce(0) { $0 + $1.bytes } }
}

extension Manifest {
  /// One line of JSON that ends in a checksum over what stands before it.
  var bytes: [UInt8] {
    var text = "{\"gen\":\(generation),\"seq\":\(position.sequence),\"h\":\"\(position.hash)\""
    text += ",\"n\":\(position.segment),\"off\":\(position.offset),\"schema\":\(StoreDescription.schema),\"files\":["
    var line = Array(text.utf8)
    for (index, file) in files.enumerated() {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      line.append(contentsOf: "{\"name\":".utf8)
      JSONWriter.append(file.name, to: &line)
      let check = Digits.hex(file.check)
      line.append(contentsOf: ",\"bytes\":\(file.bytes),\"lines\":\(file.lines),\"xxh64\":\"\(check)\"".utf8)
      line.append(contentsOf: ",\"sha256\":\"\(file.sha256)\"}".utf8)
    }
    line.append(UInt8(ascii: "]"))
    let check = XXH64.hash(line)
    line.append(contentsOf: ",\"c\":\"".utf8)
    Digits.appendHex(check, to: &line)
    line.append(contentsOf: "\"}\n".utf8)
    return line
  }

  /// Nil when the bytes are not a whole and sound manifest of our schema.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 25, bytes.last == 10, let object = (try? JSONReader.value(bytes))?.object,
      StoreRule.manifestChecksum.holds(object["c"]?.text == Digits.hex(XXH64.hash(Array(bytes.dropLast(25))))),
      object["schema"]?.integer == StoreDescription.schema, let generation = object["gen"]?.integer,
      let sequence = object["seq"]?.integer, let hash = object["h"]?.text, let segment = object["n"]?.integer,
      let offset = object["off"]?.integer, let values = object["files"]?.array
    else { return nil }
    let files = values.compactMap { $0.object.flatMap { Entry($0) } }
    guard files.count == values.count else { return nil }
    self.init(
      generation: Int(generation),
      position: Position(segment: Int(segment), offset: Int(offset), sequence: Int(sequence), hash: hash),
      files: files)
  }
}

extension Manifest.Entry {
  fileprivate init?(_ object: JSONObject) {
    guard let name = object["name"]?.text, let bytes = object["bytes"]?.integer,
      let lines = object["lines"]?.integer, let check = object["xxh64"]?.text.flatMap({ UInt64($0, radix: 16) }),
      let sha256 = object["sha256"]?.text, !name.contains("/")
    else { return nil }
    self.init(name: name, bytes: Int(bytes), lines: Int(lines), check: check, sha256: sha256)
  }
}
