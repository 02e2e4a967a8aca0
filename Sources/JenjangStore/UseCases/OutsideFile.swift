import Glibc

/// Files outside the store that a user names: what is imported, what is exported to.
public enum OutsideFile {
  /// A descriptor to read from.
  public static func open(_ path: String) throws(StoreError) -> Int32 {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .system(action: "open", path: path, code: errno) }
    return descriptor
  }

  /// All bytes of an ordinary file; `EFBIG` when it is larger than `maximum`, `EINVAL` when it is no such file.
  public static func regularContents(_ path: String, maximum: Int) throws(StoreError) -> [UInt8] {
    // A pipe without a writer must not keep us waiting.
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)
    guard descriptor >= 0 else { throw .system(action: "open", path: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(action: "stat", path: path, code: errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .system(action: "read", path: path, code: EISDIR)
    default: throw .system(action: "read", path: path, code: EINVAL)
    }
    guard status.st_size <= maximum else { throw .system(action: "read", path: path, code: EFBIG) }
    let bytes = try contents(of: descriptor, path: path)
    guard bytes.count <= maximum else { throw .system(action: "read", path: path, code: EFBIG) }
    return bytes
  }

  /// Makes the folders above a path that are not there yet, for the user alone.
  public static func makeFolders(above path: String) throws(StoreError) {
    var folder = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/").dropLast() {
      folder += part
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST || errno == EROFS || errno == EISDIR else {
        throw .system(action: "mkdir", path: folder, code: errno)
      }
      folder += "/"
    }
  }

  /// The folder above a path, and the last name in it.
  static func split(_ path: String) -> (folder: String, name: String) {
    let path = path.utf8.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    let folder = slash == path.startIndex ? "/" : String(path[..<slash])
    return (folder, String(path[path.utf8.index(after: slash)...]))
  }

  /// Whether a path lies in a folder, links followed; false when one of them is not there.
  public static func isInside(_ path: String, _ folder: String) -> Bool {
    guard let folder = real(folder), let path = real(path) ?? real(split(path).folder) else { return false }
    return path == folder || path.hasPrefix(folder + "/")
  }

  /// A path that means the same in every folder, with the links in it followed; as it is where nothing stands there.
  static func absolute(_ path: String) -> String { path.isEmpty ? path : real(path) ?? path }

  private static func real(_ path: String) -> String? {
    guard let found = realpath(path, nil) else { return nil }
    defer { free(found) }
    return String(cString: found)
  }

  /// Everything that a descriptor gives until its end.
  public static func contents(of descriptor: Int32, path: String) throws(StoreError) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let (piece, failure) = next(of: descriptor, atMost: 1 << 18)
      if let failure { throw .system(action: "read", path: path, code: failure) }
      if piece.isEmpty { return bytes }
      bytes += piece
    }
  }

  /// The next bytes that a descriptor gives, none at its end, and what the system said where it refused.
  ///
  /// Waits for them, whether the descriptor blocks or not.
  public static func next(of descriptor: Int32, atMost room: Int) -> (bytes: [UInt8], failure: Int32?) {
    var failure: Int32?
    var readiness = Readiness(descriptor, POLLIN)
    let bytes = [UInt8](unsafeUninitializedCapacity: room) { bytes, filled in
      repeat {
        let count = read(descriptor, bytes.baseAddress, room)
        failure = count < 0 ? errno : nil
        filled = max(0, count)
      } while failure == EINTR || failure == EAGAIN && readiness.wait()
    }
    return (bytes, failure)
  }
}
