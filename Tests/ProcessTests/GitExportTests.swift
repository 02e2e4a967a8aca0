import Processes
import Testing

@testable import prove

/// `jenjang export --git` with the real git.
@Suite struct GitExportTests {
  private static let hasGit =
    Spawn.output("git", ["--version"], environment: ["PATH=/usr/local/bin:/usr/bin:/bin"])?.status == 0

  @Test(.enabled(if: hasGit, "git is not installed")) func `each export is a commit that says which head it shows`()
    throws
  {
    let site = try Site()
    let (store, tree) = (site.folder + "/demo", site.folder + "/tree")
    try site.run("demo", "--no-open", "--employees", "8", "--data", store)
    let export = { try site.run("export", "--git", tree, "--data", store, "--lang", "en") }
    let first = try export()
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("git commit "))
    #expect(try export().output.contains("is the same as the store"))

    let input = try site.writer(at: store)
    input.send(#"{"kind":"units","set":{"code":"9.99","name":"Dinas Baru"}}"#)
    _ = input.receive(milliseconds: 20_000)
    input.end()
    #expect(try export().status == 0)
    let subjects = try site.output("git", "-C", tree, "log", "--format=%s")
    #expect(subjects.split(separator: "\n").count == 2)
    let changed = try site.output("git", "-C", tree, "show", "--stat=200", "--format=%B")
    #expect(changed.contains("units/9.99.json"))
    #expect(changed.contains("STORE.json"))
    #expect(changed.contains("2 files changed"))
    #expect(try site.output("git", "-C", tree, "status", "--porcelain").isEmpty)
    // What the message says is proved by the store.
    let line = try #require(changed.split(separator: "\n").first { $0.contains("jenjang verify --anchor ") })
    let anchor = String(line.split(separator: " ").last ?? "")
    #expect(try site.run("verify", "--anchor", anchor, "--data", store).status == 0)
  }

  @Test func `the folder for git is apart from the store, and nothing else is asked with it`() throws {
    let site = try Site()
    try site.initialize()
    #expect(try site.run("export", "--git", site.store + "/journal", "--data", site.store).status == 64)
    #expect(try site.run("export", "--git", site.folder, "--data", site.store).status == 64)
    #expect(try site.run("export", "units", "--git", site.folder + "/t", "--data", site.store).status == 64)
    #expect(try site.run("export", "units", "--data", site.store).status == 64)
  }
}
