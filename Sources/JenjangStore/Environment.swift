import Glibc
import JenjangDomain

/// Who saves: a pseudonym in the store, and what the system says of the session.
public struct Author: Sendable, Hashable {
  /// `p:` and the person's identity, or `u:` and the login name.
  public let by: String
  /// The login, its number, host and terminal: `siti(1004)@srv1 pts/3 ssh`.
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
    Environment(
      now: {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
      },
      random: {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
      },
      author: .live())
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
    return Author(by: "u:" + login, session: session)
  }

  private static var hostName: String {
    let capacity = 256
    let bytes = [CChar](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = gethostname(buffer.baseAddress, capacity) == 0 ? strnlen(buffer.baseAddress ?? "", capacity) : 0
    }
    return String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// `pts/3`, or nil without a terminal.
  private static var terminal: String? {
    let capacity = 64
    let bytes = [CChar](unsafeUninitializedCapacity: capacity) { buffer, count in
      count = ttyname_r(0, buffer.baseAddress ?? buffer.baseAddress.unsafelyUnwrapped, capacity) == 0
        ? strnlen(buffer.baseAddress ?? "", capacity) : 0
    }
    let name = String(decoding: bytes.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    guard !name.isEmpty else { return nil }
    return name.hasPrefix("/dev/") ? String(name.dropFirst(5)) : name
  }
}
