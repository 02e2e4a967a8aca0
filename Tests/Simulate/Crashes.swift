import ArgumentParser

@testable import Proofs

/// A power cut at every moment of every scenario.
struct Crashes: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crash", abstract: "A power cut at every moment of what a store does.")

  @Option(help: "A torn write is cut at every so many bytes.") var stride = CrashEffort.long.cutStride
  @Flag(help: "Only as thoroughly as the tests.") var quick = false
  @Option(help: "Only scenarios whose name holds this.") var only: String?

  func run() async throws {
    let start = ContinuousClock.now
    var effort = quick ? CrashEffort.quick : CrashEffort.long
    if !quick { effort.cutStride = stride }
    let chosen = effort
    let scenarios = CrashScenario.all.filter { only.map($0.name.contains) ?? true }
    var states = 0
    var distinct = 0
    var depthStates = 0
    var violations: [String] = []
    await withTaskGroup(of: CrashLab.Report.self) { group in
      for scenario in scenarios {
        group.addTask { CrashLab.report(of: [scenario], chosen) }
      }
      for await report in group {
        say(
          "\(report.name): \(report.states) states, \(report.distinct) different, \(report.violations.count) violations"
        )
        states += report.states
        distinct += report.distinct
        depthStates += report.depthStates
        violations += report.violations
      }
    }
    let facts = "\(scenarios.count) scenarios, \(states) states, \(distinct) different, "
    try conclude("crash", facts + "\(depthStates) inside a recovery", violations, since: start)
  }
}
