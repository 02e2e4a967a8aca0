import Glibc

/// The names in a folder.
enum FolderNames {
  /// Reads all names of a folder; -1 where the system could not give all of them, with the reason in `errno`.
  static func read(_ folder: Int32, into names: inout [String]) -> Int32 {
    let copy = openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0 else { return -1 }
    guard let stream = fdopendir(copy) else {
      let code = errno
      Glibc.close(copy)
      errno = code
      return -1
    }
    errno = 0
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name != ".", name != ".." { names.append(name) }
      // What nil means at the end is told by this alone.
      errno = 0
    }
    let code = errno
    closedir(stream)
    errno = code
    return code == 0 ? 0 : -1
  }
}
