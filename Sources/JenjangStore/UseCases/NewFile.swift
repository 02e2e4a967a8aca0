import Glibc
import JenjangDomain

/// A file outside the store that is written in pieces and stays whole, or not at all.
///
/// It is for this user alone. One that replaces another has a name of its own until it is finished.
public struct NewFile: ~Copyable {
  private let path: String
  private let name: String
  private let descriptor: Int32
  private var isWhole = false

  /// Begins the file; a file at the path is an error, `EEXIST`, unless it may be replaced.
  ///
  /// Only a plain file is replaced, and it stays as it was until the new one is whole.
  public init(_ path: String, replacing: Bool) throws(StoreError) {
    var facts = stat()
    if replacing, lstat(path, &facts) == 0, facts.st_mode & S_IFMT != S_IFREG { throw .refused(.noPlainFile(path)) }
    let name = replacing ? path + ".\(getpid()).tmp" : path
    let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_NOCTTY, 0o600)
    guard descriptor >= 0 else { throw .system(action: "create", path: path, code: errno) }
    (self.path, self.name, self.descriptor) = (path, name, descriptor)
  }

  deinit {
    close(descriptor)
    if !isWhole { unlink(name) }
  }

  /// Appends bytes to what was written so far.
  public borrowing func write(_ bytes: [UInt8]) throws(StoreError) {
    let code: Int32 = bytes.withUnsafeBytes { buffer in
      var done = 0
      while done < buffer.count {
        let written = Glibc.write(descriptor, buffer.baseAddress.map { $0 + done }, buffer.count - done)
        if written >= 0 { done += written } else if errno != EINTR { return errno }
      }
      return 0
    }
    if code != 0 { throw .system(action: "write", path: path, code: code) }
  }

  /// Puts the file at its path, durable when this returns.
  public consuming func finish() throws(StoreError) {
    guard fdatasync(descriptor) == 0 else { throw .system(action: "write", path: path, code: errno) }
    guard name == path || rename(name, path) == 0 else { throw .system(action: "rename", path: path, code: errno) }
    isWhole = true
  }
}

extension Text {
  fileprivate static func noPlainFile(_ path: String) -> Text {
    Text("\(path) bukan berkas biasa dan tidak ditimpa", en: "\(path) is no plain file and is not replaced")
  }
}
