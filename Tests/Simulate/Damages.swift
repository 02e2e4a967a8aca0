import ArgumentParser

@testable import Proofs

/// Every byte of every file is damaged.
struct Damages: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "damage", abstract: "Damages every byte, line and file of a store.")

  func run() async throws {
    let start = ContinuousClock.now
    let lab = try DamageLab(.large)
    var report = DamageLab.Report()
    await withTaskGroup(of: DamageLab.Report.self) { group in
      for part in 0..<4 {
        group.addTask { DamageLab.report(of: .large, part: part, of: 4, stride: 1) }
      }
      for await part in group { report.add(part) }
    }
    let facts = "\(lab.size) bytes, \(report.cases) damages, \(report.seenAtOpening) noticed at opening, "
    try conclude("damage", facts + "\(report.seenByVerify) by verify", report.violations, since: start)
  }
}
