import JSONText
import JenjangDomain

@testable import JenjangStore

/// Runs a store on a simulated disk, cuts the power after each change, and compares what is left with the oracle.
///
/// States that a store cannot tell apart are opened once; each is compared with what was promised at its own moment.
final class CrashLab {
  let effort: CrashEffort
  let mutation: Mutation
  private(set) var world = FixedWorld()
  private(set) var disk = SimDisk()
  var oracle = CrashOracle()
  /// Where on the disk the store is.
  private(set) var home = "" {
    didSet { for trace in traces { trace.home = home } }
  }
  /// Bytes of a torn tail that must not be lost when it is cut off.
  var keepsake: [UInt8] = [] { didSet { forget() } }
  /// What whoever keeps the store does after a power cut, before it is judged: goes on with what was interrupted.
  ///
  /// Its world makes other identities in a recovery and in the recovery of that one, as chance does.
  var keeper: ((SimDisk, FixedWorld) throws(StoreError) -> Void)? { didSet { forget() } }
  /// A store must open before it is kept; false where there may be none yet.
  var opensBeforeKeeping = true
  /// What else must be true of every disk that is left; says what is wrong.
  var inspection: ((SimDisk, Store) -> String?)? { didSet { forget() } }
  private(set) var states = 0
  var distinct = 0
  var depthStates = 0
  private(set) var violations: [String] = []
  /// Ends at the first violation.
  var stopsEarly = false
  /// No power cuts before the step is left out: until then everything is as it is with the step.
  var waitsForStep = false
  /// The steps of the scenario itself, of putting right what is left, and of doing so once more.
  let traces: [StepTrace]
  /// Whether the steps of recoveries are named too.
  var tracesRecoveries: Bool
  private var memory = CrashMemory()
  var sequels: [Int: Sequel] = [:]
  private var seed: UInt64 = 0
  private var scenario = ""
  private var isWatching = false
  /// The changes of the disk so far; of so many one is followed by power cuts.
  private var changes = 0
  private var pace = 1

  /// What opening a disk showed.
  struct Outcome {
    /// The hash of the state that was seen.
    var state = 0
    var problem: String?
    /// The commit of the snapshot that was there.
    var snapshot = 0
  }

  /// What came of saving once more, and the files that were looked at for that.
  struct Sequel {
    let problem: String?
    let paths: [String]
  }

  init(_ effort: CrashEffort, mutation: Mutation = Mutation()) {
    self.effort = effort
    self.mutation = mutation
    traces = (0..<3).map { _ in StepTrace(leavingOut: mutation.step) }
    for trace in traces.dropFirst() { trace.isArmed = true }
    tracesRecoveries = mutation.step != nil
  }

  var trace: StepTrace { traces[0] }
  var isOver: Bool { stopsEarly && !violations.isEmpty }

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
        forget()
        rest()
        self.scenario = scenario.name
        pace = scenario.isLarge ? effort.largePace : 1
        do { try scenario.run(self) } catch { violate("did not run: \(error)") }
      }
    }
  }

  func violate(_ what: String) { violations.append("\(scenario): \(what)") }

  /// A scenario's own demand.
  func demand(_ holds: Bool, _ what: String) { if !holds { violate(what) } }
}

/// What scenarios are made of.
extension CrashLab {
  /// A new empty store, durable as a whole.
  ///
  /// The world begins anew with it, so that what happens again is the same to the last byte and is looked at once.
  func begin(in folder: String = "") throws {
    rest()
    trace.begin(StepTrace.preparation)
    home = folder
    if keeper != nil { keeper = nil }
    opensBeforeKeeping = true
    if inspection != nil { inspection = nil }
    world = FixedWorld()
    replace(SimDisk())
    if !folder.isEmpty { try disk.makeFolder(folder) }
    try Store.fill(try place(of: disk), description: world.description(), environment: world.environment())
    replace(disk.settled)
  }

  /// Goes on with another disk.
  func replace(_ other: SimDisk) {
    disk = other
    disk.trace = trace
    oracle = CrashOracle()
    if !keepsake.isEmpty { keepsake = [] }
    attach()
  }

  /// The store's folder as a disk.
  func place(of disk: SimDisk) throws(StoreError) -> any Disk { home.isEmpty ? disk : try disk.below(home) }

  /// Opens again what was opened before: it is judged otherwise now.
  private func forget() {
    memory = CrashMemory()
    sequels = [:]
  }

  /// The last save is known not to have happened.
  func takeBack() { oracle.takeBack() }

  /// From now on every change of the disk is followed by power cuts.
  func watch() {
    isWatching = true
    trace.isArmed = true
    attach()
  }

  /// No power cuts until `watch` is called again.
  func rest() {
    isWatching = false
    trace.isArmed = false
    attach()
  }

  private func attach() {
    disk.didChange =
      isWatching
      ? { [unowned self] disk in
        changes += 1
        if changes % pace == 0 { cut(disk) }
      } : nil
  }

  func open(_ call: String = "open") throws(StoreError) -> Store {
    trace.begin(call)
    return try open(disk, world)
  }

  func open(_ disk: SimDisk, _ world: FixedWorld) throws(StoreError) -> Store {
    let store = try Store(disk: try place(of: disk), path: "sim", options: world.smallOptions())
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

/// Cutting the power.
extension CrashLab {
  private func cut(_ disk: SimDisk) {
    guard !isOver, !waitsForStep || trace.hasLeftOut else { return }
    seed += 1
    var states = CrashStates(disk, effort, home: home, seed: seed)
    states.visit { state in examine(state, from: oracle.acknowledged, to: oracle.begun, depth: 1) }
  }

  /// Cuts the power while a store is put right.
  func cutAgain(_ disk: SimDisk, from acknowledged: Int, to begun: Int) {
    seed += 1
    var states = CrashStates(disk, effort.inner, home: home, seed: seed)
    states.visit { examine($0, from: acknowledged, to: begun, depth: 0) }
  }

  /// Compares a state with what was promised at this moment.
  private func examine(_ state: CrashState, from acknowledged: Int, to begun: Int, depth: Int) {
    guard !isOver else { return }
    states += 1
    if depth == 0 { depthStates += 1 }
    let outcome: Outcome
    if let known = memory.outcome(of: state) {
      outcome = known
    } else {
      distinct += 1
      let disk = state.disk()
      let touches = SimTouches()
      disk.touches = touches
      outcome = look(at: disk, from: acknowledged, to: begun, depth: depth)
      memory.keep(outcome, of: state, touches)
    }
    if let problem = outcome.problem { return violate(problem) }
    guard let place = oracle.place(of: outcome.state) else { return violate("a state that was never saved") }
    guard place >= acknowledged, place <= begun else {
      return violate("state \(place), promised \(acknowledged) to \(begun)")
    }
    guard outcome.snapshot >= oracle.snapshot else {
      return violate("snapshot of \(outcome.snapshot), promised \(oracle.snapshot)")
    }
  }
}
