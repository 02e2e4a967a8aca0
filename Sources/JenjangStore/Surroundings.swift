import JenjangDomain

/// What must hold around a store before it is touched.
enum Surroundings {
  /// File systems whose locks, caches or appends do not keep what the journal needs.
  private static let remote: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "ceph", "fuse.ceph", "fuse.glusterfs", "afs",
    "lustre", "fuse.rclone", "fuse.s3fs",
  ]

  /// Refuses a store that others could change behind our back; gives a reason when it may only be read.
  ///
  /// `path` is what the store's folder is called, for what is said.
  static func check(_ disk: any Disk, path: String) throws(StoreError) -> Text? {
    let inspection = Inspection(disk: disk, root: path)
    try inspection.checkRoot()
    try inspection.checkFiles(in: "")
    try inspection.checkFiles(in: Layout.journal, allowsLinks: false)
    try inspection.checkFiles(in: Layout.snapshots)
    if let number = try LoadedState.numbers(disk).last { try inspection.checkFiles(in: Layout.generation(number)) }
    return refusal(ofFileSystem: disk.fileSystem)
  }

  /// Why a file system is not safe for several writers; nil when it is.
  static func refusal(ofFileSystem type: String?) -> Text? {
    type.flatMap { remote.contains($0) ? .network($0) : nil }
  }

}

/// One look over the names, owners and permissions of a store's files.
private struct Inspection {
  let disk: any Disk
  /// What the store's folder is called.
  let root: String

  func checkFiles(in folder: String, allowsLinks: Bool = true) throws(StoreError) {
    try disk.walk(folder, isDeep: false) { path, facts throws(StoreError) in
      try check(path, facts)
      guard !allowsLinks, facts.kind == .file, facts.links != 1, try !hasTwinInQuarantine(facts) else { return }
      throw .refused(.linked(shown(path)))
    }
  }

  /// A segment that was just being replaced after a failed sync when the power went has its second name there.
  private func hasTwinInQuarantine(_ facts: FileFacts) throws(StoreError) -> Bool {
    guard facts.links == 2 else { return false }
    for name in try disk.list(Layout.quarantine) {
      if try disk.facts("\(Layout.quarantine)/\(name)")?.inode == facts.inode { return true }
    }
    return false
  }

  func checkRoot() throws(StoreError) {
    guard let facts = try disk.facts(".") else { return }
    guard facts.kind == .folder else { throw .refused(.unusual(root)) }
    try check(".", facts)
  }

  private func check(_ path: String, _ facts: FileFacts) throws(StoreError) {
    guard facts.kind != .other else { throw .refused(.unusual(shown(path))) }
    guard facts.owner == disk.user || facts.owner == 0 else {
      throw .refused(.foreign(shown(path), owner: facts.owner))
    }
    guard facts.mode & 0o077 == 0 else { throw .refused(.open(shown(path), root: root)) }
  }

  private func shown(_ path: String) -> String { path == "." ? root : "\(root)/\(path)" }
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

  fileprivate static func open(_ path: String, root: String) -> Text {
    Text(
      "\(path) terbuka bagi pengguna lain; data tidak dibuka. Jalankan: chmod -R go= \(root)",
      en: "\(path) is open to other users; the store is not opened. Run: chmod -R go= \(root)")
  }
}
