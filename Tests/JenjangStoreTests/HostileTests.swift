import Glibc
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

/// Folders that somebody else has had a hand in: none is opened, each refusal says why, and nothing is made in them.
@Suite struct HostileTests {
  enum Trick: String, CaseIterable {
    case worldReadable
    case worldWritable
    case groupWritable
    case link
    case pipe
    case foreign
    case otherSort
  }

  private static let folders = ["journal", "snapshot", "index", "att", "quarantine", "cache"]
  private static let files = ["HEAD", "lock", "store.json", "journal/00000001.ndjson"]

  /// Makes it so; false where this user cannot.
  private func play(_ trick: Trick, on name: String, _ site: Site) -> Bool {
    let path = site.path + "/" + name
    let isFolder = Self.folders.contains(name)
    switch trick {
    case .worldReadable: return chmod(path, isFolder ? 0o705 : 0o604) == 0
    case .worldWritable: return chmod(path, isFolder ? 0o707 : 0o602) == 0
    case .groupWritable: return chmod(path, isFolder ? 0o770 : 0o660) == 0
    case .foreign: return getuid() == 0 && chown(path, 4_321, 4_321) == 0
    case .link: return rename(path, site.folder.path + "/away") == 0 && symlink(site.folder.path + "/away", path) == 0
    case .pipe: return rename(path, site.folder.path + "/away") == 0 && mkfifo(path, 0o600) == 0
    case .otherSort:
      guard rename(path, site.folder.path + "/away") == 0 else { return false }
      return isFolder ? close(creat(path, 0o600)) == 0 : mkdir(path, 0o700) == 0
    }
  }

  @Test(arguments: Trick.allCases, folders + files)
  func `it is refused with a reason and left as it is`(_ trick: Trick, _ name: String) throws {
    let site = try Site()
    try site.open().commit(Transaction([site.newEmployee("Sari")]))
    guard play(trick, on: name, site) else {
      #expect(trick == .foreign && getuid() != 0, "only who is root can give a file away")
      return
    }
    let before = try everything(site)
    let refusal = #expect(throws: StoreError.self, "\(name), \(trick.rawValue)") { try site.open() }
    #expect(refusal.map { !$0.text.english.isEmpty } ?? true)
    #expect(try everything(site) == before)
  }

  @Test func `that only its owner may open a folder is not said to the owner`() throws {
    let path = try Site().path
    #expect(StoreError.closed(path) == .system(action: "open", path: path, code: EACCES))
  }

  private func everything(_ site: Site) throws -> [String] {
    let disk = try PosixDisk(site.path)
    return try ([""] + Self.folders).flatMap { folder -> [String] in
      guard folder.isEmpty || (try? disk.facts(folder))??.kind == .folder else { return [folder] }
      return try disk.list(folder.isEmpty ? "" : folder).map { folder + "/" + $0 }
    }
  }
}
