import JenjangDomain

/// What must hold around a store before it is touched.
enum Surroundings {
  /// File systems whose locks, caches or appends do not keep what the journal needs.
  private static let remote: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "ceph", "fuse.ceph", "fuse.glusterfs", "afs",
    "lustre", "fuse.rclone", "fuse.s3fs",
  ]

  /// Refuses a store that others could change behind our back; gives a reason when it may only be read.
  static func check(_ disk: any Disk) throws(StoreError) -> Text? {
    try check(".", on: disk, as: .folder)
    try checkFiles(in: "", on: disk)
    for name in try disk.list(Layout.journal) {
      guard let facts = try check("\(Layout.journal)/\(name)", on: disk, as: nil) else { continue }
      guard facts.kind != .file || facts.links == 1 else { throw .refused(.linked("\(Layout.journal)/\(name)")) }
    }
    try checkFiles(in: Layout.snapshots, on: disk)
    if let number = try LoadedState.numbers(disk).last { try checkFiles(in: Layout.generation(number), on: disk) }
    return refusal(ofFileSystem: disk.fileSystem)
  }

  /// Why a file system is not safe for several writers; nil when it is.
  static func refusal(ofFileSystem type: String?) -> Text? {
    type.flatMap { remote.contains($0) ? .network($0) : nil }
  }

  private static func checkFiles(in folder: String, on disk: any Disk) throws(StoreError) {
    for name in try disk.list(folder) { try check(folder.isEmpty ? name : "\(folder)/\(name)", on: disk, as: nil) }
  }

  /// Nil when the file has gone meanwhile.
  @discardableResult
  private static func check(_ path: String, on disk: any Disk, as kind: FileFacts.Kind?) throws(StoreError)
    -> FileFacts?
  {
    guard let facts = try disk.facts(path) else { return nil }
    guard facts.kind != .other else { throw .refused(.unusual(path)) }
    if let kind, facts.kind != kind { throw .refused(.unusual(path)) }
    guard facts.owner == disk.user || facts.owner == 0 else { throw .refused(.foreign(path, owner: facts.owner)) }
    guard facts.mode & 0o077 == 0 else { throw .refused(.open(path)) }
    return facts
  }
}

extension Text {
  fileprivate static func network(_ type: String) -> Text {
    Text(
      "Folder ini berada di sistem berkas jaringan (\(type)), yang tidak aman untuk menyimpan bersama",
      en: "This folder is on a network file system (\(type)), which is not safe for shared saving")
  }

  fileprivate static func unusual(_ path: String) -> Text {
    Text(
      "\(path) adalah tautan atau berkas khusus; data tidak dibuka",
      en: "\(path) is a link or a special file; the store is not opened")
  }

  fileprivate static func linked(_ path: String) -> Text {
    Text(
      "\(path) punya nama lain di cakram; data tidak dibuka", en: "\(path) has another name on the disk; not opened")
  }

  fileprivate static func foreign(_ path: String, owner: UInt32) -> Text {
    Text(
      "\(path) milik pengguna lain (uid \(owner)); data tidak dibuka",
      en: "\(path) belongs to another user (uid \(owner)); the store is not opened")
  }

  fileprivate static func open(_ path: String) -> Text {
    Text(
      "\(path) dapat dibaca pengguna lain; jalankan: chmod -R go= pada folder data",
      en: "\(path) is open to other users; run: chmod -R go= on the data folder")
  }
}
