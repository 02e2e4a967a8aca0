import JSONText
import JenjangDomain

@testable import JenjangStore

extension CrashScenario {
  /// What whoever keeps the store does.
  static let keeping: [CrashScenario] = [
    CrashScenario("a file is attached") { lab in
      try lab.begin()
      try lab.disk.removeFolder(Layout.attachments)
      lab.reboot()
      lab.inspection = CrashLab.filesMissing
      let store = try lab.open()
      lab.save(store, [lab.newNote(1)])
      lab.watch()
      try lab.attach("first", instead: nil, store)
      try lab.attach("second", instead: "first", store)
      try lab.snapshot(store)
      lab.save(store, [lab.newNote(2)])
    },
    CrashScenario("a file is attached where a process was killed while attaching it") { lab in
      // Before the name is taken, and before it is durable.
      for changes in [5, 6] {
        try lab.begin()
        lab.inspection = CrashLab.filesMissing
        lab.save(try lab.open(), [lab.newNote(1)])
        let first = try lab.open()
        lab.disk.clock = 1_772_413_200_000
        lab.disk.changesUntilDeath = changes
        do throws(StoreError) { try first.keep(Array("first".utf8), as: CrashLab.hash("first")) } catch { _ = error }
        lab.disk.endProcesses()
        lab.watch()
        try lab.attach("first", instead: nil, try lab.open())
      }
    },
    CrashScenario("a file is attached while another process removes what nobody named") { lab in
      for changes in 1..<12 {
        try lab.begin()
        lab.inspection = CrashLab.filesMissing
        let store = try lab.open()
        lab.save(store, [lab.newNote(1)])
        // It has lain there for long, so the other may take it for something that nobody wants.
        lab.trace.begin(StepTrace.preparation)
        try store.keep(Array("first".utf8), as: CrashLab.hash("first"))
        lab.disk.clock = 1_772_413_200_000
        let other = try lab.open()
        if changes == 6 { lab.watch() }
        try lab.meanwhile(after: changes) {
          lab.trace.begin("snapshot")
          do throws(StoreError) { try other.snapshot() } catch { lab.demand(false, "no snapshot: \(error)") }
        } during: {
          try lab.attach("first", instead: nil, store)
        }
        lab.demand(CrashLab.filesMissing(lab.disk, store) == nil, "a file that a record names was removed")
      }
    },
    CrashScenario("who shares a store is changed") { lab in
      try lab.begin()
      lab.save(try lab.open(), [lab.newNote(1)])
      lab.disk.endProcesses()
      lab.watch()
      lab.trace.begin("share")
      _ = try Store.share(lab.disk, path: "sim", .group, group: 9)
      lab.inspection = { _, store in store.description.sharing == .group ? nil : "shared as before" }
      lab.cutNow()
      let store = try lab.open()
      lab.save(store, [lab.newNote(2)])
    },
    CrashScenario("a person is erased by order", isLarge: true) { lab in try lab.eraseByOrder() },
    CrashScenario("a published head is noted") { lab in
      try lab.begin()
      let store = try lab.open()
      lab.save(store, [lab.newNote(1)])
      lab.watch()
      for count in 1...2 {
        lab.trace.begin("note")
        try store.note(store.head, to: .report, place: "\(count)")
        lab.inspection = { _, store in store.anchors().count < count ? "a published head was forgotten" : nil }
        lab.cutNow()
      }
    },
    CrashScenario("a backup is made", isLarge: true) { lab in try lab.backUp() },
    CrashScenario("a backup is put in the place of a store", isLarge: true) { lab in try lab.restore(again: false) },
    CrashScenario("a restore that was interrupted is run again", isLarge: true) { lab in
      try lab.restore(again: true)
    },
    CrashScenario("a backup is put where no store is", isLarge: true) { lab in try lab.restoreIntoNothing() },
    CrashScenario("a damaged segment is taken from a backup") { lab in
      for number in 1...2 { try lab.repair(segment: number) }
    },
    CrashScenario("the description of a store is taken from a backup") { lab in
      for isMissing in [true, false] { try lab.repairDescription(isMissing: isMissing) }
    },
    CrashScenario("what a damage leaves unproved is given up") { lab in
      try lab.giveUp(after: 1)
      try lab.giveUp(after: 3)
    },
  ]
}

extension CrashLab {
  static func hash(_ text: String) -> String { Digits.hex(SHA256.hash(Array(text.utf8))) }

  private static func attachment(_ text: String) -> Attachment {
    Attachment(hash: hash(text), name: text + ".txt", mediaType: "text/plain", size: text.utf8.count)
  }

  /// Puts a file into the store and on note 1.
  func attach(_ text: String, instead old: String?, _ store: Store) throws {
    trace.begin("attach")
    try store.keep(Array(text.utf8), as: CrashLab.hash(text))
    let change = Change(old: old.map { CrashLab.attachment($0).json }, new: CrashLab.attachment(text).json)
    let isSaved = save(
      store, [.update(kind: "notes", id: RecordID(high: 1, low: 1), base: 0, changes: ["file": change])])
    demand(isSaved, "a file was not attached")
  }

  /// Says which file that a record names is not there.
  static func filesMissing(_ disk: SimDisk, _ store: Store) -> String? {
    guard let table = store.book.table("notes") else { return nil }
    for row in 0..<table.rowCount where table.isLive(row) {
      guard let value = table.object(at: row)?["file"], let file = Attachment(json: value) else { continue }
      do throws(StoreError) { _ = try store.bytes(of: file) } catch { return "\(file.name) is missing: \(error)" }
    }
    return nil
  }

