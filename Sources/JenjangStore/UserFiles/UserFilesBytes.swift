import Glibc
import JenjangDomain

/// Whole files outside the store: what an import reads and an export writes.
public enum FileBytes {
  public static let maximumSize = 256 << 20

  /// Reads a file of at most `maximumSize` bytes.
  public static func read(_ path: String) throws(StoreError) -> [UInt8] {
    let descriptor = try OutsideFile.open(path)
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .system(action: "stat", path: path, code: errno) }
    guard status.st_mode & S_IFMT != S_IFDIR else { throw .system(action: "read", path: path, code: EISDIR) }
    guard status.st_size <= maximumSize else { throw .system(action: "read", path: path, code: EFBIG) }
    return try OutsideFile.contents(of: descriptor, path: path)
  }

  /// Writes a file for this user alone, durable when this returns.
  ///
  /// A file that is there already is an error, `EEXIST`, unless it may be replaced; then the old one stays whole until
  /// the new one is.
  public static func write(_ bytes: [UInt8], to path: String, replacing: Bool = false) throws(StoreError) {
    let name = replacing ? path + ".\(getpid()).tmp" : path
    let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY, 0o600)
    guard descriptor >= 0 else { throw .system(action: "create", path: path, code: errno) }
    let code = writeAll(bytes, to: descriptor)
    close(descriptor)
    if code != 0 {
      unlink(name)
      throw .system(action: "write", path: path, code: code)
    }
    if replacing, Glibc.rename(name, path) != 0 {
      let code = errno
      unlink(name)
      throw .system(action: "rename", path: path, code: code)
    }
  }

  /// The number of the error, 0 when all bytes are on the disk.
  private static func writeAll(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let written = Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if written >= 0 { done += written } else if errno != EINTR { return errno }
      }
      return fdatasync(descriptor) == 0 ? 0 : errno
    }
  }
}
