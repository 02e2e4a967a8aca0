import JSONText
import JenjangDomain

/// What a snapshot holds and at which place of the journal it was taken.
struct Manifest: Equatable {
  struct Entry: Equatable {
    let name: String
    let bytes: Int
    let lines: Int
    let check: UInt64
    /// In hexadecimal.
    let sha256: String
    /// The form in which the records are written.
    var version = 1

    /// The plural name of the records' kind.
    var kind: String { name.hasSuffix(".ndjson") ? String(name.dropLast(7)) : name }
  }

  let generation: Int
  let position: Position
  let files: [Entry]
  /// Of the program that wrote it; see `Upcasts`.
  var schema = Upcasts.catalog.schema

  /// True when a file has another form than its kind is written in now.
  func isOutdated(_ upcasts: Upcasts) -> Bool { files.contains { $0.version != upcasts.version(of: $0.kind) } }

  var totalBytes: Int { files.reduce(0) { $0 + $1.bytes } }
}

extension Manifest {
  /// One line of JSON that ends in a checksum over what stands before it.
  var bytes: [UInt8] {
    var line = SealedLine("\"gen\":\(generation)")
    line.add(position)
    line.add("\"schema\":\(schema)")
    line.add(files, name: \.name) { file in
      "\"bytes\":\(file.bytes),\"lines\":\(file.lines),\"xxh64\":\"\(Digits.hex(file.check))\""
        + ",\"sha256\":\"\(file.sha256)\"" + (file.version > 1 ? ",\"version\":\(file.version)" : "")
    }
    return line.sealed
  }

  /// Nil when the bytes are not a whole and sound manifest.
  init?(_ bytes: [UInt8]) {
    guard let (object, isSound) = SealedLine.read(bytes), StoreRule.manifestChecksum.holds(isSound),
      let schema = object["schema"]?.integer, schema > 0, let generation = object["gen"]?.integer,
      let position = Position(members: object), let files = SealedLine.files(in: object, { Entry($0) })
    else { return nil }
    self.init(generation: Int(generation), position: position, files: files, schema: Int(schema))
  }
}

extension Manifest.Entry {
  fileprivate init?(_ object: JSONObject) {
    guard let name = object["name"]?.text, let bytes = object["bytes"]?.integer,
      let lines = object["lines"]?.integer, let check = object["xxh64"]?.text.flatMap({ UInt64($0, radix: 16) }),
      let sha256 = object["sha256"]?.text, !name.contains("/")
    else { return nil }
    self.init(
      name: name, bytes: Int(bytes), lines: Int(lines), check: check, sha256: sha256,
      version: object["version"]?.integer.map { max(1, Int($0)) } ?? 1)
  }
}
