/// How every role looks.
///
/// See `ThemeFile` for its JSON.
public struct Theme: Sendable, Equatable {
  public let id: String

  public init(id: String) { self.id = id }
}
