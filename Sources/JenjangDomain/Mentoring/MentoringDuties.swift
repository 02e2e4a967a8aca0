/// One thing that mentoring asks of somebody now.
public struct MentoringDuty: Sendable {
  public enum Kind: Sendable {
    /// A proposal waits for the own yes or no.
    case answer
    /// Both have said yes, and the mentor has not begun.
    case begin
    /// The two have agreed on a day for the next session.
    case meet
    /// They have not met for longer than the parameter allows; so many days.
    case silent(days: Int)
    /// Something agreed is open, on one's own side or on the other's.
    case action(MentoringAction, isOwn: Bool)
    /// The pair is over, and how it was has not been said.
    case rate
  }

  public let kind: Kind
  public let pair: MentoringPair
  /// The other one of the pair.
  public let partner: ID<Employee>?
  /// The day by which, or on which; nil where none is known.
  public var due: Day?
  public var isLate = false

  /// What comes first: what others wait for, what is late, then by day.
  fileprivate var rank: (Int, Int32) {
    let day = due?.number ?? .max
    switch kind {
    case .answer: return (0, day)
    case .begin: return (1, day)
    case .action(_, true) where isLate, .meet where isLate: return (2, day)
    case .meet: return (3, day)
    case .silent: return (4, day)
    case .action(_, true): return (5, day)
    case .rate: return (6, day)
    case .action: return (7, day)
    }
  }
}

/// What mentoring asks of an actor on a day, the most urgent first; nothing of who stands for no person.
///
/// Reads the actor's own pairs only.
public struct MentoringDuties {
  public private(set) var duties: [MentoringDuty] = []

  /// Sessions and actions of others stand here so many days ahead.
  public static let ahead = 14
  /// For so long somebody is asked to rate a pair that is over.
  public static let ratingDays = 60

  public init(_ book: Book, on day: Day, for access: Access?) {
    guard let person = access?.actor.person else { return }
    var found: [MentoringDuty] = []
    for pair in book.pairs(of: ID(person)) {
      guard let side = pair.side(of: person), let state = pair.state else { continue }
      let partner = pair.person(on: side.other)
      func add(_ kind: MentoringDuty.Kind, due: Day? = nil) {
        let isLate = due.map { $0 < day } ?? false
        found.append(MentoringDuty(kind: kind, pair: pair, partner: partner, due: due, isLate: isLate))
      }
      switch state {
      case .proposed where pair.acceptedOn(side) == nil: add(.answer, due: pair.proposedOn)
      case .accepted where side == .mentor: add(.begin)
      case .active: MentoringDuties.addMeetings(of: pair, book, day, add)
      case .finished, .stopped: if book.isUnrated(pair, by: side, on: day) { add(.rate, due: pair.endedOn) }
      default: break
      }
      if state.isRunning { MentoringDuties.addActions(of: pair, side, book, day, add) }
    }
    duties = found.sorted { $0.rank == $1.rank ? $0.pair.id.raw < $1.pair.id.raw : $0.rank < $1.rank }
  }

  private static func addMeetings(
    of pair: MentoringPair, _ book: Book, _ day: Day, _ add: (MentoringDuty.Kind, Day?) -> Void
  ) {
    let activity = PairActivity(pair, in: book, on: day)
    if let planned = activity.planned, planned <= day.adding(days: MentoringDuties.ahead) {
      add(.meet, planned)
    } else if activity.isSilent {
      add(.silent(days: activity.silentDays), activity.last ?? pair.start)
    }
  }

  private static func addActions(
    of pair: MentoringPair, _ side: PairSide, _ book: Book, _ day: Day, _ add: (MentoringDuty.Kind, Day?) -> Void
  ) {
    let soon = day.adding(days: ahead)
    for action in book.openActions(of: pair.id) {
      let isOwn = action.side == side
      if isOwn || action.due.map({ $0 <= soon }) ?? true { add(.action(action, isOwn: isOwn), action.due) }
    }
  }
}

extension MentoringPair {
  /// When one of the two has said yes; nil while that is open.
  public func acceptedOn(_ side: PairSide) -> Day? { side == .mentor ? mentorAcceptedOn : menteeAcceptedOn }
}

extension Book {
  /// Agreed and not done, the most urgent first.
  public func openActions(of pair: ID<MentoringPair>) -> [MentoringAction] {
    mentoringActions.owned(by: pair.raw).filter { $0.doneOn == nil }
      .sorted { ($0.due?.number ?? .max, $0.id.raw) < ($1.due?.number ?? .max, $1.id.raw) }
  }

  /// What one of the two has said of a pair; nil while nothing.
  public func rating(of pair: ID<MentoringPair>, by side: PairSide) -> MentoringRating? {
    mentoringRatings.owned(by: pair.raw).last { $0.side == side }
  }

  /// Whether a pair ended a short while ago and one of the two has not said how it was.
  func isUnrated(_ pair: MentoringPair, by side: PairSide, on day: Day) -> Bool {
    guard pair.start != nil, let ended = pair.endedOn, rating(of: pair.id, by: side) == nil else { return false }
    return day.isWithin(ended, ended.adding(days: MentoringDuties.ratingDays))
  }
}