  /// What a check of the whole history finds, which opening a store with a snapshot does not read.
  private func finding(on disk: SimDisk, _ store: Store) -> String? {
    let trial = SimDisk(nodes: disk.nodes)
    trial.touches = disk.touches
    do throws(StoreError) {
      let options = VerifyOptions(isDeep: true)
      let report = try Store.verify(try place(of: trial), store: store.description.store, options)
      return report.findings.first.map { "verify finds in \($0.file): \($0.text.english)" }
    } catch { return "verify did not run: \(error)" }
  }

  /// A record with a history in sealed segments, in snapshots and in an attachment is erased.
  fileprivate func eraseByOrder() throws {
    try begin()
    let secret = "Rahasia Sekali"
    let doomed = RecordID(high: 1, low: 1)
    var store: Store? = try open()
    if let store {
      save(store, [.create(kind: "notes", id: doomed, object: ["name": .string(secret)]), newNote(2)])
      try snapshot(store)
      save(store, [rename(1, secret, secret + " I")])
      try attach(secret, instead: nil, store)
      try snapshot(store)
      save(store, [newNote(3)])
      trace.begin(StepTrace.preparation)
      for folder in [Layout.quarantine, Layout.cache, Layout.indexes] {
        try disk.writeNew(folder + "/01.tail", Array(secret.utf8))
        try disk.syncFolder(folder)
      }
      inspection = { [unowned self] disk, store in
        guard store.stored("notes", doomed) == nil else { return nil }
        let needle = ByteSearch(Array(secret.utf8))
        if let path = disk.file(in: "", "", holding: needle) { return "\(path) holds what was erased" }
        return finding(on: disk, store)
      }
      keeper = { [unowned self] disk, world throws(StoreError) in
        _ = try self.open(disk, world).finishErasures()
      }
      watch()
      oracle.begin([.delete(kind: "notes", id: doomed, base: 0, object: [:])])
      trace.begin("erase")
      _ = try store.erase("notes", doomed, order: ErasureOrder(number: "SK 9", basis: "UU 27/2022"))
      oracle.acknowledged = oracle.begun
      // What was said to be erased is, without anybody going on with it.
      keeper = nil
      cutNow()
      save(store, [newNote(4)])
    }
    store = nil
  }

  fileprivate func repair(segment number: Int) throws {
    try beginWithBackup()
    try disk.removeTree(home + "/" + Layout.generation(1))
    let path = home + "/" + Layout.segment(number)
    guard let node = disk.node(path), disk.nodes[node].bytes.count > 400 else {
      return demand(false, "there is no segment \(number)")
    }
    disk.nodes[node].bytes[300] ^= 4
    let damaged = Array(disk.nodes[node].bytes[200..<400])
    reboot()
    keepsake = damaged
    keeper = { [unowned self] disk, world throws(StoreError) in try self.repair(disk, world) }
    watch()
    oracle.snapshot = 0
    trace.begin("repair")
    try repair(disk, world)
    keeper = nil
    cutNow()
    try saveMore(6...6)
  }

  /// `store.json` is not there, or is no JSON.
  fileprivate func repairDescription(isMissing: Bool) throws {
    try beginWithBackup()
    let path = home + "/" + Layout.description
    var damaged: [UInt8] = []
    if isMissing {
      try disk.remove(path)
    } else if let node = disk.node(path) {
      disk.nodes[node].bytes[0] ^= 4
      damaged = disk.nodes[node].bytes
    }
    reboot()
    keepsake = damaged
    keeper = { [unowned self] disk, world throws(StoreError) in try self.repair(disk, world) }
    // Nothing opens a store that does not say what it is.
    opensBeforeKeeping = false
    watch()
    trace.begin("repair")
    try repair(disk, world)
    keeper = nil
    cutNow()
    try saveMore(6...6)
  }

  private func repair(_ disk: SimDisk, _ world: FixedWorld) throws(StoreError) {
    let report = try Store.repair(
      try disk.below(home), path: home, from: try disk.below("copy"), environment: world.environment())
    if let left = report.remaining { violate("repair left \(left.text.english)") }
  }

  /// The commit after one of five is damaged; the state goes on from there, and what follows is not lost.
  fileprivate func giveUp(after last: Int) throws {
    try begin()
    var proved = oracle.newest
    do {
      let store = try open()
      for number in 1...5 {
        save(store, [newNote(number, name: "Ni Luh Putu Ayu Sri Rahayu Dewi ")])
        if number == last { proved = oracle.newest }
      }
    }
    let needle = ByteSearch(Array("Dewi \(last + 1)".utf8))
    for name in try disk.list(Layout.journal) {
      guard let node = disk.node("\(Layout.journal)/\(name)"),
        let place = disk.nodes[node].bytes.withUnsafeBytes({ needle.first(in: $0) })
      else { continue }
      disk.nodes[node].bytes[place] ^= 4
    }
    reboot()
    keepsake = Array("Dewi 5".utf8)
    inspection = { disk, _ in
      let lost = (last + 2...5).first { number in
        disk.file(in: "", "", holding: ByteSearch(Array("Dewi \(number)".utf8))) == nil
      }
      return lost.map { "what was readable of save \($0) is gone" }
    }
    keeper = { [unowned self] disk, world throws(StoreError) in try self.giveUp(disk, world) }
    watch()
    // The state before the damage, and the commit that says so.
    var given = proved
    given.sequence += 1
    oracle.beginAgain(given)
    trace.begin("give up")
    try giveUp(disk, world)
    oracle.acknowledged = oracle.begun
    keeper = nil
    cutNow()
    try saveMore(6...6)
  }

  private func giveUp(_ disk: SimDisk, _ world: FixedWorld) throws(StoreError) {
    let store = try open(disk, world)
    // Whoever finds it done already has nothing to do.
    guard store.readOnlyReason != nil else { return }
    _ = try store.acceptLoss(why: "BA 4/2026")
  }
}
