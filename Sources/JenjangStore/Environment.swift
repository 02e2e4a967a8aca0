import Glibc
import JenjangDomain

/// Who saves: a pseudonym in the store, and what the system says of the session.
public struct Author: Sendable, Hashable {
  /// `p:` and the person's identity, or `u:` and the login name.
  public let by: String
  /// The login, its number, host and terminal, and the key where sshd says which: `siti(1004)@srv1 pts/3 ssh SHA256:…`.
  public let session: String

  public init(by: String, session: String) {
    self.by = by
    self.session = session
  }
}

/// Clock, chance and user, passed in so that tests can fix them.
public struct Environment: Sendable {
  /// Milliseconds since 1970, UTC.
  public var now: @Sendable () -> Int64
  public var random: @Sendable () -> UInt64
  public var author: Author
  /// The number of this process, for those who wait for it; 0 leaves it unsaid.
  public var process: Int32 = 0

  public init(
    now: @escaping @Sendable () -> Int64, random: @escaping @Sendable () -> UInt64, author: Author
  ) {
    self.now = now
    self.random = random
    self.author = author
  }

  public func newID() -> RecordID {
    RecordID(milliseconds: UInt64(max(0, now())), random: (random(), random()))
  }
}

extension Environment {
  /// The machine's clock and chance, and the user of this process.
  public static func live() -> Environment {
    let numbers = RandomNumbers()
    var live = Environment(
      now: {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
      },
      random: { numbers.next() },
      author: .live())
    live.process = getpid()
    return live
  }
}

extension Author {
  /// The user of this process as the system names it.
  static func live() -> Author {
    let user = getuid()
    let entry = getpwuid(user)
    let login = entry.flatMap { $0.pointee.pw_name }.map { String(cString: $0) } ?? "uid\(user)"
    var session = "\(login)(\(user))@\(hostName)"
    if let terminal { session += " " + terminal }
    if getenv("SSH_CONNECTION") != nil { session += " ssh" }
    if let key = SSHKey.ofSession() { session += " " + key }
    return Author(by: "u:" + login, session: session)
  }

  private static var hostName: String { text(capacity: 256) { gethostname($0, 256) } ?? "?" }

  /// `pts/3`, or nil without a terminal.
  private static var terminal: String? {
    let name = text(capacity: 64) { ttyname_r(0, $0, 64) }
    return name.map { $0.hasPrefix("/dev/") ? String($0.dropFirst(5)) : $0 }
  }

  /// The text that a call writes into a buffer; nil when it does not answer 0.
  private static func text(capacity: Int, _ call: (UnsafeMutablePointer<CChar>) -> Int32) -> String? {
    var bytes = [CChar](repeating: 0, count: capacity)
    guard call(&bytes) == 0 else { return nil }
    return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
