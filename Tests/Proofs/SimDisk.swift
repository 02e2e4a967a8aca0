import JenjangDomain

@testable import JenjangStore

/// A disk in memory that knows what has been made durable, and can lose the rest.
///
/// Of each file it keeps the durable bytes and the changes that no sync has covered yet; of each folder the same for
/// names. `CrashStates` builds what a power cut may leave of that.
final class SimDisk: Disk {
  var nodes: [SimNode] = [SimNode(isFolder: true)]
  private var handles: [Int32: (node: Int, path: String)] = [:]
  private var nextHandle: Int32 = 3
  /// For each byte of a lock file who holds it, and who holds it in common.
  private var locks: [LockedByte: Int32] = [:]
  private var shares: [LockedByte: Set<Int32>] = [:]

  private struct LockedByte: Hashable {
    let node: Int?
    let byte: Int
  }

  /// Called after everything that changes the disk.
  var didChange: ((SimDisk) -> Void)?
  /// Names the steps by which things become durable, and leaves one out; nil when nobody asks.
  var trace: StepTrace?
  /// Takes down which files are looked at; nil when nobody asks.
  var touches: SimTouches?
  /// Syncs that are still to succeed before one fails; nil when none does.
  var syncsUntilFailure: Int?
  /// Changes that are still to succeed before the process is killed; nil when it lives on.
  var changesUntilDeath: Int?
  /// Bytes that still fit; nil when there is room for everything.
  var room: Int?
  /// Files may only grow, as after `chattr +a`.
  var growsOnly = false
  /// A disk that acknowledges and forgets.
  var liesAboutSync = false
  var uptime = 0
  /// What the clock of the disk shows, in milliseconds since 1970.
  var clock: Int64 = 0

  init() {}

  init(nodes: [SimNode]) { self.nodes = nodes }

  /// The disk as the next process finds it when everything reached it.
  var settled: SimDisk { SimDisk(nodes: nodes.map(\.settled)) }

  /// The disk after a power cut that kept nothing but what was synced.
  var bare: SimDisk {
    SimDisk(
      nodes: nodes.map { node in
        var node = node
        node.bytes = node.durable
        node.names = node.durableNames
        return node.settled
      }
    ).counted
  }

  /// The same with the number of names that lead to each node counted again.
  var counted: SimDisk {
    var links = [Int](repeating: 0, count: nodes.count)
    for node in nodes { for child in node.names.values { links[child] += 1 } }
    for index in nodes.indices { nodes[index].links = links[index] }
    return self
  }

  /// Ends the processes that had this disk: what they wrote is still seen, what they held is free.
  func endProcesses() {
    handles = [:]
    locks = [:]
    shares = [:]
    changesUntilDeath = nil
    syncsUntilFailure = nil
  }

  private func fail(_ action: String, _ path: String, _ code: Int32) -> StoreError {
    .system(action: action, path: path, code: code)
  }

  func node(_ path: String) -> Int? {
    var node = 0
    var rest = path.utf8[...]
    while !rest.isEmpty {
      let name = Substring(rest.prefix { $0 != UInt8(ascii: "/") })
      rest = rest.dropFirst(name.utf8.count + 1)
      if name.isEmpty || name == "." { continue }
      guard let next = nodes[node].names[String(name)] else { return nil }
      node = next
    }
    return node
  }

  private func place(_ path: String) throws(StoreError) -> (folder: Int, name: String) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    guard let folder = node(slash.map { String(path[..<$0]) } ?? ""), nodes[folder].isFolder else {
      throw fail("open", path, 2)
    }
    return (folder, name)
  }

  /// Counts one more change of a process that may be killed before it.
  private func live(_ path: String) throws(StoreError) {
    guard let left = changesUntilDeath else { return }
    guard left > 0 else { throw fail("killed", path, 4) }
    changesUntilDeath = left - 1
  }

  private func set(_ folder: Int, _ changes: [SimNode.Naming]) {
    for change in changes {
      if let old = nodes[folder].names[change.name] { nodes[old].links -= 1 }
      nodes[folder].names[change.name] = change.node
      if let new = change.node { nodes[new].links += 1 }
    }
    nodes[folder].pendingNames.append(changes)
  }
}

