#if FUZZER
  import ArgumentParser
  import Glibc

  @testable import Proofs

  /// The same readers, with inputs that libFuzzer finds by what they reach.
  ///
  /// Only where everything was built with `-sanitize=fuzzer -DFUZZER`; see the read me.
  struct LibFuzzer: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "libfuzzer", abstract: "Lets libFuzzer find inputs for a reader.")

    /// The reader that is tried.
    nonisolated(unsafe) fileprivate static var chosen = Fuzz.json

    @Argument(help: "json, frames, csv, keys.") var name: String
    @Argument(parsing: .allUnrecognized, help: "What libFuzzer takes: a folder of inputs, -runs=N, -max_total_time=S.")
    var options: [String] = []

    func run() throws {
      guard let fuzz = Fuzz.all.first(where: { $0.name == name }) else { throw ValidationError("no reader \(name)") }
      LibFuzzer.chosen = fuzz
      var arguments: [UnsafeMutablePointer<CChar>?] = (["simulate"] + options).map { strdup($0) } + [nil]
      var count = Int32(arguments.count - 1)
      let status = arguments.withUnsafeMutableBufferPointer { buffer -> Int32 in
        var start = buffer.baseAddress
        return runDriver(&count, &start) { bytes, count in
          let input = Array(UnsafeBufferPointer(start: bytes, count: count))
          guard let problem = LibFuzzer.chosen.problem(input) else { return 0 }
          say(problem)
          abort()
        }
      }
      throw ExitCode(status)
    }
  }

  @_silgen_name("LLVMFuzzerRunDriver")
  private func runDriver(
    _ count: UnsafeMutablePointer<Int32>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> Int32
  ) -> Int32
#endif
