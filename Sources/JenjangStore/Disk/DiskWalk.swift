/// What lies below the folders of a store: the one way to go through it.
extension Disk {
  /// Calls `body` with everything below a folder, each folder before what is in it, links and special files too.
  ///
  /// Paths are those that the disk takes. With `isDeep` false only the names in the folder itself are looked at.
  func walk(
    _ folder: String, isDeep: Bool = true, _ body: (String, FileFacts) throws(StoreError) -> Void
  ) throws(StoreError) {
    for name in try list(folder) {
      let path = folder.isEmpty ? name : folder + "/" + name
      // Nil when it has gone meanwhile.
      guard let facts = try facts(path) else { continue }
      try body(path, facts)
      if isDeep, facts.kind == .folder { try walk(path, body) }
    }
  }

  /// The paths of all files below a folder, in order.
  func files(below folder: String) throws(StoreError) -> [String] {
    var paths: [String] = []
    try walk(folder) { path, facts in if facts.kind == .file { paths.append(path) } }
    return paths
  }

  /// The bytes of all files below some folders.
  func size(below folders: [String]) throws(StoreError) -> Int {
    var size = 0
    for folder in folders { try walk(folder) { _, facts in if facts.kind == .file { size += facts.size } } }
    return size
  }

  /// The numbers of the journal's segments, ascending.
  func segmentNumbers() throws(StoreError) -> [Int] {
    try list(Layout.journal).compactMap(Layout.segmentNumber).sorted()
  }

  /// Whether a store lies here, although its description or its journal may be missing.
  func holdsStore() throws(StoreError) -> Bool {
    if try facts(Layout.description) != nil { return true }
    guard try facts(Layout.journal)?.kind == .folder else { return false }
    return try !segmentNumbers().isEmpty
  }
}
