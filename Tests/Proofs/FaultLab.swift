import Glibc
import JSONText
import JenjangDomain

@testable import JenjangStore

/// Runs a day of a store again and again, each time with another call of the disk failing.
///
/// What was acknowledged must be there afterwards, what was refused must not, and both also after a power cut.
struct FaultLab: Sendable {
  /// What came of all runs.
  struct Report: Sendable {
    var runs = 0
    /// The places of the protocol at which a fault struck.
    var places: Set<String> = []
    var violations: [String] = []

    mutating func add(_ other: Report) {
      runs += other.runs
      places.formUnion(other.places)
      violations += other.violations
    }
  }

  static let codes: [Int32] = [EIO, ENOSPC, EDQUOT, EINTR, EAGAIN, EROFS, EACCES, EMFILE, ENOENT]

  private(set) var report = Report()

  /// A share of the runs that can be had by itself.
  enum Part: Sendable, Hashable {
    case errors(code: Int32, isForEver: Bool, quarters: Int)
    /// The disk is full at every so manieth byte from this one on.
    case full(from: Int, step: Int)
  }

  static let parts: [Part] =
    codes.flatMap { code in
      [false, true].flatMap { isForEver in
        (code == ENOSPC || code == EIO ? [0, 2, 4] : [0]).map {
          .errors(code: code, isForEver: isForEver, quarters: $0)
        }
      }
    } + (0..<8).map { .full(from: $0, step: 8) }

  /// Runs a part, or every `stride`th run of it.
  static func report(of part: Part, stride: Int) -> Report {
    var lab = FaultLab()
    switch part {
    case .errors(let code, let isForEver, let quarters):
      var call = stride > 1 ? Int(code) % stride : 0
      while lab.day(FaultDisk.Fault(call: call, code: code, isForEver: isForEver, quarters: quarters)) {
        call += stride
      }
    case .full(let first, let step): lab.fill(from: first * stride, stride: step * stride)
    }
    return lab.report
  }

  /// One day with one fault; false when the day ended before it.
  private mutating func day(_ fault: FaultDisk.Fault) -> Bool {
    report.runs += 1
    let world = FixedWorld()
    let sim = SimDisk()
    do throws(StoreError) {
      try Store.fill(sim, description: world.description(), environment: world.environment())
    } catch { return true }
    let disk = FaultDisk(SimDisk(nodes: sim.settled.nodes), fault)
    var ledger = Ledger()
    work(disk, world, &ledger)
    guard let place = disk.struck.first else { return false }
    report.places.insert(place)
    disk.fault = nil
    for text in ledger.complaints { violate(fault, place, text) }
    disk.disk.endProcesses()
    for (name, left) in [("", disk.disk.settled), (" after a power cut", disk.disk.bare)] {
      if let wrong = ledger.judge(left, world, isCut: !name.isEmpty) { violate(fault, place, wrong + name) }
    }
    return true
  }

  private mutating func violate(_ fault: FaultDisk.Fault, _ place: String, _ text: String) {
    let often = fault.isForEver ? "from then on" : "once"
    report.violations.append("\(place), error \(fault.code) \(often), \(fault.quarters)/4: \(text)")
  }

  /// Opens, saves so that a segment is sealed, writes a snapshot, opens again and saves on.
  private func work(_ disk: FaultDisk, _ world: FixedWorld, _ ledger: inout Ledger) {
    for _ in 0..<2 {
      let store: Store
      do throws(StoreError) {
        store = try Store(disk: disk, path: "sim", options: world.smallOptions())
      } catch {
        ledger.hear(error, disk)
        continue
      }
      store.segmentSize = 900
      store.whileWaiting = { _, _ in false }
      ledger.see(store)
      for number in 0..<3 {
        ledger.save(store, disk)
        guard number == 1 else { continue }
        do throws(StoreError) { try store.snapshot() } catch { ledger.hear(error, disk) }
      }
    }
  }

  /// Runs a store until the disk is full, with so many bytes left at the beginning.
  private mutating func fill(from first: Int, stride: Int) {
    for room in Swift.stride(from: first, to: 8_192, by: stride) {
      report.runs += 1
      let world = FixedWorld()
      let sim = SimDisk()
      do throws(StoreError) {
        try Store.fill(sim, description: world.description(), environment: world.environment())
      } catch { continue }
      let disk = FaultDisk(SimDisk(nodes: sim.settled.nodes), nil)
      disk.disk.room = room
      var ledger = Ledger()
      for _ in 0..<3 { work(disk, world, &ledger) }
      let fault = FaultDisk.Fault(call: room, code: ENOSPC, isForEver: true)
      for text in ledger.complaints { violate(fault, "disk full", text) }
      disk.disk.room = nil
      disk.disk.endProcesses()
      for (name, left) in [("", disk.disk.settled), (" after a power cut", disk.disk.bare)] {
        if let wrong = ledger.judge(left, world, isCut: !name.isEmpty) { violate(fault, "disk full", wrong + name) }
      }
    }
    report.places.insert("disk full")
  }
}

/// What was tried, promised and refused, kept outside the store.
private struct Ledger {
  /// For each note that was to be made: true when it was promised, false when it was refused, nil when in doubt.
  private var saves: [Bool?] = []
  private(set) var complaints: [String] = []

  mutating func save(_ store: Store, _ disk: FaultDisk) {
    let number = saves.count + 1
    let operation = Operation.create(
      kind: "notes", id: RecordID(high: 1, low: UInt64(number)), object: ["name": .string("N\(number)")])
    do throws(StoreError) {
      try store.commit(Transaction([operation]))
      saves.append(true)
    } catch {
      hear(error, disk)
      if case .uncertain = error { saves.append(nil) } else { saves.append(false) }
    }
  }

  /// An error must say which file and what happened to it.
  mutating func hear(_ error: StoreError, _ disk: FaultDisk) {
    guard case .system(_, let path, let code) = error else { return }
    if path.isEmpty { complaints.append("an error names no file: \(error)") }
    let reason = String(cString: strerror(code))
    if !error.text.english.contains(reason) { complaints.append("an error says not what happened: \(error)") }
  }

  /// A store that opens shows what was promised.
  mutating func see(_ store: Store) {
    guard store.readOnlyReason == nil else { return }
    if let wrong = compare(store) { complaints.append("an open store \(wrong)") }
  }

  private func compare(_ store: Store) -> String? {
    for (index, save) in saves.enumerated() {
      let isThere = store.stored("notes", RecordID(high: 1, low: UInt64(index + 1))) != nil
      if save == true, !isThere { return "lacks save \(index + 1), which was acknowledged" }
      if save == false, isThere { return "has save \(index + 1), which was refused" }
    }
    return nil
  }

  /// What is wrong with a disk that works again.
  func judge(_ disk: SimDisk, _ world: FixedWorld, isCut: Bool) -> String? {
    do throws(StoreError) {
      let store = try Store(disk: disk, path: "sim", options: world.smallOptions())
      if let reason = store.readOnlyReason { return "the store is refused: \(reason.english)" }
      if let wrong = compare(store) { return "the store " + wrong }
      try store.commit(Transaction([.create(kind: "units", id: RecordID(high: 2, low: 1), object: ["name": "U"])]))
      let report = try store.verify(deep: true)
      if let finding = report.findings.first { return "\(finding.file): \(finding.text.english)" }
      let again = try Store(disk: disk, path: "sim", options: world.smallOptions())
      return again.dump == store.dump ? nil : "another state after one more save"
    } catch { return "the store does not open: \(error)" }
  }
}
