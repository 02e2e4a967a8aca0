/// Why a text is not the JSON we accept, and where.
public struct JSONError: Error, Equatable, Sendable {
  /// Bytes before the place where reading stopped.
  public let offset: Int
  public let reason: Reason

  public enum Reason: String, Sendable {
    case unexpectedEnd
    case unexpectedByte
    case invalidNumber
    case numberOutOfRange
    case invalidEscape
    case loneSurrogate
    case controlCharacter
    case invalidUTF8
    case duplicateKey
    case tooDeep
    case trailingBytes
  }

  public init(offset: Int, reason: Reason) {
    self.offset = offset
    self.reason = reason
  }
}
