import JSONText
import JenjangDomain
import JenjangStore

/// What was sent and acknowledged, remembered outside the store, and the comparison with what the store holds.
struct Oracle {
  /// Everything that was ever sent, by the identity of the record it makes, or by the name that it gives.
  private(set) var sent: Set<String> = []
  /// The sequence number that each acknowledged record was promised.
  private(set) var acknowledged: [String: Int] = [:]

  mutating func sends(_ id: String) { sent.insert(id) }

  /// Takes an answer of `jenjang apply`; gives the identity that it acknowledges.
  ///
  /// `name` is what the line gave a record that may be there already.
  @discardableResult
  mutating func hears(_ answer: String, of name: String? = nil, _ verdict: inout Verdict) -> String? {
    let object = (try? JSONReader.value(answer))?.object
    guard let id = object?["id"]?.text, let sequence = object?["seq"]?.integer else {
      verdict.violations.append("refused: \(answer)")
      return nil
    }
    // A repeated line is answered with the present head: its first commit counts.
    let key = name ?? id
    if object?["unchanged"] == nil {
      acknowledged[key] = Int(sequence)
    } else {
      acknowledged[key] = acknowledged[key] ?? 0
    }
    return id
  }

  /// Compares with the journal: each acknowledged record made exactly once and by the commit it was promised, nothing
  /// twice, nothing that nobody sent.
  func judge(_ store: Store, _ verdict: inout Verdict) {
    var made: [String: [Int]] = [:]
    do {
      for commit in try store.commits(limit: .max) {
        for key in commit.operations.compactMap(key) { made[key, default: []].append(commit.sequence) }
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

  /// By what an operation was sent.
  private func key(_ operation: Operation) -> String? {
    switch operation {
    case .create(_, let id, let object): sent.contains(id.text) ? id.text : object["name"]?.text ?? id.text
    case .update(_, _, _, let changes): changes["name"]?.new?.text
    case .delete: nil
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
