import Glibc

/// T5 on a real disk that is full: the reserve takes the last saves, and after it they are refused in words.
enum FullDisk {
  /// Nil, with a word why, where no small disk can be mounted.
  static func prove() throws -> Verdict? {
    var verdict = Verdict()
    do {
      for pages in 0..<8 { verdict.add(try fill(leaving: pages)) }
    } catch let unable as Unable {
      print("limits: full disks are left out: \(unable.reason)")
      return nil
    }
    return verdict
  }

  private static func fill(leaving pages: Int) throws -> Verdict {
    guard getuid() == 0 else { throw Unable("mounting needs root") }
    let site = try Site(storeAt: "disk/store")
    let disk = site.folder + "/disk"
    try site.must("mkdir", disk)
    try site.must("mount", "-t", "tmpfs", "-o", "size=200m,mode=700", "tmpfs", disk)
    defer { _ = try? site.run(program: "umount", "-l", disk) }
    var attempts = try Attempts(site)
    let what = "a full disk with \(pages) pages left"
    // Makes the reserve.
    _ = try attempts.save(1, lead: [])
    try fill(disk, leaving: pages)
    let last = try attempts.save(14, lead: [])
    attempts.verdict.require(last.isWhole, "\(what): the reserve was not used: \(last.status) \(last.errors)")
    try fill(disk, leaving: pages)
    let refused = try attempts.save(40, lead: [])
    attempts.requireWord(of: refused, ENOSPC, with: what)
    try fill(disk, leaving: 1 << 12)
    try attempts.saveAgain(refused, after: what)
    try attempts.judge()
    attempts.verdict.facts = [
      (1, "full disks"), (last.answers, "acknowledged in the reserve"), (refused.answers, "without it"),
    ]
    return attempts.verdict
  }

  /// Takes all the room of a disk but so many pages.
  private static func fill(_ disk: String, leaving pages: Int) throws {
    let file = open(disk + "/filler", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Unable("the disk cannot be filled") }
    defer { close(file) }
    let page = [UInt8](repeating: 1, count: 4_096)
    while write(file, page, page.count) == page.count {}
    let size = lseek(file, 0, SEEK_END)
    ftruncate(file, max(0, size / 4_096 - off_t(pages)) * 4_096)
  }
}
