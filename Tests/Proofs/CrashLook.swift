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
        _ = try open(disk, world)
        trace.begin("keep")
        try keeper(disk)
        trace.begin("open again")
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
        let again = try open(disk, FixedWorld(seed: 99))
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
    func holds(_ bytes: [UInt8]) -> Bool {
      bytes.withUnsafeBytes { ByteSearch(keepsake).first(in: $0) != nil }
    }
    if disk.files(in: home, Layout.journal).contains(where: { holds($0.bytes) }) { return true }
    let quarantine = disk.files(in: home, Layout.quarantine)
    guard quarantine.contains(where: { holds($0.bytes) }) else { return false }
    return quarantine.contains { $0.path.hasSuffix(".json") && (try? JSONReader.value($0.bytes)) != nil }
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

  /// All files below a folder of a store, with their bytes.
  func files(in home: String, _ folder: String) -> [(path: String, bytes: [UInt8])] {
    let path = [home, folder].filter { !$0.isEmpty }.joined(separator: "/")
    guard let node = node(path) else { return [] }
    return nodes[node].names.flatMap { name, child -> [(path: String, bytes: [UInt8])] in
      nodes[child].isFolder
        ? files(in: home, [folder, name].filter { !$0.isEmpty }.joined(separator: "/"))
        : [(path + "/" + name, nodes[child].bytes)]
    }
  }
}
