import JSONText
import JenjangDomain

@testable import JenjangStore

/// Looking at what a power cut has left.
extension CrashLab {
  func look(at disk: SimDisk, from acknowledged: Int, to begun: Int, depth: Int) -> Outcome {
    let trace = traces[2 - depth]
    if tracesRecoveries { disk.trace = trace }
    let isDeep = depth > 0 && distinct % effort.depthStride == 0
    if isDeep {
      disk.didChange = { [unowned self] disk in self.cutAgain(disk, from: acknowledged, to: begun) }
    }
    // A world of its own for each depth: what is put right in the same way is the same to the last byte.
    let world = FixedWorld(seed: 100 + UInt64(depth))
    do throws(StoreError) {
      trace.begin("open")
      if let keeper {
        if opensBeforeKeeping { _ = try open(disk, world) }
        // What was interrupted is run again: its steps have the names that they had.
        trace.begin(self.trace.call)
        try keeper(disk, FixedWorld(seed: 1_000 + UInt64(depth)))
        trace.begin("open")
      }
      let store = try open(disk, world)
      disk.didChange = nil
      if let reason = store.readOnlyReason { return Outcome(problem: "refused: \(reason.english)") }
      if let notice = store.notices.first(where: { $0.english.contains("damaged") }) {
        return Outcome(problem: "said: \(notice.english)")
      }
      if !keepsake.isEmpty, !holdsKeepsake(disk) { return Outcome(problem: "a torn tail was lost") }
      if let problem = inspection?(disk, store) { return Outcome(problem: problem) }
      var outcome = Outcome(state: store.dump.digest, snapshot: store.generation?.manifest.position.sequence ?? 0)
      guard let place = oracle.place(of: outcome.state) else { return outcome }
      if isDeep { cutAgain(disk, from: place, to: place) }
      outcome.problem = goOn(store, disk, trace, from: oracle.states[place])
      return outcome
    } catch {
      return Outcome(problem: "did not open: \(error)")
    }
  }

  /// Saves once more, cuts the power and opens again; says what is wrong then.
  private func goOn(_ store: Store, _ disk: SimDisk, _ trace: StepTrace, from state: CrashOracle.State) -> String? {
    let fingerprint = disk.fingerprint(home: home)
    if let known = sequels[fingerprint] {
      for path in known.paths { if let node = disk.node(path) { disk.touches?.touch(node) } }
      return known.problem
    }
    let before = disk.touches
    let touches = SimTouches()
    disk.touches = touches
    let places = disk.places
    let problem = saveAndOpen(store, disk, trace, from: state)
    before?.formUnion(touches)
    sequels[fingerprint] = Sequel(problem: problem, paths: touches.nodes.compactMap { places[$0] })
    return problem
  }

  private func saveAndOpen(_ store: Store, _ disk: SimDisk, _ trace: StepTrace, from state: CrashOracle.State)
    -> String?
  {
    var problem: String?
    do throws(StoreError) {
      let more = [newNote(1_000_000)]
      trace.begin("commit")
      try store.commit(Transaction(more))
      let expected = state.applying(more).dump
      for left in [disk.settled, disk.bare] {
        if tracesRecoveries { left.trace = trace }
        left.touches = disk.touches
        trace.begin("open")
        let again = try open(left, FixedWorld(seed: 99))
        if let reason = again.readOnlyReason { problem = "refused after one more: \(reason.english)" }
        if again.dump != expected { problem = "wrong state after one more" }
        if !keepsake.isEmpty, !holdsKeepsake(left) { problem = "a torn tail was lost after one more" }
        if let found = inspection?(left, again) { problem = "after one more: \(found)" }
      }
    } catch { problem = "after one more: \(error)" }
    return problem
  }

  /// A torn tail is in the journal, or in quarantine with a note.
  private func holdsKeepsake(_ disk: SimDisk) -> Bool {
    let needle = ByteSearch(keepsake)
    if disk.file(in: home, Layout.journal, holding: needle) != nil { return true }
    guard disk.file(in: home, Layout.quarantine, holding: needle) != nil else { return false }
    return disk.firstFile(in: home, Layout.quarantine) { path, bytes in
      path.hasSuffix(".json") && (try? JSONReader.value(bytes)) != nil
    } != nil
  }
}

extension SimDisk {
  /// A hash of everything that a process sees but what was set aside.
  func fingerprint(home: String) -> Int {
    let hidden = node(home.isEmpty ? Layout.quarantine : home + "/" + Layout.quarantine)
    return fingerprint(of: 0, hiding: hidden)
  }

  private func fingerprint(of folder: Int, hiding hidden: Int?) -> Int {
    var sum = 0
    for (name, child) in nodes[folder].names where child != hidden {
      var hasher = Hasher()
      hasher.combine(name)
      if nodes[child].isFolder {
        hasher.combine(fingerprint(of: child, hiding: hidden))
      } else {
        nodes[child].bytes.withUnsafeBytes { hasher.combine(bytes: $0) }
      }
      sum = sum &+ hasher.finalize()
    }
    return sum
  }

  /// One path of each file.
  fileprivate var places: [Int: String] {
    var places: [Int: String] = [:]
    func walk(_ folder: Int, _ path: String) {
      for (name, child) in nodes[folder].names {
        if nodes[child].isFolder { walk(child, path + name + "/") } else { places[child] = path + name }
      }
    }
    walk(0, "")
    return places
  }

  /// The path of the first file below a folder of a store that is as it shall be; none after it is looked at.
  func firstFile(in home: String, _ folder: String, where fits: (String, [UInt8]) -> Bool) -> String? {
    let path = [home, folder].filter { !$0.isEmpty }.joined(separator: "/")
    guard let node = node(path) else { return nil }
    for (name, child) in nodes[node].names.sorted(by: { $0.key < $1.key }) {
      let inner = path.isEmpty ? name : path + "/" + name
      if nodes[child].isFolder {
        if let found = firstFile(in: "", inner, where: fits) { return found }
      } else {
        touches?.touch(child)
        if fits(inner, nodes[child].bytes) { return inner }
      }
    }
    return nil
  }

  /// The path of the first file below a folder of a store that holds some bytes.
  func file(in home: String, _ folder: String, holding needle: ByteSearch) -> String? {
    firstFile(in: home, folder) { _, bytes in bytes.withUnsafeBytes { needle.first(in: $0) } != nil }
  }
}
