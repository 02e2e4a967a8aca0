/// The identity of a record: a ULID, 48 bits of milliseconds and 80 random bits, made by the client.
public struct RecordID: Sendable, Hashable, Comparable {
  public let high: UInt64
  public let low: UInt64

  public init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// A new identity from the time in milliseconds since 1970 and random bits.
  public init(milliseconds: UInt64, random: (UInt64, UInt64)) {
    self.init(high: milliseconds << 16 | random.0 & 0xFFFF, low: random.1)
  }

  public static func < (left: RecordID, right: RecordID) -> Bool {
    left.high == right.high ? left.low < right.low : left.high < right.high
  }
}

extension RecordID {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// Reads the 26 letters of Crockford's base 32, upper case; nil for anything else.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    let result = text.withUTF8 { RecordID(utf8: UnsafeRawBufferPointer($0)) }
    guard let result else { return nil }
    self = result
  }

  public init?(utf8 bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 26 else { return nil }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for (index, byte) in bytes.enumerated() {
      guard let digit = RecordID.digit(byte), index > 0 || digit < 8 else { return nil }
      high = high << 5 | low >> 59
      low = low << 5 | digit
    }
    self.init(high: high, low: low)
  }

  /// The value of a letter, and 32 for a byte that is none.
  static func value(ofLetter byte: UInt8) -> UInt8 { digit(byte).map { UInt8($0) } ?? 32 }

  private static func digit(_ byte: UInt8) -> UInt64? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt64(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "A")...UInt8(ascii: "H"): UInt64(byte - UInt8(ascii: "A") + 10)
    case UInt8(ascii: "J"), UInt8(ascii: "K"): UInt64(byte - UInt8(ascii: "J") + 18)
    case UInt8(ascii: "M"), UInt8(ascii: "N"): UInt64(byte - UInt8(ascii: "M") + 20)
    case UInt8(ascii: "P")...UInt8(ascii: "T"): UInt64(byte - UInt8(ascii: "P") + 22)
    case UInt8(ascii: "V")...UInt8(ascii: "Z"): UInt64(byte - UInt8(ascii: "V") + 27)
    default: nil
    }
  }

  /// The 26 letters.
  public var text: String {
    String(unsafeUninitializedCapacity: 26) { buffer in
      var high = high
      var low = low
      for index in stride(from: 25, through: 0, by: -1) {
        buffer[index] = RecordID.alphabet[Int(low & 31)]
        low = low >> 5 | high << 59
        high >>= 5
      }
      return 26
    }
  }
}

/// The identity of a record of one type, so that a unit cannot stand where an employee is meant.
public struct ID<R: Record>: Sendable, Hashable {
  public let raw: RecordID

  public init(_ raw: RecordID) { self.raw = raw }
}
