import JSONText
import JenjangDomain

/// A snapshot's file of one kind, filled with new records as they come.
///
/// Identities made one after the other ascend, and then the lines go straight to the file. When one does not, the
/// file is sorted at the end.
final class SortedRecords {
  private let disk: any Disk
  private let folder: String
  private let kind: String
  private var file: SnapshotFile
  private var last: RecordID?
  private var isSorted = true

  init(_ folder: String, kind: String, disk: any Disk) throws(StoreError) {
    self.disk = disk
    self.folder = folder
    self.kind = kind
    file = try SnapshotFile(folder, kind: kind, version: Upcasts.catalog.version(of: kind), disk: disk)
  }

  deinit { file.close() }

  /// Appends the record that was encoded last into `fields`.
  func append(_ fields: [UInt8], _ parts: RecordLine.Parts, id: RecordID) throws(StoreError) {
    if let last, !(last < id) { isSorted = false }
    last = id
    parts.append(fields, id: id, revision: 1, to: &file.buffer)
    try file.endLine()
  }

  func finish() throws(StoreError) -> Manifest.Entry {
    let entry = try file.finish()
    guard !isSorted else { return entry }
    let unsorted = folder + "/.unsorted"
    try disk.rename(folder + "/" + entry.name, to: unsorted)
    let sorted = try sort(unsorted, size: entry.bytes)
    try disk.remove(unsorted)
    return sorted
  }

  /// Where a record's line stands in the unsorted file.
  private struct Place {
    let id: RecordID
    let offset: Int
    let count: Int
  }

  private func sort(_ path: String, size: Int) throws(StoreError) -> Manifest.Entry {
    let source = try disk.open(path, .read)
    defer { disk.close(source) }
    var places: [Place] = []
    var offset = 0
    while offset < size {
      let piece = try disk.read(source, at: offset, count: 8 << 20)
      let used = SortedRecords.append(piece, at: offset, to: &places)
      guard used > 0 else { throw .damaged(file: path, line: places.count + 1, sequence: 0) }
      offset += used
    }
    places.sort { $0.id < $1.id }
    var sorted = try SnapshotFile(folder, kind: kind, version: Upcasts.catalog.version(of: kind), disk: disk)
    defer { sorted.close() }
    for place in places {
      sorted.buffer.append(contentsOf: try disk.read(source, at: place.offset, count: place.count))
      try sorted.endLine()
    }
    return try sorted.finish()
  }

  /// Notes the whole lines of a piece; gives the bytes they take.
  private static func append(_ piece: [UInt8], at offset: Int, to places: inout [Place]) -> Int {
    piece.withUnsafeBytes { bytes in
      var start = 0
      while let end = ByteSearch.lineFeed(in: bytes, from: start) {
        guard let record = RecordLine.read(UnsafeRawBufferPointer(rebasing: bytes[start..<end])) else { return 0 }
        places.append(Place(id: record.id, offset: offset + start, count: end + 1 - start))
        start = end + 1
      }
      return start
    }
  }
}
