import JenjangDomain

/// What can be taken back and repeated: each step the numbers of the commits that one action made.
///
/// Taking back is a commit of its own, so a step goes from one side to the other with the numbers of the commits that
/// took it there. The same rules read the stack back from the journal after a restart.
struct UndoStack {
  struct Step {
    /// The first commit of the action, which stays the same however often it is taken back and repeated.
    let origin: Int
    /// Empty while only the journal knows it.
    let title: Text?
    /// Ascending.
    var parts: [Int]
    let batch: RecordID?
    /// When it was saved, in milliseconds since 1970.
    let time: Int64
    /// It was saved before the program was started this time.
    var isEarlier: Bool
  }

  /// A commit as the stack sees it.
  struct Entry {
    let sequence: Int
    let undoes: Int?
    let batch: RecordID?
    let title: Text?
    let time: Int64
    var isEarlier = false
  }

  static let limit = 200

  private(set) var undoable: [Step] = []
  private(set) var redoable: [Step] = []

  /// Takes note of one of the user's own commits, in their order.
  mutating func note(_ entry: Entry) {
    if let undoes = entry.undoes {
      if UndoStack.move(undoes, to: entry, from: &undoable, to: &redoable) { return }
      if UndoStack.move(undoes, to: entry, from: &redoable, to: &undoable) { return }
    }
    redoable = []
    if let batch = entry.batch, undoable.last?.batch == batch {
      undoable[undoable.count - 1].parts.append(entry.sequence)
      return
    }
    undoable.append(
      Step(
        origin: entry.sequence, title: entry.title, parts: [entry.sequence], batch: entry.batch, time: entry.time,
        isEarlier: entry.isEarlier))
    if undoable.count > UndoStack.limit { undoable.removeFirst() }
  }

  /// A part that had nothing left to take back needs no other commit.
  mutating func drop(_ sequence: Int) {
    for place in undoable.indices { undoable[place].parts.removeAll { $0 == sequence } }
    for place in redoable.indices { redoable[place].parts.removeAll { $0 == sequence } }
    undoable.removeAll { $0.parts.isEmpty }
    redoable.removeAll { $0.parts.isEmpty }
  }

  private static func move(_ part: Int, to entry: Entry, from source: inout [Step], to target: inout [Step]) -> Bool {
    guard let place = source.lastIndex(where: { $0.parts.contains(part) }) else { return false }
    var step = source[place]
    source[place].parts.removeAll { $0 == part }
    if source[place].parts.isEmpty { source.remove(at: place) }
    if let last = target.indices.last, target[last].origin == step.origin {
      target[last].parts.append(entry.sequence)
    } else {
      step.parts = [entry.sequence]
      step.isEarlier = entry.isEarlier
      target.append(step)
    }
    return true
  }
}
