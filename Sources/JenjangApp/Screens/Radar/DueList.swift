import JenjangDomain
import JenjangStore
import TerminalKit

extension ScreenEntry {
  static let due = ScreenEntry(
    name: "due", title: Text("Jatuh tempo", en: "Due radar"), digit: 6,
    make: { view in DueList(DueQuery.usual(on: view.book.day)) })
}

/// What falls due for whom, grouped by month: retirement, promotions, contracts, certificates and more.
struct DueList: GridScreen {
  static let noun = "due"

  /// A row: the heading of a month, or something that falls due.
  enum Entry: Hashable {
    case month(Day, count: Int)
    case line(DueLine)
  }

  var query: DueQuery
  private(set) var lines: [DueLine] = []
  private(set) var entries: [Entry] = []
  var marked: Set<DueLine> = []
  /// Months whose lines are folded away.
  private(set) var closed: Set<Day> = []
  var grid = RowGrid()
  var isComplete = false
  private var readFor: Reading?
  /// What the rule says of lines that were on the screen.
  private(set) var findings: [DueLine: [Finding]] = [:]

  private struct Reading: Equatable {
    let query: DueQuery
    let version: Int
    let revision: Int
    let language: Language
  }

  init(_ query: DueQuery) { self.query = query }

  var rowCount: Int { entries.count }

  func title(_ view: View) -> String { view(Text("Jatuh tempo", en: "Due radar")) }
  var takesText: Bool { true }

  var selected: DueLine? {
    guard entries.indices.contains(grid.cursor), case .line(let line) = entries[grid.cursor] else { return nil }
    return line
  }

  /// What a batch action is about: the marked lines that are shown, or all that are shown.
  var chosen: [DueLine] {
    let some = lines.filter(marked.contains)
    return some.isEmpty ? lines : some
  }

  mutating func refresh(_ view: View) {
    isComplete = view.session.updateRadar()
    let radar = view.session.radar
    let now = Reading(
      query: query, version: radar.version, revision: view.book.revision, language: view.language)
    guard now != readFor else { return }
    let isSameQuestion = readFor?.query == query
    readFor = now
    let stood = entries.indices.contains(grid.cursor) ? entries[grid.cursor] : nil
    lines = radar.lines(query, in: view.book)
    findings.removeAll()
    marked.formIntersection(lines)
    arrange()
    let place = stood.flatMap { stood in entries.firstIndex { isSame($0, stood) } }
    if isSameQuestion {
      grid.follow(to: place, of: entries.count)
    } else {
      grid.move(to: firstPlace(view), of: entries.count)
    }
  }

  /// Looks at more people while nothing is pressed.
  mutating func idle(_ view: View) -> Bool {
    guard !isComplete else { return false }
    isComplete = view.session.updateRadar()
    return true
  }

  private func isSame(_ left: Entry, _ right: Entry) -> Bool {
    switch (left, right) {
    case (.month(let left, _), .month(let right, _)): left == right
    default: left == right
    }
  }

  /// Where the cursor stands at first: on the first line of this month or later, the past standing above it.
  private func firstPlace(_ view: View) -> Int {
    let month = view.book.day.firstOfMonth
    let place = entries.firstIndex { entry in
      if case .line(let line) = entry { line.day >= month } else { false }
    }
    return place ?? min(1, entries.count - 1)
  }

  private mutating func arrange() {
    entries = []
    entries.reserveCapacity(lines.count + 40)
    var start = 0
    while start < lines.count {
      let month = lines[start].month
      let next = month.adding(months: 1)
      let end = lines[start...].firstIndex { next <= $0.day } ?? lines.count
      entries.append(.month(month, count: end - start))
      if !closed.contains(month) { for line in lines[start..<end] { entries.append(.line(line)) } }
      start = end
    }
  }
}

extension DueList {
  mutating func move(_ step: Step) { grid.move(step, of: entries.count) }

  /// Goes to the heading of the next or the previous month.
  mutating func moveMonth(by step: Int) {
    let heads = entries.indices.filter { if case .month = entries[$0] { true } else { false } }
    let place = step > 0 ? heads.first { $0 > grid.cursor } : heads.last { $0 < grid.cursor }
    if let place { grid.move(to: place, of: entries.count) }
  }

  /// Folds the month under the cursor away, or shows its lines again.
  mutating func fold() {
    guard entries.indices.contains(grid.cursor) else { return }
    let month: Day
    switch entries[grid.cursor] {
    case .month(let day, _): month = day
    case .line(let line): month = line.month
    }
    if closed.remove(month) == nil { closed.insert(month) }
    arrange()
    let place = entries.firstIndex { if case .month(month, _) = $0 { true } else { false } }
    grid.move(to: place ?? grid.cursor, of: entries.count)
  }

  /// Marks the line, or all lines of the month whose heading is under the cursor; once more takes the marks away.
  mutating func mark() {
    guard entries.indices.contains(grid.cursor) else { return }
    switch entries[grid.cursor] {
    case .line(let line): if marked.remove(line) == nil { marked.insert(line) }
    case .month(let month, _):
      let some = lines.filter { $0.month == month }
      if some.allSatisfy(marked.contains) { marked.subtract(some) } else { marked.formUnion(some) }
    }
    move(.down)
  }

  mutating func markAll() { marked = Set(lines) }

  /// What stands behind a line, kept while it is on the screen.
  mutating func judge(_ line: DueLine, _ view: View) -> [Finding] {
    if let known = findings[line] { return known }
    let found = line.findings(in: view.book, by: view.session.radar.law)
    findings[line] = found
    return found
  }

  mutating func typed(_ key: Key, view: View) -> Effect? {
    guard let text = SearchLine.after(key, query.search) else { return nil }
    query.search = text
    return .some(.none)
  }

  mutating func pasted(_ text: String, view: View) -> Effect? {
    query.search += text.prefix { $0 != "\n" }
    return .some(.none)
  }

  func hint(_ view: View) -> (left: String, right: String) {
    let count = view.count(marked.count)
    let marks = marked.isEmpty ? nil : view(Text("\(count) ditandai", en: "\(count) marked"))
    let total = view.count(lines.count)
    let all = view(Text("\(total) hal", en: "\(total) items"))
    return (view(.hint), [marks, all].compactMap(\.self).joined(separator: ", "))
  }

  func help(_ view: View) -> [Text] { [.helpRows, .helpDays, .helpMarks] }
}

extension Text {
  fileprivate static let hint = Text(
    "Enter: berkas; F11: temuannya; Spasi: tandai; F4: saring; ketik untuk mencari.",
    en: "Enter: file; F11: findings; Space: mark; F4: filter; type to search.")
  fileprivate static let helpRows = Text(
    "Setiap baris satu hal yang jatuh tempo; aturan di baliknya terbaca dengan F11.",
    en: "Each row is one thing that falls due; F11 reads the rule behind it.")
  fileprivate static let helpDays = Text(
    "Tanggal dihitung dari data; keadaan dinilai untuk hari itu, atau hari ini bila sudah lewat.",
    en: "Days are computed from the records; the state is judged for that day, or for today when it has passed.")
  fileprivate static let helpMarks = Text(
    "Spasi di judul bulan menandai seluruh bulan; F9 mengekspor yang ditandai, atau semua yang tampil.",
    en: "Space on a month's heading marks the whole month; F9 exports the marked, or all that is shown.")
}
