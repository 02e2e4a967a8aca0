import JSONText
import JenjangDomain

@testable import JenjangStore

/// Something that a store does while the power may fail at any moment.
struct CrashScenario: Sendable, CustomStringConvertible {
  let name: String
  /// Whoever puts right what is left of it writes a whole store: quick proofs cut the power at some moments only.
  let isLarge: Bool
  let run: @Sendable (CrashLab) throws -> Void

  init(_ name: String, isLarge: Bool = false, _ run: @escaping @Sendable (CrashLab) throws -> Void) {
    self.name = name
    self.isLarge = isLarge
    self.run = run
  }

  var description: String { name }

  static let all = saving + recovering + snapshots + failing + keeping
}

extension CrashScenario {
  /// What happens every day.
  static let saving: [CrashScenario] = [
    CrashScenario("a store is made") { lab in
      lab.replace(SimDisk())
      lab.trace.isArmed = true
      lab.trace.begin("create")
      try Store.fill(lab.disk, description: lab.world.description(), environment: lab.world.environment())
      lab.inspection = CrashLab.readMeProblem
      lab.watch()
      lab.cutNow()
      let store = try lab.open()
      lab.save(store, [lab.newNote(1)])
    },
    CrashScenario("single saves") { lab in
      try lab.begin()
      let store = try lab.open()
      lab.watch()
      lab.save(store, [lab.newNote(1)])
      lab.save(store, [lab.rename(1, "N1", "Sri")])
      lab.save(store, [.delete(kind: "notes", id: RecordID(high: 1, low: 1), base: 0, object: ["name": "Sri"])])
    },
    CrashScenario("a batch of several records a save") { lab in
      try lab.begin()
      let store = try lab.open()
      lab.watch()
      let id = lab.world.environment().newID()
      for index in 1...3 {
        let operations = (0..<3).map { lab.newNote(index * 10 + $0) }
        lab.save(store, operations, batch: Transaction.Batch(id: id, index: index, count: 3))
      }
    },
    CrashScenario("segments are sealed") { lab in
      try lab.begin()
      let store = try lab.open()
      lab.watch()
      for number in 1...5 { lab.save(store, [lab.newNote(number)]) }
      lab.demand(store.position.segment >= 3, "no segment was sealed")
    },
    CrashScenario("a later program's first save raises the schema") { lab in
      try lab.begin()
      try lab.setSchema(0)
      let store = try lab.open()
      lab.watch()
      for number in 1...2 { lab.save(store, [lab.newNote(number)]) }
      try lab.demand(lab.schema == Upcasts.catalog.schema, "the schema was not raised")
    },
    CrashScenario("two people save in turn") { lab in
      try lab.begin()
      let first = try lab.open()
      let second = try lab.open()
      lab.watch()
      for number in 1...5 { lab.save(number % 2 == 0 ? first : second, [lab.newNote(number)]) }
    },
    CrashScenario("undo, redo, and kinds that this program does not know") { lab in
      try lab.begin()
      let store = try lab.open()
      lab.watch()
      let ship = RecordID(high: 5, low: 5)
      lab.save(store, [lab.newNote(1), .create(kind: "spaceships", id: ship, object: ["warp": 9])])
      for _ in 0..<2 {
        guard let undo = try store.commits(before: .max, limit: 1).first?.inverse else { break }
        lab.save(store, undo.operations)
      }
    },
  ]

