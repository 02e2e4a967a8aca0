import ArgumentParser
import Glibc
import JenjangDomain
import JenjangStore
import Processes

/// T2: writers are killed at random moments; what was acknowledged is there, once.
struct Kills: Proof {
  static let configuration = CommandConfiguration(
    commandName: "kills", abstract: "SIGKILL for writers at random moments: nothing acknowledged is lost or doubled.")

  @Option(help: "How many kills.")
  var kills = 5_000

  @Option(help: "How many write at the same time.")
  var writers = 4

  @Option(help: "The same seed makes the same choices.")
  var seed: UInt64 = 1

  /// Kills that one store sees, so that it stays small and is judged often.
  private static let round = 50

  func prove() throws -> Verdict { try Self.prove(kills: kills, writers: writers, seed: seed) }

  static func prove(kills: Int, writers: Int, seed: UInt64) throws -> Verdict {
    var verdict = Verdict()
    var dice = Dice(seed: seed)
    for first in stride(from: 0, to: kills, by: round) {
      let site = try Site()
      try site.initialize()
      var run = try KillRun(site: site, dice: Dice(seed: dice.next()))
      try run.run(kills: min(round, kills - first), writers: writers)
      verdict.add(run.verdict)
    }
    return verdict
  }
}

/// One run: writers that are fed, listened to and killed, and a reader that must never go back.
struct KillRun {
  let site: Site
  var dice: Dice
  var verdict = Verdict()
  private var oracle = Oracle()
  /// Lines that were sent and not acknowledged when their writer died: sent again, and still made only once.
  private var unanswered: [String] = []
  private var reader: Reader

  init(site: Site, dice: Dice) throws(StoreError) {
    self.site = site
    self.dice = dice
    reader = Reader(try site.open())
  }

  private struct Victim {
    let writer: Companion
    /// Lines on their way.
    var pending: [String] = []
    /// Acknowledgements until it dies.
    var left: Int
  }

  mutating func run(kills: Int, writers: Int) throws {
    var victims: [Victim] = []
    var killed = 0
    while killed < kills {
      while victims.count < writers { victims.append(try newVictim()) }
      let ready = Companion.ready(victims.map(\.writer), milliseconds: 10_000)
      guard !ready.isEmpty else {
        verdict.violations.append("no writer answers")
        break
      }
      for index in victims.indices { hear(&victims[index]) }
      reader.look(&verdict)
      for index in victims.indices.reversed() where victims[index].left <= 0 {
        // Some are at rest then, some in the middle of a commit, some at their start.
        if dice.roll(2) == 0 { usleep(UInt32(dice.roll(400))) }
        bury(victims.remove(at: index))
        killed += 1
      }
    }
    for victim in victims { bury(victim) }
    try settle()
    try site.judge(oracle, &verdict)
    verdict.facts = [
      (killed, "kills"), (oracle.acknowledged.count, "acknowledged"), (unanswered.count, "unanswered"),
      (reader.looks, "looks of a reader"),
    ]
  }

  private mutating func newVictim() throws -> Victim {
    var victim = Victim(writer: try site.writer(), left: dice.roll(12))
    let again = unanswered.suffix(24)
    unanswered.removeLast(again.count)
    for id in again { send(id, to: &victim) }
    while victim.pending.count < 24 { send(site.newID(), to: &victim) }
    if dice.roll(8) == 0 { victim.left = -1 }
    return victim
  }

  private mutating func send(_ id: String, to victim: inout Victim) {
    oracle.sends(id)
    victim.pending.append(id)
    victim.writer.send(Site.newUnit(id))
  }

  private mutating func hear(_ victim: inout Victim) {
    for answer in victim.writer.waitingLines() {
      if let id = oracle.hears(answer, &verdict) { victim.pending.removeAll { $0 == id } }
      victim.left -= 1
    }
  }

  private mutating func bury(_ victim: Victim) {
    var victim = victim
    victim.writer.end(with: SIGKILL)
    // What it managed to say counts.
    hear(&victim)
    unanswered += victim.pending
  }

  /// Sends what was never answered once more, to a writer that lives.
  private mutating func settle() throws {
    var last = Victim(writer: try site.writer(), left: .max)
    for id in unanswered { send(id, to: &last) }
    last.writer.finish()
    while !last.pending.isEmpty, let answer = last.writer.receive(milliseconds: 20_000) {
      if let id = oracle.hears(answer, &verdict) { last.pending.removeAll { $0 == id } }
    }
    verdict.require(last.pending.isEmpty, "\(last.pending.count) lines were never answered")
    last.writer.end()
  }
}

/// Somebody who only looks, and must never see time run backwards.
struct Reader {
  private let store: Store
  private(set) var looks = 0
  private var last: StoreHead

  init(_ store: Store) {
    self.store = store
    last = store.head
  }

  mutating func look(_ verdict: inout Verdict) {
    looks += 1
    do throws(StoreError) { try store.catchUp() } catch {
      verdict.violations.append("a reader was refused: \(error)")
    }
    let head = store.head
    verdict.require(head.sequence >= last.sequence, "a reader went back from \(last.sequence) to \(head.sequence)")
    if head.sequence == last.sequence { verdict.require(head == last, "history changed at \(head.sequence)") }
    last = head
  }
}

extension Site {
  func newID() -> String { JenjangStore.Environment.live().newID().text }

  /// The line that makes a unit with this identity: always the same for one, of another length for each.
  static func newUnit(_ id: String) -> String {
    let name = "Unit " + String(repeating: "x", count: id.utf8.reduce(0) { ($0 * 31 + Int($1)) % 9_973 } % 190)
    return #"{"kind":"units","id":"\#(id)","set":{"code":"\#(id)","name":"\#(name)"},"why":"bukti"}"#
  }
}
