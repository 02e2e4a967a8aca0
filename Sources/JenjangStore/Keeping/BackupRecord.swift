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
  /// Of the program that compared the copy: another may read its records in another form.
  var schema = Upcasts.catalog.schema

  var head: StoreHead { StoreHead(sequence: end.sequence, hash: end.hash) }
}

extension BackupRecord {
  /// One line of JSON that ends in a checksum over what stands before it.
  var bytes: [UInt8] {
    var line = SealedLine("\"format\":1,\"store\":\"\(store.text)\"")
    line.add("\"schema\":\(schema)")
    line.add("agency", text: agency)
    line.add("\"ts\":\"\(Timestamp.text(time))\"")
    line.add(end)
    line.add("\"state\":\"\(state)\"")
    line.add(files, name: \.path) { "\"bytes\":\($0.bytes),\"sha256\":\"\($0.sha256)\"" }
    return line.sealed
  }

  /// Nil when the bytes are not a whole and sound record.
  init?(_ bytes: [UInt8]) {
    guard let (object, isSound) = SealedLine.read(bytes), isSound, object["format"]?.integer == 1,
      let store = object["store"]?.text.flatMap({ RecordID($0) }), let agency = object["agency"]?.text,
      let time = object["ts"]?.text.flatMap(Timestamp.milliseconds), let end = Position(members: object),
      let state = object["state"]?.text, let files = SealedLine.files(in: object, { FileCopy($0) })
    else { return nil }
    self.init(
      store: store, agency: agency, time: time, end: end, state: state, files: files,
      schema: object["schema"]?.integer.map { Int($0) } ?? 1)
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
