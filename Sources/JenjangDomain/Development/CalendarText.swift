/// Events as calendar programs read them: one text in the form of iCalendar.
///
/// Times are those of the zone of the agency, which has no summer time. Lines end in CRLF and are folded at 75 octets.
///
/// Source: RFC 5545.
public struct CalendarText {
  /// The three zones of the country.
  public enum Zone: String, Sendable, CaseIterable {
    case west = "Asia/Jakarta"
    case central = "Asia/Makassar"
    case east = "Asia/Jayapura"

    public var title: Text {
      switch self {
      case .west: Text("WIB, waktu Indonesia barat", en: "WIB, western time")
      case .central: Text("WITA, waktu Indonesia tengah", en: "WITA, central time")
      case .east: Text("WIT, waktu Indonesia timur", en: "WIT, eastern time")
      }
    }

    fileprivate var offset: String {
      switch self {
      case .west: "+0700"
      case .central: "+0800"
      case .east: "+0900"
      }
    }
  }

  private let book: Book
  private let zone: Zone
  /// When the text was made, in universal time: `20261124T021500Z`.
  private let stamp: String
  private let domain: String
  private var lines: [String] = []

  /// `stamp` and the domain of the identities are passed in, for the same records always give the same text.
  public init(_ book: Book, zone: Zone = .west, stamp: String, domain: String = "jenjang.contoh.go.id") {
    self.book = book
    self.zone = zone
    self.stamp = stamp
    self.domain = domain
  }

  /// The text of some events under a name.
  public func text(_ events: [LearningEvent], named name: String) -> String {
    var text = self
    text.open(name)
    for event in events { text.add(event) }
    text.line("END:VCALENDAR")
    return text.lines.map { CalendarText.folded($0) }.joined()
  }

  private mutating func line(_ line: String) { lines.append(line) }

  private mutating func open(_ name: String) {
    for text in [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Jenjang//Kalender pelatihan//ID", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "X-WR-CALNAME:" + CalendarText.escaped(name), "X-WR-TIMEZONE:" + zone.rawValue,
      "BEGIN:VTIMEZONE", "TZID:" + zone.rawValue, "BEGIN:STANDARD", "DTSTART:19700101T000000",
      "TZOFFSETFROM:" + zone.offset, "TZOFFSETTO:" + zone.offset, "END:STANDARD", "END:VTIMEZONE",
    ] { line(text) }
  }

  private mutating func add(_ event: LearningEvent) {
    let sessions = book.sessions(of: event.id)
    for day in book.days(of: event) {
      let number = day.session.map { "-\($0)" } ?? "-" + day.day.iso
      line("BEGIN:VEVENT")
      line("UID:" + event.id.raw.text + number + "@" + domain)
      line("DTSTAMP:" + stamp)
      let row = book.learningEvents.table.row(of: event.id.raw)
      line("SEQUENCE:\(row.map { book.learningEvents.table.revision(of: $0) - 1 } ?? 0)")
      times(of: day)
      let topic = sessions.first { $0.number == day.session }?.topic
      line("SUMMARY:" + CalendarText.escaped([event.name, topic].compactMap(\.self).joined(separator: ": ")))
      let place = [day.room, event.place].compactMap(\.self).joined(separator: ", ")
      if !place.isEmpty { line("LOCATION:" + CalendarText.escaped(place)) }
      if let words = description(of: event, day) { line("DESCRIPTION:" + CalendarText.escaped(words)) }
      line("STATUS:" + event.calendarStatus)
      line("END:VEVENT")
    }
  }

  private mutating func times(of day: EventDay) {
    guard let from = day.from else {
      line("DTSTART;VALUE=DATE:" + day.day.compact)
      line("DTEND;VALUE=DATE:" + day.day.adding(days: 1).compact)
      return
    }
    let until = day.to ?? ClockTime(minutes: min(1_439, from.minutes + 60)) ?? from
    line("DTSTART;TZID=\(zone.rawValue):" + day.day.compact + "T" + from.compact)
    line("DTEND;TZID=\(zone.rawValue):" + day.day.compact + "T" + until.compact)
  }

  private func description(of event: LearningEvent, _ day: EventDay) -> String? {
    var parts: [String] = []
    if let speaker = day.speaker.flatMap({ book.speakers[$0]?.name }) { parts.append("Narasumber: " + speaker) }
    if let hours = event.lessonHours { parts.append("\(hours) JP") }
    if let note = event.note { parts.append(note) }
    return parts.isEmpty ? nil : parts.joined(separator: "\n")
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

extension LearningEvent {
  fileprivate var calendarStatus: String {
    switch state {
    case .cancelled: "CANCELLED"
    case .planned, .postponed, nil: "TENTATIVE"
    default: "CONFIRMED"
    }
  }
}

extension Day {
  /// `20261124`.
  fileprivate var compact: String { String(iso.filter { $0 != "-" }) }
}

extension ClockTime {
  /// `083000`.
  fileprivate var compact: String { String(text.filter { $0 != "." }) + "00" }
}
