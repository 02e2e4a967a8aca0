import JSONText
import JenjangDomain

@testable import JenjangStore

/// What a store must hold, kept outside it: every state that it went through, and how many of them were promised.
struct CrashOracle {
  /// The records and the number of the last commit.
  struct State: Hashable {
    var sequence = 0
    var kinds: [String: [RecordID: Stored]] = [:]

    struct Stored: Hashable {
      var object: JSONObject
      var revision: Int
    }
  }

  private(set) var states: [State] = [State()]
  private var places: [Int: Int] = [State().dump.digest: 0]
  /// The newest state that was acknowledged, and the newest that may have been reached.
  var acknowledged = 0
  /// The commit of the newest snapshot that was said to be there.
  var snapshot = 0
  var begun: Int { states.count - 1 }
  var newest: State { states[begun] }

  /// A state that is about to be reached.
  mutating func begin(_ operations: [Operation]) {
    let state = newest.applying(operations)
    places[state.dump.digest] = states.count
    states.append(state)
  }

  /// A state that was reached before is about to be reached again.
  mutating func beginAgain(_ state: State) {
    places[state.dump.digest] = states.count
    states.append(state)
  }

  /// A state that is about to be reached, when it is not known whether the one before it was.
  mutating func beginEither(_ operations: [Operation]) {
    let before = states[max(0, begun - 1)]
    for state in [newest.applying(operations), before.applying(operations)] {
      places[state.dump.digest] = states.count
      states.append(state)
    }
  }

  /// The last state was refused for certain.
  mutating func takeBack() {
    places[newest.dump.digest] = nil
    states.removeLast()
  }

  /// Which of the states a store shows; nil when it is none of them.
  func place(of dump: [UInt8]) -> Int? { places[dump.digest] }

  /// The same for the hash of what a store shows.
  func place(of digest: Int) -> Int? { places[digest] }
}

extension CrashOracle.State {
  /// What one more commit makes of it.
  func applying(_ operations: [Operation]) -> Self {
    var state = self
    state.sequence += 1
    for operation in operations {
      switch operation {
      case .create(let kind, let id, let object):
        state.kinds[kind, default: [:]][id] = Stored(object: object, revision: 1)
      case .update(let kind, let id, _, let changes):
        for (name, change) in changes { state.kinds[kind]?[id]?.object[name] = change.new }
        state.kinds[kind]?[id]?.revision += 1
      case .delete(let kind, let id, _, _): state.kinds[kind]?[id] = nil
      }
    }
    return state
  }

  /// Every record on a line, in a fixed order.
  var dump: [UInt8] {
    var output = Array("\(sequence)\n".utf8)
    for (kind, records) in kinds.sorted(by: { $0.key < $1.key }) where !records.isEmpty {
      output.append(contentsOf: (kind + "\n").utf8)
      for (id, stored) in records.sorted(by: { $0.key < $1.key }) {
        RecordLine.append(stored.object, id: id, revision: stored.revision, to: &output)
      }
    }
    return output
  }
}

extension Store {
  /// The state that a store shows, in the form of `CrashOracle.State.dump`.
  var dump: [UInt8] {
    let kinds = (book.types.map(\.kind.name) + strangers.kinds.keys).sorted()
    var output = Array("\(head.sequence)\n".utf8)
    for kind in kinds {
      guard let table = book.table(kind) else {
        appendStrangers(kind, to: &output)
        continue
      }
      guard table.count > 0 else { continue }
      output.append(contentsOf: (kind + "\n").utf8)
      let rows = (0..<table.rowCount).filter(table.isLive).sorted { table.id(of: $0) < table.id(of: $1) }
      for row in rows {
        guard let object = table.object(at: row) else { continue }
        RecordLine.append(object, id: table.id(of: row), revision: table.revision(of: row), to: &output)
      }
    }
    return output
  }

  private func appendStrangers(_ kind: String, to output: inout [UInt8]) {
    guard let records = strangers.kinds[kind], !records.isEmpty else { return }
    output.append(contentsOf: (kind + "\n").utf8)
    for (id, stored) in records.sorted(by: { $0.key < $1.key }) {
      RecordLine.append(stored.object, id: id, revision: stored.revision, to: &output)
    }
  }
}

extension [UInt8] {
  /// A hash of the bytes, many at a time: an array by itself is hashed byte by byte.
  var digest: Int {
    var hasher = Hasher()
    withUnsafeBytes { hasher.combine(bytes: $0) }
    return hasher.finalize()
  }
}
