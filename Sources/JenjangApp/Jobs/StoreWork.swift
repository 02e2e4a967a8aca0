import JenjangDomain
import JenjangStore
import Synchronization

/// Long work on the store's files on another thread: how far it is, how it ended, and a wish to stop.
final class StoreWork<Outcome: Sendable>: Sendable {
  nonisolated private struct State {
    var share = 0.0
    var outcome: Outcome?
    var isUnwanted = false
  }

  private let state = Mutex(State())

  var share: Double { state.withLock { $0.share } }
  var outcome: Outcome? { state.withLock { $0.outcome } }

  func stop() { state.withLock { $0.isUnwanted = true } }

  /// `body` is told whether to go on each time it says how far it is.
  static func start(_ body: @escaping @Sendable (@escaping @Sendable (Double) -> Bool) -> Outcome) -> StoreWork {
    let work = StoreWork()
    Task.detached(priority: .utility) {
      let outcome = body { share in
        work.state.withLock {
          $0.share = share
          return !$0.isUnwanted
        }
      }
      work.state.withLock { $0.outcome = outcome }
    }
    return work
  }
}

/// Work on another thread, shown as a job: the loop looks at it between two keys.
struct StoreJob<Outcome: Sendable>: Job {
  let title: Text
  private let work: StoreWork<Outcome>
  private let end: (Outcome, Session) -> Effect

  init(
    _ title: Text, end: @escaping (Outcome, Session) -> Effect,
    _ body: @escaping @Sendable (@escaping @Sendable (Double) -> Bool) -> Outcome
  ) {
    self.title = title
    self.end = end
    work = StoreWork.start(body)
  }

  var progress: (done: Int, total: Int)? { (Int(work.share * 100), 100) }

  mutating func advance(_ session: Session) -> Effect? {
    if let outcome = work.outcome { return end(outcome, session) }
    LocalTime.pause(milliseconds: 15)
    return nil
  }

  func cancelled(_ session: Session) -> Effect {
    work.stop()
    return .say(Text("Dihentikan", en: "Stopped"), .warn)
  }
}
