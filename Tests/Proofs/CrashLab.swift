import JSONText
import JenjangDomain

@testable import JenjangStore

/// Runs a store on a simulated disk, cuts the power after each change, and compares what is left with the oracle.
///
/// States with the same names and bytes are opened once; each is compared with what was promised at its own moment.
final class CrashLab {
  let effort: CrashEffort
  let mutation: Mutation
  let world = FixedWorld()
  private(set) var disk = SimDisk()
  var oracle = CrashOracle()
  /// Bytes of a torn tail that must not be lost when it is cut off.
  var keepsake: [UInt8] = []
  private(set) var states = 0
  private(set) var distinct = 0
  private(set) var depthStates = 0
  private(set) var violations: [String] = []
  /// Ends at the first violation.
  var stopsEarly = false
  /// The steps of the scenario itself, of putting right what is left, and of doing so once more.
  let traces: [StepTrace]
  /// Whether the steps of recoveries are named too.
  var tracesRecoveries: Bool
  private var memo: [Int: Outcome] = [:]
  private var sequels: [Int: String?] = [:]
  private var seed: UInt64 = 0
  private var scenario = ""
  private var isWatching = false

  /// What opening a disk showed.
  struct Outcome {
    /// The place among the oracle's states, or why it is none.
    var place: Int
    var problem: String?
    var snapshot: Int
  }

  init(_ effort: CrashEffort, mutation: Mutation = Mutation()) {
    self.effort = effort
    self.mutation = mutation
    traces = (0..<3).map { _ in StepTrace(leavingOut: mutation.step) }
    tracesRecoveries = mutation.step != nil
  }

  var trace: StepTrace { traces[0] }
  /// The names of all steps that were met.
  var steps: Set<String> { Set(traces.flatMap(\.names)) }
  /// How many different disks are opened at most for a scenario; the rest is left to the long run.
  var limit = Int.max
  var isOver: Bool { stopsEarly && !violations.isEmpty || distinct >= limit }

  /// What came of some scenarios.
  struct Report: Sendable {
    var name = ""
    var states = 0
    var distinct = 0
    var depthStates = 0
    var violations: [String] = []
  }

  static func report(of scenarios: [CrashScenario], _ effort: CrashEffort) -> Report {
    let lab = CrashLab(effort)
    lab.run(scenarios)
    return Report(
      name: scenarios.first?.name ?? "", states: lab.states, distinct: lab.distinct, depthStates: lab.depthStates,
      violations: lab.violations)
  }

  /// Runs scenarios one after the other.
  func run(_ scenarios: [CrashScenario]) {
    StoreRule.leaving(out: mutation.rule) {
      for scenario in scenarios where !isOver {
        self.scenario = scenario.name
        do { try scenario.run(self) } catch { violate("did not run: \(error)") }
        isWatching = false
      }
    }
  }

  private func violate(_ what: String) { violations.append("\(scenario): \(what)") }

  /// A scenario's own demand.
  func demand(_ holds: Bool, _ what: String) { if !holds { violate(what) } }
}

/// What scenarios are made of.
extension CrashLab {
  /// A new empty store, durable as a whole.
  func begin() throws {
    isWatching = false
    replace(SimDisk())
    try Store.fill(disk, description: world.description(), environment: world.environment())
    replace(disk.settled)
  }

  /// Goes on with another disk and forgets what was known of the one before.
  func replace(_ other: SimDisk) {
    disk = other
    disk.trace = trace
    oracle = CrashOracle()
    keepsake = []
    forget()
    attach()
  }

  /// Opens again what was opened before: the oracle counts its states otherwise now.
  func forget() {
    memo = [:]
    sequels = [:]
  }

  /// The last save is known not to have happened.
  func takeBack() {
    oracle.takeBack()
    forget()
  }

  /// From now on every change of the disk is followed by power cuts.
  func watch() {
    isWatching = true
    attach()
  }

  private func attach() {
    disk.didChange = isWatching ? { [unowned self] disk in self.cut(disk) } : nil
  }

  func open(_ call: String = "open") throws(StoreError) -> Store {
    trace.begin(call)
    return try open(disk)
  }

  private func open(_ disk: SimDisk) throws(StoreError) -> Store {
    let store = try Store(disk: disk, path: "sim", options: world.smallOptions())
    store.segmentSize = 900
    return store
  }

  /// Saves operations; the oracle learns what may be and what is promised.
  ///
  /// False when it was refused.
  @discardableResult
  func save(_ store: Store, _ operations: [Operation], batch: Transaction.Batch? = nil) -> Bool {
    oracle.begin(operations)
    trace.begin("commit")
    do throws(StoreError) { try store.commit(Transaction(operations, why: "SK 1", batch: batch)) } catch {
      if case .uncertain = error { return false }
      if disk.changesUntilDeath == nil { takeBack() }
      return false
    }
    oracle.acknowledged = oracle.begun
    cutNow()
    return true
  }

  func snapshot(_ store: Store) throws(StoreError) {
    trace.begin("snapshot")
    try store.snapshot()
    oracle.snapshot = store.head.sequence
    cutNow()
  }

  /// Looks at the power cuts of this very moment.
  func cutNow() { if isWatching { cut(disk) } }

  func newNote(_ number: Int, name: String = "N") -> Operation {
    .create(kind: "notes", id: RecordID(high: 1, low: UInt64(number)), object: ["name": .string("\(name)\(number)")])
  }

