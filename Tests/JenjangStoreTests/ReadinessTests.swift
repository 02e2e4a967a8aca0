import Glibc
import Testing

@testable import JenjangStore

/// Descriptors that do not block.
@Suite struct ReadinessTests {
  /// Both ends of a pipe, the one to read first.
  private func pipe() -> (Int32, Int32) {
    var ends: [Int32] = [-1, -1]
    #expect(Glibc.pipe(&ends) == 0)
    return (ends[0], ends[1])
  }

  @Test func `one that is always ready and always refuses is given up`() {
    let (end, start) = pipe()
    defer { for end in [end, start] { close(end) } }
    var readiness = Readiness(start, POLLOUT, patience: 3, pause: 0)
    #expect((1...4).map { _ in readiness.wait() } == [true, true, true, false])
  }

  @Test func `one that lets something through now and then is waited for as long as it takes`() {
    let (end, start) = pipe()
    defer { for end in [end, start] { close(end) } }
    var readiness = Readiness(start, POLLOUT, patience: 3, pause: 0)
    for _ in 1...9 {
      #expect((1...3).allSatisfy { _ in readiness.wait() })
      readiness.admit()
    }
  }
}
