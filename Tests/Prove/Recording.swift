import JSONText
import JenjangDomain
import JenjangStore
import Processes

/// Many clients at few records, with all that they ask and are told.
struct Recording {
  private let site: Site
  private var crew: Crew
  /// Who only looks; a client of its own each, as a process that has the store open.
  private let readers: [Store]
  private var dice: Dice
  private(set) var verdict = Verdict()
  private(set) var exchanges = 0
  private let clients: Int

  /// The records of one history, and what is on its way.
  private var units: [String] = []
  private var told: [[Exchange]] = []
  private var pending: [(unit: Int, action: Exchange.Action, asked: Int)?]
  /// The revision that each client saw last, by record.
  private var seen: [[Int]] = []
  private var moment = 0

  /// So few values that some are written again.
  private static let values = 4
  private static let records = 2

  init(clients: Int, seed: UInt64) throws {
    site = try Site()
    try site.initialize()
    crew = try Crew(site, clients)
    readers = try (0..<2).map { [site] _ in try site.open() }
    dice = Dice(seed: seed)
    self.clients = clients
    pending = Array(repeating: nil, count: clients)
  }

  /// Records one history of so many exchanges of each client, and judges it record by record.
  mutating func record(each count: Int) throws {
    try begin()
    var left = [Int](repeating: count, count: clients)
    while left.contains(where: { $0 > 0 }) || pending.contains(where: { $0 != nil }) {
      for client in left.indices where left[client] > 0 && pending[client] == nil {
        left[client] -= 1
        try ask(client)
      }
      guard pending.contains(where: { $0 != nil }) else { continue }
      guard let answers = crew.answers(&verdict) else { return }
      for answer in answers { hear(answer) }
    }
    for (unit, exchanges) in told.enumerated() {
      self.exchanges += exchanges.count
      let isStory = Linearity.holds(exchanges, from: Linearity.State(revision: 1, value: 0))
      verdict.require(isStory, "unit \(units[unit]) was told as no one story: \(exchanges)")
    }
  }

  mutating func end() { crew.end() }

  private mutating func begin() throws {
    units = (0..<Recording.records).map { _ in site.newID() }
    told = units.map { _ in [] }
    seen = Array(repeating: units.map { _ in 1 }, count: clients)
    for unit in units {
      crew.send(#"{"kind":"units","id":"\#(unit)","set":{"code":"\#(unit)","name":"0"}}"#, to: 0)
      _ = crew.answers(&verdict)
    }
  }

  private mutating func ask(_ client: Int) throws {
    let unit = dice.roll(units.count)
    let value = dice.roll(Recording.values)
    moment += 1
    switch dice.roll(10) {
    case 0..<4: send(.write(value), to: client, unit, #""set":{"name":"\#(value)"}"#)
    case 4..<7:
      let revision = seen[client][unit]
      send(.replace(revision: revision, value), to: client, unit, #""rev":\#(revision),"set":{"name":"\#(value)"}"#)
    default: try look(client, unit)
    }
  }

  private mutating func send(_ action: Exchange.Action, to client: Int, _ unit: Int, _ members: String) {
    pending[client] = (unit, action, moment)
    crew.send(#"{"kind":"units","id":"\#(units[unit])",\#(members)}"#, to: client)
  }

  private mutating func look(_ client: Int, _ unit: Int) throws {
    let store = readers[dice.roll(readers.count)]
    let asked = moment
    try store.catchUp()
    moment += 1
    guard let id = RecordID(units[unit]), let table = store.book.table("units"), let row = table.row(of: id),
      let value = table.object(at: row)?["name"]?.text.flatMap({ Int($0) })
    else { return verdict.violations.append("unit \(units[unit]) is not seen") }
    let revision = table.revision(of: row)
    seen[client][unit] = revision
    told[unit].append(
      Exchange(action: .read, answer: .seen(revision: revision, value: value), asked: asked, answered: moment))
  }

  private mutating func hear(_ answer: Crew.Answer) {
    guard let (unit, action, asked) = pending[answer.place] else { return }
    pending[answer.place] = nil
    moment += 1
    let outcome: Exchange.Answer =
      if !answer.isAcknowledged { .refused } else if answer.line.contains("\"unchanged\"") { .unchanged } else {
        .written
      }
    told[unit].append(Exchange(action: action, answer: outcome, asked: asked, answered: moment))
  }
}
