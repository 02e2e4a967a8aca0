import JenjangDomain

@testable import JenjangStore

/// Backups, and stores that are made from them.
extension CrashLab {
  /// A backup is made and brought up to date; what was said to be a backup can always take the place of a store.
  func backUp() throws {
    try begin(in: "store")
    try disk.makeFolder("copy")
    save(try open(), [newNote(1)])
    var promised = 0
    var file: String?
    for next in ["first", "second"] {
      let filler = try open()
      for number in 1...2 { save(filler, [newNote(10 * (promised + 1) + number)]) }
      try attach(next, instead: file, filler)
      try snapshot(filler)
      disk.endProcesses()
      // What describes the store is another file the second time.
      if promised > 0 { _ = try Store.share(try place(of: disk), path: "sim", .group, group: 9) }
      file = next
      reboot()
      promiseBackup(of: promised)
      watch()
      let store = try open()
      trace.begin("back up")
      promised = try store.backUp(to: try disk.below("copy"), at: "copy") { _ in true }.head.sequence
      promiseBackup(of: promised)
      cutNow()
      rest()
      try store.note(store.head, to: .backup, place: "copy")
    }
  }

  /// From now on a backup that goes at least so far must be there.
  private func promiseBackup(of sequence: Int) {
    inspection = { [unowned self] disk, _ in self.problem(ofCopyOn: disk, since: sequence) }
  }

  /// Says what is wrong with the backup on a disk, by making a store from it.
  private func problem(ofCopyOn disk: SimDisk, since sequence: Int) -> String? {
    let trial = SimDisk(nodes: disk.nodes)
    trial.touches = disk.touches
    do throws(StoreError) {
      guard let record = try BackupRecord.read(try trial.below("copy")) else {
        return sequence == 0 ? nil : "the backup is gone"
      }
      guard record.end.sequence >= sequence else { return "the backup is an older one" }
      try restore(trial, FixedWorld(seed: 5), as: "trial")
    } catch {
      return "nothing can be made from the backup: \(error)"
    }
    return nil
  }

  /// A store with sealed segments and a snapshot, and a backup of it beside it.
  func beginWithBackup() throws {
    try begin(in: "store")
    let store = try open()
    for number in 1...3 { save(store, [newNote(number, name: "Ni Luh Putu Ayu Sri Rahayu Dewi ")]) }
    try disk.makeFolder("copy")
    trace.begin("back up")
    _ = try store.backUp(to: try disk.below("copy"), at: "copy") { _ in true }
    try snapshot(store)
  }

  func restore(again: Bool) throws {
    try beginWithBackup()
    let saved = oracle.newest
    try saveMore(4...5)
    let before = try disk.below(home).contents(Layout.segment(2)) ?? []
    let end = Array(before.suffix(200))
    let needle = ByteSearch(end)
    inspection = { disk, store in
      guard disk.file(in: "", "", holding: needle) != nil else { return "the store that was there before is gone" }
      return CrashLab.readMeProblem(disk, store)
    }
    reboot()
    if again {
      keeper = { [unowned self] disk, world throws(StoreError) in try self.restore(disk, world) }
    }
    watch()
    oracle.snapshot = 0
    oracle.beginAgain(saved)
    trace.begin("restore")
    try restore(disk, world)
    oracle.acknowledged = oracle.begun
    cutNow()
    keeper = nil
    try saveMore(6...6)
  }

  /// The store is lost as a whole, and its backup takes its place.
  func restoreIntoNothing() throws {
    try beginWithBackup()
    try disk.removeTree(home)
    reboot()
    opensBeforeKeeping = false
    inspection = CrashLab.readMeProblem
    keeper = { [unowned self] disk, world throws(StoreError) in
      if try disk.facts(self.home) == nil { try self.restore(disk, world) }
    }
    watch()
    oracle.snapshot = 0
    trace.begin("restore")
    try restore(disk, world)
    keeper = nil
    cutNow()
    try saveMore(6...6)
  }

  private func restore(_ disk: SimDisk, _ world: FixedWorld, as name: String? = nil) throws(StoreError) {
    _ = try Restore(
      source: try disk.below("copy"), place: disk, name: name ?? home, environment: world.environment(),
      today: Day(number: 20_514)
    ).run { _ in true }
  }

  func saveMore(_ numbers: ClosedRange<Int>) throws {
    let store = try open()
    for number in numbers { save(store, [newNote(number)]) }
  }
}
