import Glibc

/// Files outside the store that a user names: what is imported, what is exported to.
public enum OutsideFile {
  /// A descriptor to read from.
  public static func open(_ path: String) throws(StoreError) -> Int32 {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .system(action: "open", path: path, code: errno) }
    return descriptor
  }

  /// A descriptor to write to; what stood in the file before is gone, as with a shell's `>`.
  public static func create(_ path: String) throws(StoreError) -> Int32 {
    let descriptor = Glibc.open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOCTTY, 0o600)
    guard descriptor >= 0 else { throw .system(action: "create", path: path, code: errno) }
    return descriptor
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

  /// Everything that a descriptor gives until its end.
  public static func contents(of descriptor: Int32, path: String) throws(StoreError) -> [UInt8] {
    var bytes: [UInt8] = []
    let chunk = 1 << 18
    while true {
      let used = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: chunk))
      let count = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress.map { $0 + used }, chunk) }
      let code = errno
      bytes.removeLast(chunk - max(0, count))
      if count == 0 { return bytes }
      if count < 0, code != EINTR { throw .system(action: "read", path: path, code: code) }
    }
  }
}
