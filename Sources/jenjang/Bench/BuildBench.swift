import Glibc
import JenjangDomain
import Processes

/// The times of a clean build and of all tests, in a copy of the folder one stands in; only with `--only build`.
struct BuildBench {
  private let run: BenchRun

  init(run: BenchRun) { self.run = run }

  func start() throws {
    guard access("Package.swift", R_OK) == 0 else {
      return run.report("build", "not measured", how: "stand in the folder with Package.swift")
    }
    let copy = run.site.file("copy")
    let parts = [
      "Package.swift", "Package.resolved", "Sources", "Tests", "Themes", "README.md", ".swift-format", ".ci",
      ".editorconfig", ".gitignore",
    ]
    let there = parts.filter { access($0, R_OK) == 0 }
    let copied =
      mkdir(copy, 0o700) == 0 ? Spawn.output("cp", ["-R"] + there + [copy], environment: BenchRun.environment) : nil
    guard copied?.status == 0 else {
      return run.report("build", "not measured", how: "the sources could not be copied")
    }
    measure("build-clean", ["build", "--package-path", copy], bar: 90, how: "swift build, debug, nothing built before")
    measure("build-tests", ["test", "--package-path", copy], bar: 180, how: "swift test after it, with its building")
  }

  private func measure(_ name: String, _ arguments: [String], bar: Double, how: String) {
    let environment =
      BenchRun.environment.filter { !$0.hasPrefix("HOME=") } + ["HOME=" + (Speech.variable("HOME") ?? "/")]
    let start = Stopwatch.now
    let result = Spawn.output("swift", arguments, environment: environment)
    let took = Double(Stopwatch.now - start)
    guard let result else { return run.report(name, "not measured", how: "swift was not found on PATH") }
    guard result.status == 0 else {
      return run.report(name, "failed", bar: "≤ \(Int(bar)) s", isMet: false, how: "exit code \(result.status)")
    }
    run.report(
      name, Figure.decimal(took / 1e9, places: 1) + " s", bar: "≤ \(Int(bar)) s", isMet: took <= bar * 1e9,
      how: how + ", \(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores")
  }
}
