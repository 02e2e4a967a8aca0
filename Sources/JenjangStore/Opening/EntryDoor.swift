import JenjangDomain

/// The passphrase of whoever uses a store: what it is compared with, and how often that failed.
///
/// The count is kept with the user's own files, so that it outlives the program; who can write there can change the
/// store's files too.
public struct EntryDoor: Sendable {
  /// The hash that a typed passphrase must fit.
  public let hash: String
  private let holder: String
  private let store: RecordID
  private let files: UserFiles
  private var attempts: EntryAttempts

  /// Nil when whoever uses the store has set no passphrase.
  public init?(_ store: Store, files: UserFiles) {
    guard let hash = store.passphraseHash else { return nil }
    self.hash = hash
    self.files = files
    holder = store.author.by
    self.store = store.description.store
    attempts = files.attempts(of: holder, store: self.store)
  }

  /// Milliseconds until the next try is taken; what other terminals tried meanwhile counts too.
  public mutating func wait(at now: Int64) -> Int64 {
    takeOthers(at: now)
    return attempts.wait(at: now)
  }

  /// Takes over what other terminals have counted.
  private mutating func takeOthers(at now: Int64) {
    let kept = files.attempts(of: holder, store: store)
    if kept.failures > attempts.failures { attempts = kept }
    attempts = attempts.seen(at: now)
  }

  /// Counts a try before its outcome is known, on top of what other terminals have counted until now.
  public mutating func begin(at now: Int64) {
    takeOthers(at: now)
    attempts.began(at: now)
    keep()
  }

  /// The passphrase was right; gives how often it was not since the time before.
  public mutating func opened() -> Int {
    let failures = max(0, attempts.failures - 1)
    attempts = EntryAttempts()
    keep()
    return failures
  }

  /// Where nothing can be kept the count holds as long as the program runs.
  private func keep() { _ = try? files.keep(attempts, of: holder, store: store) }
}

extension Store {
  /// The hash of the passphrase of whoever uses the store; nil when none is set.
  ///
  /// An earlier state is guarded by the passphrase of the present.
  public var passphraseHash: String? { presentPassphrase ?? book.passphraseHash(of: author.by) }

  /// Sets, replaces or, with nil, removes the passphrase of a holder: one's own unless another is named.
  @discardableResult
  public func setPassphrase(_ hash: String?, of holder: String? = nil, on day: Day) throws(StoreError) -> Receipt? {
    if let readOnlyReason { throw .readOnly(readOnlyReason) }
    let change = book.changingPassphrase(of: holder ?? author.by, to: hash, id: newID(), on: day)
    guard let change else { return nil }
    return try commit(Transaction([change]))
  }

  /// Whose passphrase a login, a number or an identity means, as `author.by` writes it; nil when it means nobody.
  public func passphraseHolder(meant typed: String) -> String? {
    if let account = book.accounts.all.first(where: { $0.login == typed }) {
      return account.employee.map { "p:" + $0.raw.text } ?? "u:" + typed
    }
    if let person = book.person(meant: typed) { return "p:" + person.text }
    return typed == environment.author.login || !book.knowsRoles ? "u:" + typed : nil
  }
}
