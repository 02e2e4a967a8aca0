import CSodium
import Glibc
import JenjangDomain

/// The machine's disk below one folder.
///
/// Every name is opened without following links, and closed when another program is started. What is made is for this
/// user only, unless `give` says otherwise.
final class PosixDisk: Disk {
  let root: Int32
  /// Where the folder was when it was opened; nil when it was reached from another disk.
  private let path: String?
  /// What is given to everything that is made; see `give`.
  var rights = FileRights.owner
  /// The folder of the journal, which stays open.
  private var journal: Int32?
  private var heldSignals = sigset_t()
  /// What each open file is called, for what is said when a call fails.
  private var names: [Int32: String] = [:]
  /// How often something was made durable.
  private(set) var syncs = 0

  /// Opens the folder of a store.
  init(_ path: String) throws(StoreError) {
    self.path = path
    umask(0o077)
    signal(SIGXFSZ, SIG_IGN)
    root = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    guard root >= 0 else {
      switch errno {
      case ENOENT: throw .notFound(path: path)
      case ELOOP, ENOTDIR:
        throw .refused(PosixDisk.end(ofLink: path).map { .behindLink(path, $0) } ?? .notAFolder(path))
      case EACCES: throw .closed(path)
      default: throw failure("open", path)
      }
    }
  }

  private init(root: Int32, rights: FileRights) {
    self.root = root
    self.rights = rights
    path = nil
  }

