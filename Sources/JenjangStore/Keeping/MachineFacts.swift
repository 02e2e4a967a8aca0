import Glibc

/// What the machine says of itself, outside any store.
enum MachineFacts {
  /// What is loaded before every program; nil when nothing is.
  static var preloaded: String? {
    guard let value = getenv("LD_PRELOAD"), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  /// How many watches on files one user may have.
  static var watchLimit: Int? {
    let file = open("/proc/sys/fs/inotify/max_user_instances", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 32)
    let count = read(file, &bytes, bytes.count)
    return Int(String(decoding: bytes.prefix(max(0, count)).prefix { $0 > 32 }, as: UTF8.self))
  }
}