extension SimDisk {
  func facts(_ path: String) throws(StoreError) -> FileFacts? {
    guard let node = node(path) else { return nil }
    touches?.touch(node)
    return facts(ofNode: node)
  }

  func facts(of file: File) throws(StoreError) -> FileFacts { facts(ofNode: handles[file.number]?.node ?? 0) }

  private func facts(ofNode index: Int) -> FileFacts {
    let node = nodes[index]
    return FileFacts(
      kind: node.kind == .other ? .other : node.isFolder ? .folder : .file, size: node.bytes.count,
      inode: UInt64(index), owner: 7, mode: node.isFolder ? 0o700 : 0o600, links: node.links, modified: node.modified)
  }

  func open(_ path: String, _ use: FileUse) throws(StoreError) -> File {
    var found = node(path)
    switch use {
    case .read, .append: guard found != nil else { throw fail("open", path, 2) }
    case .create: guard found == nil else { throw fail("open", path, 17) }
    case .overwrite: break
    }
    if let found {
      touches?.touch(found)
      guard nodes[found].kind == .plain else { throw fail("open", path, 40) }
      guard !nodes[found].isFolder else { throw fail("open", path, 21) }
    } else {
      try live(path)
      let (folder, name) = try place(path)
      nodes.append(SimNode(isFolder: false, links: 0, modified: clock))
      found = nodes.count - 1
      set(folder, [(name, found)])
      didChange?(self)
    }
    nextHandle += 1
    handles[nextHandle] = (found ?? 0, path)
    return File(number: nextHandle)
  }

  func close(_ file: File) {
    locks = locks.filter { $0.value != file.number }
    for byte in shares.keys { shares[byte]?.remove(file.number) }
    handles[file.number] = nil
  }

  func read(_ file: File, at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(StoreError) -> Int {
    guard let handle = handles[file.number], offset < nodes[handle.node].bytes.count else { return 0 }
    return nodes[handle.node].bytes.withUnsafeBytes { bytes in
      let part = UnsafeRawBufferPointer(rebasing: bytes[offset..<min(bytes.count, offset + buffer.count)])
      buffer.copyMemory(from: part)
      return part.count
    }
  }

  func append(_ bytes: [UInt8], to file: File) throws(StoreError) {
    guard let handle = handles[file.number] else { throw fail("write", "", 9) }
    try write(bytes, to: file, at: nodes[handle.node].bytes.count)
  }

  func write(_ bytes: [UInt8], to file: File, at offset: Int) throws(StoreError) {
    guard let handle = handles[file.number] else { throw fail("write", "", 9) }
    try live(handle.path)
    var fitting = bytes[...]
    if let room {
      let growth = max(0, offset + bytes.count - nodes[handle.node].bytes.count)
      fitting = bytes.dropLast(max(0, growth - room))
      self.room = room - max(0, growth - (bytes.count - fitting.count))
    }
    if !fitting.isEmpty { change(handle.node, .write(offset: offset, bytes: Array(fitting))) }
    guard fitting.count == bytes.count else { throw fail("write", handle.path, 28) }
  }

  func truncate(_ file: File, to size: Int) throws(StoreError) {
    guard let handle = handles[file.number] else { throw fail("truncate", "", 9) }
    try live(handle.path)
    if growsOnly, size < nodes[handle.node].bytes.count { throw fail("truncate", handle.path, 1) }
    if let room { self.room = room + max(0, nodes[handle.node].bytes.count - size) }
    change(handle.node, .truncate(size))
  }

  private func change(_ node: Int, _ change: SimNode.Change) {
    change.apply(to: &nodes[node].bytes)
    nodes[node].pending.append(change)
    nodes[node].modified = clock
    didChange?(self)
  }
}

extension SimDisk {
  func sync(_ file: File) throws(StoreError) {
    guard let (node, path) = handles[file.number] else { throw fail("sync", "", 9) }
    try live(path)
    if let left = syncsUntilFailure {
      syncsUntilFailure = left == 0 ? nil : left - 1
      if left == 0 {
        // As Linux does: the pages count as clean, and what they hold never reaches the disk.
        nodes[node].pending = []
        throw fail("sync", path, 5)
      }
    }
    guard !liesAboutSync, trace?.admits("sync", path) ?? true else { return }
    // What an earlier sync has lost stays lost.
    for change in nodes[node].pending { change.apply(to: &nodes[node].durable) }
    nodes[node].pending = []
    didChange?(self)
  }

