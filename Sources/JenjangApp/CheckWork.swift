import JenjangStore
import Synchronization

/// A quick check of all files of a store on another thread, once a session, while the user rests.
///
/// Opening reads the journal only behind the snapshot; what went bad before it is found here.
final class CheckWork: Sendable {
  private let state = Mutex<[VerifyReport.Finding]?>(nil)

  /// What was found; nil while it is under way.
  var findings: [VerifyReport.Finding]? { state.withLock { $0 } }

  static func start(path: String) -> CheckWork {
    let work = CheckWork()
    Task.detached(priority: .utility) {
      // A store that cannot be checked now says why when it is used.
      let report = try? Store.verify(at: path, deep: false)
      work.state.withLock { $0 = report?.findings ?? [] }
    }
    return work
  }
}
