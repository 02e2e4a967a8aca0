/// Events as calendar programs read them: one text in the form of iCalendar.
///
/// Times are those of the zone of the agency, which has no summer time. Lines end in CRLF and are folded at 75 octets.
///
/// Source: RFC 5545.
public struct CalendarText {
  /// One entry of a calendar, before it has a form.
  public struct Entry: Sendable {
    public enum Status: String, Sendable {
      case confirmed = "CONFIRMED"
      case tentative = "TENTATIVE"
      case cancelled = "CANCELLED"
    }

    /// What tells it from others for ever, so that a calendar program replaces it.
    public let identity: String
    /// Grows with each change.
    public let sequence: Int
    public let day: Day
    /// Nil for the whole day.
    public let from: ClockTime?
    public let to: ClockTime?
    public let summary: String
    public let place: String?
    public let description: String?
    public let status: Status

    public init(
      identity: String, sequence: Int, day: Day, from: ClockTime? = nil, to: ClockTime? = nil, summary: String,
      place: String? = nil, description: String? = nil, status: Status
    ) {
      self.identity = identity
      self.sequence = sequence
      self.day = day
      self.from = from
      self.to = to
      self.summary = summary
      self.place = place
      self.description = description
      self.status = status
    }
  }

  private let zone: IndonesianZone
  /// When the text was made, in universal time: `20261124T021500Z`.
  private let stamp: String
  private let domain: String
  private var lines: [String] = []

  /// `stamp` and the domain of the identities are passed in, for the same records always give the same text.
  public init(zone: IndonesianZone = .west, stamp: String, domain: String = "jenjang.contoh.go.id") {
    self.zone = zone
    self.stamp = stamp
    self.domain = domain
  }

  /// The text of some entries under a name.
  public func text(_ entries: [Entry], named name: String) -> String {
    var text = self
    text.open(name)
    for entry in entries { text.add(entry) }
    text.line("END:VCALENDAR")
    return text.lines.map { CalendarText.folded($0) }.joined()
  }

  private mutating func line(_ line: String) { lines.append(line) }

  private mutating func open(_ name: String) {
    for text in [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Jenjang//Kalender//ID", "CALSCALE:GREGORIAN",
      "X-WR-CALNAME:" + CalendarText.escaped(name), "X-WR-TIMEZONE:" + zone.identifier,
      "BEGIN:VTIMEZONE", "TZID:" + zone.identifier, "BEGIN:STANDARD", "DTSTART:19700101T000000",
      "TZOFFSETFROM:" + zone.offset, "TZOFFSETTO:" + zone.offset, "TZNAME:" + zone.rawValue, "END:STANDARD",
      "END:VTIMEZONE",
    ] { line(text) }
  }

  private mutating func add(_ entry: Entry) {
    line("BEGIN:VEVENT")
    line("UID:" + entry.identity + "@" + domain)
    line("DTSTAMP:" + stamp)
    line("SEQUENCE:\(entry.sequence)")
    addTimes(of: entry)
    line("SUMMARY:" + CalendarText.escaped(entry.summary))
    if let place = entry.place { line("LOCATION:" + CalendarText.escaped(place)) }
    if let words = entry.description { line("DESCRIPTION:" + CalendarText.escaped(words)) }
    line("STATUS:" + entry.status.rawValue)
    line("END:VEVENT")
  }

  private mutating func addTimes(of entry: Entry) {
    guard let from = entry.from else {
      line("DTSTART;VALUE=DATE:" + entry.day.compact)
      line("DTEND;VALUE=DATE:" + entry.day.adding(days: 1).compact)
      return
    }
    let until = entry.to ?? ClockTime(minutes: min(1_439, from.minutes + 60)) ?? from
    line("DTSTART;TZID=\(zone.identifier):" + entry.day.compact + "T" + from.compact)
    line("DTEND;TZID=\(zone.identifier):" + entry.day.compact + "T" + until.compact)
  }

  /// What has a meaning of its own in such a text is marked.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Lines of at most 75 octets, no character divided, each further one beginning with a blank.
  static func folded(_ line: String) -> String {
    var result = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let size = String(scalar).utf8.count
      if octets + size > 75 {
        result += "\r\n "
        octets = 1
      }
      result.unicodeScalars.append(scalar)
      octets += size
    }
    return result + "\r\n"
  }
}

extension Book {
  /// The days of an event as entries of a calendar.
  ///
  /// Each has the number of its session or of its day in its identity, so that an event that moves takes its entries
  /// with it; a change of the event or of the session makes the sequence grow.
  public func calendarEntries(of event: LearningEvent) -> [CalendarText.Entry] {
    let sessions = sessions(of: event.id)
    let changes = learningEvents.changes(of: event.id)
    return days(of: event).enumerated().map { index, day in
      let session = sessions.first { $0.number == day.session }
      let topic = session?.topic
      let place = [day.room, event.place].compactMap(\.self).joined(separator: ", ")
      return CalendarText.Entry(
        identity: event.id.raw.text + "-\(day.session ?? index + 1)",
        sequence: changes + (session.map { learningSessions.changes(of: $0.id) } ?? 0), day: day.day, from: day.from,
        to: day.to,
        summary: [event.name, topic].compactMap(\.self).joined(separator: ": "),
        place: place.isEmpty ? nil : place, description: calendarWords(of: event, day), status: event.calendarStatus)
    }
  }

  /// The days of the events in which somebody has a seat, as far as the actor sees them.
  public func calendarEntries(ofSeats person: ID<Employee>) -> [CalendarText.Entry] {
    enrolments.owned(by: person.raw).filter { $0.state?.holdsSeat ?? false }
      .compactMap { $0.event.flatMap { self.learningEvents[$0] } }.flatMap { calendarEntries(of: $0) }
  }

  private func calendarWords(of event: LearningEvent, _ day: EventDay) -> String? {
    var parts: [String] = []
    if let speaker = day.speaker.flatMap({ speakers[$0]?.name }) { parts.append("Narasumber: " + speaker) }
    if let hours = event.lessonHours { parts.append("\(hours) JP") }
    if let note = event.note { parts.append(note) }
    return parts.isEmpty ? nil : parts.joined(separator: "\n")
  }
}

extension LearningEvent {
  fileprivate var calendarStatus: CalendarText.Entry.Status {
    switch state {
    case .cancelled: .cancelled
    case .planned, .postponed, nil: .tentative
    default: .confirmed
    }
  }
}

extension Records {
  /// How often a record was changed since it was made.
  fileprivate func changes(of id: ID<R>) -> Int { table.row(of: id.raw).map { table.revision(of: $0) - 1 } ?? 0 }
}

extension IndonesianZone {
  fileprivate var offset: String { "+" + Day.padded(hours, 2) + "00" }
}

extension Day {
  /// `20261124`.
  fileprivate var compact: String { String(iso.filter { $0 != "-" }) }
}

extension ClockTime {
  /// `083000`.
  fileprivate var compact: String { String(text.filter { $0 != "." }) + "00" }
}
