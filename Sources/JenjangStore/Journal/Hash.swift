import CSodium
import JenjangDomain

/// SHA-256, which links each line of the journal to all before it.
///
/// By the processor's instructions where it has them, else by libsodium; a test holds the two against each other.
struct SHA256 {
  private static let isFast = jenjang_sha256_is_fast() != 0

  private var state = crypto_hash_sha256_state()
  private let isFast: Bool

  init() { self.init(isFast: SHA256.isFast) }

  /// `isFast` only where the processor has the instructions.
  init(isFast: Bool) {
    self.isFast = isFast && SHA256.isFast
    crypto_hash_sha256_init(&state)
  }

  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    let start = bytes.bindMemory(to: UInt8.self).baseAddress
    if isFast {
      jenjang_sha256_update(&state, start, bytes.count)
    } else {
      crypto_hash_sha256_update(&state, start, UInt64(bytes.count))
    }
  }

  mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

  /// The 32 bytes of everything taken; the value must not be used afterwards.
  mutating func finish() -> [UInt8] {
    var digest = [UInt8](repeating: 0, count: 32)
    if isFast {
      jenjang_sha256_final(&state, &digest)
    } else {
      crypto_hash_sha256_final(&state, &digest)
    }
    return digest
  }

  static func hash(_ bytes: UnsafeRawBufferPointer) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finish()
  }

  static func hash(_ bytes: [UInt8]) -> [UInt8] { bytes.withUnsafeBytes { hash($0) } }
}

/// Lower-case hexadecimal digits and unpadded base 64, written into byte buffers.
enum Digits {
  private static let base64 = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let base32 = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

  /// The 26 letters of an identity.
  static func append(_ id: RecordID, to output: inout [UInt8]) {
    var high = id.high
    var low = id.low
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 26) { letters in
      for index in stride(from: 25, through: 0, by: -1) {
        letters[index] = base32[Int(low & 31)]
        low = low >> 5 | high << 59
        high >>= 5
      }
      output.append(contentsOf: letters)
    }
  }

  /// A number that is not negative.
  static func append(_ number: Int, to output: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var start = 20
      var rest = number
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      } while rest > 0
      output.append(contentsOf: digits[start..<20])
    }
  }

  static func append(_ text: StaticString, to output: inout [UInt8]) {
    output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  static func appendHex(_ bytes: [UInt8], to output: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 2 * bytes.count) { digits in
      for (index, byte) in bytes.enumerated() {
        digits[2 * index] = digit(byte >> 4)
        digits[2 * index + 1] = digit(byte & 15)
      }
      output.append(contentsOf: digits)
    }
  }

  /// Sixteen digits, the highest first.
  static func appendHex(_ value: UInt64, to output: inout [UInt8]) {
    for shift in stride(from: 60, through: 0, by: -4) {
      output.append(digit(UInt8(truncatingIfNeeded: value >> UInt64(shift)) & 15))
    }
  }

  /// The digit of a number below 16.
  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
  }

  static func hex(_ bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    appendHex(bytes, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  static func hex(_ value: UInt64) -> String {
    var output: [UInt8] = []
    appendHex(value, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The 22 letters of 128 bits in base 64 without padding.
  static func appendBase64(_ high: UInt64, _ low: UInt64, to output: inout [UInt8]) {
    for index in 0..<21 {
      let shift = 122 - index * 6
      let value =
        shift >= 64 ? high >> UInt64(shift - 64) : (shift > 58 ? high << UInt64(64 - shift) : 0) | low >> UInt64(shift)
      output.append(base64[Int(value & 63)])
    }
    output.append(base64[Int(low & 3) << 4])
  }

  /// Base 64 without padding.
  static func base64(_ bytes: [UInt8]) -> String {
    let variant = sodium_base64_VARIANT_ORIGINAL_NO_PADDING
    // The length counts the zero at the end.
    var text = [CChar](repeating: 0, count: sodium_base64_encoded_len(bytes.count, variant))
    sodium_bin2base64(&text, text.count, bytes, bytes.count, variant)
    return String(decoding: text.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The bytes that base 64 stands for, padded or not; nil for anything else.
  static func base64Bytes(_ text: some StringProtocol) -> [UInt8]? {
    let letters = text.utf8.map { CChar(bitPattern: $0) }
    let isPadded = text.hasSuffix("=")
    let variant = isPadded ? sodium_base64_VARIANT_ORIGINAL : sodium_base64_VARIANT_ORIGINAL_NO_PADDING
    var bytes = [UInt8](repeating: 0, count: letters.count)
    var count = 0
    guard sodium_base642bin(&bytes, bytes.count, letters, letters.count, nil, &count, nil, variant) == 0 else {
      return nil
    }
    return Array(bytes.prefix(count))
  }
}
