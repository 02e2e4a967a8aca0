import JenjangDomain
import JenjangStore
import TerminalKit

/// What was changed in one person's file, newest first; read from the journal in parts, when it is looked at.
struct FileHistory {
  struct Row {
    let commit: Commit
    let operation: Operation
  }

  private(set) var rows: [Row] = []
  private(set) var grid = RowGrid()
  private var problem: Text?
  private var next: HistoryCursor?
  private var isComplete = false
  /// How many rows the screen has room for.
  private var wanted = 0
  /// Milliseconds of searching that hold no key up.
  static let slice = 30
  private var readFor: (id: RecordID, sequence: Int)?

  /// Reads the newest part, unless it stands here already.
  mutating func read(_ id: RecordID, _ view: View) {
    let sequence = view.session.store.head.sequence
    if let read = readFor, read == (id, sequence) { return }
    if readFor?.id != id { grid = RowGrid() }
    readFor = (id, sequence)
    let stood = selected
    rows = []
    next = nil
    isComplete = false
    problem = nil
    readMore(view, atLeast: grid.cursor + 60)
    guard let stood else { return }
    let place = rows.firstIndex {
      $0.commit.sequence == stood.commit.sequence && $0.operation.id == stood.operation.id
    }
    grid.follow(to: place, of: rows.count)
  }

  /// How far the journal was searched for more, while it is; nil while it is not.
  func searchHint(_ view: View) -> Text? {
    isSearching ? .searching(view.session.store.searchedShare(next)) : nil
  }

  /// The journal has not been searched far enough yet; each paint goes on for a moment.
  var isSearching: Bool { !isComplete && rows.count < wanted }

  private mutating func readMore(_ view: View, atLeast wanted: Int) {
    guard let id = readFor?.id else { return }
    self.wanted = wanted
    let end = view.session.clock.milliseconds() + FileHistory.slice
    while !isComplete, rows.count < wanted {
      do throws(StoreError) {
        let part = try view.session.store.history(of: id, limit: 50, from: next)
        for commit in part.commits { append(commit, of: id, view) }
        next = part.next
        isComplete = part.next == nil
        if view.session.clock.milliseconds() > end { return }
      } catch {
        problem = error.sentence
        isComplete = true
      }
    }
  }

  /// The changes of a commit that concern the person; the others only name the person.
  private mutating func append(_ commit: Commit, of id: RecordID, _ view: View) {
    for operation in commit.operations
    where operation.id == id || operation.owner(in: view.book) == id {
      let alone = Commit(
        sequence: commit.sequence, time: commit.time, author: commit.author, why: commit.why, operations: [operation],
        undoes: commit.undoes, batch: commit.batch)
      rows.append(Row(commit: alone, operation: operation))
    }
  }

  var selected: Row? { rows.indices.contains(grid.cursor) ? rows[grid.cursor] : nil }

  mutating func move(_ step: Step) { grid.move(step, of: rows.count) }
  mutating func move(to place: Int) { grid.move(to: place, of: rows.count) }

  mutating func draw(into frame: inout Frame, _ area: Rect, _ view: View) {
    readMore(view, atLeast: grid.cursor + area.height + 1)
    if let problem {
      frame.put("! " + view(problem), x: area.x + 1, y: area.y, role: .messageBad, width: area.width - 2)
      return
    }
    guard !rows.isEmpty else {
      let share = view.session.store.searchedShare(next)
      frame.put(
        view(isSearching ? .searching(share) : .nothing), x: area.x + 3, y: area.y, role: .textMuted,
        width: area.width - 4)
      frame.cursor = (area.x + 3, area.y)
      return
    }
    let rows = rows
    grid.draw(FileHistory.columns, count: rows.count, into: &frame, area, view: view) { place in
      let row = rows[place]
      return GridRow(cells: [
        CommitText.time(row.commit, view), CommitText.author(row.commit, view), CommitText.line(row.operation, view),
        row.commit.why,
      ])
    }
  }

  private static let columns = [
    RowGrid.Column(title: Text("Waktu", en: "Time"), width: 16),
    RowGrid.Column(title: Text("Oleh", en: "By"), width: 10),
    RowGrid.Column(title: Text("Perubahan", en: "Change"), width: 30, grows: true),
    RowGrid.Column(title: Text("Alasan", en: "Why"), width: 14),
  ]
}

extension Text {
  fileprivate static let nothing = Text("Belum ada perubahan yang tercatat.", en: "No change is recorded yet.")
}

extension Text {
  /// How far a search in the journal has come.
  static func searching(_ share: Double) -> Text {
    let percent = Int(share * 100)
    return Text("Mencari di jurnal … \(percent)%", en: "Searching the journal … \(percent)%")
  }
}