  func rename(_ number: Int, _ old: String, _ new: String) -> Operation {
    .update(
      kind: "notes", id: RecordID(high: 1, low: UInt64(number)), base: 0,
      changes: ["name": Change(old: .string(old), new: .string(new))])
  }
}

/// Cutting the power, and looking at what is left.
extension CrashLab {
  private func cut(_ disk: SimDisk) {
    guard !isOver else { return }
    seed += 1
    var states = CrashStates(disk, effort, seed: seed)
    states.visit { state in examine(state, from: oracle.acknowledged, to: oracle.begun, depth: 1) }
  }

  /// Compares a state with what was promised at this moment.
  private func examine(_ state: CrashState, from acknowledged: Int, to begun: Int, depth: Int) {
    guard !isOver else { return }
    states += 1
    if depth == 0 { depthStates += 1 }
    let outcome: Outcome
    if let known = memo[state.fingerprint] {
      outcome = known
    } else {
      distinct += 1
      outcome = look(at: state.disk(), from: acknowledged, to: begun, depth: depth)
      memo[state.fingerprint] = outcome
    }
    if let problem = outcome.problem { return violate(problem) }
    guard outcome.place >= acknowledged, outcome.place <= begun else {
      return violate("state \(outcome.place), promised \(acknowledged) to \(begun)")
    }
    guard outcome.snapshot >= oracle.snapshot else {
      return violate("snapshot of \(outcome.snapshot), promised \(oracle.snapshot)")
    }
  }

  private func look(at disk: SimDisk, from acknowledged: Int, to begun: Int, depth: Int) -> Outcome {
    let trace = traces[2 - depth]
    if tracesRecoveries { disk.trace = trace }
    let isDeep = depth > 0 && distinct % effort.depthStride == 0
    if isDeep {
      disk.didChange = { [unowned self] disk in self.cutAgain(disk, from: acknowledged, to: begun) }
    }
    do throws(StoreError) {
      trace.begin("open")
      let store = try open(disk)
      disk.didChange = nil
      if let reason = store.readOnlyReason { return problem("refused: \(reason.english)") }
      guard let place = oracle.place(of: store.dump) else { return problem("wrong state at \(store.head.sequence)") }
      if let notice = store.notices.first(where: { $0.english.contains("damaged") }) {
        return problem("said: \(notice.english)")
      }
      if !keepsake.isEmpty, !holdsKeepsake(disk) { return problem("a torn tail was lost") }
      if isDeep { cutAgain(disk, from: place, to: place) }
      let snapshot = store.generation?.manifest.position.sequence ?? 0
      let problem = goOn(store, disk, trace, from: oracle.states[place])
      return Outcome(place: place, problem: problem, snapshot: snapshot)
    } catch {
      return problem("did not open: \(error)")
    }
  }

  private func problem(_ text: String) -> Outcome { Outcome(place: -1, problem: text, snapshot: 0) }

  /// Cuts the power while a store is put right.
  private func cutAgain(_ disk: SimDisk, from acknowledged: Int, to begun: Int) {
    seed += 1
    var states = CrashStates(disk, .inner, seed: seed)
    states.visit { examine($0, from: acknowledged, to: begun, depth: 0) }
  }

  /// Saves once more, cuts the power and opens again; says what is wrong then.
  private func goOn(_ store: Store, _ disk: SimDisk, _ trace: StepTrace, from state: CrashOracle.State) -> String? {
    let fingerprint = disk.fingerprint
    if let known = sequels[fingerprint] { return known }
    var problem: String?
    do throws(StoreError) {
      let more = [newNote(1_000_000)]
      trace.begin("commit")
      try store.commit(Transaction(more))
      let expected = state.applying(more).dump
      for disk in [disk.settled, disk.bare] {
        if tracesRecoveries { disk.trace = trace }
        trace.begin("open")
        let again = try open(disk)
        if let reason = again.readOnlyReason { problem = "refused after one more: \(reason.english)" }
        if again.dump != expected { problem = "wrong state after one more" }
        if !keepsake.isEmpty, !holdsKeepsake(disk) { problem = "a torn tail was lost after one more" }
      }
    } catch { problem = "after one more: \(error)" }
    sequels[fingerprint] = .some(problem)
    return problem
  }

  /// A torn tail is in the journal, or in quarantine with a note.
  private func holdsKeepsake(_ disk: SimDisk) -> Bool {
    func files(_ folder: String) -> [(name: String, bytes: [UInt8])] {
      guard let node = disk.node(folder) else { return [] }
      return disk.nodes[node].names.map { ($0.key, disk.nodes[$0.value].bytes) }
    }
    func holds(_ bytes: [UInt8]) -> Bool {
      bytes.withUnsafeBytes { ByteSearch(keepsake).first(in: $0) != nil }
    }
    if files(Layout.journal).contains(where: { holds($0.bytes) }) { return true }
    let quarantine = files(Layout.quarantine)
    guard quarantine.contains(where: { holds($0.bytes) }) else { return false }
    return quarantine.contains { $0.name.hasSuffix(".json") && (try? JSONReader.value($0.bytes)) != nil }
  }
}

extension SimDisk {
  /// A hash of everything that a process sees but what was set aside.
  var fingerprint: Int { fingerprint(0) }

  private func fingerprint(_ index: Int) -> Int {
    var sum = 0
    for (name, child) in nodes[index].names where index != 0 || name != Layout.quarantine {
      var hasher = Hasher()
      hasher.combine(name)
      if nodes[child].isFolder {
        hasher.combine(fingerprint(child))
      } else {
        nodes[child].bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
      }
      sum = sum &+ hasher.finalize()
    }
    return sum
  }
}
