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
  static func check(_ disk: any Disk, path: String, sharing: Sharing) throws(StoreError) -> Text? {
    let inspection = Inspection(disk: disk, root: path, sharing: sharing, group: try disk.facts(".")?.group)
    try inspection.checkRoot()
    try inspection.checkFiles(in: "")
    for folder in Layout.folders { try inspection.checkKind(of: folder, .folder) }
    for file in Layout.files { try inspection.checkKind(of: file, .file) }
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
  let sharing: Sharing
  /// The group of the store's folder.
  let group: UInt32?

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
    switch sharing {
    case .owner:
      guard facts.owner == disk.user || facts.owner == 0 else {
        throw .refused(.foreign(shown(path), root: root, owner: facts.owner))
      }
      guard facts.mode & 0o077 == 0 else { throw .refused(.open(shown(path), root: root)) }
    case .group:
      guard facts.mode & 0o007 == 0 else { throw .refused(.openToAll(shown(path), root: root)) }
      guard let group, facts.group == group else {
        throw .refused(.otherGroup(shown(path), root: root, facts.group, group ?? 0))
      }
      guard facts.mode & 0o060 == 0o060 || facts.owner == disk.user else {
        throw .refused(.closedToGroup(shown(path), root: root, owner: facts.owner))
      }
    }
  }

  /// What the store has a name for must be what it says, if it is there.
  func checkKind(of path: String, _ kind: FileFacts.Kind) throws(StoreError) {
    guard let facts = try disk.facts(path), facts.kind != kind else { return }
    throw .refused(kind == .folder ? .notStoreFolder(shown(path)) : .notStoreFile(shown(path)))
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

  fileprivate static func notStoreFolder(_ path: String) -> Text {
    Text(
      "\(path) bukan folder; data tidak dibuka. Pindahkan berkas itu ke tempat lain, lalu ulangi.",
      en: "\(path) is not a folder; the store is not opened. Move that file elsewhere, then repeat.")
  }

  fileprivate static func notStoreFile(_ path: String) -> Text {
    Text(
      "\(path) bukan berkas biasa; data tidak dibuka. Pindahkan ke tempat lain, lalu ulangi.",
      en: "\(path) is not an ordinary file; the store is not opened. Move it elsewhere, then repeat.")
  }

  fileprivate static func foreign(_ path: String, root: String, owner: UInt32) -> Text {
    let name = SystemNames.user(owner)
    return Text(
      "\(path) milik \(name), bukan milik Anda; data tidak dibuka. Masuklah sebagai \(name), atau minta pengelola sistem"
        + " menjalankan: chown -R ANDA \(ShellWord(root))",
      en: "\(path) belongs to \(name), not to you; the store is not opened. Log in as \(name), or ask the system's"
        + " administrator to run: chown -R YOU \(ShellWord(root))")
  }

  fileprivate static func open(_ path: String, root: String) -> Text {
    Text(
      "\(path) terbuka bagi pengguna lain; data tidak dibuka. Jalankan: chmod -R go= \(ShellWord(root))",
      en: "\(path) is open to other users; the store is not opened. Run: chmod -R go= \(ShellWord(root))")
  }

  fileprivate static func openToAll(_ path: String, root: String) -> Text {
    Text(
      "\(path) terbuka bagi semua pengguna; data tidak dibuka. Jalankan: chmod -R o= \(ShellWord(root))",
      en: "\(path) is open to all users; the store is not opened. Run: chmod -R o= \(ShellWord(root))")
  }

  fileprivate static func otherGroup(_ path: String, root: String, _ group: UInt32, _ wanted: UInt32) -> Text {
    let (name, right) = (SystemNames.group(group), SystemNames.group(wanted))
    return Text(
      "\(path) milik grup \(name), bukan \(right); data tidak dibuka. Jalankan: chgrp -R \(right) \(ShellWord(root))",
      en:
        "\(path) belongs to the group \(name), not \(right); the store is not opened. Run: chgrp -R \(right) \(ShellWord(root))"
    )
  }

  fileprivate static func closedToGroup(_ path: String, root: String, owner: UInt32) -> Text {
    let name = SystemNames.user(owner)
    return Text(
      "\(path) tertutup bagi grup; data tidak dibuka. Minta \(name) menjalankan: jenjang doctor --fix --data \(ShellWord(root))",
      en:
        "\(path) is closed to the group; the store is not opened. Ask \(name) to run: jenjang doctor --fix --data \(ShellWord(root))"
    )
  }
}
