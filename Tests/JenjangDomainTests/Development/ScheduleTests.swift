import JenjangDomain
import Testing

/// Sixty made-up events of six weeks in few rooms, some with sessions, and people with seats in them.
private struct Crowd {
  let book = Book.empty(on: "2026-11-24")
  let first = theDay("2026-11-02")
  let last = theDay("2026-12-13")
  private static let rooms = ["Aula 1", "AULA 1", "R. Melati", "Lab"]

  init(seed: UInt64) {
    var random = SeededRandom(seed: seed)
    for person in 1...12 as ClosedRange<UInt64> {
      book.add(make(person) { (record: inout Employee) in record.name = "Orang \(person)" })
    }
    for speaker in 20...23 as ClosedRange<UInt64> {
      book.add(make(speaker) { (record: inout Speaker) in record.name = "Narasumber \(speaker)" })
    }
    for number in 100..<160 as Range<UInt64> { event(number, &random) }
    for row in 0..<UInt64(12) { leave(row, &random) }
  }

  private func event(_ number: UInt64, _ random: inout SeededRandom) {
    let start = first.adding(days: random.below(50) - 8)
    let length = random.below(6)
    let from = 7 + random.below(6)
    let event: LearningEvent = make(number) { event in
      event.name = "Kegiatan \(number)"
      event.start = start
      event.end = start.adding(days: length)
      if random.chance(80) {
        event.startTime = ClockTime(minutes: from * 60)
        event.endTime = ClockTime(minutes: (from + 1 + random.below(5)) * 60)
      }
      event.room = random.chance(80) ? random.pick(Crowd.rooms) : nil
      event.state = random.pick([.open, .full, .running, .cancelled, .postponed, .done])
      event.capacity = 20
    }
    book.add(event)
    for session in 0..<UInt64(random.chance(30) ? random.pick(1...3) : 0) {
      book.add(
        make(1_000 + number * 10 + session) { (record: inout LearningSession) in
          record.event = event.id
          record.number = Int(session) + 1
          record.date = start.adding(days: random.below(length + 1))
          record.room = random.chance(40) ? random.pick(Crowd.rooms) : nil
          record.startTime = random.chance(40) ? ClockTime(minutes: 600) : nil
          record.speaker = identity(UInt64(20 + random.below(4)))
        })
    }
    for place in 0..<UInt64(random.below(6)) {
      book.add(
        make(5_000 + number * 10 + place) { (record: inout Enrolment) in
          record.employee = identity(UInt64(1 + random.below(12)))
          record.event = event.id
          record.state = random.pick([.accepted, .waiting, .withdrawn, .passed, .absent])
        })
    }
  }

  private func leave(_ number: UInt64, _ random: inout SeededRandom) {
    let start = first.adding(days: random.below(40))
    book.add(
      make(9_000 + number) { (leave: inout Leave) in
        leave.employee = identity(1 + number)
        leave.kind = .annual
        leave.start = start
        leave.end = start.adding(days: random.below(5))
        leave.returnedOn = random.chance(20) ? leave.end : nil
        leave.state = random.pick([.granted, .requested, .refused, .postponed])
      })
  }

  var events: [LearningEvent] { book.learningEvents.all }

  func others(of event: LearningEvent) -> [LearningEvent] {
    events.filter { $0.id != event.id && $0.state?.isHeld ?? true }
  }

  /// The slow answer: every pair of days of every pair of events, and every leave, all decoded.
  func clashes(of event: LearningEvent) -> [String] {
    guard event.state?.isHeld ?? true else { return [] }
    let days = book.days(of: event)
    var found = days.filter { !book.workingCalendar.isWorkingDay($0.day) }.map { "holiday \($0.day.iso)" }
    for other in others(of: event) {
      for day in days {
        for taken in book.days(of: other) where day.overlaps(taken) {
          if let room = day.room, taken.room?.lowercased() == room.lowercased() {
            found.append("room \(day.day.iso) \(other.name ?? "")")
          }
          if let speaker = day.speaker, speaker == taken.speaker {
            found.append("speaker \(day.day.iso) \(other.name ?? "")")
          }
        }
      }
    }
    return
      (found + book.enrolments(of: event.id).filter { $0.state?.holdsSeat ?? false }.flatMap { personal($0, days) })
      .sorted()
  }

  private func personal(_ seat: Enrolment, _ days: [EventDay]) -> [String] {
    guard let person = seat.employee else { return [] }
    var found: [String] = []
    for leave in book.leaves.owned(by: person.raw) where leave.state?.keepsAway ?? true {
      guard let start = leave.start, let end = leave.lastDay,
        let day = days.first(where: { start <= $0.day && $0.day <= end })
      else { continue }
      found.append("leave \(day.day.iso) ")
      break
    }
    for other in book.enrolments.owned(by: person.raw)
    where other.state?.holdsSeat ?? false && other.event != seat.event {
      guard let event = other.event.flatMap({ book.learningEvents[$0] }), event.state?.isHeld ?? true else { continue }
      let taken = book.days(of: event)
      if let day = days.first(where: { day in taken.contains { day.overlaps($0) } }) {
        found.append("person \(day.day.iso) \(event.name ?? "")")
      }
    }
    return found
  }
}

@Suite struct `The schedule read from columns` {
  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `finds what a look at every record finds`(_ seed: UInt64) {
    let crowd = Crowd(seed: seed)
    var count = 0
    for event in crowd.events {
      let found = EventClashes(event, in: crowd.book).all().map { clash in
        let other = clash.event.flatMap { crowd.book.learningEvents[$0]?.name } ?? ""
        return clash.kind == .holiday
          ? "holiday \(clash.day.iso)" : "\(clash.kind.rawValue) \(clash.day.iso) \(other)"
      }
      count += found.count
      #expect(found.sorted() == crowd.clashes(of: event), "\(event.name ?? "")")
    }
    #expect(count > 40)
  }

  @Test(arguments: 5...8 as ClosedRange<UInt64>)
  func `shows each event on its days with who else is in its room`(_ seed: UInt64) {
    let crowd = Crowd(seed: seed)
    let calendar = EventCalendar(crowd.book, from: crowd.first, to: crowd.last)
    var shown = 0
    for event in crowd.events {
      let days = crowd.book.days(of: event)
      for (place, day) in days.enumerated() where crowd.first <= day.day && day.day <= crowd.last {
        shown += 1
        let entry = calendar[day.day].first { $0.event == event.id && $0.part == place + 1 }
        #expect(entry?.day == day)
        let isTaken =
          event.state?.isHeld ?? true
          && crowd.others(of: event).contains { other in
            crowd.book.days(of: other).contains { taken in
              day.overlaps(taken)
                && (day.room != nil && day.room?.lowercased() == taken.room?.lowercased()
                  || day.speaker != nil && day.speaker == taken.speaker)
            }
          }
        #expect((entry?.clash != nil) == isTaken, "\(event.name ?? "") \(day.day.iso)")
      }
    }
    #expect(calendar.entries(from: crowd.first).count == shown)
  }

  @Test func `seats are counted as the enrolments say, and anew when one changes`() {
    let crowd = Crowd(seed: 9)
    let counts = SeatCounts(crowd.book)
    for event in crowd.events {
      #expect(counts[event.id] == crowd.book.enrolments(of: event.id).count { $0.state?.holdsSeat ?? false })
    }
    #expect(counts.isCurrent(in: crowd.book))
    crowd.book.add(make(9_999) { (record: inout Enrolment) in record.state = .accepted })
    #expect(!counts.isCurrent(in: crowd.book))
  }
}
