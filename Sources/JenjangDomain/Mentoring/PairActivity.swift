/// How alive a pair is: its sessions week by week, the last one, how long it has been silent, what is due.
///
/// Whoever sees a pair may know when it meets; what is said and agreed there is for those who may read it.
public struct PairActivity: Sendable {
  /// Sessions of the last twelve weeks, the oldest week first.
  public let weeks: [Int]
  public let sessions: Int
  public let minutes: Int
  /// Lesson hours for each of the two, by the rule `lesson-hours`.
  public let lessonHours: Int
  public let last: Day?
  /// The day that the last session agreed on, passed or not; nil when it named none.
  public let planned: Day?
  /// The same while it lies ahead.
  public var next: Day? { planned.flatMap { day <= $0 ? $0 : nil } }
  /// Days since the last session, or since the pair began; 0 for pairs that are not active.
  public let silentDays: Int
  /// More days than the parameter allows.
  public let isSilent: Bool
  /// Agreed and not done, the most urgent first.
  public let open: [MentoringAction]
  private let day: Day

  public static let weekCount = 12

  public init(_ pair: MentoringPair, in book: Book, on day: Day) {
    let sessions = book.mentoringSessions.storedOwned(by: pair.id.raw)
      .filter { $0.date.map { $0 <= day } ?? false }
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
    planned = sessions.max { ($0.date ?? day, $0.id.raw) < ($1.date ?? day, $1.id.raw) }?.nextDate
    self.day = day
    lessonHours = sessions.map { $0.lessonHours(by: book.law) }.reduce(0, +)
    let since = last ?? pair.start
    let silence = pair.state == .active ? since.map { max(0, Int(day.number - $0.number)) } ?? 0 : 0
    silentDays = silence
    isSilent = book.law.find(MentoringMatch.silence, on: day).map { silence > $0.value } ?? false
    open = book.openActions(of: pair.id)
  }
}

extension Book {
  /// The pairs of a person on either side, over or not, as far as the actor sees them.
  public func pairs(of person: ID<Employee>) -> [MentoringPair] {
    let asMentor = mentoringPairs.table.rows(referring: "mentor", to: person.raw).compactMap { mentoringPairs[$0] }
    return asMentor + mentoringPairs.owned(by: person.raw)
  }

  /// The pairs of a person on either side that are not over, as far as the actor sees them.
  public func livePairs(of person: ID<Employee>) -> [MentoringPair] {
    pairs(of: person).filter { !($0.state?.isOver ?? true) }
  }

  /// The session of a pair that was held last, as far as the actor sees it.
  public func lastSession(of pair: ID<MentoringPair>) -> MentoringSession? {
    mentoringSessions.owned(by: pair.raw).max {
      ($0.date ?? Day(number: 0), $0.id.raw) < ($1.date ?? Day(number: 0), $1.id.raw)
    }
  }

  /// What a new session of a pair begins with: the last one's way and length; the notes stay empty.
  ///
  /// The first one is held as mentor or mentee wished.
  public func nextSession(of pair: MentoringPair, id: ID<MentoringSession>, by person: ID<Employee>?)
    -> MentoringSession
  {
    let last = lastSession(of: pair.id)
    var session = MentoringSession(id: id)
    session.pair = pair.id
    session.date = day
    session.minutes = last?.minutes ?? 60
    session.mode = last?.mode ?? wishedMode(of: pair) ?? .inPerson
    session.loggedBy = person
    return session
  }

  private func wishedMode(of pair: MentoringPair) -> SessionMode? {
    let offers = pair.mentor.map { mentorProfiles.owned(by: $0.raw) } ?? []
    let wishes = pair.mentee.map { menteeWishes.owned(by: $0.raw) } ?? []
    return offers.last { $0.isOpen(on: day) }?.mode ?? wishes.last { $0.isOpen(on: day) }?.mode
  }
}

extension MentoringPair {
  /// The side on which somebody is; nil for others.
  public func side(of person: RecordID?) -> PairSide? {
    guard let person else { return nil }
    return mentor?.raw == person ? .mentor : mentee?.raw == person ? .mentee : nil
  }

  public func person(on side: PairSide) -> ID<Employee>? { side == .mentor ? mentor : mentee }

  /// Why no session can be logged; nil when one can, one of a pair that has ended too.
  public var refusalToLog: Text? { start == nil || state == .proposed || state == .declined ? .notBegun : nil }
}

extension PairSide {
  public var other: PairSide { self == .mentor ? .mentee : .mentor }
}

extension Text {
  fileprivate static let notBegun = Text("Bimbingan ini belum dimulai", en: "This mentoring has not begun")
}