  /// What those before left half done.
  static let recovering: [CrashScenario] = [
    CrashScenario("a torn tail is set aside") { lab in
      for torn in [#"{"k":"c","seq":3,"ts":"2026-"#, "\u{0}\u{0}\u{0}\u{0}", "{}\n", "nonsense\n\n{\"k\":"] {
        try lab.begin()
        let before = try lab.open()
        for number in 1...2 { lab.save(before, [lab.newNote(number)]) }
        try lab.tear(Array(torn.utf8))
        lab.watch()
        let store = try lab.open()
        lab.save(store, [lab.newNote(3)])
      }
    },
    CrashScenario("a torn tail is met while saving") { lab in
      try lab.begin()
      let store = try lab.open()
      lab.save(store, [lab.newNote(1)])
      try lab.append(Array(#"{"k":"c","seq":2,"ts":"2026-"#.utf8), to: Layout.segment(1))
      lab.watch()
      for number in 2...3 { lab.save(store, [lab.newNote(number)]) }
    },
    CrashScenario("a torn tail is met where the journal may only grow") { lab in
      try lab.begin()
      let store = try lab.open()
      lab.save(store, [lab.newNote(1)])
      try lab.append(Array(#"{"k":"c","seq":2,"ts":"2026-"#.utf8), to: Layout.segment(1))
      lab.watch()
      lab.disk.growsOnly = true
      for number in 2...3 { lab.save(store, [lab.newNote(number)]) }
    },
    CrashScenario("others go on where a process was killed while saving") { lab in try lab.takeOver(rolling: false) },
    CrashScenario("others go on where a process was killed while sealing") { lab in try lab.takeOver(rolling: true) },
    CrashScenario("the next opening goes on where a process was killed") { lab in
      for changes in 0..<16 {
        try lab.begin()
        let first = try lab.open()
        for number in 1...(changes % 2 + 1) { lab.save(first, [lab.newNote(number)]) }
        lab.disk.changesUntilDeath = changes / 2
        lab.save(first, [lab.newNote(9)])
        lab.disk.endProcesses()
        lab.watch()
        let second = try lab.open()
        lab.settle(second)
        lab.save(second, [lab.newNote(10)])
      }
    },
    CrashScenario("HEAD is gone, torn or old") { lab in
      for change in 0..<4 {
        try lab.begin()
        let before = try lab.open()
        lab.save(before, [lab.newNote(1)])
        let old = try lab.disk.contents(Layout.head) ?? []
        for number in 2...4 { lab.save(before, [lab.newNote(number)]) }
        try lab.setHead([[], Array(old.prefix(100)), old, nil][change])
        lab.watch()
        let store = try lab.open()
        lab.save(store, [lab.newNote(5)])
      }
    },
  ]

  static let snapshots: [CrashScenario] = [
    CrashScenario("a snapshot is written") { lab in
      try lab.begin()
      let store = try lab.open()
      for number in 1...2 { lab.save(store, [lab.newNote(number)]) }
      lab.watch()
      try lab.snapshot(store)
      lab.save(store, [lab.newNote(3)])
    },
    CrashScenario("old snapshots are removed") { lab in
      try lab.begin()
      let store = try lab.open()
      let ship = RecordID(high: 5, low: 5)
      lab.save(store, [.create(kind: "spaceships", id: ship, object: ["warp": 9])])
      try lab.snapshot(store)
      for number in 1...4 {
        if number == 3 { lab.watch() }
        lab.save(store, [lab.newNote(number)])
        try lab.snapshot(store)
      }
    },
    CrashScenario("a snapshot goes on where a process was killed") { lab in
      for changes in 0..<12 {
        try lab.begin()
        let first = try lab.open()
        for number in 1...2 { lab.save(first, [lab.newNote(number)]) }
        lab.disk.changesUntilDeath = changes
        do throws(StoreError) { try first.snapshot() } catch { _ = error }
        lab.disk.endProcesses()
        lab.watch()
        let second = try lab.open()
        lab.save(second, [lab.newNote(3)])
        try lab.snapshot(second)
      }
    },
    CrashScenario("somebody saves while a snapshot is written") { lab in
      try lab.begin()
      let first = try lab.open()
      let second = try lab.open()
      for number in 1...2 { lab.save(first, [lab.newNote(number)]) }
      lab.watch()
      try lab.meanwhile(after: 4) {
        lab.save(second, [lab.newNote(3)])
      } during: {
        try lab.snapshot(first)
      }
      lab.save(first, [lab.newNote(4)])
    },
  ]

  static let failing: [CrashScenario] = [
    CrashScenario("a sync fails while saving") { lab in try lab.failSync(rolling: false) },
    CrashScenario("a sync fails while sealing") { lab in try lab.failSync(rolling: true) },
    CrashScenario("a sync fails for one, and another who has seen that save goes on") { lab in
      try lab.begin()
      let first = try lab.open()
      let second = try lab.open()
      for store in [first, second] { store.segmentSize = 9_000 }
      lab.save(first, [lab.newNote(1)])
      lab.watch()
      lab.disk.syncsUntilFailure = 0
      lab.save(second, [lab.newNote(2)])
      lab.disk.syncsUntilFailure = nil
      // The journal is another file now, exactly as long as the first one knows it.
      _ = try first.catchUp()
      lab.demand(first.head == second.head, "the save was not seen")
      lab.demand(first.position.segment == 1, "a segment was sealed")
      lab.save(first, [lab.newNote(3)])
    },
    CrashScenario("the disk is full while saving") { lab in
      for room in stride(from: 0, to: 1_400, by: 100) {
        try lab.begin()
        let store = try lab.open()
        lab.save(store, [lab.newNote(1)])
        lab.disk.room = room
        lab.watch()
        for number in 2...4 { lab.save(store, [lab.newNote(number)]) }
        lab.disk.room = nil
        lab.save(store, [lab.newNote(5)])
      }
    },
  ]
}
