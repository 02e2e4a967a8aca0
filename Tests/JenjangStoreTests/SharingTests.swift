import Glibc
import JSONText
import JenjangDomain
import Testing

@testable import JenjangStore
@testable import Proofs

/// The domain's, not that of the testing library.
private typealias Attachment = JenjangDomain.Attachment

/// Who reaches the files: everything that is ever made in a store has the permissions of its sharing.
@Suite struct SharingTests {
  /// What is not as the sharing of a store asks, with its permissions, everywhere in it.
  private func strays(_ path: String, _ sharing: Sharing) throws -> [String] {
    let disk = try PosixDisk(path)
    let rights = FileRights(sharing, of: try disk.facts("."))
    var strays: [String] = []
    let look = { (name: String, facts: FileFacts) in
      if !rights.fit(facts) { strays.append("\(name) \(String(facts.mode, radix: 8)) \(facts.group)") }
    }
    if let root = try disk.facts(".") { look(".", root) }
    try disk.walk("") { look($0, $1) }
    return strays
  }

  /// Does everything that makes files in a store.
  private func live(in site: Site) throws -> Store {
    let store = try site.open()
    store.segmentSize = 2_000
    for name in ["Ani", "Budi", "Citra", "Dewi", "Eka"] { try store.commit(Transaction([site.newEmployee(name)])) }
    let scan = site.folder.path + "/SK.pdf"
    try ReportFile.write(Array("%PDF-1.7 contoh".utf8), to: scan, replacing: false)
    let attachment = try Attachment.examine(scan)
    var transaction = Transaction([
      .create(
        kind: "documents", id: site.world.environment().newID(), object: ["title": "SK", "scan": attachment.json])
    ])
    transaction.files[attachment.hash] = scan
    try store.commit(transaction)
    try store.snapshot()
    store.keepReserve()
    _ = SystemLog.publish(store) { _ in }
    _ = store.health(timesSyncs: true)
    _ = try Store.check(at: site.path, environment: site.world.environment(), isReadOnly: false)
    return store
  }

  /// Leaves half a line behind, which the next writer sets aside.
  private func tear(_ site: Site) throws {
    let disk = try PosixDisk(site.path)
    let last = try #require(try disk.segmentNumbers().last)
    let file = try disk.open(Layout.segment(last), .append)
    defer { disk.close(file) }
    try disk.append(Array("{\"k\":\"c\",\"se".utf8), to: file)
  }

  @Test(arguments: Sharing.allCases)
  func `everything that is made in a store is shared as it says`(_ sharing: Sharing) throws {
    let site = try Site(sharing: sharing)
    #expect(try strays(site.path, sharing) == [])
    let store = try live(in: site)
    try tear(site)
    let next = try site.open("u:budi")
    try next.commit(Transaction([site.newEmployee("Fajar")]))
    #expect(try !PosixDisk(site.path).list(Layout.quarantine).isEmpty)
    #expect(try strays(site.path, sharing) == [])
    #expect(store.health(timesSyncs: false).first { $0.name == "permissions" }?.status == .good)
    #expect(try Store.describe(PosixDisk(site.path), path: site.path).description.sharing == sharing)
  }

  @Test(arguments: Sharing.allCases)
  func `backups and what is restored from them are shared like the store`(_ sharing: Sharing) throws {
    let site = try Site(sharing: sharing)
    let store = try live(in: site)
    let copy = site.folder.path + "/copy"
    try OutsideFile.makeFolders(above: copy + "/.")
    _ = try store.backUp(to: copy)
    #expect(try strays(copy, sharing) == [])
    let place = site.folder.path + "/again"
    _ = try Restore.run(
      from: copy, to: place, environment: site.world.environment(), today: Day(number: 20_514))
    #expect(try strays(place, sharing) == [])
    #expect(try Store(opening: place, options: site.world.options()).names.count == 5)
  }

  @Test(.enabled(if: getuid() == 0)) func `a group store has the group of the empty folder it is made in`() throws {
    let folder = TemporaryFolder()
    let world = FixedWorld()
    let path = folder.path + "/store"
    mkdir(path, 0o700)
    chown(path, 0, 4_321)
    try Store.create(at: path, description: world.description(.group), environment: world.environment())
    #expect(try PosixDisk(path).facts(".")?.group == 4_321)
    try Store(opening: path, options: world.options()).commit(
      Transaction([.create(kind: "employees", id: world.environment().newID(), object: ["name": "Ani"])]))
    #expect(try strays(path, .group) == [])
  }

