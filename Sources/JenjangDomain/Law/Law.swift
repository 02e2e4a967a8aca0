/// Which version of each parameter counts: an agency's own where it has one on the day of the event, else the national.
///
/// With the holidays on record; see `calendar`.
public struct Law: Sendable {
  /// The agency's values by key, oldest first.
  private let local: [String: [LocalValue]]
  /// The days on record that are off, or worked all the same.
  let daysOff: [Day: [DayOff]]
  /// The years of which some holiday is on record.
  let holidayYears: Set<Int>

  /// The only keys that may be asked for, while a rule is held to what it says it uses; nil for all.
  private var permitted: Set<String>?

  /// The national baseline alone.
  public static let national = Law([])

  public init(_ local: [LocalValue], daysOff: [DayOff] = []) {
    let inOrder = local.sorted { ($0.from, $0.record) < ($1.from, $1.record) }
    self.local = Dictionary(grouping: inOrder, by: \.key)
    self.daysOff = Dictionary(grouping: daysOff, by: \.day)
    holidayYears = Set(daysOff.filter { $0.kind != .workday }.map(\.day.year))
  }

  /// The version in force on the day of an event, or the finding that there is none.
  public func require<Value>(_ parameter: Parameter<Value>, on day: Day) throws(NoParameter) -> InForce<Value> {
    guard let version = find(parameter, on: day) else { throw NoParameter(finding: .noParameter(parameter, on: day)) }
    return InForce(version: version, use: ParameterUse(parameter, version))
  }

  /// The version in force on the day of an event; nil when there is none for that day.
  public func find<Value>(_ parameter: Parameter<Value>, on day: Day) -> ParameterVersion<Value>? {
    assert(permitted?.contains(parameter.key) ?? true, "a rule uses \(parameter.key) and does not say so")
    return locals(parameter).last { $0.isInForce(on: day) } ?? parameter.national(on: day)
  }

  /// The same law for a rule, which may ask for the parameters alone that it says it uses.
  func held(to keys: Set<String>) -> Law {
    var law = self
    law.permitted = keys
    return law
  }

  /// Every version, the national ones first.
  public func versions<Value>(_ parameter: Parameter<Value>) -> [ParameterVersion<Value>] {
    parameter.versions + locals(parameter)
  }

  /// The agency's versions whose text can be read.
  private func locals<Value>(_ parameter: Parameter<Value>) -> [ParameterVersion<Value>] {
    (local[parameter.key] ?? []).compactMap { entry in
      Value(typed: entry.text).map { value in
        ParameterVersion(
          value: value, from: entry.from, until: entry.until, basis: .verbatim(entry.basis), certainty: .agency,
          scope: .agency(entry.record))
      }
    }
  }
}

/// An agency's own value of a parameter, as its record says it.
public struct LocalValue: Sendable, Hashable {
  public let key: String
  /// As it was typed; see `ParameterValue`.
  public let text: String
  public let from: Day
  public let until: Day?
  public let basis: String
  public let record: RecordID

  public init(key: String, text: String, from: Day, until: Day?, basis: String, record: RecordID) {
    self.key = key
    self.text = text
    self.from = from
    self.until = until
    self.basis = basis
    self.record = record
  }
}

/// A version of a parameter that counts on the day of an event, with the note of it that a finding keeps.
public struct InForce<Value: ParameterValue>: Sendable {
  public let version: ParameterVersion<Value>
  public let use: ParameterUse

  public var value: Value { version.value }
}

/// No version of a parameter holds on the day of an event: never a guess, always a finding.
public struct NoParameter: Error, Sendable {
  public let finding: Finding
}
