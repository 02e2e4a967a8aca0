import Glibc

/// What is mounted where, as the kernel says.
enum MountTable {
  /// The type of the file system on a device; nil when the kernel does not list it.
  static func fileSystem(ofDevice device: UInt64) -> String? {
    let major = (device >> 8 & 0xFFF) | (device >> 32 & ~0xFFF)
    let minor = (device & 0xFF) | (device >> 12 & ~0xFF)
    return fileSystem(of: "\(major):\(minor)", in: text(of: "/proc/self/mountinfo"))
  }

  /// Looks a device up in the text of `mountinfo`.
  static func fileSystem(of device: String, in mounts: String) -> String? {
    for line in mounts.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 6, words[2] == device, let dash = words.firstIndex(of: "-"), dash + 1 < words.count
      else { continue }
      return String(words[dash + 1])
    }
    return nil
  }

  private static func text(of path: String) -> String {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return "" }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = read(file, &chunk, chunk.count)
      guard count > 0 else { break }
      bytes.append(contentsOf: chunk[..<count])
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
