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

  /// Why a file that the user named was not written.
  init(writing error: StoreError) {
    let failure = Failure(error)
    guard case .system("create", _, let code) = error, !SystemError.full.contains(code) else {
      self = failure
      return
    }
    self.init(.cannotCreate, failure.text)
  }

  /// Prints the sentence and ends the process.
  func leave() -> Never {
    Remark.sayLast(text)
    exit(status.rawValue)
  }
}