  @Test func `colleagues' files are welcome in a group store and no others'`() throws {
    let site = try Site(sharing: .group)
    try site.open().commit(Transaction([site.newEmployee("Sari")]))
    let file = site.path + "/journal/00000001.ndjson"
    for (mode, isWelcome) in [(0o660, true), (0o664, false), (0o606, false)] {
      chmod(file, mode_t(mode))
      #expect(((try? site.open()) != nil) == isWelcome, "\(String(mode, radix: 8))")
    }
    chmod(file, 0o660)
    guard getuid() == 0 else { return }
    chown(file, 4_321, UInt32.max)
    #expect(try site.open().names == ["Sari"])
    chmod(file, 0o600)
    try refuses(site, "Ask uid 4321 to run: jenjang doctor --fix")
    chmod(file, 0o660)
    chown(file, 0, 4_321)
    try refuses(site, "Run: chgrp -R")
  }

  @Test(.enabled(if: getuid() == 0)) func `another person's private store is refused with what to do`() throws {
    let site = try Site()
    chown(site.path + "/HEAD", 4_321, 4_321)
    try refuses(site, "HEAD belongs to uid 4321, not to you")
  }

  private func refuses(_ site: Site, _ words: String) throws {
    let error = #expect(throws: StoreError.self) { try site.open() }
    #expect(error?.text.english.contains(words) == true, "\(error?.text.english ?? "")")
  }

  @Test(arguments: Sharing.allCases)
  func `wrong permissions are found and corrected, links are left alone`(_ sharing: Sharing) throws {
    let site = try Site(sharing: sharing)
    try site.open().commit(Transaction([site.newEmployee("Sari")]))
    let store = try site.open()
    for name in ["README.txt", "journal"] { chmod(site.path + "/" + name, 0o700) }
    #expect(store.health(timesSyncs: false).first { $0.name == "permissions" }?.status == .warning)
    for name in ["HEAD", "journal/00000001.ndjson", "att"] { chmod(site.path + "/" + name, 0o777) }
    chmod(site.path, 0o755)
    symlink("/etc/passwd", site.path + "/cache/away")
    #expect(throws: StoreError.self) { try site.open() }
    let report = try Store.correctPermissions(at: site.path)
    #expect(report.corrected >= 5)
    #expect(report.left == [])
    unlink(site.path + "/cache/away")
    #expect(try strays(site.path, sharing) == [])
    #expect(try site.open().names == ["Sari"])
    #expect(try Store.correctPermissions(at: site.path).corrected == 0)
  }

  @Test(arguments: Sharing.allCases)
  func `whoever owns a store changes who shares it, while nobody else has it open`(_ former: Sharing) throws {
    let site = try Site(sharing: former)
    let next: Sharing = former == .group ? .owner : .group
    var store: Store? = try live(in: site)
    let error = #expect(throws: StoreError.self) { try Store.share(at: site.path, next) }
    #expect(error?.text.english.contains("This store is open in") == true, "\(error?.text.english ?? "")")
    #expect(try strays(site.path, former) == [])
    store = nil
    #expect(store == nil)
    #expect(try Store.share(at: site.path, next).corrected > 20)
    #expect(try strays(site.path, next) == [])
    let opened = try site.open("u:budi")
    #expect(opened.description.sharing == next && opened.names.count == 5)
    try opened.commit(Transaction([site.newEmployee("Gita")]))
    #expect(try strays(site.path, next) == [])
  }

  @Test(.enabled(if: getuid() == 0)) func `a store is shared with a group of the system by its name`() throws {
    let site = try Site()
    try site.open().commit(Transaction([site.newEmployee("Sari")]))
    let name = try #require(getgrgid(1)?.pointee.gr_name.map { String(cString: $0) })
    _ = try Store.share(at: site.path, .group, group: name)
    #expect(try PosixDisk(site.path).facts(".")?.group == 1)
    #expect(try strays(site.path, .group) == [] && site.open().names == ["Sari"])
    let unknown = #expect(throws: StoreError.self) { try Store.share(at: site.path, .group, group: "tak-ada") }
    #expect(unknown?.text.english.contains("There is no group tak-ada") == true)
  }

  @Test(.enabled(if: getuid() == 0)) func `what belongs to others keeps a store as it is shared`() throws {
    let site = try Site(sharing: .group)
    try site.open().commit(Transaction([site.newEmployee("Sari")]))
    chown(site.path + "/journal/00000001.ndjson", 4_321, UInt32.max)
    let error = #expect(throws: StoreError.self) { try Store.share(at: site.path, .owner) }
    #expect(error?.text.english.contains("belongs to uid 4321, not to you; nothing was changed") == true)
    #expect(try strays(site.path, .group) == [])
    chown(site.path, 4_321, UInt32.max)
    let other = #expect(throws: StoreError.self) { try Store.share(at: site.path, .owner) }
    #expect(other?.text.english.contains("who alone can change how it is shared") == true)
  }

  @Test func `a store that says another way of sharing than we know is refused`() throws {
    let site = try Site()
    let text = String(decoding: try site.bytes("store.json"), as: UTF8.self)
    try site.put("store.json", Array(text.utf8).replacing(Array("private".utf8), with: Array("guild".utf8)))
    #expect(throws: StoreError.refused(.newerFiles(site.path))) { try site.open() }
  }
}
