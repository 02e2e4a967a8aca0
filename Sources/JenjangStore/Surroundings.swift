import Glibc
import JenjangDomain

/// What must hold around a store before it is touched.
enum Surroundings {
  /// File systems whose locks, caches or appends do not keep what the journal needs.
  private static let remote: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "ceph", "fuse.ceph", "fuse.glusterfs", "afs",
    "lustre", "fuse.rclone", "fuse.s3fs",
  ]

  /// Refuses a folder on a network file system.
  static func checkFileSystem(_ path: String) throws(StoreError) {
    guard let type = fileSystem(of: path), remote.contains(type) else { return }
    throw .refused(.network(type))
  }

  /// The type of the file system that a folder is on, `ext4` for instance; nil when the system does not say.
  static func fileSystem(of path: String) -> String? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    let device = UInt64(status.st_dev)
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

extension Text {
  fileprivate static func network(_ type: String) -> Text {
    Text(
      "Folder ini berada di sistem berkas jaringan (\(type)), yang tidak aman untuk menyimpan bersama",
      en: "This folder is on a network file system (\(type)), which is not safe for shared saving")
  }
}
