import Glibc
import Testing

@testable import prove

/// What a writer does to whom the system refuses something.
@Suite struct LimitTests {
  private static let canTrace = (try? Calls.requireInjection()) != nil

  @Test func `where no file may grow nothing of a line is left, and who saves next saves all`() async throws {
    let verdict = try await Limits.files([0, 1, 750, 3_000])
    #expect(verdict.isKept, "\(verdict.violations.prefix(10))")
    #expect(verdict.facts.prefix(2).map(\.count) == [4, 4])
  }

  @Test(.enabled(if: canTrace), arguments: ["verify", "backup"])
  func `a folder whose names cannot all be read is not taken for one with fewer`(_ command: String) throws {
    let site = try Site()
    try site.initialize()
    let words = command == "backup" ? [command, site.folder + "/backup"] : [command]
    let failing = ["-f", "-o", "/dev/null", "-e", "inject=getdents64:error=EIO", site.program]
    let result = try site.run(program: "strace", failing + words + ["--data", site.store])
    #expect(result.status != 0)
    #expect(result.errors.contains("cakram gagal membaca atau menulis"))
  }

  @Test(.enabled(if: canTrace))
  func `where the system does not tell a process of itself it still does what it is told`() throws {
    let site = try Site()
    try site.initialize()
    let result = try site.run(
      program: "strace", "-f", "-o", "/dev/null", "-P", "/proc/self/maps", "-e", "inject=openat:error=EACCES",
      site.program, "list", "units", "--json", "--data", site.store)
    #expect(result.status == 0, "\(result.errors)")
  }

  @Test(.enabled(if: canTrace))
  func `whether a save was kept is said to be uncertain in one sentence`() throws {
    var attempts = try Attempts(Site())
    let attempt = try attempts.save(
      1, lead: ["strace", "-f", "-o", "/dev/null", "-e", "inject=fdatasync:error=EIO:when=1+"])
    #expect(attempt.status == 74)
    #expect(attempt.errors.split(separator: "\n").count == 1, "\(attempt.errors)")
    #expect(attempt.errors.contains("belum pasti tersimpan"))
  }
}
