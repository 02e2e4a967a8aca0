/// Something that cannot be at the same time as something else.
public struct Clash: Sendable, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case room
    case speaker
    case person
    /// Somebody is on leave, studying or no longer serving.
    case leave
    case holiday
  }

  public let kind: Kind
  public let day: Day
  /// The other event; nil for leave and holidays.
  public let event: ID<LearningEvent>?
  public let person: ID<Employee>?
  public let text: Text
}

extension Clash {
  static func holiday(_ day: Day) -> Clash {
    Clash(
      kind: .holiday, day: day, event: nil, person: nil,
      text: Text("\(day.withWeekday.indonesian) hari libur", en: "\(day.withWeekday.english) is a day off"))
  }

  static func leave(_ person: ID<Employee>, _ name: String, _ day: Day, _ why: Text) -> Clash {
    Clash(
      kind: .leave, day: day, event: nil, person: person,
      text: Text("\(name): \(why.indonesian)", en: "\(name): \(why.english)"))
  }
}

extension Text {
  static func taken(_ room: String, by name: String, _ taken: EventDay) -> Text {
    let day = taken.day.short
    return Text(
      "\(room) dipakai \(name), \(day.indonesian) \(taken.times)", en: "\(room): \(name), \(day.english) \(taken.times)"
    )
  }

  static func speaks(_ who: String, at name: String, _ taken: EventDay) -> Text {
    let day = taken.day.short
    return Text(
      "\(who) berbicara di \(name), \(day.indonesian) \(taken.times)",
      en: "\(who) speaks at \(name), \(day.english) \(taken.times)")
  }

  static func takesPart(_ who: String, in name: String) -> Text {
    Text("\(who) mengikuti \(name)", en: "\(who) takes part in \(name)")
  }
}
