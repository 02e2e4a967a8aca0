import ArgumentParser

@testable import Proofs

/// Readers fed with generated and spoiled bytes.
struct Fuzzing: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz", abstract: "Feeds the readers of JSON, journal lines, CSV and keys with spoiled bytes.",
    discussion: """
      The entry points are those of `Fuzz.all`. Inputs are whole ones that are spoiled by chance, made inside the \
      process: the same seed makes the same inputs. No input is chosen by the code it reaches, as libFuzzer would, \
      whose entry the package manager cannot link; so run it long, with several seeds.
      """)

  @Argument(help: "json, frames, csv, keys; all of them without one.") var name: String?
  @Option(help: "How many inputs.") var rounds = 1_000_000
  @Option(help: "Where chance begins.") var seed: UInt64 = 1

  func run() async throws {
    let start = ContinuousClock.now
    let chosen = Fuzz.all.filter { name == nil || $0.name == name }
    var violations: [String] = []
    await withTaskGroup(of: (String, [String]).self) { group in
      for fuzz in chosen { group.addTask { (fuzz.name, fuzz.run(seed: seed, rounds: rounds)) } }
      for await (name, found) in group {
        say("\(name): \(rounds) inputs, \(found.count) violations")
        violations += found
      }
    }
    try conclude("fuzz", "\(chosen.count) readers, \(rounds) inputs each", violations, since: start)
  }
}

/// Our JSON reader beside Foundation's.
struct Comparing: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "json", abstract: "Holds our JSON reader against Foundation's.")

  @Option(help: "How many documents.") var documents = 1_000_000

  func run() async throws {
    let start = ContinuousClock.now
    var read = 0
    var refused = 0
    var violations: [String] = []
    await withTaskGroup(of: JSONComparison.Report.self) { group in
      for seed in 0..<4 { group.addTask { JSONComparison.report(seed: UInt64(seed), documents: documents / 4) } }
      for await report in group {
        read += report.read
        refused += report.refused
        violations += report.violations
      }
    }
    try conclude("json", "\(read) documents read, \(refused) refused", violations, since: start)
  }
}

/// Random lives of a store.
struct Histories: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "histories", abstract: "Lives random lives of a store: replay, undo, redo, merge, verify.")

  @Option(help: "How many lives.") var count = 100_000

  func run() async throws {
    let start = ContinuousClock.now
    var violations: [String] = []
    await withTaskGroup(of: [String].self) { group in
      for part in 0..<8 { group.addTask { History.report(seed: UInt64(part), count: count / 8) } }
      for await found in group { violations += found }
    }
    try conclude("histories", "\(count) histories", violations, since: start)
  }
}
