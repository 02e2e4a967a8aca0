import JenjangDomain

/// The hashes of all attachments that the journal has ever named, read from its bytes.
struct AttachmentNames {
  private(set) var hashes: Set<String> = []
  private var segment = 1
  private var offset = 0
  /// As an operation names it, and as a change request does, whose operations are text in a field.
  private static let markers = ["\"sha256\":\"", "\\\"sha256\\\":\\\""].map {
    (ByteSearch(Array($0.utf8)), $0.utf8.count)
  }

  /// Reads on from where it ended the last time.
  ///
  /// What a user typed may look like the name that a request holds: that keeps bytes for longer, and loses none.
  mutating func readOn(_ disk: any Disk) throws(StoreError) {
    while let facts = try disk.facts(Layout.segment(segment)) {
      let file = try disk.open(Layout.segment(segment), .read)
      defer { disk.close(file) }
      let bytes = try disk.read(file, at: offset, count: facts.size - offset)
      take(bytes)
      offset = bytes.lastIndex(of: 10).map { offset + $0 + 1 } ?? offset
      guard try disk.facts(Layout.segment(segment + 1)) != nil else { return }
      segment += 1
      offset = 0
    }
  }

  private mutating func take(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      for (marker, count) in Self.markers {
        var start = 0
        while let found = marker.first(in: buffer, from: start) {
          start = found + count
          guard start + 64 <= buffer.count else { break }
          let text = String(decoding: buffer[start..<(start + 64)], as: UTF8.self)
          if Attachment.isHash(text) { hashes.insert(text) }
        }
      }
    }
  }
}

extension Store {
  /// How long bytes that no commit names are kept, in milliseconds.
  static let orphanAge: Int64 = 7 * 86_400_000

  /// Removes bytes that were attached and never saved.
  ///
  /// What any commit has ever named stays: undo and the history need it. Nothing is removed while history is missing.
  func removeOrphans() throws(StoreError) {
    guard gap == nil, readOnlyReason == nil, let lock = files.lock else { return }
    let old = try strayFiles()
    guard !old.isEmpty else { return }
    var names = AttachmentNames()
    try names.readOn(disk)
    let orphans = old.filter { !names.hashes.contains(String($0.split(separator: "/").last ?? "")) }
    guard !orphans.isEmpty, try disk.lock(lock, byte: LockByte.writer, isExclusive: true) else { return }
    defer { disk.unlock(lock, byte: LockByte.writer) }
    try names.readOn(disk)
    for path in orphans where !names.hashes.contains(String(path.split(separator: "/").last ?? "")) {
      guard let facts = try disk.facts(path), isOld(facts) else { continue }
      try disk.remove(path)
    }
  }

  private func isOld(_ facts: FileFacts) -> Bool { environment.now() - facts.modified > Store.orphanAge }

  /// The paths of all files among the attachments that have lain there for a week.
  private func strayFiles() throws(StoreError) -> [String] {
    var paths: [String] = []
    for folder in try disk.list(Layout.attachments) {
      for name in try disk.list("\(Layout.attachments)/\(folder)") {
        let path = "\(Layout.attachments)/\(folder)/\(name)"
        if let facts = try disk.facts(path), facts.kind == .file, isOld(facts) { paths.append(path) }
      }
    }
    return paths
  }
}
