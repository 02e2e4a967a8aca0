import JenjangDomain

@testable import JenjangStore

/// A disk in memory that knows what has been made durable, and can lose the rest.
///
/// Of each file it keeps the durable bytes and the changes that no sync has covered yet; of each folder the same for
/// names. A crash keeps any part of the latter.
final class SimDisk: Disk {
  enum Change {
    case write(offset: Int, bytes: [UInt8])
    case truncate(Int)
  }

  struct Node {
    var isFolder: Bool
    var bytes: [UInt8] = []
    var durable: [UInt8] = []
    var pending: [Change] = []
    var names: [String: Int] = [:]
    var durableNames: [String: Int] = [:]
    /// Each entry happens wholly or not at all; nil removes a name.
    var pendingNames: [[(name: String, node: Int?)]] = []
  }

  var nodes: [Node] = [Node(isFolder: true)]
  private var handles: [Int32: Int] = [:]
  private var nextHandle: Int32 = 3
  private var locks: [Int: Int32] = [:]

  /// Called after everything that changes the disk.
  var didChange: ((SimDisk) -> Void)?
  /// Syncs that are still to succeed before one fails; nil when none does.
  var syncsUntilFailure: Int?
  /// A disk that acknowledges and forgets.
  var liesAboutSync = false

  /// The disk as the next process finds it when everything reached it.
  func copy() -> SimDisk {
    let disk = SimDisk()
    disk.nodes = nodes
    return disk
  }

  /// The disk after a power cut: `choose` says for each uncertain thing which of so many outcomes it had.
  func crashed(_ choose: (Int) -> Int) -> SimDisk {
    let disk = SimDisk()
    disk.nodes = nodes.map { $0.crashed(choose) }
    return disk
  }

  private func fail(_ action: String, _ path: String, _ code: Int32) -> StoreError {
    .system(action: action, path: path, code: code)
  }

  private func node(_ path: String) -> Int? {
    var node = 0
    for name in path.split(separator: "/") where name != "." {
      guard let next = nodes[node].names[String(name)] else { return nil }
      node = next
    }
    return node
  }

  private func place(_ path: String) throws(StoreError) -> (folder: Int, name: String) {
    let parts = path.split(separator: "/")
    guard let folder = node(parts.dropLast().joined(separator: "/")), let name = parts.last else {
      throw fail("open", path, 2)
    }
    return (folder, String(name))
  }

  private func set(_ folder: Int, _ changes: [(name: String, node: Int?)]) {
    for change in changes { nodes[folder].names[change.name] = change.node }
    nodes[folder].pendingNames.append(changes)
    didChange?(self)
  }

  func facts(_ path: String) throws(StoreError) -> FileFacts? { node(path).map { facts(ofNode: $0) } }
  func facts(of file: File) throws(StoreError) -> FileFacts { facts(ofNode: handles[file.number] ?? 0) }

  private func facts(ofNode node: Int) -> FileFacts {
    let isFolder = nodes[node].isFolder
    return FileFacts(
      kind: isFolder ? .folder : .file, size: nodes[node].bytes.count, inode: UInt64(node), owner: 7,
      mode: isFolder ? 0o700 : 0o600, links: 1)
  }

  func open(_ path: String, _ use: FileUse) throws(StoreError) -> File {
    var found = node(path)
    switch use {
    case .read, .append: guard found != nil else { throw fail("open", path, 2) }
    case .create: guard found == nil else { throw fail("open", path, 17) }
    case .overwrite: break
    }
    if found == nil {
      let (folder, name) = try place(path)
      nodes.append(Node(isFolder: false))
      found = nodes.count - 1
      set(folder, [(name, found)])
    }
    nextHandle += 1
    handles[nextHandle] = found
    return File(number: nextHandle)
  }

  func close(_ file: File) {
    locks = locks.filter { $0.value != file.number }
    handles[file.number] = nil
  }

