/// A file that is open, by the number the disk gave it.
struct File: Hashable {
  let number: Int32
}

/// What a file is to be used for.
enum FileUse {
  case read
  /// Reading and adding at the end; the file must exist.
  case append
  /// Reading and overwriting; made when absent.
  case overwrite
  /// Writing a file that must not exist.
  case create
}

/// What the disk says about a file without opening it.
struct FileFacts: Equatable {
  enum Kind { case file, folder, other }

  var kind: Kind
  var size: Int
  var inode: UInt64
  var owner: UInt32
  /// The permission bits: those of user, group and others, and those that are inherited.
  var mode: UInt32
  var links: Int
  /// The number of the group that the file belongs to.
  var group: UInt32 = 0
  /// When its bytes were last changed, in milliseconds since 1970, UTC.
  var modified: Int64 = 0
}

/// How much of a file system can still be written.
struct DiskSpace: Equatable {
  var free: Int
  var total: Int

  /// Less than a gigabyte, or than the twentieth part.
  var isLow: Bool { free < 1 << 30 || free < total / 20 }
}

/// Every call that the store makes to the world of files.
///
/// Paths are relative to the store's folder. One conformer is the machine's disk; the other, in the tests, can crash
/// at any moment and lose what was not synced.
protocol Disk: AnyObject {
  /// Nil when nothing has that name; links are not followed.
  func facts(_ path: String) throws(StoreError) -> FileFacts?
  func facts(of file: File) throws(StoreError) -> FileFacts
  func open(_ path: String, _ use: FileUse) throws(StoreError) -> File
  func close(_ file: File)
  /// Fewer bytes than asked for only at the end of the file.
  func read(_ file: File, at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(StoreError) -> Int
  /// Adds all bytes at the end, or throws; then some of them may be there.
  func append(_ bytes: [UInt8], to file: File) throws(StoreError)
  func write(_ bytes: [UInt8], to file: File, at offset: Int) throws(StoreError)
  func truncate(_ file: File, to size: Int) throws(StoreError)
  /// Returns when the file's bytes and size are durable.
  func sync(_ file: File) throws(StoreError)
  /// Sends a piece of a file on its way to the disk, so that little is left for `sync`; the pieces before it have
  /// arrived then.
  ///
  /// Nothing is durable by this. Throws when something could not be written.
  func writeBack(_ file: File, at offset: Int, count: Int) throws(StoreError)
  /// Returns when the names in a folder are durable; the empty path is the store's own folder.
  func syncFolder(_ path: String) throws(StoreError)
  func rename(_ path: String, to newPath: String) throws(StoreError)
  /// Two names change places in one step; both must be there.
  func exchange(_ path: String, with other: String) throws(StoreError)
  func link(_ path: String, to newPath: String) throws(StoreError)
  func remove(_ path: String) throws(StoreError)
  func makeFolder(_ path: String) throws(StoreError)
  func removeFolder(_ path: String) throws(StoreError)
  /// The names in a folder, sorted; empty when there is no such folder.
  func list(_ path: String) throws(StoreError) -> [String]
  /// Tries to lock one byte of a file for this descriptor; false when another descriptor holds it.
  func lock(_ file: File, byte: Int, isExclusive: Bool) throws(StoreError) -> Bool
  func unlock(_ file: File, byte: Int)
  /// A descriptor that becomes readable when `HEAD` or the journal's folder changes; nil when there is none.
  func watch() -> Int32?
  /// Takes all waiting news off a watch.
  func drain(_ watch: Int32)
  func closeWatch(_ watch: Int32)
  /// Sleeps while another process holds a lock.
  func pause(milliseconds: Int)
  /// The number of the user that this process runs for.
  var user: UInt32 { get }
  /// The type of the file system, `ext4` for instance; nil when the system does not say.
  var fileSystem: String? { get }
  /// Nil when the system does not say.
  var space: DiskSpace? { get }
  /// Milliseconds of a clock that never goes back.
  var uptime: Int { get }
  /// From now on everything that is made has these permissions, whatever the system would give it.
  func give(_ rights: FileRights)
  /// Gives something that is there the permissions that new things get.
  func correct(_ path: String) throws(StoreError)
  /// A disk of its own below one of the folders.
  func below(_ folder: String) throws(StoreError) -> any Disk
  /// True when the folder that was opened no longer has the name by which it was opened.
  func isMoved() throws(StoreError) -> Bool
  /// What runs that has a file open besides this process, in words for the user.
  func users(of path: String) -> [String]
  /// Keeps signals that end or stop the process waiting until `admitSignals`.
  func holdSignals()
  func admitSignals()
}

extension Disk {
  /// Takes a lock as soon as nobody else has it; false when that takes longer than so many milliseconds.
  func lock(
    _ file: File, byte: Int, isExclusive: Bool, within milliseconds: Int, every step: Int
  ) throws(StoreError) -> Bool {
    let start = uptime
    while try !lock(file, byte: byte, isExclusive: isExclusive) {
      guard uptime - start < milliseconds else { return false }
      pause(milliseconds: step)
    }
    return true
  }

