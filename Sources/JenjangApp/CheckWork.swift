import JenjangStore
import Synchronization

/// A proof of what was not proved yet of a store's chain, on another thread, once a session, while the user rests.
///
/// Opening reads the journal only behind the snapshot and only its checksums; what went bad before, and what somebody
/// changed together with its checksum, is found here. How far it came is kept for all sessions.
final class CheckWork: Sendable {
  private let state = Mutex<[VerifyReport.Finding]?>(nil)

  /// What was found; nil while it is under way.
  var findings: [VerifyReport.Finding]? { state.withLock { $0 } }

  static func start(path: String, environment: Environment, isReadOnly: Bool) -> CheckWork {
    let work = CheckWork()
    Task.detached(priority: .utility) {
      // A store that cannot be checked now says why when it is used.
      let chain = (try? Store.check(at: path, environment: environment, isReadOnly: isReadOnly)) ?? []
      let files = chain.isEmpty ? (try? Store.verify(at: path, deep: false))?.findings ?? [] : []
      work.state.withLock { $0 = chain + files }
    }
    return work
  }
}
