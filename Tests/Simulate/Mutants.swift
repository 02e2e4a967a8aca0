import ArgumentParser

@testable import JenjangStore
@testable import Proofs

/// Leaves each step and each check out, one by one: something must notice.
struct Mutants: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutants", abstract: "Leaves each sync, rename and check out: something must notice.")

  @Option(help: "Only those whose name holds this.") var only: String?

  func run() async throws {
    let start = ContinuousClock.now
    let mutants = Mutation.all(await surveys()).filter { only.map($0.description.contains) ?? true }
    var survivors: [String] = []
    await withTaskGroup(of: (Mutation, Mutation.Verdict).self) { group in
      for mutant in mutants {
        group.addTask {
          let verdict = mutant.verdict()
          say("\(verdict.isNoticed ? "noticed " : "SURVIVES") \(mutant): \(verdict.reason)")
          return (mutant, verdict)
        }
      }
      for await (mutant, verdict) in group where !verdict.isNoticed { survivors.append("\(mutant) survives") }
    }
    let score = (mutants.count - survivors.count) * 100 / max(1, mutants.count)
    try conclude("mutants", "\(mutants.count) left out, score \(score) %", survivors, since: start)
  }

  private func surveys() async -> [Mutation.Survey] {
    await withTaskGroup(of: Mutation.Survey.self) { group in
      for scenario in CrashScenario.all { group.addTask { Mutation.Survey(scenario) } }
      var surveys: [Mutation.Survey] = []
      for await survey in group { surveys.append(survey) }
      return surveys
    }
  }
}
