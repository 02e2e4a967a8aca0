import ArgumentParser

@testable import JenjangStore
@testable import Proofs

/// Leaves each step and each check out, one by one: something must notice.
struct Mutants: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutants", abstract: "Leaves each sync, rename and check out: something must notice.")

  @Option(help: "Only those whose name holds this; may be given several times.") var only: [String] = []
  @Option(help: "Begin with those whose name holds this.") var first: [String] = []
  @Flag(help: "Only say which there are.") var list = false

  func run() async throws {
    let start = ContinuousClock.now
    let surveys = await surveys()
    let broken = surveys.flatMap(\.violations)
    guard broken.isEmpty else { return try conclude("mutants", "nothing left out", broken, since: start) }
    let all = Mutation.all(surveys)
    let chosen = all.filter { mutant in only.isEmpty || only.contains { mutant.description.contains($0) } }
    let isFirst = { (mutant: Mutation) in first.contains { mutant.description.contains($0) } }
    let mutants = chosen.filter(isFirst) + chosen.filter { !isFirst($0) }
    if list {
      for mutant in mutants { say("\(mutant): \(mutant.scenarios.map(\.name).joined(separator: "; "))") }
      return
    }
    for mutant in mutants { if let excuse = mutant.excuse { say("excused  \(mutant): \(excuse)") } }
    let judged = mutants.filter { $0.excuse == nil }
    var survivors = await survivors(among: judged)
    let score = (judged.count - survivors.count) * 100 / max(1, judged.count)
    let known = Set(all.map(\.description))
    survivors += RedundantStep.reasons.keys.filter { !known.contains($0) }.map {
      "\($0) is excused, and is nothing that could be left out"
    }
    let facts = "\(judged.count) left out, \(mutants.count - judged.count) excused, score \(score) %"
    try conclude("mutants", facts, survivors, since: start)
  }

  /// Tries some at a time, and says of each what came of it.
  private func survivors(among mutants: [Mutation]) async -> [String] {
    var survivors: [String] = []
    await withTaskGroup(of: (Mutation, Mutation.Verdict).self) { group in
      for mutant in mutants {
        group.addTask {
          let start = ContinuousClock.now
          let verdict = mutant.verdict()
          let seconds = (ContinuousClock.now - start).components.seconds
          say("\(verdict.isNoticed ? "noticed " : "SURVIVES") \(mutant): \(verdict.reason) (\(seconds) s)")
          return (mutant, verdict)
        }
      }
      for await (mutant, verdict) in group where !verdict.isNoticed { survivors.append("\(mutant) survives") }
    }
    return survivors
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
