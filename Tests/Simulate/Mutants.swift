import ArgumentParser

@testable import JenjangStore
@testable import Proofs

/// Leaves each step and each check out, one by one: something must notice.
struct Mutants: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutants", abstract: "Leaves each sync, rename and check out: something must notice.")

  func run() async throws {
    let start = ContinuousClock.now
    let mutants = Mutation.all
    var survivors: [String] = []
    await withTaskGroup(of: (Mutation, Mutation.Verdict).self) { group in
      for mutant in mutants { group.addTask { (mutant, mutant.verdict()) } }
      for await (mutant, verdict) in group {
        say("\(verdict.isNoticed ? "noticed " : "SURVIVES") \(mutant): \(verdict.reason)")
        if !verdict.isNoticed { survivors.append("\(mutant) survives") }
      }
    }
    let score = (mutants.count - survivors.count) * 100 / max(1, mutants.count)
    try conclude("mutants", "\(mutants.count) left out, score \(score) %", survivors, since: start)
  }
}
