/// A parameter without its Swift type, as the catalog lists it and the screen shows it.
public struct AnyParameter: Sendable {
  public let key: String
  public let title: Text
  public let unit: Text?
  /// What to type for a value of its own.
  public let form: Text
  private let allVersions: @Sendable (Law) -> [AnyVersion]
  private let inForce: @Sendable (Law, Day) -> AnyVersion?
  private let reading: @Sendable (String) -> String?

  public init<Value>(_ parameter: Parameter<Value>) {
    key = parameter.key
    title = parameter.title
    unit = parameter.unit
    form = Value.form
    allVersions = { $0.versions(parameter).map(AnyVersion.init) }
    inForce = { law, day in law.find(parameter, on: day).map(AnyVersion.init) }
    reading = { Value(typed: $0)?.typed }
  }

  /// Every version, the national ones first, then the agency's, oldest first.
  public func versions(by law: Law) -> [AnyVersion] { allVersions(law) }

  /// The version that counts on a day; nil when there is none.
  public func version(on day: Day, by law: Law) -> AnyVersion? { inForce(law, day) }

  /// A typed value in its settled form; nil when it cannot be read as this parameter.
  public func read(_ text: String) -> String? { reading(text) }
}

/// A version of a parameter with its value as text.
public struct AnyVersion: Sendable, Hashable {
  public let text: String
  public let from: Day?
  public let until: Day?
  public let basis: Text
  public let certainty: Certainty
  public let scope: ParameterScope

  public init<Value>(_ version: ParameterVersion<Value>) {
    text = version.value.typed
    from = version.from
    until = version.until
    basis = version.basis
    certainty = version.certainty
    scope = version.scope
  }
}

/// Parameters that belong together: one file in `Parameters`, one line in `ParameterCatalog`.
public struct ParameterFamily: Sendable {
  public let title: Text
  public let parameters: [AnyParameter]

  public init(_ title: Text, _ parameters: [AnyParameter]) {
    self.title = title
    self.parameters = parameters
  }
}
