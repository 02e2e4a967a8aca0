import JSONText
import JenjangDomain
import JenjangStore

/// What was sent and acknowledged, remembered outside the store, and the comparison with what the store holds.
struct Oracle {
  /// Everything that was ever sent, by the identity of the record it makes.
  private(set) var sent: Set<String> = []
  /// The sequence number that each acknowledged record was promised.
  private(set) var acknowledged: [String: Int] = [:]

  mutating func sends(_ id: String) { sent.insert(id) }

  /// Takes an answer of `jenjang apply`; gives the identity that it acknowledges.
  mutating func hears(_ answer: String, _ verdict: inout Verdict) -> String? {
    let object = (try? JSONReader.value(answer))?.object
    guard let id = object?["id"]?.text, let sequence = object?["seq"]?.integer else {
      verdict.violations.append("refused: \(answer)")
      return nil
    }
    // A repeated line is answered with the present head: its first commit counts.
    if object?["unchanged"] == nil {
      acknowledged[id] = Int(sequence)
    } else {
      acknowledged[id] = acknowledged[id] ?? 0
    }
    return id
  }

  /// Compares with the journal: each acknowledged record made exactly once and by the commit it was promised, nothing
  /// twice, nothing that nobody sent.
  func judge(_ store: Store, _ verdict: inout Verdict) {
    var made: [String: [Int]] = [:]
    do {
      for commit in try store.commits(limit: .max) {
        for operation in commit.operations {
          if case .create(_, let id, _) = operation { made[id.text, default: []].append(commit.sequence) }
        }
      }
    } catch {
      verdict.violations.append("the journal cannot be read: \(error)")
    }
    for (id, sequence) in acknowledged {
      let places = made[id] ?? []
      verdict.require(!places.isEmpty, "lost: \(id), acknowledged as \(sequence)")
      verdict.require(places.isEmpty || sequence == 0 || places.contains(sequence), "\(id) is not at \(sequence)")
    }
    for (id, places) in made {
      verdict.require(places.count == 1, "made \(places.count) times: \(id) at \(places)")
      verdict.require(sent.contains(id), "made but never sent: \(id)")
    }
  }
}

extension Site {
  /// Has the program itself check the store, and compares it with what was acknowledged.
  func judge(_ oracle: Oracle, at path: String? = nil, _ verdict: inout Verdict) throws {
    let check = try run("verify", "--deep", "--data", path ?? store)
    verdict.require(check.status == 0, "verify found: \(check.output) \(check.errors)")
    do {
      oracle.judge(try open(at: path), &verdict)
    } catch {
      verdict.violations.append("cannot be opened: \(error)")
    }
  }
}
