import JenjangDomain
import Testing

/// What calendar programs need to follow an event that changes.
@Suite struct `Calendar text that follows its events` {
  private func lines(_ course: Course, zone: IndonesianZone = .west) -> [Substring] {
    CalendarText(zone: zone, stamp: "20261124T021500Z").text(
      course.book.calendarEntries(of: course.now), named: "K"
    ).split(separator: "\r\n")
  }

  private func values(_ name: String, _ lines: [Substring]) -> [Substring] {
    lines.filter { $0.hasPrefix(name + ":") }.map { $0.dropFirst(name.utf8.count + 1) }
  }

  private func change(_ course: Course, _ change: (inout LearningEvent) -> Void) {
    var event = course.now
    change(&event)
    course.apply([course.book.saving(event)].compactMap(\.self))
  }

  @Test(arguments: [
    (IndonesianZone.west, "Asia/Jakarta", "+0700"), (.central, "Asia/Makassar", "+0800"),
    (.east, "Asia/Jayapura", "+0900"),
  ])
  func `times are those of the zone of the agency`(_ zone: IndonesianZone, _ name: String, _ offset: String) {
    let lines = lines(Course(), zone: zone)
    #expect(lines.contains("TZID:" + name))
    #expect(lines.contains("TZOFFSETTO:" + offset))
    #expect(lines.contains("TZNAME:" + zone.rawValue))
    #expect(lines.contains { $0.hasPrefix("DTSTART;TZID=\(name):20261201T080000") })
  }

  @Test func `the zone is a parameter of the agency`() {
    let course = Course()
    #expect(course.book.zone == .west)
    course.book.add(
      make(990) { (own: inout LocalParameter) in
        own.key = "calendar.zone"
        own.value = "WIT"
        own.effectiveFrom = theDay("2026-01-01")
        own.legalBasis = "Papua"
        own.approvedBy = "Kepala"
      })
    #expect(course.book.zone == .east)
  }

  @Test func `an event that moves keeps its identities, and each change counts`() {
    let course = Course()
    let before = lines(course)
    change(course) { $0 = $0.moved(to: theDay("2026-12-08"), by: course.book.workingCalendar) }
    let after = lines(course)
    #expect(values("UID", before) == values("UID", after))
    #expect(Set(values("UID", after)).count == 2)
    #expect(values("SEQUENCE", before) == ["0", "0"])
    #expect(values("SEQUENCE", after) == ["1", "1"])
  }

  @Test func `a cancelled event stays as cancelled, with a later sequence`() {
    let course = Course()
    change(course) { event in
      event.state = .cancelled
      event.cause = .funds
    }
    let lines = lines(course)
    #expect(values("STATUS", lines) == ["CANCELLED", "CANCELLED"])
    #expect(values("SEQUENCE", lines) == ["1", "1"])
  }

  @Test func `a change of a session counts for its entry alone`() {
    let course = Course()
    for number in 1...2 {
      course.book.add(
        make(UInt64(80 + number)) { (session: inout LearningSession) in
          session.event = course.event
          session.number = number
          session.date = theDay("2026-12-0\(number)")
        })
    }
    let move = course.book.learningSessions.updating(identity(82)) { $0.topic = "Praktik, lanjutan; akhir" }
    course.apply([move].compactMap(\.self))
    let lines = lines(course)
    #expect(values("SEQUENCE", lines) == ["0", "1"])
    #expect(values("SUMMARY", lines).last == "Keuangan Daerah I: Praktik\\, lanjutan\\; akhir")
  }

  @Test func `somebody's own calendar has the events with a seat only`() {
    let course = Course()
    course.enrol(101, 11)
    course.enrol(102, 12, state: .waiting)
    #expect(course.book.calendarEntries(ofSeats: identity(11)).count == 2)
    #expect(course.book.calendarEntries(ofSeats: identity(12)).isEmpty)
  }
}