  func syncFolder(_ path: String) throws(StoreError) {
    guard let node = node(path) else { throw fail("sync", path, 2) }
    try live(path)
    if let left = syncsUntilFailure {
      syncsUntilFailure = left == 0 ? nil : left - 1
      if left == 0 { throw fail("sync", path, 5) }
    }
    guard !liesAboutSync, trace?.admits("sync folder", path) ?? true else { return }
    nodes[node].durableNames = nodes[node].names
    nodes[node].pendingNames = []
    didChange?(self)
  }

  func rename(_ path: String, to newPath: String) throws(StoreError) {
    try live(path)
    let (folder, name) = try place(path)
    let (newFolder, newName) = try place(newPath)
    guard let moved = nodes[folder].names[name] else { throw fail("rename", newPath, 2) }
    guard trace?.admits("rename", newPath) ?? true else { return }
    if folder == newFolder {
      set(folder, [(newName, moved), (name, nil)])
    } else {
      set(newFolder, [(newName, moved)])
      set(folder, [(name, nil)])
    }
    didChange?(self)
  }

  func exchange(_ path: String, with other: String) throws(StoreError) {
    try live(path)
    let (folder, name) = try place(path)
    let (otherFolder, otherName) = try place(other)
    guard folder == otherFolder, let node = nodes[folder].names[name], let second = nodes[folder].names[otherName]
    else { throw fail("exchange", other, 2) }
    guard trace?.admits("exchange", other) ?? true else { return }
    set(folder, [(name, second), (otherName, node)])
    didChange?(self)
  }

  func link(_ path: String, to newPath: String) throws(StoreError) {
    try live(path)
    let (folder, name) = try place(newPath)
    guard let linked = node(path) else { throw fail("link", newPath, 2) }
    guard nodes[folder].names[name] == nil else { throw fail("link", newPath, 17) }
    set(folder, [(name, linked)])
    didChange?(self)
  }

  func remove(_ path: String) throws(StoreError) {
    try live(path)
    let (folder, name) = try place(path)
    guard nodes[folder].names[name] != nil else { throw fail("remove", path, 2) }
    set(folder, [(name, nil)])
    didChange?(self)
  }

  func makeFolder(_ path: String) throws(StoreError) {
    try live(path)
    let (folder, name) = try place(path)
    guard nodes[folder].names[name] == nil else { throw fail("mkdir", path, 17) }
    nodes.append(SimNode(isFolder: true, links: 0))
    set(folder, [(name, nodes.count - 1)])
    didChange?(self)
  }

  func removeFolder(_ path: String) throws(StoreError) { try remove(path) }

  func list(_ path: String) throws(StoreError) -> [String] {
    guard let node = node(path) else { return [] }
    guard nodes[node].isFolder else { throw fail("list", path, 20) }
    return nodes[node].names.keys.sorted()
  }
}

extension SimDisk {
  func lock(_ file: File, byte: Int, isExclusive: Bool) throws(StoreError) -> Bool {
    let byte = LockedByte(node: handles[file.number]?.node, byte: byte)
    if let holder = locks[byte], holder != file.number { return false }
    let others = shares[byte, default: []].subtracting([file.number])
    guard isExclusive else {
      locks[byte] = nil
      shares[byte, default: []].insert(file.number)
      return true
    }
    guard others.isEmpty else { return false }
    shares[byte] = nil
    locks[byte] = file.number
    return true
  }

  func unlock(_ file: File, byte: Int) {
    let byte = LockedByte(node: handles[file.number]?.node, byte: byte)
    if locks[byte] == file.number { locks[byte] = nil }
    shares[byte]?.remove(file.number)
  }

  func watch() -> Int32? { nil }
  func drain(_ watch: Int32) {}
  func closeWatch(_ watch: Int32) {}
  func pause(milliseconds: Int) { uptime += milliseconds }
  var user: UInt32 { 7 }
  var fileSystem: String? { "ext4" }
  func holdSignals() {}
  func admitSignals() {}
}
