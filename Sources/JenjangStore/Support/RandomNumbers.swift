import CSodium
import Synchronization

/// The system's random numbers, fetched many at a time: each fetch is a call into the system, and a save needs four.
final class RandomNumbers: Sendable {
  private static let count = 64
  private let kept = Mutex<[UInt64]>([])

  func next() -> UInt64 {
    kept.withLock { numbers in
      if numbers.isEmpty {
        numbers = [UInt64](repeating: 0, count: RandomNumbers.count)
        numbers.withUnsafeMutableBytes { bytes in
          if let start = bytes.baseAddress { randombytes_buf(start, bytes.count) }
        }
      }
      return numbers.removeLast()
    }
  }
}
