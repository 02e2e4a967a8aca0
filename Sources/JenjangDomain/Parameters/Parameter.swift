/// One version of a number of law or of local policy, with the day from which it holds and what it rests on.
public struct Parameter<Value: Sendable>: Sendable {
  public let value: Value
  /// The first day on which it holds; nil for as long as anyone remembers.
  public let from: Day?
  public let basis: Text
  public let certainty: Certainty

  public init(_ value: Value, from: Day? = nil, basis: Text, certainty: Certainty) {
    self.value = value
    self.from = from
    self.basis = basis
    self.certainty = certainty
  }
}

/// All versions of a parameter, oldest first; the first one has no beginning.
public struct ParameterVersions<Value: Sendable>: Sendable {
  private let first: Parameter<Value>
  private let later: [Parameter<Value>]

  public init(_ first: Parameter<Value>, _ later: Parameter<Value>...) {
    self.first = first
    self.later = later
  }

  /// The version in force on the day of an event.
  public func on(_ day: Day) -> Parameter<Value> {
    later.last { version in version.from.map { $0 <= day } ?? true } ?? first
  }

  public var all: [Parameter<Value>] { [first] + later }
}
