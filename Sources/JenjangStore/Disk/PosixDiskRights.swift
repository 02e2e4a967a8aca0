import Glibc
import JenjangDomain

extension PosixDisk {
  func give(_ rights: FileRights) { self.rights = rights }

  func correct(_ path: String) throws(StoreError) {
    let file = try inFolder(of: path.isEmpty ? "." : path) {
      openat($0, $1, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    }
    guard file >= 0 else { throw failure("open", path) }
    defer { Glibc.close(file) }
    try permit(file, path)
  }

  /// Gives a file that was opened for writing its permissions if we have just made it, or it is ours and lacks them.
  ///
  /// Where it cannot have them, a file that was just made is taken away again.
  func permit(_ file: File, _ path: String, isNew: Bool) throws(StoreError) {
    // What is made has 0600 anyway.
    guard rights != .owner else { return }
    do throws(StoreError) {
      let facts = try facts(of: file)
      if !isNew, facts.owner != user || rights.fit(facts) { return }
      try permit(file.number, path)
    } catch {
      if rights.isLenient { return }
      close(file)
      if isNew { try? remove(path) }
      throw error
    }
  }

  private func permit(_ descriptor: Int32, _ path: String) throws(StoreError) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw failure("stat", path) }
    let isFolder = status.st_mode & S_IFMT == S_IFDIR
    if let group = rights.group, status.st_gid != group, fchown(descriptor, UInt32.max, group) != 0 {
      throw failure("chgrp", path)
    }
    guard fchmod(descriptor, rights.sharing.mode(isFolder: isFolder)) == 0 else { throw failure("chmod", path) }
  }
}

extension StoreError {
  /// A folder that this user may not enter.
  static func closed(_ path: String) -> StoreError {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_uid != getuid() else {
      // Nobody else keeps it closed.
      return .system(action: "open", path: path, code: EACCES)
    }
    return .refused(.closed(path, status))
  }
}

extension Text {
  fileprivate static func closed(_ path: String, _ status: stat) -> Text {
    let owner = SystemNames.user(status.st_uid)
    guard status.st_mode & 0o070 != 0 else {
      return Text(
        "\(path) milik \(owner), dan hanya dia yang boleh membukanya",
        en: "\(path) belongs to \(owner), who alone may open it")
    }
    let group = SystemNames.group(status.st_gid)
    return Text(
      "\(path) hanya untuk anggota grup \(group); minta pengelola sistem memasukkan Anda, lalu masuk kembali",
      en:
        "\(path) is for members of the group \(group) only; ask the system's administrator to add you, then log in again"
    )
  }
}
