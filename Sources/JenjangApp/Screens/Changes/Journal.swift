import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let journal = ScreenEntry(
    name: "journal", title: Text("Jurnal", en: "Journal"), group: .system,
    count: { view in view.count(view.session.store.head.sequence) }, make: { _ in Journal() })
}

/// Who changed what, newest first; read from the journal in parts as the cursor goes down.
struct Journal: GridScreen {
  static let noun = "journal"

  /// A commit without its records: what one row shows.
  struct Entry {
    let sequence: Int
    let time: String
    let author: String
    let subject: String
    let text: String
    let why: String
    let record: RecordID?
    let batch: Transaction.Batch?

    /// About whom and what in one.
    var sentence: String { subject.isEmpty || text.contains(subject) ? text : subject + ": " + text }
  }

  /// Only the changes of one record and of what belongs to it; nil for all.
  var record: RecordID?
  /// Only the changes of one person; nil for all.
  var author: String?
  /// What was typed: a part of any column.
  private(set) var search = ""
  private(set) var entries: [Entry] = []
  private(set) var shown: [Int] = []
  var grid = RowGrid()
  private var isComplete = false
  /// How many rows the screen has room for, and how many commits may be kept in memory for that.
  private var wanted = 0
  private var searched = Journal.searchStep
  private static let searchStep = 20_000
  private var cursor: HistoryCursor?
  private var problem: Text?
  private var readFor: (sequence: Int, record: RecordID?, language: Language)?

  init(record: RecordID? = nil) { self.record = record }

  var rowCount: Int { shown.count }

  func title(_ view: View) -> String { view(Text("Jurnal", en: "Journal")) }
  var takesText: Bool { true }
  func refusal(_ view: View) -> Text? { view.refusal(.readJournal) }
  var selected: Entry? { shown.indices.contains(grid.cursor) ? entries[shown[grid.cursor]] : nil }
  /// Everyone among the rows read so far.
  var authors: [String] { Set(entries.map(\.author)).sorted() }

  mutating func refresh(_ view: View) {
    let sequence = view.session.store.head.sequence
    if let read = readFor, read == (sequence, record, view.language) { return }
    let news = max(0, sequence - (readFor?.sequence ?? sequence))
    let stood = selected?.sequence
    readFor = (sequence, record, view.language)
    entries = []
    shown = []
    cursor = nil
    isComplete = false
    problem = nil
    readMore(view, atLeast: grid.cursor + 20 + news)
    grid.follow(to: stood.flatMap { stood in shown.firstIndex { entries[$0].sequence == stood } }, of: shown.count)
  }

  /// Searches on while nothing is pressed, as far as `searched` allows.
  mutating func idle(_ view: View) -> Bool { isSearching }

  /// How much of the journal was read, or searched for one record.
  private func share(_ view: View) -> Double {
    let store = view.session.store
    guard record == nil else { return store.searchedShare(cursor) }
    return 1 - Double(entries.last?.sequence ?? store.head.sequence) / Double(max(1, store.head.sequence))
  }

  private var isSearching: Bool { !isComplete && shown.count < wanted && entries.count < searched }

  /// Reads on until so many rows are shown, the journal begins, or enough was read for one key.
  private mutating func readMore(_ view: View, atLeast wanted: Int) {
    self.wanted = wanted
    let end = view.session.clock.milliseconds() + FileHistory.slice
    while isSearching {
      if view.session.clock.milliseconds() > end { return }
      do throws(StoreError) {
        for commit in try nextPart(view) { append(commit, view) }
      } catch {
        problem = error.sentence
        isComplete = true
      }
    }
  }

  private mutating func nextPart(_ view: View) throws(StoreError) -> [Commit] {
    let store = view.session.store
    if let record {
      let part = try store.history(of: record, limit: 100, from: cursor)
      cursor = part.next
      isComplete = part.next == nil
      return part.commits
    }
    let count = max(20, entries.count)
    let commits = try store.commits(before: entries.last?.sequence ?? .max, limit: count)
    isComplete = commits.count < count
    return commits
  }

  private mutating func append(_ commit: Commit, _ view: View) {
    let first = commit.operations.first
    entries.append(
      Entry(
        sequence: commit.sequence, time: CommitText.time(commit, view), author: CommitText.author(commit, view),
        subject: commit.operations.count == 1 ? first.map { CommitText.subject(of: $0, view) } ?? "" : "",
        text: CommitText.line(commit, view), why: commit.why,
        record: first.map { $0.owner(in: view.book) ?? $0.id }, batch: commit.batch))
    if matches(entries[entries.count - 1]) { shown.append(entries.count - 1) }
  }

  private func matches(_ entry: Entry) -> Bool {
    if let author, entry.author != author { return false }
    guard !search.isEmpty else { return true }
    let wanted = search.lowercased()
    return [entry.time, entry.author, entry.subject, entry.text, entry.why, String(entry.sequence)].contains {
      $0.lowercased().contains(wanted)
    }
  }

