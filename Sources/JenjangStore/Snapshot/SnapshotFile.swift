import JSONText
import JenjangDomain

/// A file of records while it is written: collects lines, and hashes them as they go by.
struct SnapshotFile {
  /// Lines that have not been written yet; append here, then call `flushIfFull`.
  var buffer: [UInt8] = []

  let file: File
  private let disk: any Disk
  private let name: String
  private let version: Int
  private var bytes = 0
  private var lines = 0
  private var check = XXH64()
  private var sha256 = SHA256()
  private let isGentle: Bool
  private var gentle = GentleWriting()

  private static let size = 1 << 20
  /// A file that is written `gently` goes to the disk in small pieces: who saves meanwhile never waits behind many
  /// megabytes.
  init(
    _ folder: String, kind: String, version: Int, disk: any Disk, gently isGentle: Bool = false
  ) throws(StoreError) {
    self.disk = disk
    self.version = version
    self.isGentle = isGentle
    name = Layout.records(kind)
    file = try disk.open(folder + "/" + name, .create)
    buffer.reserveCapacity(SnapshotFile.size + 4_096)
  }

  /// Counts a line that has been appended.
  mutating func endLine() throws(StoreError) {
    lines += 1
    guard buffer.count >= (isGentle ? GentleWriting.piece : SnapshotFile.size) else { return }
    try flush()
    if isGentle { try gentle.advance(to: bytes, file, disk) }
  }

  private mutating func flush() throws(StoreError) {
    try disk.append(buffer, to: file)
    bytes += buffer.count
    check.update(buffer)
    sha256.update(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  func close() { disk.close(file) }

  /// Writes the rest and makes the file durable.
  mutating func finish() throws(StoreError) -> Manifest.Entry {
    let entry = try end()
    try disk.sync(file)
    return entry
  }

  /// Writes the rest; the file is durable once it has been synced.
  mutating func end() throws(StoreError) -> Manifest.Entry {
    try flush()
    return Manifest.Entry(
      name: name, bytes: bytes, lines: lines, check: check.value, sha256: Digits.hex(sha256.finish()),
      version: version)
  }
}

/// How far a growing file has been sent on its way to the disk, piece by piece.
struct GentleWriting {
  /// So much is sent at once while others save.
  static let piece = 256 << 10

  private var sent = 0

  /// Sends all whole pieces up to a size.
  mutating func advance(to size: Int, _ file: File, _ disk: any Disk) throws(StoreError) {
    while sent + GentleWriting.piece <= size {
      try disk.writeBack(file, at: sent, count: GentleWriting.piece)
      sent += GentleWriting.piece
    }
  }
}