  func read(_ file: File, at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(StoreError) -> Int {
    guard let node = handles[file.number], offset < nodes[node].bytes.count else { return 0 }
    let part = nodes[node].bytes[offset...].prefix(buffer.count)
    buffer.copyBytes(from: part)
    return part.count
  }

  func append(_ bytes: [UInt8], to file: File) throws(StoreError) {
    guard let node = handles[file.number] else { return }
    try write(bytes, to: file, at: nodes[node].bytes.count)
  }

  func write(_ bytes: [UInt8], to file: File, at offset: Int) throws(StoreError) {
    change(file, .write(offset: offset, bytes: bytes))
  }

  func truncate(_ file: File, to size: Int) throws(StoreError) { change(file, .truncate(size)) }

  private func change(_ file: File, _ change: Change) {
    guard let node = handles[file.number] else { return }
    change.apply(to: &nodes[node].bytes)
    nodes[node].pending.append(change)
    didChange?(self)
  }

  func sync(_ file: File) throws(StoreError) {
    guard let node = handles[file.number] else { return }
    if let left = syncsUntilFailure {
      syncsUntilFailure = left == 0 ? nil : left - 1
      if left == 0 {
        // As Linux does: the pages count as clean, and what they hold never reaches the disk.
        nodes[node].pending = []
        throw fail("sync", "", 5)
      }
    }
    guard !liesAboutSync else { return }
    nodes[node].durable = nodes[node].bytes
    nodes[node].pending = []
    didChange?(self)
  }

  func syncFolder(_ path: String) throws(StoreError) {
    guard let node = node(path), !liesAboutSync else { return }
    nodes[node].durableNames = nodes[node].names
    nodes[node].pendingNames = []
    didChange?(self)
  }

  func rename(_ path: String, to newPath: String) throws(StoreError) {
    let (folder, name) = try place(path)
    let (newFolder, newName) = try place(newPath)
    let moved = nodes[folder].names[name]
    if folder == newFolder { return set(folder, [(name, nil), (newName, moved)]) }
    set(newFolder, [(newName, moved)])
    set(folder, [(name, nil)])
  }

  func exchange(_ path: String, with other: String) throws(StoreError) {
    let (folder, name) = try place(path)
    let (otherFolder, otherName) = try place(other)
    guard folder == otherFolder, let node = nodes[folder].names[name], let node2 = nodes[folder].names[otherName]
    else { throw fail("exchange", other, 2) }
    set(folder, [(name, node2), (otherName, node)])
  }

  func link(_ path: String, to newPath: String) throws(StoreError) {
    let (folder, name) = try place(newPath)
    set(folder, [(name, node(path))])
  }

  func remove(_ path: String) throws(StoreError) {
    let (folder, name) = try place(path)
    set(folder, [(name, nil)])
  }

  func makeFolder(_ path: String) throws(StoreError) {
    let (folder, name) = try place(path)
    guard nodes[folder].names[name] == nil else { throw fail("mkdir", path, 17) }
    nodes.append(Node(isFolder: true))
    set(folder, [(name, nodes.count - 1)])
  }

  func removeFolder(_ path: String) throws(StoreError) { try remove(path) }

  func list(_ path: String) throws(StoreError) -> [String] { node(path).map { nodes[$0].names.keys.sorted() } ?? [] }

  func lock(_ file: File, byte: Int, isExclusive: Bool) throws(StoreError) -> Bool {
    guard isExclusive else { return true }
    if let holder = locks[byte], holder != file.number { return false }
    locks[byte] = file.number
    return true
  }

  func unlock(_ file: File, byte: Int) { locks[byte] = nil }
  func watch() -> Int32? { nil }
  func drain(_ watch: Int32) {}
  func closeWatch(_ watch: Int32) {}
  func pause(milliseconds: Int) { uptime += milliseconds }
  var uptime = 0
  var user: UInt32 { 7 }
  var fileSystem: String? { "ext4" }
  func holdSignals() {}
  func admitSignals() {}
}

extension SimDisk.Change {
  func apply(to bytes: inout [UInt8]) {
    switch self {
    case .truncate(let size):
      bytes = Array(bytes.prefix(size)) + [UInt8](repeating: 0, count: max(0, size - bytes.count))
    case .write(let offset, let new):
      let gap = offset + new.count - bytes.count
      if gap > 0 { bytes.append(contentsOf: repeatElement(0, count: gap)) }
      bytes.replaceSubrange(offset..<(offset + new.count), with: new)
    }
  }
}

extension SimDisk.Node {
  /// What is left of a file or folder: of its names any, of its writes a beginning, the last of them in part.
  func crashed(_ choose: (Int) -> Int) -> SimDisk.Node {
    var node = self
    node.names = durableNames
    for changes in pendingNames where choose(2) == 0 {
      for change in changes { node.names[change.name] = change.node }
    }
    var survivor = durable
    let kept = pending.isEmpty ? 0 : choose(pending.count + 1)
    for (index, change) in pending.prefix(kept).enumerated() {
      if index == kept - 1 { change.tear(&survivor, choose) } else { change.apply(to: &survivor) }
    }
    node.bytes = survivor
    node.durable = survivor
    node.durableNames = node.names
    node.pending = []
    node.pendingNames = []
    return node
  }
}

extension SimDisk.Change {
  /// Applies a change whole, cut short, with its size but not its bytes, or with garbage behind a cut.
  fileprivate func tear(_ bytes: inout [UInt8], _ choose: (Int) -> Int) {
    guard case .write(let offset, let new) = self, !new.isEmpty else { return apply(to: &bytes) }
    let cut = Array(new.prefix(choose(new.count + 1)))
    switch choose(4) {
    case 0: apply(to: &bytes)
    case 1: SimDisk.Change.write(offset: offset, bytes: cut).apply(to: &bytes)
    case 2:
      let zeros = [UInt8](repeating: 0, count: new.count - cut.count)
      SimDisk.Change.write(offset: offset, bytes: cut + zeros).apply(to: &bytes)
    default:
      let garbage = (cut.count..<new.count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
      SimDisk.Change.write(offset: offset, bytes: cut + garbage).apply(to: &bytes)
    }
  }
}
