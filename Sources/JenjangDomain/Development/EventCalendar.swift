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

  /// One pass over the columns of the events.
  ///
  /// `units` leaves out the events of other organisers; nil takes all.
  public init(_ book: Book, from first: Day, to last: Day, units: Set<RecordID>? = nil) {
    self.first = first
    self.last = last
    let names = EventNames(book)
    var schedule = EventSchedule(book)
    for held in schedule.events(from: first, to: last, where: { row, _ in names.isOf(units, row) }) {
      let shown = held.days.enumerated().filter { first <= $0.element.day && $0.element.day <= last }
      guard !shown.isEmpty else { continue }
      count += 1
      let (id, name, short) = (names.id(of: held.row), names.name(of: held.row), names.short(of: held.row))
      for (place, day) in shown {
        days[day.day, default: []].append(
          Entry(
            event: id, name: name, short: short, state: held.state, day: day, part: place + 1, parts: held.days.count))
      }
    }
    for day in Array(days.keys) { arrange(day) }
  }

  public subscript(day: Day) -> [Entry] { days[day] ?? [] }

  /// The days on which something clashes, in order.
  public var clashes: [Day] { days.filter { $0.value.contains { $0.clash != nil } }.keys.sorted() }

  /// Everything from a day on, in order.
  public func entries(from day: Day) -> [Entry] { days.keys.filter { day <= $0 }.sorted().flatMap { self[$0] } }

  private mutating func arrange(_ day: Day) {
    guard var entries = days.removeValue(forKey: day) else { return }
    // What goes on for weeks stands behind what is only now.
    let order = { (entry: Entry) in (entry.parts > 10 ? 1 : 0, entry.day.from?.minutes ?? 0, entry.name) }
    entries.sort { order($0) < order($1) }
    for place in entries.indices where entries[place].isHeld {
      let other = entries.indices.first { entries[$0].isHeld && entries[$0].collides(with: entries[place]) }
      entries[place].clash = other.map { entries[$0].name }
    }
    days[day] = entries
  }
}

extension EventCalendar.Entry {
  fileprivate var isHeld: Bool { state?.isHeld ?? true }

  fileprivate func collides(with other: EventCalendar.Entry) -> Bool {
    (day.sharesRoom(with: other.day) || day.sharesSpeaker(with: other.day)) && event != other.event
      && day.overlaps(other.day)
  }
}

/// What events are called, by row.
private struct EventNames {
  private let table: Table
  private let unitTable: Table
  private let names: TextCells
  private let batches: TextCells
  private let codes: TextCells
  private let programmes: ReferenceCells
  private let organisers: ReferenceCells

  init(_ book: Book) {
    table = book.learningEvents.table
    unitTable = book.units.table
    (names, batches) = (TextCells(table, "name"), TextCells(table, "batch"))
    codes = TextCells(book.learningProgrammes.table, "code")
    (programmes, organisers) = (ReferenceCells(table, "programme"), ReferenceCells(table, "organiser"))
  }

  func id(of row: Row) -> ID<LearningEvent> { ID(table.id(of: row)) }
  func name(of row: Row) -> String { names[row] ?? "?" }

  func short(of row: Row) -> String {
    guard let code = programmes[row].flatMap({ codes[$0] }) else { return name(of: row) }
    return batches[row].map { code + " " + $0 } ?? code
  }

  /// Whether one of some units organises it; nil is all of them.
  func isOf(_ units: Set<RecordID>?, _ row: Row) -> Bool {
    guard let units else { return true }
    return organisers[row].map { units.contains(unitTable.id(of: $0)) } ?? false
  }
}
