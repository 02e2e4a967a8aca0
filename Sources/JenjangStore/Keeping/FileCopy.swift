import JenjangDomain

/// A copy of one file on another disk: as it came to lie there, read back.
struct FileCopy: Equatable {
  let path: String
  let bytes: Int
  /// In hexadecimal.
  let sha256: String
}

extension FileCopy {
  /// What a copy's name ends in until it is whole.
  static let part = ".part"
  private static let piece = 1 << 20

  /// Copies the first bytes of a file to a name that is taken over when the copy is whole and durable.
  ///
  /// The new name is durable when its folder has been synced.
  static func make(
    of source: String, bytes limit: Int? = nil, from disk: any Disk, to path: String, on target: any Disk
  ) throws(StoreError) -> FileCopy {
    let unfinished = path + part
    if try target.facts(unfinished) != nil { try target.remove(unfinished) }
    let input = try disk.open(source, .read)
    defer { disk.close(input) }
    let output = try target.open(unfinished, .create)
    defer { target.close(output) }
    var size = try disk.facts(of: input).size
    if let limit { size = limit }
    var hash = SHA256()
    try pieces(of: input, size: size, on: disk, named: source) { bytes throws(StoreError) in
      hash.update(bytes)
      try target.append(bytes, to: output)
    }
    try target.sync(output)
    let copy = FileCopy(path: path, bytes: size, sha256: Digits.hex(hash.finish()))
    guard try self.hash(of: unfinished, bytes: size, on: target) == copy.sha256 else {
      throw .damaged(file: path, line: 1, sequence: 0)
    }
    try target.rename(unfinished, to: path)
    return copy
  }

  /// Writes a small file in the same manner.
  static func write(_ bytes: [UInt8], to path: String, on target: any Disk) throws(StoreError) {
    let unfinished = path + part
    if try target.facts(unfinished) != nil { try target.remove(unfinished) }
    try target.writeNew(unfinished, bytes)
    try target.rename(unfinished, to: path)
  }

  /// The SHA-256 of the first bytes of a file, or of all.
  ///
  /// Throws when the file is shorter.
  static func hash(of path: String, bytes: Int? = nil, on disk: any Disk) throws(StoreError) -> String {
    let file = try disk.open(path, .read)
    defer { disk.close(file) }
    var hash = SHA256()
    var size = try disk.facts(of: file).size
    if let bytes { size = bytes }
    try pieces(of: file, size: size, on: disk, named: path) { bytes throws(StoreError) in hash.update(bytes) }
    return Digits.hex(hash.finish())
  }

  private static func pieces(
    of file: File, size: Int, on disk: any Disk, named path: String, _ body: ([UInt8]) throws(StoreError) -> Void
  ) throws(StoreError) {
    var offset = 0
    while offset < size {
      let bytes = try disk.read(file, at: offset, count: min(piece, size - offset))
      guard !bytes.isEmpty else { throw .damaged(file: path, line: 1, sequence: 0) }
      try body(bytes)
      offset += bytes.count
    }
  }
}

extension Disk {
  /// Makes a folder and those above it, where they are missing; their names are durable after `syncNames`.
  func makeFolders(_ path: String) throws(StoreError) {
    guard !path.isEmpty, try facts(path) == nil else { return }
    let above = path.split(separator: "/").dropLast().joined(separator: "/")
    try makeFolders(above)
    try makeFolder(path)
  }

  /// Makes the names of files durable, and those of all folders above them.
  func syncNames(of paths: [String]) throws(StoreError) {
    var folders: Set<String> = [""]
    for path in paths {
      var parts = path.split(separator: "/").dropLast()
      while !parts.isEmpty {
        folders.insert(parts.joined(separator: "/"))
        parts.removeLast()
      }
    }
    for folder in folders.sorted() { try syncFolder(folder) }
  }
}
