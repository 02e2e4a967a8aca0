@testable import JenjangStore

/// A step of the protocol or a check that is left out.
struct Mutation: Sendable, CustomStringConvertible {
  var step: String?
  var rule: StoreRule?
  /// Where it can be missed, the likeliest first: a scenario that never takes the step does not miss it.
  var scenarios: [CrashScenario] = []
  /// So many of them take the step themselves; the others do only when they put right what a power cut has left.
  var taking = 0

  var description: String { step ?? rule.map { "check \($0.rawValue)" } ?? "nothing" }

  struct Verdict: Sendable {
    var isNoticed: Bool
    /// The first thing that went wrong without it.
    var reason: String
  }

  /// What a scenario is made of when nothing is left out.
  struct Survey: Sendable {
    let scenario: CrashScenario
    /// The steps that it takes, and those of putting right what a power cut has left of it.
    ///
    /// The save after that is there to see whether one can go on: it takes the steps of any other save.
    let own: Set<String>
    let recovering: Set<String>
    /// How much work it is.
    let distinct: Int
    /// What goes wrong although nothing is left out: then nothing can be learnt from it.
    let violations: [String]

    init(_ scenario: CrashScenario) {
      let lab = CrashLab(.quick)
      lab.tracesRecoveries = true
      lab.run([scenario])
      self.scenario = scenario
      own = Set(lab.trace.names)
      recovering = Set(lab.traces.dropFirst().flatMap(\.names).filter { !$0.hasPrefix("commit: ") })
      distinct = lab.distinct
      violations = lab.violations
    }
  }

  /// Every step that any scenario takes, and every check.
  static func all(_ surveys: [Survey]) -> [Mutation] {
    let quickest = surveys.sorted { $0.distinct < $1.distinct }
    let steps = surveys.reduce(into: Set<String>()) { $0.formUnion($1.own.union($1.recovering)) }.sorted()
    return steps.map { step in
      let own = quickest.filter { $0.own.contains(step) }
      let others = quickest.filter { !$0.own.contains(step) && $0.recovering.contains(step) }
      return Mutation(step: step, scenarios: (own + others).map(\.scenario), taking: own.count)
    } + StoreRule.allCases.map { Mutation(rule: $0, scenarios: quickest.map(\.scenario)) }
  }

  /// Why nothing goes wrong without it; nil when something must.
  var excuse: String? { RedundantStep.reasons[description] }

  /// Leaves it out and looks whether anything goes wrong.
  ///
  /// First only behind the step, then as thoroughly as the tests look, for that is quick and mostly enough.
  func verdict() -> Verdict {
    var states = 0
    var damages = 0
    if let rule {
      let report = StoreRule.leaving(out: rule) { DamageLab.firstViolation(of: .small) }
      if let violation = report.violations.first { return Verdict(isNoticed: true, reason: violation) }
      damages = report.cases
    }
    let looks: [(CrashEffort, behind: Bool)] = [(.quick, true), (.quick, false), (.mutation, false)]
    for (effort, isBehind) in looks {
      for scenario in isBehind ? scenarios.prefix(taking) : scenarios[...] {
        let lab = CrashLab(effort, mutation: self)
        lab.stopsEarly = true
        lab.waitsForStep = isBehind
        lab.run([scenario])
        states += lab.states
        if let violation = lab.violations.first { return Verdict(isNoticed: true, reason: violation) }
      }
    }
    return Verdict(isNoticed: false, reason: "\(states) states, \(damages) damages")
  }
}
