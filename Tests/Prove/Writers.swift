import ArgumentParser
import Glibc
import JSONText
import JenjangDomain
import JenjangStore
import Processes

/// T6: many processes write into one store at the same time.
struct Writers: Proof {
  static let configuration = CommandConfiguration(
    commandName: "writers",
    abstract: "Many processes write at once: each commit once, no count lost, one winner of each number, one story.")

  @Option(help: "Do only this part of everything: 10 for a tenth.")
  var part = 1

  func prove() throws -> Verdict { try Self.prove(part: part) }

  static func prove(part: Int) throws -> Verdict {
    var verdict = Verdict()
    for (processes, commits) in [(2, 5_000), (8, 1_000), (32, 100)] {
      verdict.add(try write(processes, commits: commits / part))
    }
    verdict.join(try count(16, times: 1_600 / part))
    verdict.join(try race(4, times: 1_000 / part))
    verdict.join(try record(1_000 / part, clients: 8, each: 20, seed: 1))
    return verdict
  }

  /// Histories of what each client asked and was told, each of which must be one story.
  static func record(_ histories: Int, clients: Int, each: Int, seed: UInt64) throws -> Verdict {
    var recording = try Recording(clients: clients, seed: seed)
    for _ in 0..<histories where recording.verdict.isKept { try recording.record(each: each) }
    recording.end()
    var verdict = recording.verdict
    verdict.facts = [(histories, "recorded histories"), (recording.exchanges, "exchanges in them")]
    return verdict
  }

  /// So many writers with so many commits each, and a reader that looks all the time.
  static func write(_ processes: Int, commits: Int) throws -> Verdict {
    let site = try Site()
    try site.initialize()
    var verdict = Verdict()
    var oracle = Oracle()
    var reader = Reader(try site.open())
    var crew = try Crew(site, processes)
    var left = [Int](repeating: commits, count: processes)
    var answered = 0
    while answered < processes * commits {
      for place in left.indices where left[place] > 0 && crew.isIdle(place, allowing: 8) {
        let id = site.newID()
        oracle.sends(id)
        crew.send(Site.newUnit(id), to: place)
        left[place] -= 1
      }
      guard let answers = crew.answers(&verdict) else { break }
      for answer in answers { _ = oracle.hears(answer.line, &verdict) }
      answered += answers.count
      reader.look(&verdict)
    }
    crew.end()
    try site.judge(oracle, &verdict)
    verdict.facts = [(oracle.acknowledged.count, "commits"), (reader.looks, "looks of a reader")]
    return verdict
  }

  /// All add one to the same field, each from the value that it saw last; who was overtaken tries again.
  static func count(_ processes: Int, times: Int) throws -> Verdict {
    let site = try Site()
    try site.initialize()
    var verdict = Verdict()
    var crew = try Crew(site, processes)
    let unit = site.newID()
    crew.send(#"{"kind":"units","id":"\#(unit)","set":{"code":"1","name":"0"}}"#, to: 0)
    _ = crew.answers(&verdict)
    let reader = try site.open()
    var (done, refused) = (0, 0)
    while done < times {
      try reader.catchUp()
      guard let id = RecordID(unit), let table = reader.book.table("units"), let row = table.row(of: id),
        let value = table.object(at: row)?["name"]?.text.flatMap({ Int($0) })
      else { break }
      let revision = table.revision(of: row)
      for place in 0..<processes where crew.isIdle(place, allowing: 1) {
        crew.send(#"{"kind":"units","id":"\#(unit)","rev":\#(revision),"set":{"name":"\#(value + 1)"}}"#, to: place)
      }
      guard let answers = crew.answers(&verdict) else { break }
      for answer in answers { if answer.isAcknowledged { done += 1 } else { refused += 1 } }
    }
    crew.end { if $0.isAcknowledged { done += 1 } else { refused += 1 } }
    let shown = try site.run("show", unit, "--json", "--data", site.store).output
    verdict.require(shown.contains("\"name\":\"\(done)\""), "\(done) were added, and the store says \(shown)")
    verdict.facts = [(done, "added to one count"), (refused, "overtaken")]
    return verdict
  }

  /// All want the same employee number at the same time, again and again: one gets it.
  static func race(_ processes: Int, times: Int) throws -> Verdict {
    let site = try Site()
    try site.initialize()
    var verdict = Verdict()
    var crew = try Crew(site, processes)
    for number in 0..<times {
      let digits = "19800101\(2_005 + number / 999 % 15)011\(Verdict.padded(number % 999 + 1, 3))"
      for place in 0..<processes {
        crew.send(
          #"{"kind":"employees","set":{"employeeNumber":"\#(digits)","name":"Pegawai \#(place)","birthDate":"#
            + #""1980-01-01","sex":"male","kind":"pns","legalStatus":"active"}}"#, to: place)
      }
      var winners = 0
      var answered = 0
      while answered < processes, let answers = crew.answers(&verdict) {
        answered += answers.count
        winners += answers.filter(\.isAcknowledged).count
      }
      verdict.require(winners == 1, "\(winners) people got \(digits)")
    }
    crew.end()
    let listed = try site.run("list", "employees", "--json", "--data", site.store)
    verdict.require(listed.lines.count == times, "\(listed.lines.count) people instead of \(times)")
    verdict.facts = [(times, "races for a number")]
    return verdict
  }
}

/// Several writers at one store, fed and listened to together.
struct Crew {
  struct Answer {
    let place: Int
    let line: String

    var isAcknowledged: Bool { line.contains("\"seq\"") }
  }

  private let writers: [Companion]
  /// Lines on their way, by writer.
  private var pending: [Int]

  init(_ site: Site, _ count: Int, at path: String? = nil) throws {
    writers = try (0..<count).map { _ in try site.writer(at: path) }
    pending = [Int](repeating: 0, count: count)
  }

  func isIdle(_ place: Int, allowing limit: Int) -> Bool { pending[place] < limit }

  mutating func send(_ line: String, to place: Int) {
    writers[place].send(line)
    pending[place] += 1
  }

  /// What has been answered, waiting for at least one; nil when nobody answers any more.
  mutating func answers(_ verdict: inout Verdict) -> [Answer]? {
    guard !Companion.ready(writers, milliseconds: 30_000).isEmpty else {
      verdict.violations.append("no writer answers")
      return nil
    }
    var answers: [Answer] = []
    for place in writers.indices where pending[place] > 0 {
      let lines = writers[place].waitingLines()
      pending[place] -= lines.count
      answers += lines.map { Answer(place: place, line: $0) }
    }
    guard answers.isEmpty, writers.contains(where: { $0.hasEnded }) else { return answers }
    verdict.violations.append("a writer has ended")
    return nil
  }

  /// Lets all come to their end, hearing what they still say.
  mutating func end(_ hear: (Answer) -> Void = { _ in }) {
    for place in writers.indices {
      writers[place].finish()
      while let line = writers[place].receive(milliseconds: 30_000) { hear(Answer(place: place, line: line)) }
      writers[place].end()
    }
  }
}
