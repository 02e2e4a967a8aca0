import ArgumentParser

@testable import Proofs

/// Every call of the disk fails in turn, and the disk is full at every byte.
struct Faults: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "faults", abstract: "Every call of the disk fails in turn; the disk is full at every byte.")

  func run() async throws {
    let start = ContinuousClock.now
    var report = FaultLab.Report()
    await withTaskGroup(of: FaultLab.Report.self) { group in
      for part in FaultLab.parts { group.addTask { FaultLab.report(of: part, stride: 1) } }
      for await part in group { report.add(part) }
    }
    let facts = "\(report.runs) runs, a fault at \(report.places.count) places"
    try conclude("faults", facts, report.violations, since: start)
  }
}