  /// Where a symbolic link leads in the end; nil for what is none, or leads nowhere.
  private static func end(ofLink path: String) -> String? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK, let end = realpath(path, nil) else {
      return nil
    }
    defer { free(end) }
    return String(cString: end)
  }

  func below(_ folder: String) throws(StoreError) -> any Disk {
    PosixDisk(root: try withFolder(folder) { fcntl($0, F_DUPFD_CLOEXEC, 0) }, rights: rights)
  }

  func isMoved() throws(StoreError) -> Bool {
    guard let path else { return false }
    var named = stat()
    var opened = stat()
    guard fstat(root, &opened) == 0 else { throw failure("stat", path) }
    guard lstat(path, &named) == 0 else {
      if errno == ENOENT { return true }
      throw failure("stat", path)
    }
    return named.st_ino != opened.st_ino || named.st_dev != opened.st_dev
  }

  deinit {
    if let journal { Glibc.close(journal) }
    Glibc.close(root)
  }

  func facts(_ path: String) throws(StoreError) -> FileFacts? {
    var status = stat()
    let result: Int32
    do throws(StoreError) {
      result = try inFolder(of: path) { fstatat($0, $1, &status, AT_SYMLINK_NOFOLLOW) }
    } catch {
      // Without its folder nothing has that name either.
      if case .system(_, _, ENOENT) = error { return nil }
      throw error
    }
    guard result != 0 else { return FileFacts(status) }
    if errno == ENOENT { return nil }
    throw failure("stat", path)
  }

  func facts(of file: File) throws(StoreError) -> FileFacts {
    var status = stat()
    guard fstat(file.number, &status) == 0 else { throw failure("stat", of: file) }
    return FileFacts(status)
  }

  func open(_ path: String, _ use: FileUse) throws(StoreError) -> File {
    // A pipe that lies where a file should is refused instead of waited for.
    let common = O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK
    let flags =
      switch use {
      case .read: O_RDONLY | common
      case .append: O_RDWR | O_APPEND | common
      case .overwrite: O_RDWR | O_CREAT | common
      case .create: O_RDWR | O_CREAT | O_EXCL | O_APPEND | common
      }
    let file = File(number: try inFolder(of: path) { openat($0, $1, flags, 0o600) })
    guard file.number >= 0 else { throw failure("open", path) }
    names[file.number] = path
    do throws(StoreError) {
      guard try facts(of: file).kind == .file else { throw .refused(.notAFile(path)) }
    } catch {
      close(file)
      throw error
    }
    if use == .create || use == .overwrite { try permit(file, path, isNew: use == .create) }
    return file
  }

  func close(_ file: File) {
    names[file.number] = nil
    Glibc.close(file.number)
  }

  func read(_ file: File, at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(StoreError) -> Int {
    var filled = 0
    while filled < buffer.count {
      let place = buffer.baseAddress.map { $0 + filled }
      let count = pread(file.number, place, buffer.count - filled, off_t(offset + filled))
      if count == 0 { break }
      if count > 0 { filled += count } else if errno != EINTR { throw failure("read", of: file) }
    }
    return filled
  }

  func append(_ bytes: [UInt8], to file: File) throws(StoreError) {
    try writeAll(bytes, file) { Glibc.write(file.number, $0, $1) }
  }

  func write(_ bytes: [UInt8], to file: File, at offset: Int) throws(StoreError) {
    var done = 0
    try writeAll(bytes, file) { address, count in
      let written = pwrite(file.number, address, count, off_t(offset + done))
      if written > 0 { done += written }
      return written
    }
  }

  private func writeAll(_ bytes: [UInt8], _ file: File, _ write: (UnsafeRawPointer?, Int) -> Int) throws(StoreError) {
    let code: Int32 = bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let written = write(buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if written >= 0 { done += written } else if errno != EINTR { return errno }
      }
      return 0
    }
    guard code == 0 else { throw .system(action: "write", path: name(of: file), code: code) }
  }

  func truncate(_ file: File, to size: Int) throws(StoreError) {
    guard ftruncate(file.number, off_t(size)) == 0 else { throw failure("truncate", of: file) }
  }

  func sync(_ file: File) throws(StoreError) {
    syncs += 1
    guard fdatasync(file.number) == 0 else { throw failure("sync", of: file) }
  }

  func writeBack(_ file: File, at offset: Int, count: Int) throws(StoreError) {
    guard jenjang_write_back(file.number, Int64(offset), Int64(count)) == 0 else { throw failure("sync", of: file) }
  }

  func syncFolder(_ path: String) throws(StoreError) {
    syncs += 1
    let result = try path.isEmpty ? fsync(root) : withFolder(path) { fsync($0) }
    guard result == 0 else { throw failure("sync", path) }
  }

  func rename(_ path: String, to newPath: String) throws(StoreError) {
    var code: Int32 = 0
    let result = try inFolder(of: path) { folder, name throws(StoreError) in
      let result = try inFolder(of: newPath) { renameat(folder, name, $0, $1) }
      code = errno
      return result
    }
    guard result == 0 else { throw .system(action: "rename", path: newPath, code: code) }
  }

  func exchange(_ path: String, with other: String) throws(StoreError) {
    var code: Int32 = 0
    let result = try inFolder(of: path) { folder, name throws(StoreError) in
      let result = try inFolder(of: other) { jenjang_exchange(folder, name, $0, $1) }
      code = errno
      return result
    }
    guard result == 0 else { throw .system(action: "exchange", path: other, code: code) }
    // What was opened under these names is the other folder now.
    if let folder = journal, [path, other].contains(Layout.journal) {
      Glibc.close(folder)
      journal = nil
    }
  }

  func link(_ path: String, to newPath: String) throws(StoreError) {
    var code: Int32 = 0
    let result = try inFolder(of: path) { folder, name throws(StoreError) in
      let result = try inFolder(of: newPath) { linkat(folder, name, $0, $1, 0) }
      code = errno
      return result
    }
    guard result == 0 else { throw .system(action: "link", path: newPath, code: code) }
  }

  func remove(_ path: String) throws(StoreError) {
    guard try inFolder(of: path, { unlinkat($0, $1, 0) }) == 0 else { throw failure("remove", path) }
  }

  func makeFolder(_ path: String) throws(StoreError) {
    guard try inFolder(of: path, { mkdirat($0, $1, 0o700) }) == 0 else { throw failure("mkdir", path) }
    guard rights != .owner else { return }
    do throws(StoreError) { try correct(path) } catch {
      if rights.isLenient { return }
      try? removeFolder(path)
      throw error
    }
  }

  func removeFolder(_ path: String) throws(StoreError) {
    guard try inFolder(of: path, { unlinkat($0, $1, AT_REMOVEDIR) }) == 0 else { throw failure("remove", path) }
  }

  func list(_ path: String) throws(StoreError) -> [String] {
    var names: [String] = []
    let result: Int32
    do throws(StoreError) {
      result = try withFolder(path) { FolderNames.read($0, into: &names) }
    } catch {
      if case .system(_, _, ENOENT) = error { return [] }
      throw error
    }
    guard result == 0 else { throw failure("list", path) }
    return names.sorted()
  }
}

extension PosixDisk {
  /// Calls `body` with the folder in which a path's last name stands, and that name.
  func inFolder<R>(
    of path: String, _ body: (Int32, UnsafePointer<CChar>) throws(StoreError) -> R
  ) throws(StoreError) -> R {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else {
      return try PosixDisk.withBytes(of: path, from: 0) { name throws(StoreError) in try body(root, name) }
    }
    let start = path.utf8.distance(from: path.startIndex, to: slash) + 1
    return try withFolder(String(path[..<slash])) { folder throws(StoreError) in
      try PosixDisk.withBytes(of: path, from: start) { name throws(StoreError) in try body(folder, name) }
    }
  }

  /// Lends the bytes of a path behind some, a zero after them.
  private static func withBytes<R>(
    of path: String, from start: Int, _ body: (UnsafePointer<CChar>) throws(StoreError) -> R
  ) throws(StoreError) -> R {
    let result: Result<R, StoreError> = path.withCString { bytes in
      do throws(StoreError) { return .success(try body(bytes + start)) } catch { return .failure(error) }
    }
    return try result.get()
  }

