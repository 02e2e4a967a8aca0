import ArgumentParser
import Glibc

/// `simulate`: the proofs of the tests on simulated disks, as thoroughly as one has time for.
@main
struct Simulate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate", abstract: "Tries what the store promises on simulated disks.",
    discussion: """
      It looks into the store, so it is built with two more flags, in a folder of its own: PROOFS=1 swift run \
      -c release --scratch-path .build/simulate -Xswiftc -enable-testing -Xswiftc -DPROOFS simulate NAME. Exit code 0: \
      the promise was kept; 1: it was broken, with each way in which it was.
      """,
    subcommands: [
      Crashes.self, Mutants.self, Faults.self, Damages.self, Comparing.self, Histories.self, Fuzzing.self,
    ])
}

/// A line on the standard output, at once.
func say(_ text: String) {
  (text + "\n").withCString { _ = write(1, $0, strlen($0)) }
}

/// Says what was found; ends with 1 when a promise was broken.
func conclude(_ name: String, _ facts: String, _ violations: [String], since start: ContinuousClock.Instant) throws {
  let duration = ContinuousClock.now - start
  let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  say(
    "\(violations.isEmpty ? "kept  " : "BROKEN") \(name): \(facts), \(violations.count) violations, \(Int(seconds)) s")
  for violation in Set(violations).sorted().prefix(40) { say("  " + violation) }
  if !violations.isEmpty { throw ExitCode(1) }
}
