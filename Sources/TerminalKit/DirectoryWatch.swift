import Glibc

/// Tells when files in some folders change.
///
/// Folders are watched, not files: editors and we ourselves replace a file by renaming another one over it.
public final class DirectoryWatch {
  /// Readable when something changed; for `Terminal.watch`.
  public let descriptor: Int32

  /// Watches those of the folders that exist; nil when the system has no watch left.
  public init?(_ folders: [String]) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    let changes = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE)
    for folder in folders { _ = inotify_add_watch(descriptor, folder, changes) }
  }

  deinit { close(descriptor) }

  /// The names of the files that changed since the last call, without their folders.
  public func takeChanges() -> Set<String> {
    var names: Set<String> = []
    withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 8) { room in
      while case let count = read(descriptor, room.baseAddress, room.count), count > 0 {
        var offset = 0
        while offset + 16 <= count {
          let length = Int(room.load(fromByteOffset: offset + 12, as: UInt32.self))
          guard offset + 16 + length <= count else { break }
          let name = room[offset + 16..<offset + 16 + length].prefix { $0 != 0 }
          if !name.isEmpty { names.insert(String(decoding: name, as: UTF8.self)) }
          offset += 16 + length
        }
      }
    }
    return names
  }
}