  /// Shows only what fits the search and the person.
  mutating func narrow(search text: String, author name: String?) {
    search = text
    author = name
    shown = entries.indices.filter { matches(entries[$0]) }
    grid.move(to: 0, of: shown.count)
  }

  /// A page further down also means searching further back.
  mutating func move(_ step: Step) {
    if step == .pageDown || step == .last { searched = max(searched, entries.count + Journal.searchStep) }
    grid.move(step, of: shown.count)
  }

  mutating func typed(_ key: Key, view: View) -> Effect? {
    guard let text = SearchLine.after(key, search, blanks: .always) else { return nil }
    narrow(search: text, author: author)
    return .some(.none)
  }

  mutating func pasted(_ text: String, view: View) -> Effect? {
    narrow(search: search + text.prefix { $0 != "\n" }, author: author)
    return .some(.none)
  }

  mutating func draw(into frame: inout Frame, area: Rect, view: View) {
    readMore(view, atLeast: grid.cursor + area.height + 1)
    var rest = area
    drawSearch(&frame, rest.cutTop(1), view)
    if let problem {
      frame.put("! " + view(problem), x: rest.x + 1, y: rest.y, role: .messageBad, width: rest.width - 2)
      return
    }
    guard !shown.isEmpty else {
      frame.put(
        view(isComplete ? .nothing : isSearching ? .searching(share(view)) : .notYet), x: rest.x + 3, y: rest.y,
        role: .textMuted,
        width: rest.width - 4)
      return
    }
    let (entries, shown) = (entries, shown)
    let isWide = rest.width >= 110
    grid.draw(
      isWide ? Journal.columns : Journal.narrowColumns, count: shown.count, into: &frame, rest, view: view
    ) { place in
      let entry = entries[shown[place]]
      let head = [view.count(entry.sequence), entry.time, entry.author]
      return GridRow(cells: head + (isWide ? [entry.subject, entry.text, entry.why] : [entry.sentence]))
    }
  }

  private func drawSearch(_ frame: inout Frame, _ line: Rect, _ view: View) {
    let x = SearchLine.draw(search, into: &frame, line, share: 3, view: view)
    frame.cursor = (x, line.y)
    let who = author.map { view(Text("oleh ", en: "by ")) + $0 }
    let what = record.map { view(Text("catatan ", en: "record ")) + (label(of: $0, view) ?? $0.text) }
    let text = [who, what].compactMap(\.self).joined(separator: "  ")
    let width = min(Width.of(text), max(0, line.right - x - 4))
    frame.put(text, x: line.right - width - 1, y: line.y, role: .match, width: width)
  }

  private func label(of id: RecordID, _ view: View) -> String? {
    for type in view.book.types {
      if let label = view.book.label(of: id, kind: type.kind.name) { return label }
    }
    return nil
  }

  private static let columns = [
    RowGrid.Column(title: Text("No.", en: "No"), width: 7, isRightAligned: true),
    RowGrid.Column(title: Text("Waktu", en: "Time"), width: 16),
    RowGrid.Column(title: Text("Oleh", en: "By"), width: 10),
    RowGrid.Column(title: Text("Tentang", en: "About"), width: 20),
    RowGrid.Column(title: Text("Perubahan", en: "Change"), width: 30, grows: true),
    RowGrid.Column(title: Text("Alasan", en: "Why"), width: 20),
  ]

  private static let narrowColumns = [
    RowGrid.Column(title: Text("No.", en: "No"), width: 6, isRightAligned: true),
    RowGrid.Column(title: Text("Waktu", en: "Time"), width: 16),
    RowGrid.Column(title: Text("Oleh", en: "By"), width: 8),
    RowGrid.Column(title: Text("Perubahan", en: "Change"), width: 20, grows: true),
  ]

  func hint(_ view: View) -> (left: String, right: String) {
    let read = view.count(shown.count) + (isComplete ? "" : "+")
    let place = view.count(shown.isEmpty ? 0 : grid.cursor + 1)
    return (
      view(isSearching ? .searching(share(view)) : .hint),
      view(Text("baris \(place) dari \(read)", en: "row \(place) of \(read)"))
    )
  }

  func help(_ view: View) -> [Text] { [.helpRows, .helpUndo] }
}

extension Text {
  fileprivate static let nothing = Text("Tidak ada perubahan yang cocok.", en: "No change fits.")
  fileprivate static let notYet = Text(
    "Belum ketemu; PgDn mencari lebih jauh ke belakang.", en: "Not found yet; PgDn searches further back.")
  fileprivate static let hint = Text(
    "Enter membaca perubahan; F4 menurut orang; ketik untuk mencari.",
    en: "Enter reads the change; F4 by person; type to search.")
  fileprivate static let helpRows = Text(
    "Setiap baris satu penyimpanan: siapa, kapan, tentang siapa, apa. Enter menampilkan nilai lama dan baru.",
    en: "Each row is one saving: who, when, about whom, what. Enter shows old and new values.")
  fileprivate static let helpUndo = Text(
    "F9 u mengurungkan satu penyimpanan; tidak bisa bila isiannya sudah diubah lagi.",
    en: "F9 u takes one saving back, unless its fields were changed again since.")
}
