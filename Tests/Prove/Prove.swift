import ArgumentParser

/// `prove`: what the tests try in short, tried here with real processes for as long as one likes.
///
/// A proof is one file with a `Proof`, and one line here.
@main
struct Prove: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove", abstract: "Tries what the store promises, for as long as you like.",
    discussion: """
      Run a release build: PROOFS=1 swift run -c release prove NAME. Exit code 0: the promise was kept; 1: it was \
      broken, with each way in which it was; 2: it could not be tried here, and why.
      """,
    subcommands: [Kills.self, Writers.self, Power.self, Soak.self, Calls.self, Errors.self, Stopped.self, Limits.self])
}
