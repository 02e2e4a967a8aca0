/// One folder of a disk, as a disk of its own.
final class FolderDisk: Disk {
  private let disk: any Disk
  private let folder: String

  init(_ disk: any Disk, _ folder: String) {
    self.disk = disk
    self.folder = folder
  }

  private func full(_ path: String) -> String { path.isEmpty || path == "." ? folder : folder + "/" + path }

  func facts(_ path: String) throws(StoreError) -> FileFacts? { try disk.facts(full(path)) }
  func facts(of file: File) throws(StoreError) -> FileFacts { try disk.facts(of: file) }
  func open(_ path: String, _ use: FileUse) throws(StoreError) -> File { try disk.open(full(path), use) }
  func close(_ file: File) { disk.close(file) }
  func read(_ file: File, at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(StoreError) -> Int {
    try disk.read(file, at: offset, into: buffer)
  }
  func append(_ bytes: [UInt8], to file: File) throws(StoreError) { try disk.append(bytes, to: file) }
  func write(_ bytes: [UInt8], to file: File, at offset: Int) throws(StoreError) {
    try disk.write(bytes, to: file, at: offset)
  }
  func truncate(_ file: File, to size: Int) throws(StoreError) { try disk.truncate(file, to: size) }
  func sync(_ file: File) throws(StoreError) { try disk.sync(file) }
  func syncFolder(_ path: String) throws(StoreError) { try disk.syncFolder(full(path)) }
  func rename(_ path: String, to newPath: String) throws(StoreError) {
    try disk.rename(full(path), to: full(newPath))
  }
  func exchange(_ path: String, with other: String) throws(StoreError) {
    try disk.exchange(full(path), with: full(other))
  }
  func link(_ path: String, to newPath: String) throws(StoreError) { try disk.link(full(path), to: full(newPath)) }
  func remove(_ path: String) throws(StoreError) { try disk.remove(full(path)) }
  func makeFolder(_ path: String) throws(StoreError) { try disk.makeFolder(full(path)) }
  func removeFolder(_ path: String) throws(StoreError) { try disk.removeFolder(full(path)) }
  func list(_ path: String) throws(StoreError) -> [String] { try disk.list(full(path)) }
  func lock(_ file: File, byte: Int, isExclusive: Bool) throws(StoreError) -> Bool {
    try disk.lock(file, byte: byte, isExclusive: isExclusive)
  }
  func unlock(_ file: File, byte: Int) { disk.unlock(file, byte: byte) }
  func watch() -> Int32? { nil }
  func drain(_ watch: Int32) { disk.drain(watch) }
  func closeWatch(_ watch: Int32) { disk.closeWatch(watch) }
  func pause(milliseconds: Int) { disk.pause(milliseconds: milliseconds) }
  var user: UInt32 { disk.user }
  var fileSystem: String? { disk.fileSystem }
  var space: DiskSpace? { disk.space }
  var uptime: Int { disk.uptime }
  func give(_ rights: FileRights) { disk.give(rights) }
  func correct(_ path: String) throws(StoreError) { try disk.correct(full(path)) }
  func below(_ folder: String) throws(StoreError) -> any Disk { FolderDisk(disk, full(folder)) }
  func users(of path: String) -> [String] { disk.users(of: full(path)) }
  func holdSignals() { disk.holdSignals() }
  func admitSignals() { disk.admitSignals() }
}
