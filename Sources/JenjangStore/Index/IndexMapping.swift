import Glibc
import JenjangDomain
import Synchronization

/// A file in memory for as long as this object lives.
final class MappedFile {
  enum Use {
    case reading
    /// Changes stay in this process.
    case privateChanges
    /// Changes go to the file.
    case sharedChanges
  }

  let bytes: UnsafeMutableRawBufferPointer
  /// Says whether the file was written since: inode, and when it was last changed.
  private(set) var stamp = ""
  /// The moment the file or what is known about it was last changed, which no program can set.
  private(set) var writing = ""
  var readable: UnsafeRawBufferPointer { UnsafeRawBufferPointer(bytes) }

  /// Maps a part of an open file; nil when the system refuses.
  init?(_ file: File, offset: Int = 0, count: Int, _ use: Use) {
    var status = stat()
    if fstat(file.number, &status) == 0 {
      writing = "\(status.st_ino) \(status.st_size) \(status.st_ctim.tv_sec) \(status.st_ctim.tv_nsec)"
      stamp = "\(status.st_ino) \(status.st_mtim.tv_sec) \(status.st_mtim.tv_nsec)"
    }
    guard count > 0 else {
      bytes = UnsafeMutableRawBufferPointer(start: nil, count: 0)
      return
    }
    let protection = use == .reading ? PROT_READ : PROT_READ | PROT_WRITE
    let flags = use == .sharedChanges ? MAP_SHARED : MAP_PRIVATE | MAP_NORESERVE
    guard let start = mmap(nil, count, protection, flags, file.number, offset), start != MAP_FAILED else { return nil }
    bytes = UnsafeMutableRawBufferPointer(start: start, count: count)
  }

  deinit { if let start = bytes.baseAddress { munmap(start, bytes.count) } }

  /// Lets go of the pages, which come back from the file; of private changes only before there are any.
  func forget() {
    guard let start = bytes.baseAddress else { return }
    madvise(start, bytes.count, MADV_DONTNEED)
  }
}

/// Things that are kept together.
final class Keepers {
  let files: [MappedFile]

  init(_ files: [MappedFile]) { self.files = files }
}

/// An index file that is being written: columns lie in it from the start.
///
/// Several threads may ask for room at once.
final class IndexMemory: ColumnMemory {
  private struct Room {
    let start: UnsafeMutableRawPointer
    let offset: Int
    let bytes: Int
    let map: MappedFile
  }

  private let disk: any Disk
  let file: File
  private var rooms: [Room] = []
  private(set) var size = IndexFile.headerSize
  private let turn = Mutex(())

  init(_ file: File, disk: any Disk) {
    self.file = file
    self.disk = disk
  }

  /// Every room begins on a page of its own.
  func room(for section: String, bytes: Int) -> UnsafeMutableRawPointer? {
    let address = turn.withLock { _ in
      let count = (max(1, bytes) + IndexFile.page - 1) / IndexFile.page * IndexFile.page
      guard (try? disk.truncate(file, to: size + count)) != nil,
        let map = MappedFile(file, offset: size, count: count, .sharedChanges), let start = map.bytes.baseAddress
      else { return UInt(0) }
      rooms.append(Room(start: start, offset: size, bytes: count, map: map))
      size += count
      return UInt(bitPattern: start)
    }
    return UnsafeMutableRawPointer(bitPattern: address)
  }

  /// Lets go of what was written, which the file has: writing back a page that is mapped stops every processor once.
  func forget() {
    for room in rooms { room.map.forget() }
  }

  /// How much room there is from an offset that `offset(of:)` gave.
  func roomBytes(at offset: Int) -> Int { rooms.first { $0.offset == offset }?.bytes ?? 0 }

  /// Where a section lies; one on the heap is copied into a room of its own.
  func offset(of section: ColumnSection) -> Int? {
    if let room = rooms.first(where: { $0.start == section.start }) { return room.offset }
    let count = section.count * section.width
    guard let start = room(for: section.name, bytes: count) else { return nil }
    // The room has at least count bytes, and so has the section.
    if count > 0 { start.copyMemory(from: section.start, byteCount: count) }
    return rooms.last?.offset
  }
}
