import JenjangDomain
import Processes

/// This program on a pseudo-terminal, and what it answers to a key.
enum BenchTerminal {
  /// Milliseconds without a byte after which an answer is whole.
  static let silence = 35

  struct Answer {
    var bytes: Int
    var reads: Int
    var end: UInt64
  }

  static func program(_ store: String, _ run: BenchRun, columns: Int, rows: Int) throws(Failure) -> PseudoTerminal {
    let environment = [
      "PATH=/usr/bin:/bin", "HOME=\(run.site.home)", "XDG_CONFIG_HOME=\(run.site.home)", "TERM=xterm-256color",
      "XDG_STATE_HOME=\(run.site.home)", "LANG=C.UTF-8",
    ]
    let arguments = ["open", "--data", store, "--lang", "id"]
    guard
      let terminal = PseudoTerminal(
        "/proc/self/exe", arguments, environment: environment, columns: columns, rows: rows)
    else {
      throw Failure(.couldNotRun, Text("tidak ada pseudo-terminal", en: "there is no pseudo-terminal"))
    }
    return terminal
  }

  /// Everything until silence, with the moment of its last byte and the number of reads.
  static func answer(_ terminal: PseudoTerminal, patience: Int = 5_000) -> Answer {
    var answer = Answer(bytes: 0, reads: 0, end: Stopwatch.now)
    while true {
      let bytes = terminal.receive(milliseconds: answer.reads == 0 ? patience : silence)
      if bytes.isEmpty { return answer }
      answer.end = Stopwatch.now
      answer.bytes += bytes.count
      answer.reads += 1
    }
  }
}
