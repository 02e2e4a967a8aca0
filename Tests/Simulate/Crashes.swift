import ArgumentParser

@testable import Proofs

/// A power cut at every moment of every scenario.
struct Crashes: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crash", abstract: "A power cut at every moment of what a store does.")

  @Option(help: "A torn write is cut at every so many bytes.") var stride = CrashEffort.long.cutStride

  func run() async throws {
    let start = ContinuousClock.now
    var effort = CrashEffort.long
    effort.cutStride = stride
    let chosen = effort
    var states = 0
    var distinct = 0
    var depthStates = 0
    var violations: [String] = []
    await withTaskGroup(of: CrashLab.Report.self) { group in
      for scenario in CrashScenario.all {
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
    let facts = "\(CrashScenario.all.count) scenarios, \(states) states, \(distinct) different, "
    try conclude("crash", facts + "\(depthStates) inside a recovery", violations, since: start)
  }
}
