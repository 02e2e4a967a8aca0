/// Which events are held on which days, from one day to another: what a calendar shows.
public struct EventCalendar {
  public struct Entry: Sendable, Hashable {
    public let event: ID<LearningEvent>
    public let name: String
    /// The code of the programme and the batch, for where the name does not fit; the name where there is none.
    public let short: String
    public let state: EventState?
    public let day: EventDay
    /// Its place among the days of the event, and how many there are.
    public let part: Int
    public let parts: Int
    /// The other event in the same room, or with the same speaker, at that time; nil when there is none.
    public fileprivate(set) var clash: String?
  }

  public let first: Day
  public let last: Day
  /// How many events have a day in the span.
  public private(set) var count = 0
  private var days: [Day: [Entry]] = [:]

  /// One pass over the events of the span.
  ///
  /// `units` leaves out the events of other organisers; nil takes all.
  public init(_ book: Book, from first: Day, to last: Day, units: Set<RecordID>? = nil) {
    self.first = first
    self.last = last
    let calendar = book.workingCalendar
    for row in book.events(from: first, to: last) {
      guard let event = book.learningEvents[row], event.isOf(units) else { continue }
      let all = event.days(sessions: book.sessions(of: event.id), by: calendar)
      let shown = all.enumerated().filter { first <= $0.element.day && $0.element.day <= last }
      if !shown.isEmpty { count += 1 }
      for (place, day) in shown {
        days[day.day, default: []].append(
          Entry(
            event: event.id, name: event.name ?? "?", short: event.short(in: book), state: event.state, day: day,
            part: place + 1, parts: all.count))
      }
    }
    for day in days.keys { arrange(day) }
  }

  public subscript(day: Day) -> [Entry] { days[day] ?? [] }

  /// The days on which something clashes, in order.
  public var clashes: [Day] { days.filter { $0.value.contains { $0.clash != nil } }.keys.sorted() }

  /// Everything from a day on, in order.
  public func entries(from day: Day) -> [Entry] { days.keys.filter { day <= $0 }.sorted().flatMap { self[$0] } }

  private mutating func arrange(_ day: Day) {
    var entries = days[day] ?? []
    // What goes on for weeks stands behind what is only now.
    let order = { (entry: Entry) in (entry.parts > 10 ? 1 : 0, entry.day.from?.minutes ?? 0, entry.name) }
    entries.sort { order($0) < order($1) }
    for (place, entry) in entries.enumerated() where entry.state?.isHeld ?? true {
      let other = entries.first { other in
        other.event != entry.event && other.state?.isHeld ?? true && entry.day.overlaps(other.day)
          && (entry.day.sharesRoom(with: other.day)
            || entry.day.speaker != nil && entry.day.speaker == other.day.speaker)
      }
      entries[place].clash = other?.name
    }
    days[day] = entries
  }
}

extension EventDay {
  /// Whether both name the same room.
  func sharesRoom(with other: EventDay) -> Bool {
    guard let room, let taken = other.room else { return false }
    return Folding.plain(room) == Folding.plain(taken)
  }
}

extension LearningEvent {
  fileprivate func short(in book: Book) -> String {
    guard let code = programme.flatMap({ book.learningProgrammes[$0]?.code }) else { return name ?? "?" }
    return batch.map { code + " " + $0 } ?? code
  }

  fileprivate func isOf(_ units: Set<RecordID>?) -> Bool {
    guard let units else { return true }
    return organiser.map { units.contains($0.raw) } ?? false
  }
}
