/// The lesson hours that mentoring gives both of a pair.
extension MentoringSession {
  /// By the rule `lesson-hours` and the parameters of the day on which it was held; 0 without a day.
  public func lessonHours(by law: Law) -> Int { MentoringSession.lessonHours(on: date, minutes: minutes, by: law) }

  static func lessonHours(on day: Day?, minutes: Int?, by law: Law) -> Int {
    guard let day else { return 0 }
    var input = LessonHours.Input()
    input.form = .coaching
    input.count = 1
    input.minutes = minutes
    input.day = day
    return (try? LessonHours.judge(input, by: law).output.hours) ?? 0
  }
}

/// The sessions of people on both sides of their pairs, by the rows of people, whoever looks.
///
/// Pairs are read once; what is asked of somebody costs the sessions of that person. A training in which somebody
/// certified the mentoring counts besides: only sessions that were logged are counted here.
struct SessionHours {
  struct Entry: Hashable {
    let day: Day
    let hours: Int
  }

  private let law: Law
  private let sessions: Table
  private let dates: DayCells
  private let minutes: IntegerCells
  private let pairs: [Row: [Row]]

  /// With `only` the pairs of one person alone are kept.
  init(_ book: Book, by law: Law, only one: Row? = nil) {
    self.law = law
    sessions = book.mentoringSessions.table
    dates = DayCells(sessions, "date")
    minutes = IntegerCells(sessions, "minutes")
    let table = book.mentoringPairs.table
    let sides = [ReferenceCells(table, "mentor"), ReferenceCells(table, "mentee")]
    var pairs: [Row: [Row]] = [:]
    for row in 0..<table.rowCount where table.isLive(row) {
      for side in sides {
        if let person = side[row], one == nil || person == one { pairs[person, default: []].append(row) }
      }
    }
    self.pairs = pairs
  }

  /// What each session of somebody counts.
  func entries(of person: Row) -> [Entry] {
    (pairs[person] ?? []).flatMap { pair in
      sessions.children.rows(of: pair).filter { sessions.hasRow($0) }.compactMap { row in
        dates[row].map { day in
          Entry(day: day, hours: MentoringSession.lessonHours(on: day, minutes: minutes[row], by: law))
        }
      }
    }
  }

  /// The hours of somebody in a span of days.
  func hours(of person: Row, in span: ClosedRange<Day>) -> Int {
    entries(of: person).filter { span.contains($0.day) }.map(\.hours).reduce(0, +)
  }
}
