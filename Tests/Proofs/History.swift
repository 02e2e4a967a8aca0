import JSONText
import JenjangDomain

@testable import JenjangStore

/// A random life of a small store, with what must be true of every such life.
struct History: Sendable, CustomStringConvertible {
  enum Act: Sendable, Hashable {
    case create(Int)
    case set(Int, field: String, value: Int?)
    case delete(Int)
    /// Takes back the commit that was made so many commits ago.
    case undo(Int)
    case snapshot
    case reopen
    case erase(Int)
    case backUp
    /// Puts the last backup in the place of the store.
    case restore
  }

  var acts: [Act]

  var description: String { acts.map { "\($0)" }.joined(separator: ", ") }

  static func random(_ random: inout SeededRandom) -> History {
    let acts = (0..<(3 + random.below(14))).map { _ -> Act in
      switch random.below(40) {
      case 36: return .erase(random.below(4))
      case 37: return .backUp
      case 38, 39: return .restore
      case let usual: return act(usual % 10, &random)
      }
    }
    return History(acts: acts)
  }

  private static func act(_ usual: Int, _ random: inout SeededRandom) -> Act {
    let fields = ["name", "warp", "é", "zone"]
    switch usual {
    case 0...2: return .create(random.below(4))
    case 3...5:
      return .set(random.below(4), field: random.pick(fields), value: random.chance(80) ? random.below(5) : nil)
    case 6: return .delete(random.below(4))
    case 7: return .undo(random.below(3))
    case 8: return .snapshot
    default: return .reopen
    }
  }

  /// The problems of so many random histories, each with the shortest history that has it.
  static func report(seed: UInt64, count: Int) -> [String] {
    var chance = SeededRandom(seed: seed)
    var problems: [String] = []
    for _ in 0..<count {
      let history = random(&chance)
      guard history.problem() != nil else { continue }
      let short = history.shrunk { $0.problem() != nil }
      problems.append("\(short): \(short.problem() ?? "")")
    }
    return problems
  }

  /// The shortest history found by leaving acts out of a failing one while it still fails.
  func shrunk(_ fails: (History) -> Bool) -> History {
    var shortest = self
    var place = 0
    while place < shortest.acts.count {
      var shorter = shortest
      shorter.acts.remove(at: place)
      if fails(shorter) { shortest = shorter } else { place += 1 }
    }
    return shortest
  }

  /// What is not as it must be; nil when all is well.
  func problem() -> String? {
    do throws(StoreError) { return try Life().live(acts) } catch { return "threw \(error)" }
  }
}

/// A store while a history happens to it, beside a model of it.
private final class Life {
  private let world = FixedWorld()
  private var disk = SimDisk()
  /// Where on the disk the store is.
  private var home = ""
  private var model = CrashOracle.State()
  /// The operations of each commit, and all values before it.
  private var commits: [(operations: [Operation], before: [String])] = []
  /// Records that were erased: they do not come again.
  private var erased: Set<Int> = []
  private var backup: Backup?
  private var store: Store

  /// A copy, with what was known of the store when it was made.
  private struct Backup {
    let disk: SimDisk
    let model: CrashOracle.State
    let commits: [(operations: [Operation], before: [String])]
    let erased: Set<Int>
  }

  init() throws(StoreError) {
    try Store.fill(disk, description: world.description(), environment: world.environment())
    store = try Store(disk: disk, path: "sim", options: world.smallOptions())
    store.segmentSize = 1_200
  }

  private func open(_ disk: SimDisk) throws(StoreError) -> Store {
    try Store(disk: home.isEmpty ? disk : try disk.below(home), path: "sim", options: world.smallOptions())
  }

  private func reopen() throws(StoreError) {
    store = try open(disk)
    store.segmentSize = 1_200
  }

  /// Half of the records are of a kind that the program does not know.
  private func kind(_ number: Int) -> String { number % 2 == 0 ? "notes" : "spaceships" }
  private func id(_ number: Int) -> RecordID { RecordID(high: 1, low: UInt64(number)) }

  func live(_ acts: [History.Act]) throws(StoreError) -> String? {
    for act in acts {
      if let problem = try perform(act) { return "\(act): \(problem)" }
      if store.dump != model.dump { return "\(act): another state than the model's" }
    }
    return try checkWhole()
  }

  private func perform(_ act: History.Act) throws(StoreError) -> String? {
    switch act {
    case .create(let number):
      guard stored(number) == nil, !erased.contains(number) else { return nil }
      let object: JSONObject = ["name": .string("N\(number)"), "unknown": [1, .null, ["ü": true]]]
      try commit([.create(kind: kind(number), id: id(number), object: object)])
    case .set(let number, let field, let value):
      guard let now = stored(number) else { return nil }
      let new = value.map { JSONValue.string("v\($0)") }
      guard now.object[field] != new else { return nil }
      try commit([
        .update(
          kind: kind(number), id: id(number), base: now.revision,
          changes: [field: Change(old: now.object[field], new: new)])
      ])
      return try checkMerge(number)
    case .delete(let number):
      guard let now = stored(number) else { return nil }
      try commit([.delete(kind: kind(number), id: id(number), base: now.revision, object: now.object)])
    case .undo(let back): return try undo(back)
    case .snapshot: try store.snapshot()
    case .reopen: try reopen()
    case .erase(let number): return try erase(number)
    case .backUp:
      let copy = SimDisk()
      _ = try store.backUp(to: copy, at: "copy") { _ in true }
      backup = Backup(disk: copy, model: model, commits: commits, erased: erased)
    case .restore: try restore()
    }
    return nil
  }