  /// Opens a folder name by name, so that no link is followed on the way.
  private func withFolder<R>(_ path: String, _ body: (Int32) throws(StoreError) -> R) throws(StoreError) -> R {
    if path.isEmpty { return try body(root) }
    if let journal, path == Layout.journal { return try body(journal) }
    let folder = try inFolder(of: path) { openat($0, $1, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
    guard folder >= 0 else { throw failure("open", path) }
    if path == Layout.journal {
      journal = folder
      return try body(folder)
    }
    defer {
      let code = errno
      Glibc.close(folder)
      errno = code
    }
    return try body(folder)
  }

  func failure(_ action: String, _ path: String) -> StoreError {
    .system(action: action, path: path.isEmpty ? "." : path, code: errno)
  }

  private func failure(_ action: String, of file: File) -> StoreError {
    let code = errno
    return .system(action: action, path: name(of: file), code: code)
  }

  private func name(of file: File) -> String { names[file.number] ?? "" }
}

extension PosixDisk {
  /// Locks of the open file description: they end with the process and not with another descriptor's `close`.
  func lock(_ file: File, byte: Int, isExclusive: Bool) throws(StoreError) -> Bool {
    var range = flock()
    range.l_type = Int16(isExclusive ? F_WRLCK : F_RDLCK)
    range.l_whence = Int16(SEEK_SET)
    range.l_start = off_t(byte)
    range.l_len = 1
    guard fcntl(file.number, PosixDisk.setLock, &range) != 0 else { return true }
    if errno == EAGAIN || errno == EACCES { return false }
    throw failure("lock", Layout.lock)
  }

  func unlock(_ file: File, byte: Int) {
    var range = flock()
    range.l_type = Int16(F_UNLCK)
    range.l_whence = Int16(SEEK_SET)
    range.l_start = off_t(byte)
    range.l_len = 1
    _ = fcntl(file.number, PosixDisk.setLock, &range)
  }

  /// `F_OFD_SETLK`, which the Glibc module does not have.
  private static let setLock: Int32 = 37

  func watch() -> Int32? {
    let watch = inotify_init1(O_NONBLOCK | O_CLOEXEC)
    guard watch >= 0 else { return nil }
    let base = "/proc/self/fd/\(root)/"
    let added = [
      inotify_add_watch(watch, base + Layout.head, UInt32(IN_MODIFY)),
      inotify_add_watch(watch, base + Layout.journal, UInt32(IN_CREATE | IN_MOVED_TO)),
    ]
    guard added.allSatisfy({ $0 >= 0 }) else {
      Glibc.close(watch)
      return nil
    }
    return watch
  }

  func drain(_ watch: Int32) {
    withUnsafeTemporaryAllocation(byteCount: 4_096, alignment: 8) { buffer in
      while Glibc.read(watch, buffer.baseAddress, buffer.count) > 0 {}
    }
  }

  func closeWatch(_ watch: Int32) { Glibc.close(watch) }

  func pause(milliseconds: Int) { usleep(UInt32(milliseconds) * 1_000) }

  var user: UInt32 { getuid() }

  var fileSystem: String? {
    var status = stat()
    guard fstat(root, &status) == 0 else { return nil }
    return MountTable.fileSystem(ofDevice: UInt64(status.st_dev))
  }

  var space: DiskSpace? {
    var facts = statvfs()
    guard fstatvfs(root, &facts) == 0 else { return nil }
    let unit = Int(clamping: facts.f_frsize)
    return DiskSpace(free: Int(clamping: facts.f_bavail) * unit, total: Int(clamping: facts.f_blocks) * unit)
  }

  var uptime: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }

  func holdSignals() {
    var signals = sigset_t()
    sigemptyset(&signals)
    for signal in [SIGTSTP, SIGINT, SIGTERM, SIGHUP] { sigaddset(&signals, signal) }
    pthread_sigmask(SIG_BLOCK, &signals, &heldSignals)
  }

  func admitSignals() { pthread_sigmask(SIG_SETMASK, &heldSignals, nil) }
}

extension FileFacts {
  fileprivate init(_ status: stat) {
    let type = status.st_mode & S_IFMT
    kind = type == S_IFREG ? .file : type == S_IFDIR ? .folder : .other
    size = Int(status.st_size)
    inode = UInt64(status.st_ino)
    owner = status.st_uid
    mode = status.st_mode & 0o7777
    links = Int(status.st_nlink)
    group = status.st_gid
    modified = Int64(status.st_mtim.tv_sec) * 1_000 + Int64(status.st_mtim.tv_nsec) / 1_000_000
  }
}
