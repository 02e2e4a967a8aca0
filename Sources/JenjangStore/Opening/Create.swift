import Glibc
import JenjangDomain

extension Store {
  /// Makes an empty store in a folder that is absent or empty.
  ///
  /// It is made beside that folder and moved into place, so that there is never half a store.
  public static func create(at path: String, description: StoreDescription, environment: Environment)
    throws(StoreError)
  {
    let site = try BuildingSite(for: path, sharing: description.sharing, environment: environment)
    do throws(StoreError) {
      try fill(site.disk, description: description, environment: environment)
      try site.moveIntoPlace()
    } catch {
      site.abandon()
      throw error
    }
  }

  /// Writes the files that every store begins with.
  static func fill(_ disk: any Disk, description: StoreDescription, environment: Environment) throws(StoreError) {
    for folder in Layout.folders { try disk.makeFolder(folder) }
    let header = SegmentHeader(
      store: description.store, number: 1, first: 1, time: environment.now(), pin: nil, previous: Framing.zeroHash)
    let (line, hash) = header.line()
    try disk.writeNew(Layout.segment(1), line)
    try disk.syncFolder(Layout.journal)
    try disk.writeHint(Layout.lock)
    try disk.writeHint(Layout.head, Head(sequence: 0, segment: 1, offset: line.count, hash: hash).bytes)
    try disk.writeNew(Layout.readMe, Array(ReadMe.text.utf8))
    try disk.writeNew(Layout.description, description.bytes)
    try disk.syncFolder("")
  }
}

/// A new folder beside the one where a store shall be.
struct BuildingSite {
  let disk: PosixDisk
  private let place: String
  private let temporary: String
  private let parent: String

  init(for path: String, sharing: Sharing, environment: Environment) throws(StoreError) {
    let (folder, name) = OutsideFile.split(path)
    place = path.utf8.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    parent = folder
    temporary = "\(folder)/.\(name).\(environment.newID().text)"
    try BuildingSite.checkEmpty(place)
    umask(0o077)
    guard mkdir(temporary, 0o700) == 0 else {
      if [EACCES, EPERM, EROFS].contains(errno) { throw .refused(.closedParent(folder, name)) }
      throw .system(action: "mkdir", path: temporary, code: errno)
    }
    disk = try PosixDisk(temporary)
    if let reason = Surroundings.refusal(ofFileSystem: disk.fileSystem) {
      rmdir(temporary)
      throw .refused(reason)
    }
    guard sharing == .group else { return }
    do throws(StoreError) {
      let empty = try BuildingSite.facts(of: place)
      disk.give(FileRights(.group, of: try empty == nil ? disk.facts(".") : empty))
      try disk.correct("")
    } catch {
      rmdir(temporary)
      throw error
    }
  }

  /// An empty folder says by its group who shall share the store; nil when there is none.
  private static func facts(of place: String) throws(StoreError) -> FileFacts? {
    var status = stat()
    return lstat(place, &status) == 0 ? try PosixDisk(place).facts(".") : nil
  }

  private static func checkEmpty(_ path: String) throws(StoreError) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT { return }
      throw .system(action: "stat", path: path, code: errno)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .refused(.notAFolder(path)) }
    guard try PosixDisk(path).list(".").isEmpty else { throw .notEmpty(path: path) }
  }

  /// Gives the finished store its name.
  func moveIntoPlace() throws(StoreError) {
    guard rename(temporary, place) == 0 else {
      if errno == ENOTEMPTY || errno == EEXIST { throw .notEmpty(path: place) }
      throw .system(action: "rename", path: place, code: errno)
    }
    let folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { return }
    defer { close(folder) }
    guard fsync(folder) == 0 else { throw .system(action: "sync", path: parent, code: errno) }
  }

  /// Removes what was made.
  func abandon() {
    for name in (try? disk.list("")) ?? [] {
      let isFolder = (try? disk.facts(name))??.kind == .folder
      _ = isFolder ? try? disk.removeTree(name) : try? disk.remove(name)
    }
    rmdir(temporary)
  }
}

extension Text {
  fileprivate static func closedParent(_ folder: String, _ name: String) -> Text {
    Text(
      "Data disiapkan di samping tempatnya, tetapi Anda tidak boleh menulis di \(folder). Pakai map di dalam map Anda"
        + " sendiri, misalnya --data \(name)/data",
      en: "A store is prepared beside its place, but you may not write in \(folder). Use a folder inside one of your"
        + " own, such as --data \(name)/data")
  }
}
