/// Who is not at work on which days: by leave on record, or by the legal status.
///
/// Read from columns, whoever looks: that somebody is away is told to all who plan with people, which leave it is only to
/// those who may see it.
public struct Absences {
  private let people: Table
  private let leaves: Table
  private let statuses: CodeCells<LegalStatus>
  private let statusDays: DayCells
  private let kinds: CodeCells<LeaveKind>
  private let states: CodeCells<LeaveState>
  private let starts: DayCells
  private let ends: DayCells
  private let returns: DayCells

  public init(_ book: Book) {
    (people, leaves) = (book.employees.table, book.leaves.table)
    (statuses, statusDays) = (CodeCells(people, "legalStatus"), DayCells(people, "legalStatusDate"))
    (kinds, states) = (CodeCells(leaves, "kind"), CodeCells(leaves, "state"))
    (starts, ends, returns) = (DayCells(leaves, "start"), DayCells(leaves, "end"), DayCells(leaves, "returnedOn"))
  }

  /// The first of some days on which somebody is away, and why; nil when there is none.
  public func first(of person: ID<Employee>, on days: [Day]) -> (day: Day, why: Text)? {
    people.row(of: person.raw).flatMap { first(of: $0, on: days) }
  }

  /// The same for a row of the table of people.
  func first(of person: Row, on days: [Day]) -> (day: Day, why: Text)? {
    if let status = statuses[person], LegalStatus.away.contains(status) || !status.isServing {
      let since = statusDays[person]
      if let day = days.first(where: { day in since.map { $0 <= day } ?? true }) { return (day, status.title) }
    }
    for row in leaves.children.rows(of: person) where leaves.hasRow(row) && leaves.isLive(row) {
      guard states[row]?.keepsAway ?? true, let start = starts[row],
        let last = Leave.lastDay(to: ends[row], returnedOn: returns[row]),
        let day = days.first(where: { start <= $0 && $0 <= last })
      else { continue }
      return (day, why(row, last))
    }
    return nil
  }

  private func why(_ row: Row, _ last: Day) -> Text {
    let title = leaves.isSeen(row) ? kinds[row]?.title ?? .leave : .leave
    let isAsked = states[row] == .requested
    return Text(
      title.indonesian + (isAsked ? " (diajukan)" : "") + " s.d. \(last.display)",
      en: title.english + (isAsked ? " (requested)" : "") + " until \(last.display)")
  }
}

extension LegalStatus {
  /// Serving, but not at work.
  fileprivate static let away: Set<LegalStatus> = [.studying, .preRetirement]
}

extension Problem {
  /// Somebody is needed on a day on which he is away.
  static func away(_ person: ID<Employee>?, on day: Day?, field: String, in book: Book) -> Problem? {
    guard let person, let day, let found = Absences(book).first(of: person, on: [day]) else { return nil }
    let name = book.label(of: person.raw, kind: Employee.kind.name) ?? "?"
    return Problem(
      field, Text("\(name): \(found.why.indonesian)", en: "\(name): \(found.why.english)"), severity: .warning)
  }
}

extension Book {
  /// The first event at which somebody has a seat on some day between two.
  func seat(of person: ID<Employee>, from first: Day, to last: Day) -> LearningEvent? {
    enrolments.storedOwned(by: person.raw).lazy.filter { $0.state == .accepted }
      .compactMap { $0.event.flatMap { self.learningEvents[$0] } }
      .first { event in
        event.state?.isHeld ?? true && self.days(of: event).contains { first <= $0.day && $0.day <= last }
      }
  }
}

extension Text {
  fileprivate static let leave = Text("Cuti", en: "On leave")
}
