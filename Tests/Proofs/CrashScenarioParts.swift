import JenjangDomain

@testable import JenjangStore

/// What several scenarios do.
extension CrashLab {
  /// Puts bytes behind a file, durable.
  func append(_ bytes: [UInt8], to path: String) throws {
    trace.begin(StepTrace.preparation)
    let file = try disk.open(path, .append)
    try disk.append(bytes, to: file)
    try disk.sync(file)
    disk.close(file)
    keepsake = bytes
  }

  /// Says whether the text for who finds the store in ten years is not there.
  static func readMeProblem(_ disk: SimDisk, _ store: Store) -> String? {
    guard let text = try? store.disk.contents(Layout.readMe), text == Array(ReadMe.text.utf8) else {
      return "the read me is not whole"
    }
    let isLeft = (try? store.disk.facts(Layout.readMe + FileCopy.part)) ?? nil != nil
    return isLeft ? "a copy that never got its name is left" : nil
  }

  /// A power cut in the middle of a save: the disk comes back with a torn tail.
  func tear(_ bytes: [UInt8]) throws {
    try append(bytes, to: Layout.segment(1))
    disk.endProcesses()
    let wanted = oracle
    reboot()
    oracle = wanted
    keepsake = bytes
  }

  /// The machine starts again with everything that was written.
  func reboot() {
    let states = oracle
    replace(disk.settled)
    oracle = states
  }

  /// Replaces `HEAD`, durable; nil removes it.
  func setHead(_ bytes: [UInt8]?) throws {
    trace.begin(StepTrace.preparation)
    try disk.remove(Layout.head)
    if let bytes { try disk.writeNew(Layout.head, bytes) }
    disk.endProcesses()
    reboot()
  }

  /// The number that `store.json` says.
  var schema: Int? {
    get throws { StoreDescription.read(try disk.contents(Layout.description) ?? [])?.description.schema }
  }

  /// Makes the store one that an earlier program left, durable.
  func setSchema(_ schema: Int) throws {
    guard var description = StoreDescription.read(try disk.contents(Layout.description) ?? [])?.description
    else { return demand(false, "store.json cannot be read") }
    description.schema = schema
    trace.begin(StepTrace.preparation)
    try disk.remove(Layout.description)
    try disk.writeNew(Layout.description, description.bytes)
    disk.endProcesses()
    reboot()
  }

  /// The oracle learns what a store made of a save whose process was killed.
  func settle(_ store: Store) {
    guard let place = oracle.place(of: store.dump) else { return demand(false, "opened to a wrong state") }
    if place < oracle.begun { takeBack() }
    oracle.acknowledged = oracle.begun
  }

  /// One process is killed at each of its changes; another, open since before, saves next.
  func takeOver(rolling: Bool) throws {
    for changes in 0..<(rolling ? 9 : 5) {
      try begin()
      let first = try open()
      let second = try open()
      for number in 1...(rolling ? 2 : 1) { save(first, [newNote(number)]) }
      disk.changesUntilDeath = changes
      let isDone = save(first, [newNote(8)])
      disk.changesUntilDeath = nil
      if let lock = first.files.lock { disk.close(lock) }
      watch()
      try saveAfterDeath(second, isDone: isDone)
    }
  }

  /// Whether the killed save counts is seen when the next one is saved behind it.
  private func saveAfterDeath(_ store: Store, isDone: Bool) throws {
    if isDone {
      save(store, [newNote(9)])
      return
    }
    let doubtful = oracle
    let operations = [newNote(9)]
    oracle.beginEither(operations)
    trace.begin("commit")
    try store.commit(Transaction(operations, why: "SK 1"))
    oracle = doubtful
    let isAdopted = store.head.sequence == oracle.newest.sequence + 1
    if !isAdopted { oracle.takeBack() }
    oracle.begin(operations)
    oracle.acknowledged = oracle.begun
    demand(oracle.place(of: store.dump) == oracle.begun, "saved behind a wrong state")
    cutNow()
  }

  /// Runs something in the middle of something else, after so many of its changes.
  func meanwhile(after changes: Int, _ other: @escaping () -> Void, during body: () throws -> Void) throws {
    let watching = disk.didChange
    var left = changes
    disk.didChange = { disk in
      watching?(disk)
      left -= 1
      if left == 0 {
        disk.didChange = watching
        self.trace.aside(other)
      }
    }
    try body()
    disk.didChange = watching
  }

  /// Each sync of some saves fails in turn.
  func failSync(rolling: Bool) throws {
    for failing in 0..<(rolling ? 6 : 4) {
      try begin()
      let store = try open()
      for number in 1...(rolling ? 2 : 1) { save(store, [newNote(number)]) }
      watch()
      disk.syncsUntilFailure = failing
      for number in 5...7 where store.readOnlyReason == nil { save(store, [newNote(number)]) }
      disk.syncsUntilFailure = nil
      guard store.readOnlyReason == nil else { continue }
      save(store, [newNote(8)])
    }
  }
}
