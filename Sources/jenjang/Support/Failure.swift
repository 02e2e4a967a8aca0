import Glibc
import JenjangDomain
import JenjangStore

/// Why a command ends early: the exit code and one sentence that says what to do.
struct Failure: Error {
  let status: ExitStatus
  let text: Text

  init(_ status: ExitStatus, _ text: Text) {
    self.status = status
    self.text = text
  }

  init(_ error: StoreError) {
    let status: ExitStatus =
      switch error {
      case .notFound: .noStore
      case .notEmpty: .cannotCreate
      case .system, .uncertain: .inputOutput
      case .damaged: .badData
      case .conflict, .busy, .inUse: .busy
      case .invalid: .findings
      case .readOnly, .refused, .forbidden: .noPermission
      }
    self.init(status, error.text)
  }

  /// Prints the sentence and ends the process.
  func leave() -> Never {
    Remark.sayLast(text)
    exit(status.rawValue)
  }
}
