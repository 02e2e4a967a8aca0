/// A number of law or of local policy: its name, what it means, and every national version of it.
///
/// The baseline ships with the program, a family a file in `Parameters`, and is listed in `ParameterCatalog`; an
/// agency's own values are records (`LocalParameter`). `Law` decides which one counts on a day.
public struct Parameter<Value: ParameterValue>: Sendable {
  /// Its name in files and commands, `promotion.regular.years` for instance; for ever.
  public let key: String
  public let title: Text
  /// What one counts: years, per cent; nil for codes and tables that say it themselves.
  public let unit: Text?
  /// National versions, oldest first.
  public let versions: [ParameterVersion<Value>]

  public init(_ key: String, _ title: Text, unit: Text? = nil, _ versions: ParameterVersion<Value>...) {
    precondition(!versions.isEmpty, "a parameter without a version")
    self.key = key
    self.title = title
    self.unit = unit
    self.versions = versions
  }

  /// The national version in force on a day; nil before the first and after one that ended.
  public func national(on day: Day) -> ParameterVersion<Value>? { versions.last { $0.isInForce(on: day) } }

  /// The national value in force on a day, or the oldest before any was.
  ///
  /// For generated data and warnings only; what decides about a person asks `Law`.
  public func usual(on day: Day) -> Value { (national(on: day) ?? versions[0]).value }
}

/// One version of a parameter, with the days on which it holds and what it rests on.
public struct ParameterVersion<Value: ParameterValue>: Sendable, Hashable {
  public let value: Value
  /// The first day on which it holds; nil for as long as anyone remembers.
  public let from: Day?
  /// The last day on which it holds; nil while no end is known.
  public let until: Day?
  public let basis: Text
  public let certainty: Certainty
  public let scope: ParameterScope

  /// A national version.
  public init(_ value: Value, from: Day? = nil, until: Day? = nil, basis: Text, certainty: Certainty) {
    self.init(value: value, from: from, until: until, basis: basis, certainty: certainty, scope: .national)
  }

  init(value: Value, from: Day?, until: Day?, basis: Text, certainty: Certainty, scope: ParameterScope) {
    self.value = value
    self.from = from
    self.until = until
    self.basis = basis
    self.certainty = certainty
    self.scope = scope
  }

  public func isInForce(on day: Day) -> Bool { day.isWithin(from, until) }
}

/// For whom a version of a parameter holds.
public enum ParameterScope: Sendable, Hashable {
  case national
  /// The agency whose store it is; with the record that says so.
  case agency(RecordID)

  public var title: Text {
    switch self {
    case .national: Text("nasional", en: "national")
    case .agency: Text("instansi", en: "agency")
    }
  }
}

/// Which version of a parameter a result used: kept with the result, so that it can be explained years later.
public struct ParameterUse: Sendable, Hashable {
  public let key: String
  public let from: Day?
  public let scope: ParameterScope

  public init<Value>(_ parameter: Parameter<Value>, _ version: ParameterVersion<Value>) {
    key = parameter.key
    from = version.from
    scope = version.scope
  }
}