  var space: DiskSpace? { nil }
  func give(_ rights: FileRights) {}
  func correct(_ path: String) throws(StoreError) {}
  func below(_ folder: String) throws(StoreError) -> any Disk { FolderDisk(self, folder) }
  func isMoved() throws(StoreError) -> Bool { false }
  func writeBack(_ file: File, at offset: Int, count: Int) throws(StoreError) {}

  /// For disks that cannot do it in one step.
  func exchange(_ path: String, with other: String) throws(StoreError) {
    try rename(path, to: path + ".moving")
    try rename(other, to: path)
    try rename(path + ".moving", to: other)
  }

  func users(of path: String) -> [String] { [] }

  /// Fewer bytes than asked for only at the end of the file.
  func read(_ file: File, at offset: Int, count: Int) throws(StoreError) -> [UInt8] {
    var failure: StoreError?
    let bytes = [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, filled in
      do throws(StoreError) {
        filled = try read(file, at: offset, into: UnsafeMutableRawBufferPointer(buffer))
      } catch { failure = error }
    }
    if let failure { throw failure }
    return bytes
  }

  /// Reads over the first bytes of a buffer that is kept; gives how many.
  func read(_ file: File, at offset: Int, into buffer: inout [UInt8], count: Int) throws(StoreError) -> Int {
    let result: Result<Int, StoreError> = buffer.withUnsafeMutableBytes { bytes in
      do throws(StoreError) {
        return .success(try read(file, at: offset, into: UnsafeMutableRawBufferPointer(rebasing: bytes[..<count])))
      } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// All bytes of a small file; nil when it does not exist.
  func contents(_ path: String) throws(StoreError) -> [UInt8]? {
    guard let facts = try facts(path) else { return nil }
    guard facts.kind == .file else { throw .refused(.notAFile(path)) }
    let file = try open(path, .read)
    defer { close(file) }
    return try read(file, at: 0, count: facts.size)
  }

  /// Makes a file, writes it and makes its bytes durable; its name is not durable before its folder is synced.
  func writeNew(_ path: String, _ bytes: [UInt8]) throws(StoreError) {
    let file = try open(path, .create)
    defer { close(file) }
    try append(bytes, to: file)
    try sync(file)
  }

  /// Makes a file of which nothing is lost with its bytes: it has none, or is a hint that is made again.
  func writeHint(_ path: String, _ bytes: [UInt8] = []) throws(StoreError) {
    let file = try open(path, .create)
    defer { close(file) }
    try append(bytes, to: file)
  }

  /// Removes a folder and the files in it.
  func removeTree(_ path: String, _ removal: Removal = .atOnce) throws(StoreError) {
    for name in try list(path) {
      let inner = path + "/" + name
      guard let facts = try facts(inner) else { continue }
      if facts.kind == .folder {
        try removeTree(inner, removal)
      } else {
        try remove(inner)
        if facts.links == 1 { rest(after: facts.size, removal) }
      }
    }
    try removeFolder(path)
  }

  /// Sleeps for as long as somebody who removes files has to wait now.
  private func rest(after bytes: Int, _ removal: Removal) {
    let milliseconds = removal.millisecondsPerMebibyte * (bytes >> 20)
    if milliseconds > 0 { pause(milliseconds: milliseconds) }
  }
}

/// How files are removed.
enum Removal {
  case atOnce
  /// A file at a time: while the disk takes back the room of a large one, others wait for their saves.
  case gently

  /// So long it waits for each mebibyte that was given back.
  var millisecondsPerMebibyte: Int { self == .gently ? 50 : 0 }
}
