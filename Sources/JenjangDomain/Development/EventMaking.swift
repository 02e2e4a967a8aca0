/// Events made from programmes: one, a year of them, or one moved to another day.
extension LearningEvent {
  /// An event of a programme from a day on, as its catalogue entry says.
  public init(_ id: ID<LearningEvent>, of programme: LearningProgramme, from day: Day, by calendar: WorkingCalendar) {
    self.init(id: id)
    let start = calendar.adding(workingDays: 0, to: day)
    name = programme.name
    self.programme = programme.id
    form = programme.form
    mode = programme.mode
    self.start = start
    end = (programme.days ?? 1) > 1 ? calendar.adding(workingDays: (programme.days ?? 1) - 1, to: start) : start
    startTime = ClockTime("08.00")
    endTime = ClockTime("16.00")
    state = .planned
    capacity = programme.capacity
    lessonHours = programme.lessonHours
    provider = programme.provider
    if let each = programme.costPerHead, let capacity = programme.capacity { cost = each * capacity }
  }

  /// The same event on other days: as many working days long, its last day for enrolling as long before.
  public func moved(to day: Day, by calendar: WorkingCalendar) -> LearningEvent {
    var moved = self
    let first = calendar.adding(workingDays: 0, to: day)
    guard let start, let end else {
      moved.start = first
      moved.end = first
      return moved
    }
    let length = max(1, calendar.workingDays(from: start, through: end))
    moved.formerStart = formerStart ?? start
    moved.start = first
    moved.end = length > 1 ? calendar.adding(workingDays: length - 1, to: first) : first
    moved.enrolBy = enrolBy.map { $0.adding(days: Int(first.number - start.number)) }
    return moved
  }
}

extension Book {
  /// The events of a programme in a year as it recurs, without those that the calendar has for the same month.
  ///
  /// With units each has its own: it organises the event, its people have the seats, and a week lies between two units.
  public func recurring(
    _ programme: LearningProgramme, in year: Int, for units: [Unit] = [], newID: () -> RecordID
  ) -> [LearningEvent] {
    guard !units.isEmpty else { return recurring(programme, in: year, of: nil, weeks: 0, newID: newID) }
    return units.enumerated().flatMap { place, unit in
      recurring(programme, in: year, of: unit, weeks: place, newID: newID)
    }
  }

  private func recurring(
    _ programme: LearningProgramme, in year: Int, of unit: Unit?, weeks: Int, newID: () -> RecordID
  ) -> [LearningEvent] {
    let step = programme.recurrence?.months ?? 12
    let rows = learningEvents.table.rows(referring: "programme", to: programme.id.raw)
    let held = rows.compactMap { learningEvents[$0] }.filter { event in
      event.start?.year == year && event.state != .cancelled && (unit == nil || event.organiser == unit?.id)
    }
    let calendar = workingCalendar
    let days = stride(from: programme.firstMonth ?? 2, through: 12, by: step).compactMap { month in
      Day(year: year, month: month, day: 6).map { calendar.adding(workingDays: 0, to: $0.adding(days: 7 * weeks)) }
    }.filter { $0.year == year }
    let taken = Set(held.compactMap { $0.start?.month })
    return days.filter { !taken.contains($0.month) }.enumerated().map { place, day in
      var event = LearningEvent(ID(newID()), of: programme, from: day, by: calendar)
      let batch = "\(held.count + place + 1)/\(year)"
      event.batch = batch
      event.name = [programme.name ?? "?", unit?.name, batch].compactMap(\.self).joined(separator: " ")
      event.organiser = unit?.id
      if let code = unit?.code, let capacity = programme.capacity {
        var quotas = UnitQuotas()
        quotas[code] = capacity
        event.quotas = quotas
      }
      return event
    }
  }

  /// What moves an event with its sessions, and what that means in words.
  public func moving(_ event: LearningEvent, to day: Day) -> EventTransition {
    let calendar = workingCalendar
    let moved = event.moved(to: day, by: calendar)
    var operations = [saving(moved)].compactMap(\.self)
    if let old = event.start, let new = moved.start {
      for session in sessions(of: event.id) {
        guard let date = session.date else { continue }
        let passed = max(0, calendar.workingDays(from: old, through: date) - 1)
        let target = passed == 0 ? new : calendar.adding(workingDays: passed, to: new)
        operations += [learningSessions.updating(session.id) { $0.date = min(target, moved.end ?? target) }]
          .compactMap(\.self)
      }
      for enrolment in enrolments(of: event.id) {
        operations += [enrolments.updating(enrolment.id) { $0.start = new }].compactMap(\.self)
      }
    }
    let seats = enrolments(of: event.id).count { $0.state?.holdsSeat ?? false }
    var words: [Text] = []
    if let start = moved.start, let end = moved.end {
      words.append(
        Text(
          "\(start.withWeekday.indonesian) s.d. \(end.short.indonesian)",
          en: "\(start.withWeekday.english) to \(end.short.english)"))
    }
    if seats > 0 { words.append(Text("\(seats) peserta ikut pindah", en: "\(seats) participants move with it")) }
    let clashes = EventClashes(moved, sessions: [], in: self).all()
    words += clashes.prefix(5).map(\.text)
    if clashes.count > 5 {
      let more = clashes.count - 5
      words.append(Text("dan \(more) bentrok lagi", en: "and \(more) more clashes"))
    }
    return EventTransition(event: moved, operations: operations, consequences: words)
  }

  /// What puts the people of an event into another one and ends it.
  public func merging(
    _ event: LearningEvent, into other: LearningEvent, on day: Day, newID: () -> RecordID
  ) -> EventTransition {
    var seats = Seats(other, in: self)
    let people = enrolments(of: event.id).filter { $0.state == .accepted || $0.state?.isHoping ?? false }
    for var enrolment in people where !seats.enrolments.contains(where: { $0.employee == enrolment.employee }) {
      enrolment.event = other.id
      enrolment.start = other.start
      enrolment.state = seats.hasSeat(for: enrolment.employee) ? .accepted : .waiting
      seats.add(enrolment)
    }
    let moved = Set(seats.enrolments.map(\.id))
    var ended = event
    ended.state = .cancelled
    ended.cause = .merged
    ended.mergedInto = other.id
    ended.decidedOn = day
    var operations = seats.operations() + [saving(ended)].compactMap(\.self)
    for left in people where !moved.contains(left.id) {
      operations += [enrolments.updating(left.id) { $0.state = .eventCancelled }].compactMap(\.self)
    }
    let held = commitment(of: event)
    if held > 0, let line = event.budget {
      var entry = BudgetEntry(id: ID(newID()))
      (entry.line, entry.date, entry.kind, entry.amount) = (line, day, .release, held)
      entry.event = event.id
      operations.append(.creating(entry))
    }
    let (count, name) = (people.count, other.name ?? "?")
    return EventTransition(
      event: ended, operations: operations,
      consequences: [Text("\(count) orang pindah ke \(name)", en: "\(count) people move to \(name)")])
  }
}