  /// Takes a record out of every file: no value of it is anywhere, and all others are as they were.
  private func erase(_ number: Int) throws(StoreError) -> String? {
    let touches = { [self] (operation: Operation) in operation.id == id(number) }
    guard !erased.contains(number), commits.contains(where: { $0.operations.contains(where: touches) }) else {
      return nil
    }
    let receipt = try store.erase(kind(number), id(number), order: ErasureOrder(number: "SK 9", basis: "UU 27/2022"))
    guard receipt.records >= 1 else { return "nothing was erased" }
    erased.insert(number)
    model = model.applying([.delete(kind: kind(number), id: id(number), base: 0, object: [:])])
    let line = "\(number) "
    commits = commits.map { known in
      (known.operations.filter { !touches($0) }, known.before.filter { !$0.hasPrefix(line) })
    }
    let end = Operation.delete(kind: kind(number), id: id(number), base: 0, object: [:])
    commits.append(([end], values(store)))
    let needle = ByteSearch(Array("\"N\(number)\"".utf8))
    return disk.file(in: home, "", holding: needle).map { "\($0) still holds a value" }
  }

  /// The state, the history and everything that follows are those of the backup.
  private func restore() throws(StoreError) {
    guard let backup else { return }
    let place = SimDisk()
    _ = try Restore(
      source: backup.disk, place: place, name: "store", environment: world.environment(), today: Day(number: 20_514)
    ).run { _ in true }
    (disk, home) = (place, "store")
    (model, commits, erased) = (backup.model, backup.commits, backup.erased)
    try reopen()
  }

  private func stored(_ number: Int) -> CrashOracle.State.Stored? { model.kinds[kind(number)]?[id(number)] }

  private func commit(_ operations: [Operation]) throws(StoreError) {
    let before = values(store)
    try store.commit(Transaction(operations, why: "SK"))
    model = model.applying(operations)
    commits.append((operations, before))
  }

  /// Takes a commit back and does it again: the values are those of before, then those of after.
  private func undo(_ back: Int) throws(StoreError) -> String? {
    guard let commit = try store.commits(before: .max, limit: back + 1).dropFirst(back).first else { return nil }
    let known = commits[commits.count - 1 - back]
    if commit.isErasure { return nil }
    guard commit.operations == known.operations else { return "a commit was read back as another one" }
    // What would bring an erased record back, or has nothing left to take back, is not tried.
    guard !known.operations.isEmpty else { return nil }
    let after = values(store)
    do throws(StoreError) {
      // What has been taken back already changes nothing.
      guard try store.commit(commit.inverse).isWritten else {
        return values(store) == after ? nil : "nothing is something"
      }
    } catch {
      // Somebody has changed the same field since: nothing may have happened.
      guard case .conflict = error else { throw error }
      return values(store) == after ? nil : "a refused undo changed something"
    }
    try note(after)
    guard let undone = try store.commits(before: .max, limit: 1).first else { return "the undo is not in the journal" }
    let middle = values(store)
    if back == 0, middle != known.before { return "undo did not give the old values back" }
    try store.commit(undone.inverse)
    try note(middle)
    return values(store) == after ? nil : "redo after undo is not the state before"
  }

  /// Takes over into the model what the store has just saved, as the journal has it.
  private func note(_ before: [String]) throws(StoreError) {
    guard let newest = try store.commits(before: .max, limit: 1).first, newest.sequence == model.sequence + 1 else {
      return
    }
    model = model.applying(newest.operations)
    commits.append((newest.operations, before))
  }

  /// All records without their revisions, which undo does not take back.
  private func values(_ store: Store) -> [String] {
    var lines: [String] = []
    for number in 0..<4 {
      guard let now = store.stored(kind(number), id(number)) else { continue }
      lines.append("\(number) " + JSONWriter.text(.object(now.object)))
    }
    return lines
  }

  /// Two people change different fields of one record, neither knowing of the other: the order does not matter.
  private func checkMerge(_ number: Int) throws(StoreError) -> String? {
    guard let now = stored(number) else { return nil }
    let first = Operation.update(
      kind: kind(number), id: id(number), base: now.revision,
      changes: ["left": Change(old: now.object["left"], new: .string("L\(model.sequence)"))])
    let second = Operation.update(
      kind: kind(number), id: id(number), base: now.revision,
      changes: ["right": Change(old: now.object["right"], new: .string("R\(model.sequence)"))])
    var results: [[String]] = []
    for order in [[first, second], [second, first]] {
      let copy = try open(disk.settled)
      for operation in order { try copy.commit(Transaction([operation])) }
      results.append(values(copy))
    }
    return results[0] == results[1] ? nil : "two edits of different fields depend on their order"
  }

  /// Snapshot and tail, and the whole journal, lead to the same state; the files say of themselves what is true.
  private func checkWhole() throws(StoreError) -> String? {
    let again = try open(disk.settled)
    if again.dump != model.dump { return "opened to another state" }
    let bare = disk.settled
    let snapshots = home.isEmpty ? Layout.snapshots : "\(home)/\(Layout.snapshots)"
    for name in try bare.list(snapshots) { try bare.removeTree("\(snapshots)/\(name)") }
    let replayed = try open(bare)
    if replayed.dump != model.dump { return "the journal leads to another state than snapshot and tail" }
    if replayed.head != again.head { return "another head without the snapshot" }
    let report = try again.verify(deep: true)
    if let finding = report.findings.first { return "verify: \(finding.file) \(finding.text.english)" }
    let all = try again.commits(before: .max, limit: .max)
    return all.count == commits.count ? nil : "\(all.count) commits read of \(commits.count)"
  }
}
