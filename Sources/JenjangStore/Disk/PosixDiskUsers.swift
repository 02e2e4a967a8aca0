import Glibc

extension PosixDisk {
  /// Looks through the open files of all processes that this user may look at.
  func users(of path: String) -> [String] {
    var wanted = stat()
    guard let file = try? open(path, .read) else { return [] }
    defer { close(file) }
    guard fstat(file.number, &wanted) == 0 else { return [] }
    return PosixDisk.names(in: "/proc").compactMap { Int32($0) }.filter { $0 != getpid() }.sorted().compactMap {
      PosixDisk.holds($0, wanted) ? PosixDisk.words(of: $0) : nil
    }
  }

  private static func holds(_ process: Int32, _ wanted: stat) -> Bool {
    let folder = "/proc/\(process)/fd"
    return names(in: folder).contains { name in
      var found = stat()
      return stat(folder + "/" + name, &found) == 0 && found.st_ino == wanted.st_ino && found.st_dev == wanted.st_dev
    }
  }

  /// `siti: jenjang (pid 1234)`.
  private static func words(of process: Int32) -> String {
    var facts = stat()
    guard stat("/proc/\(process)", &facts) == 0 else { return "pid \(process)" }
    let owner = getpwuid(facts.st_uid).flatMap { $0.pointee.pw_name }.map { String(cString: $0) }
    var name = [UInt8](repeating: 0, count: 64)
    let file = Glibc.open("/proc/\(process)/comm", O_RDONLY | O_CLOEXEC)
    if file >= 0 {
      _ = Glibc.read(file, &name, name.count - 1)
      Glibc.close(file)
    }
    let program = String(decoding: name.prefix { $0 > 32 }, as: UTF8.self)
    return "\(owner ?? "uid \(facts.st_uid)"): \(program) (pid \(process))"
  }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.filter { !$0.hasPrefix(".") }
  }
}
