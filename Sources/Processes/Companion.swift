import Glibc

/// A program that one talks to in lines, through its standard input and output.
public final class Companion {
  public let process: pid_t
  /// Both of its ends here; a socket, so that writing to a program that is gone is an answer and not a signal.
  ///
  /// Can be waited for together with other descriptors.
  public let line: Int32
  private var read: [UInt8] = []
  /// How many of the bytes that were read have been given out.
  private var given = 0
  /// The exit code, or 128 and the signal; nil before the end was waited for.
  public private(set) var status: Int32?

  /// Nil when the program cannot be started; what it says on standard error is dropped unless a descriptor is named.
  ///
  /// `isBlocking` is whether the program waits when it reads or writes too early, or is told to come again.
  public init?(
    _ executable: String, _ arguments: [String], environment: [String], errors: Int32? = nil, isBlocking: Bool = true
  ) {
    let started = Spawn.inTurn {
      Companion.start(executable, arguments, environment: environment, errors: errors, isBlocking: isBlocking)
    }
    guard let started else { return nil }
    (process, line) = started
  }

  private static func start(
    _ executable: String, _ arguments: [String], environment: [String], errors: Int32?, isBlocking: Bool
  ) -> (process: pid_t, line: Int32)? {
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    if !isBlocking { _ = fcntl(ends[1], F_SETFL, O_NONBLOCK) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 0)
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    if let errors {
      posix_spawn_file_actions_adddup2(&actions, errors, 2)
    } else {
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
    let process = Spawn.start(executable, arguments, environment: environment, actions: &actions)
    close(ends[1])
    guard let process else {
      close(ends[0])
      return nil
    }
    return (process, ends[0])
  }

  deinit {
    if status == nil { _ = end(with: SIGKILL) }
    close(line)
  }

  /// Sends a line; false when the program no longer reads.
  @discardableResult
  public func send(_ text: String) -> Bool {
    var bytes = Array(text.utf8)[...]
    bytes.append(10)
    while !bytes.isEmpty {
      let sent = bytes.withUnsafeBytes { Glibc.send(line, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if sent < 0, errno != EINTR { return false }
      bytes = bytes.dropFirst(max(0, sent))
    }
    return true
  }

  /// Says that nothing more will be sent.
  public func finish() { shutdown(line, Int32(SHUT_WR)) }

  /// The next line of its output without its end; nil at the end of the output, or when none came within the time.
  public func receive(milliseconds: Int) -> String? {
    let limit = Stopwatch.now + UInt64(milliseconds) * 1_000_000
    var searched = given
    while true {
      if let end = read[searched...].firstIndex(of: 10) {
        defer { given = end + 1 }
        return String(decoding: read[given..<end], as: UTF8.self)
      }
      read.removeFirst(given)
      given = 0
      searched = read.count
      let left = limit - min(limit, Stopwatch.now)
      guard take(milliseconds: Int((left + 999_999) / 1_000_000)) else { return nil }
    }
  }

  /// Nothing more will come.
  public private(set) var hasEnded = false

  /// The lines that have come, without waiting for more.
  public func waitingLines() -> [String] {
    var lines: [String] = []
    while let line = receive(milliseconds: 0) { lines.append(line) }
    return lines
  }

  /// Reads what is there; false when nothing came in time, or will ever come.
  private func take(milliseconds: Int) -> Bool {
    var waiting = pollfd(fd: line, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(milliseconds)) > 0 else { return false }
    return withUnsafeTemporaryAllocation(byteCount: 1 << 16, alignment: 1) { room in
      let count = Glibc.read(line, room.baseAddress, room.count)
      if count > 0 { read.append(contentsOf: room[..<count]) } else { hasEnded = true }
      return count > 0
    }
  }

  public func signal(_ number: Int32) { if status == nil { kill(process, number) } }

  /// Waits for the program's end, sending a signal first unless it is 0; gives the exit code, or 128 and the signal.
  @discardableResult
  public func end(with signal: Int32 = 0) -> Int32 {
    if let status { return status }
    if signal != 0 { kill(process, signal) } else { finish() }
    let status = Spawn.wait(for: process)
    self.status = status
    return status
  }

  /// The programs among these whose output can be read now, or has ended; waits at most so long.
  public static func ready(_ companions: [Companion], milliseconds: Int) -> [Companion] {
    var list = companions.map { pollfd(fd: $0.line, events: Int16(POLLIN), revents: 0) }
    guard poll(&list, nfds_t(list.count), Int32(milliseconds)) > 0 else { return [] }
    return zip(companions, list).filter { $0.1.revents != 0 }.map(\.0)
  }
}
