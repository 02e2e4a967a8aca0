import Glibc
import JSONText
import JenjangStore
import Processes
import Testing

@testable import prove

/// The program itself, once through each door.
@Suite struct SmokeTests {
  @Test func `without a store a command says so in one sentence`() throws {
    let result = try Site().run("list", "employees")
    #expect(result.status == 66)
    #expect(result.output.isEmpty)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains("jenjang init"))
  }

  @Test func `without a terminal the screens say so in one sentence`() throws {
    let result = try Site().run()
    #expect(result.status == 69)
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains("terminal"))
  }

  @Test func `a store that can only be read says so in one sentence to whoever wants to save`() throws {
    let site = try Site()
    try site.initialize()
    let writer = try site.writer()
    for _ in 1...2 { writer.send(Site.newUnit(site.newID())) }
    #expect(writer.end() == 0)
    let segment = open(site.store + "/journal/00000001.ndjson", O_WRONLY)
    defer { close(segment) }
    #expect(pwrite(segment, "x", 1, 700) == 1)
    let result = try site.run("apply", "-", "--data", site.store)
    #expect(result.status == 77)
    #expect(result.errorLines.count == 1, "\(result.errors)")
  }

  @Test func `what is read and written without blocking comes whole`() throws {
    let site = try Site()
    try site.initialize()
    let writer = try #require(
      Companion(
        site.program, ["apply", "-", "--data", site.store], environment: site.environment, isBlocking: false))
    let ids = (0..<40).map { _ in site.newID() }
    for id in ids {
      writer.send(Site.newUnit(id))
      #expect(writer.receive(milliseconds: 20_000)?.contains(id) == true)
    }
    #expect(writer.end() == 0)
    let words = try #require(
      Companion(site.program, ["keys", "--strings"], environment: site.environment, isBlocking: false))
    var count = 0
    while let line = words.receive(milliseconds: 20_000) { count += line.utf8.count + 1 }
    #expect(words.end() == 0)
    #expect(try site.run("keys", "--strings").output.utf8.count == count)
  }

  @Test func `messages follow the language of the session`() throws {
    let result = try Site().run("list", "staff", environment: ["LC_ALL=en_GB.UTF-8"])
    #expect(result.status == 64)
    #expect(result.errors.hasPrefix("jenjang: there is no kind staff; there are: "))
    #expect(result.errors.contains("employees"))
  }

  @Test func `the demo can be listed by a script`() throws {
    let site = try Site()
    let made = try site.run("demo", "--no-open", "--employees", "12", "--data", site.folder + "/demo")
    #expect(made.status == 0, "\(made.errors)")
    let listed = try site.run(
      "list", "employees", "--limit", "3", "--json", "--data", site.folder + "/demo")
    #expect(listed.status == 0)
    #expect(listed.lines.count == 3)
    for line in listed.lines {
      let object = try JSONReader.value(String(line)).object
      #expect(object?["employeeNumber"]?.text?.utf8.count == 18)
      #expect(object?["id"]?.text?.utf8.count == 26)
    }
  }

  @Test func `the log reads in words what was changed of whom`() throws {
    let site = try Site()
    try site.initialize()
    let changes = [
      #"{"kind":"employees","id":"01J00000000000000000000001","set":{"employeeNumber":"198609262015052001","#
        + #""name":"Ani","birthDate":"1986-09-26","sex":"P","kind":"PNS","legalStatus":"AKTIF"}}"#,
      #"{"kind":"disciplines","id":"01J00000000000000000000002","set":{"employee":"198609262015052001","#
        + #""kind":"RL","effectiveDate":"2026-01-05"}}"#,
      #"{"kind":"employees","id":"198609262015052001","set":{"legalStatus":"MPP"}}"#,
    ]
    try ReportFile.write(
      Array((changes.joined(separator: "\n") + "\n").utf8), to: site.folder + "/lines", replacing: false)
    let applied = try site.run("apply", site.folder + "/lines", "--data", site.store)
    try #require(applied.status == 0, "\(applied)")
    let log = try site.run("log", "--data", site.store).output
    #expect(log.contains("Pegawai diubah: Ani: Kedudukan hukum: Aktif menjadi Masa persiapan pensiun"), "\(log)")
    #expect(log.contains("05-01-2026 (Ani)"), "\(log)")
  }

  @Test func `the index of a store is made once, whichever process reads it`() throws {
    let site = try Site()
    let data = site.folder + "/demo"
    #expect(try site.run("demo", "--no-open", "--employees", "12", "--data", data).status == 0)
    let made = Self.inode(data + "/index/g00000001/employees.columns")
    #expect(made != nil)
    for _ in 1...3 {
      #expect(try site.run("list", "employees", "--data", data).status == 0)
      #expect(Self.inode(data + "/index/g00000001/employees.columns") == made)
    }
  }

  private static func inode(_ path: String) -> UInt64? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt64(status.st_ino) : nil
  }
}
