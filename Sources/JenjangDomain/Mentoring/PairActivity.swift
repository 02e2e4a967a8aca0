/// How alive a pair is: its sessions week by week, the last one, how long it has been silent, what is due.
public struct PairActivity: Sendable {
  /// Sessions of the last twelve weeks, the oldest week first.
  public let weeks: [Int]
  public let sessions: Int
  public let minutes: Int
  /// Lesson hours for each of the two, by the rule `lesson-hours`.
  public let lessonHours: Int
  public let last: Day?
  public let next: Day?
  /// Days since the last session, or since the pair began; 0 for pairs that are not active.
  public let silentDays: Int
  /// More days than the parameter allows.
  public let isSilent: Bool
  /// Agreed and not done, the most urgent first.
  public let open: [MentoringAction]

  public static let weekCount = 12

  public init(_ pair: MentoringPair, in book: Book, on day: Day) {
    let sessions = book.mentoringSessions.owned(by: pair.id.raw).filter { $0.date.map { $0 <= day } ?? false }
    var weeks = [Int](repeating: 0, count: PairActivity.weekCount)
    for session in sessions {
      guard let date = session.date else { continue }
      let week = Int(day.number - date.number) / 7
      if week < weeks.count { weeks[weeks.count - 1 - week] += 1 }
    }
    self.weeks = weeks
    self.sessions = sessions.count
    minutes = sessions.compactMap(\.minutes).reduce(0, +)
    last = sessions.compactMap(\.date).max()
    next = sessions.compactMap(\.nextDate).filter { $0 >= day }.min()
    var input = LessonHours.Input()
    input.form = .coaching
    input.count = sessions.count
    input.day = day
    let judged = sessions.isEmpty ? nil : try? LessonHours.judge(input, by: book.law)
    lessonHours = judged?.output.hours ?? 0
    let since = last ?? pair.start
    let silence = pair.state == .active ? since.map { max(0, Int(day.number - $0.number)) } ?? 0 : 0
    silentDays = silence
    isSilent = book.law.find(MentoringMatch.silence, on: day).map { silence > $0.value } ?? false
    open = book.mentoringActions.owned(by: pair.id.raw).filter { $0.doneOn == nil }
      .sorted { ($0.due ?? day, $0.id.raw) < ($1.due ?? day, $1.id.raw) }
  }
}

extension Book {
  /// The pairs of a person on either side that are not over, as far as the actor sees them.
  public func livePairs(of person: ID<Employee>) -> [MentoringPair] {
    let asMentee = mentoringPairs.owned(by: person.raw)
    let asMentor = mentoringPairs.table.rows(referring: "mentor", to: person.raw).compactMap { mentoringPairs[$0] }
    return (asMentor + asMentee).filter { !($0.state?.isOver ?? true) }
  }

  /// What a new session of a pair begins with: the last one's way, length and what comes next; the notes stay empty.
  public func nextSession(of pair: MentoringPair, id: ID<MentoringSession>, by person: ID<Employee>?)
    -> MentoringSession
  {
    let last = mentoringSessions.owned(by: pair.id.raw).max {
      ($0.date ?? Day(number: 0), $0.id.raw) < ($1.date ?? Day(number: 0), $1.id.raw)
    }
    var session = MentoringSession(id: id)
    session.pair = pair.id
    session.date = day
    session.minutes = last?.minutes ?? 60
    session.mode = last?.mode
    session.loggedBy = person
    return session
  }
}
