import JenjangDomain

extension Store {
  /// Lets the members of a group reach the files of a store from now on, or their owner alone.
  ///
  /// Only the owner of the folder can, while nobody has the store open. `group` is a group of the system by its name;
  /// nil leaves it as it is. What is interrupted is finished by doing it again, or by correcting the permissions.
  public static func share(at path: String, _ sharing: Sharing, group: String? = nil) throws(StoreError)
    -> PermissionReport
  {
    let number = try group.map { (name) throws(StoreError) in
      guard let number = SystemNames.number(ofGroup: name) else { throw .refused(.noSuchGroup(name)) }
      return number
    }
    return try share(try PosixDisk(path), path: path, sharing, group: number)
  }

  static func share(_ disk: any Disk, path: String, _ sharing: Sharing, group: UInt32?) throws(StoreError)
    -> PermissionReport
  {
    let present = try describe(disk, path: path)
    if let reason = present.reason { throw .refused(reason) }
    guard let root = try disk.facts(".") else { throw .notFound(path: path) }
    guard root.owner == disk.user else { throw .refused(.notTheOwner(path, SystemNames.user(root.owner))) }
    let rights = FileRights(sharing: sharing, group: sharing == .group ? group ?? root.group : nil)
    try refuseForeign(disk, rights, path: path)
    let lock = try disk.open(Layout.lock, .overwrite)
    defer { disk.close(lock) }
    return try disk.alone(lock) { () throws(StoreError) in
      // The folder names the group before anybody can take another one for it.
      disk.give(FileRights(sharing: present.description.sharing, group: rights.group))
      try disk.correct(".")
      disk.give(rights)
      var description = present.description
      description.sharing = sharing
      try disk.replaceDescription(description)
      try disk.syncFolder("")
      return try correctPermissions(disk, path: path)
    }
  }

  /// What belongs to somebody else only they can permit: then nothing is begun.
  private static func refuseForeign(_ disk: any Disk, _ rights: FileRights, path: String) throws(StoreError) {
    try disk.walk("") { name, facts throws(StoreError) in
      guard facts.owner != disk.user, rights.sharing == .owner || !rights.fit(facts) else { return }
      throw .refused(.foreign("\(path)/\(name)", SystemNames.user(facts.owner), root: path))
    }
  }
}

extension Disk {
  /// Puts another `store.json` in the place of the one that is there; its name is not durable yet.
  func replaceDescription(_ description: StoreDescription) throws(StoreError) {
    if try facts(Layout.newDescription) != nil { try remove(Layout.newDescription) }
    try writeNew(Layout.newDescription, description.bytes)
    try rename(Layout.newDescription, to: Layout.description)
  }
}

extension Text {
  fileprivate static func noSuchGroup(_ name: String) -> Text {
    Text(
      "Tidak ada grup \(name) di sistem ini; minta pengelola sistem membuatnya: groupadd \(name)",
      en: "There is no group \(name) on this system; ask its administrator to make it: groupadd \(name)")
  }

  fileprivate static func notTheOwner(_ path: String, _ owner: String) -> Text {
    Text(
      "\(path) milik \(owner); hanya dia yang dapat mengubah cara berbagi. Masuklah sebagai \(owner), lalu ulangi.",
      en: "\(path) belongs to \(owner), who alone can change how it is shared. Log in as \(owner), then repeat.")
  }

  fileprivate static func foreign(_ path: String, _ owner: String, root: String) -> Text {
    Text(
      "\(path) milik \(owner), bukan milik Anda; tidak ada yang berubah. Minta pengelola sistem menjalankan:"
        + " chown -R ANDA \(root)",
      en: "\(path) belongs to \(owner), not to you; nothing was changed. Ask the system's administrator to run:"
        + " chown -R YOU \(root)")
  }
}
