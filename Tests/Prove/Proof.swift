import ArgumentParser

/// One promise, and the way to try it.
protocol Proof: AsyncParsableCommand {
  /// Tries it; throws `Unable` where it cannot be tried.
  func prove() async throws -> Verdict
}

extension Proof {
  func run() async throws {
    let name = Self.configuration.commandName ?? ""
    do {
      let verdict = try await prove()
      print("\(verdict.isKept ? "kept  " : "BROKEN") \(name): \(verdict.summary)")
      for violation in verdict.violations.prefix(20) { print("  \(violation)") }
      if !verdict.isKept { throw ExitCode(1) }
    } catch let unable as Unable {
      print("\(name) cannot be tried here: \(unable.reason)")
      throw ExitCode(2)
    }
  }
}

/// What a proof found.
struct Verdict: Sendable {
  /// What was done, in figures.
  var facts: [(count: Int, of: String)] = []
  /// Each way in which the promise was broken.
  var violations: [String] = []

  var isKept: Bool { violations.isEmpty }

  var summary: String {
    (facts + [(violations.count, "violations")]).map { "\(Verdict.grouped($0.count)) \($0.of)" }.joined(separator: ", ")
  }

  /// Adds what one more round did; its figures must come in the same order.
  mutating func add(_ other: Verdict) {
    violations += other.violations
    if facts.isEmpty {
      facts = other.facts
      return
    }
    for (place, fact) in other.facts.enumerated() { facts[place].count += fact.count }
  }

  /// Adds another promise's figures.
  mutating func join(_ other: Verdict) {
    violations += other.violations
    facts += other.facts
  }

  mutating func require(_ isKept: Bool, _ violation: @autoclosure () -> String) {
    if !isKept { violations.append(violation()) }
  }

  /// `007`.
  static func padded(_ number: Int, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - String(number).count)) + String(number)
  }

  /// `12,345`.
  static func grouped(_ number: Int) -> String {
    var text = String(number)
    var place = text.count - 3
    while place > 0 {
      text.insert(",", at: text.index(text.startIndex, offsetBy: place))
      place -= 3
    }
    return text
  }
}

/// Why a promise cannot be tried on this machine.
struct Unable: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
