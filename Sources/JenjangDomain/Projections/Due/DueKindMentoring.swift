extension DueKind {
  /// What mentoring makes due: pairs that do not meet.
  static let ofMentoring: [DueKind] = [
    DueKind(
      name: "mentoring-silence", title: Text("Bimbingan tanpa sesi", en: "Mentoring without sessions"), fields: [],
      source: MentoringPair.kind, find: { $0.facts.mentoring.silentPairs(of: $0.row, $1) }, findings: silence)
  ]

  private static func silence(_ person: PersonFacts, _ line: DueLine) -> [Finding] {
    guard let pair = line.sourceRow.flatMap({ person.book.mentoringPairs[$0] }),
      let limit = try? person.law.require(MentoringMatch.silence, on: person.book.day)
    else { return [] }
    let mentor = pair.mentor.flatMap { person.book.label(of: $0.raw, kind: Employee.kind.name) } ?? "?"
    return [
      Finding(
        "mentoring.silence", MentoringMatch.silence.title, .init(person.book.day <= line.day),
        found: Text(
          "pembimbing \(mentor), sesi terakhir \(line.day.adding(days: -limit.value).display)",
          en: "mentor \(mentor), last session \(line.day.adding(days: -limit.value).display)"),
        needed: .until(line.day), by: limit)
    ]
  }
}

/// Which pairs of mentees have not met for too long, read from columns.
struct DueMentoring {
  private let day: Day
  private let pairs: Table
  private let state: CodeCells<PairState>
  private let start: DayCells
  private let sessions: Table
  private let dates: DayCells
  private let limit: Int?

  init(_ book: Book, law: Law) {
    day = book.day
    pairs = book.mentoringPairs.table
    state = CodeCells(pairs, "state")
    start = DayCells(pairs, "start")
    sessions = book.mentoringSessions.table
    dates = DayCells(sessions, "date")
    limit = law.find(MentoringMatch.silence, on: book.day)?.value
  }

  /// Active pairs whose last session, or whose beginning, is longer ago than the parameter allows; due on the last day
  /// on which it was not.
  func silentPairs(of mentee: Row, _ found: (Day, Row?) -> Void) {
    guard let limit else { return }
    for pair in pairs.children.rows(of: mentee) where pairs.hasRow(pair) && state[pair] == .active {
      let held = sessions.children.rows(of: pair).filter { sessions.hasRow($0) }.compactMap { dates[$0] }
      guard let since = held.filter({ $0 <= day }).max() ?? start[pair] else { continue }
      let due = since.adding(days: limit)
      if due < day { found(due, pair) }
    }
  }
}
