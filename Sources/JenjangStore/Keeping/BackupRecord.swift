import JSONText
import JenjangDomain

/// `BACKUP.json`: what a copy of a store holds, and up to which commit.
struct BackupRecord: Equatable {
  static let name = "BACKUP.json"

  var store: RecordID
  var agency: String
  /// Milliseconds since 1970, UTC.
  var time: Int64
  /// Where the copied journal ends.
  var end: Position
  /// SHA-256 over all records, by which the copy was compared with the original.
  var state: String
  var files: [FileCopy]

  var head: StoreHead { StoreHead(sequence: end.sequence, hash: end.hash) }
}

extension BackupRecord {
  /// One line of JSON that ends in a checksum over what stands before it.
  var bytes: [UInt8] {
    var line = Array("{\"format\":1,\"store\":\"\(store.text)\",\"agency\":".utf8)
    JSONWriter.append(agency, to: &line)
    line.append(contentsOf: ",\"ts\":\"\(Timestamp.text(time))\",\"seq\":\(end.sequence),\"h\":\"\(end.hash)\"".utf8)
    line.append(contentsOf: ",\"n\":\(end.segment),\"off\":\(end.offset),\"state\":\"\(state)\",\"files\":[".utf8)
    for (index, file) in files.enumerated() {
      if index > 0 { line.append(UInt8(ascii: ",")) }
      line.append(contentsOf: "{\"name\":".utf8)
      JSONWriter.append(file.path, to: &line)
      line.append(contentsOf: ",\"bytes\":\(file.bytes),\"sha256\":\"\(file.sha256)\"}".utf8)
    }
    line.append(UInt8(ascii: "]"))
    let check = XXH64.hash(line)
    line.append(contentsOf: ",\"c\":\"".utf8)
    Digits.appendHex(check, to: &line)
    line.append(contentsOf: "\"}\n".utf8)
    return line
  }

  /// Nil when the bytes are not a whole and sound record.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 25, bytes.last == 10, let object = (try? JSONReader.value(bytes))?.object,
      object["c"]?.text == Digits.hex(XXH64.hash(Array(bytes.dropLast(25)))), object["format"]?.integer == 1,
      let store = object["store"]?.text.flatMap({ RecordID($0) }), let agency = object["agency"]?.text,
      let time = object["ts"]?.text.flatMap(Timestamp.milliseconds), let sequence = object["seq"]?.integer,
      let hash = object["h"]?.text, let segment = object["n"]?.integer, let offset = object["off"]?.integer,
      let state = object["state"]?.text, let values = object["files"]?.array
    else { return nil }
    let files = values.compactMap { $0.object.flatMap { FileCopy($0) } }
    guard files.count == values.count else { return nil }
    self.init(
      store: store, agency: agency, time: time,
      end: Position(segment: Int(segment), offset: Int(offset), sequence: Int(sequence), hash: hash), state: state,
      files: files)
  }

  /// Reads the record of a copy; nil when there is none.
  static func read(_ disk: any Disk) throws(StoreError) -> BackupRecord? {
    guard let bytes = try disk.contents(name) else { return nil }
    guard let record = BackupRecord(bytes) else { throw .damaged(file: name, line: 1, sequence: 0) }
    return record
  }
}

extension FileCopy {
  /// Nil for a name that leads out of the folder.
  fileprivate init?(_ object: JSONObject) {
    guard let path = object["name"]?.text, let bytes = object["bytes"]?.integer, bytes >= 0,
      let sha256 = object["sha256"]?.text, !path.isEmpty, !path.hasPrefix("/"),
      !path.split(separator: "/", omittingEmptySubsequences: false).contains(where: { ["", ".", ".."].contains($0) })
    else { return nil }
    self.init(path: path, bytes: Int(bytes), sha256: sha256)
  }
}
