@testable import JenjangStore

/// A step of the protocol or a check that is left out.
struct Mutation: Sendable, CustomStringConvertible {
  var step: String?
  var rule: StoreRule?
  /// Where it can be missed, the quickest first: a scenario that never takes the step does not miss it.
  var scenarios: [CrashScenario] = []

  var description: String { step ?? rule.map { "check \($0.rawValue)" } ?? "nothing" }

  struct Verdict: Sendable {
    var isNoticed: Bool
    /// The first thing that went wrong without it.
    var reason: String
  }

  /// What a scenario is made of when nothing is left out.
  struct Survey: Sendable {
    let scenario: CrashScenario
    let steps: Set<String>
    /// How much work it is.
    let distinct: Int

    init(_ scenario: CrashScenario) {
      let lab = CrashLab(.quick)
      lab.tracesRecoveries = true
      lab.run([scenario])
      self.scenario = scenario
      steps = lab.steps
      distinct = lab.distinct
    }
  }

  /// Every step that any scenario takes, and every check.
  static func all(_ surveys: [Survey]) -> [Mutation] {
    let quickest = surveys.sorted { $0.distinct < $1.distinct }
    let steps = surveys.reduce(into: Set<String>()) { $0.formUnion($1.steps) }.sorted()
    return steps.map { step in
      Mutation(step: step, scenarios: quickest.filter { $0.steps.contains(step) }.map(\.scenario))
    } + StoreRule.allCases.map { Mutation(rule: $0, scenarios: quickest.map(\.scenario)) }
  }

  /// Leaves it out and looks whether anything goes wrong.
  func verdict() -> Verdict {
    var states = 0
    for scenario in scenarios {
      let lab = CrashLab(.mutation, mutation: self)
      lab.stopsEarly = true
      lab.run([scenario])
      states += lab.states
      if let violation = lab.violations.first { return Verdict(isNoticed: true, reason: violation) }
    }
    guard let rule else { return Verdict(isNoticed: false, reason: "\(states) states") }
    let damages = StoreRule.leaving(out: rule) { DamageLab.report(of: .small, part: 0, of: 1, stride: 1) }
    if let violation = damages.violations.first { return Verdict(isNoticed: true, reason: violation) }
    return Verdict(isNoticed: false, reason: "\(states) states, \(damages.cases) damages")
  }
}
