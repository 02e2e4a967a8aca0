/// The 64-bit xxHash with seed 0: finds torn and rotten lines at memory speed.
///
/// It guards against accidents; against people stands the SHA-256 chain.
struct XXH64 {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9
  private static let prime4: UInt64 = 0x85EB_CA77_C2B2_AE63
  private static let prime5: UInt64 = 0x27D4_EB2F_1656_67C5

  private var lanes: (UInt64, UInt64, UInt64, UInt64)
  private var pending: [UInt8] = []
  private var total: UInt64 = 0

  init() {
    lanes = (Self.prime1 &+ Self.prime2, Self.prime2, 0, 0 &- Self.prime1)
    pending.reserveCapacity(32)
  }

  /// The hash of some bytes in one call.
  static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = XXH64()
    let whole = bytes.count & ~31
    hash.total = UInt64(bytes.count)
    hash.absorb(UnsafeRawBufferPointer(rebasing: bytes[..<whole]))
    return hash.finish(UnsafeRawBufferPointer(rebasing: bytes[whole...]))
  }

  static func hash(_ bytes: [UInt8]) -> UInt64 { bytes.withUnsafeBytes { hash($0) } }

  /// Takes the next bytes of a longer text.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    total &+= UInt64(bytes.count)
    var rest = bytes
    if !pending.isEmpty {
      let count = min(32 - pending.count, rest.count)
      pending.append(contentsOf: rest[..<count])
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
      guard pending.count == 32 else { return }
      let block = pending
      block.withUnsafeBytes { absorb($0) }
      pending.removeAll(keepingCapacity: true)
    }
    let whole = rest.count & ~31
    absorb(UnsafeRawBufferPointer(rebasing: rest[..<whole]))
    pending.append(contentsOf: rest[whole...])
  }

  mutating func update(_ bytes: [UInt8]) { bytes.withUnsafeBytes { update($0) } }

  /// The hash of everything taken so far.
  var value: UInt64 { pending.withUnsafeBytes { finish($0) } }

  private static func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    let mixed = lane &+ input &* prime2
    return (mixed << 31 | mixed >> 33) &* prime1
  }

  private static func rotate(_ value: UInt64, _ count: UInt64) -> UInt64 { value << count | value >> (64 - count) }

  /// Takes a whole number of 32-byte stripes.
  private mutating func absorb(_ bytes: UnsafeRawBufferPointer) {
    var (first, second, third, fourth) = lanes
    var offset = 0
    while offset < bytes.count {
      // In bounds: the count is a multiple of 32.
      first = Self.round(first, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      second = Self.round(
        second, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 8, as: UInt64.self)))
      third = Self.round(third, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 16, as: UInt64.self)))
      fourth = Self.round(
        fourth, UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset + 24, as: UInt64.self)))
      offset += 32
    }
    lanes = (first, second, third, fourth)
  }

  private func finish(_ tail: UnsafeRawBufferPointer) -> UInt64 {
    var hash = total < 32 ? Self.prime5 : merged
    hash &+= total
    var offset = 0
    while offset + 8 <= tail.count {
      let word = UInt64(littleEndian: tail.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      hash = Self.rotate(hash ^ Self.round(0, word), 27) &* Self.prime1 &+ Self.prime4
      offset += 8
    }
    if offset + 4 <= tail.count {
      let word = UInt32(littleEndian: tail.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      hash = Self.rotate(hash ^ UInt64(word) &* Self.prime1, 23) &* Self.prime2 &+ Self.prime3
      offset += 4
    }
    while offset < tail.count {
      hash = Self.rotate(hash ^ UInt64(tail[offset]) &* Self.prime5, 11) &* Self.prime1
      offset += 1
    }
    hash = (hash ^ hash >> 33) &* Self.prime2
    hash = (hash ^ hash >> 29) &* Self.prime3
    return hash ^ hash >> 32
  }

  private var merged: UInt64 {
    let (first, second, third, fourth) = lanes
    var hash = Self.rotate(first, 1) &+ Self.rotate(second, 7) &+ Self.rotate(third, 12) &+ Self.rotate(fourth, 18)
    for lane in [first, second, third, fourth] {
      hash = (hash ^ Self.round(0, lane)) &* Self.prime1 &+ Self.prime4
    }
    return hash
  }
}
