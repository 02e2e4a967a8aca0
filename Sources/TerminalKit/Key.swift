/// A key with its modifiers, however the terminal spelled it.
public struct Key: Sendable, Hashable {
  public enum Code: Sendable, Hashable {
    case character(Unicode.Scalar)
    case enter
    case tab
    case escape
    case backspace
    case delete
    case insert
    case up
    case down
    case left
    case right
    case home
    case end
    case pageUp
    case pageDown
    case function(Int)
  }

  public struct Modifiers: OptionSet, Sendable, Hashable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    public static let shift = Modifiers(rawValue: 1)
    public static let alt = Modifiers(rawValue: 2)
    public static let control = Modifiers(rawValue: 4)
  }

  public var code: Code
  public var modifiers: Modifiers

  public init(_ code: Code, _ modifiers: Modifiers = []) {
    self.code = code
    self.modifiers = modifiers
  }

  /// The scalar this key types; nil for keys that type nothing.
  public var typed: Unicode.Scalar? {
    if case .character(let scalar) = code, modifiers.isSubset(of: .shift) { scalar } else { nil }
  }
}
