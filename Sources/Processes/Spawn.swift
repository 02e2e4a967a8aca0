import Glibc
import Synchronization

/// Starting programs.
public enum Spawn {
  /// `POSIX_SPAWN_SETSID`, which the system's Swift module does not name.
  private static let newSessionFlag: Int16 = 0x80

  /// Held from making descriptors for a program until it has been started: what another thread starts meanwhile would
  /// hold them open.
  private static let turn = Mutex(())

  static func inTurn<R: Sendable>(_ body: () -> R) -> R { turn.withLock { _ in body() } }

  public static func start(
    _ executable: String, _ arguments: [String], environment: [String],
    actions: inout posix_spawn_file_actions_t, newSession: Bool = false
  ) -> pid_t? {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var signals = sigset_t()
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    let flags = Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK) | (newSession ? newSessionFlag : 0)
    posix_spawnattr_setflags(&attributes, flags)
    let words: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) } + [nil]
    let variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    var process: pid_t = 0
    return posix_spawnp(&process, executable, &actions, &attributes, words, variables) == 0 ? process : nil
  }

  /// The exit code, or 128 and the signal that ended it.
  public static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { if errno != EINTR { return -1 } }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// The same when it has ended; nil while it runs.
  public static func status(of process: pid_t) -> Int32? {
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return nil }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// Runs a program to its end with nothing on standard input; gives what it printed.
  public static func output(_ executable: String, _ arguments: [String], environment: [String])
    -> (status: Int32, output: [UInt8], errors: [UInt8])?
  {
    guard
      let (process, outputEnd, errorsEnd) = inTurn({ startReading(executable, arguments, environment: environment) })
    else { return nil }
    let (output, errors) = drain(outputEnd, errorsEnd)
    close(outputEnd)
    close(errorsEnd)
    return (wait(for: process), output, errors)
  }

  /// Starts a program; gives the ends at which its output and what it says on standard error are read.
  private static func startReading(_ executable: String, _ arguments: [String], environment: [String])
    -> (process: pid_t, output: Int32, errors: Int32)?
  {
    var pipes: [Int32] = [-1, -1, -1, -1]
    guard pipes.withUnsafeMutableBufferPointer({ pipe($0.baseAddress) }) == 0,
      pipes.withUnsafeMutableBufferPointer({ pipe($0.baseAddress.map { $0 + 2 }) }) == 0
    else { return nil }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, pipes[1], 1)
    posix_spawn_file_actions_adddup2(&actions, pipes[3], 2)
    for descriptor in pipes { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    let process = start(executable, arguments, environment: environment, actions: &actions)
    close(pipes[1])
    close(pipes[3])
    guard let process else {
      close(pipes[0])
      close(pipes[2])
      return nil
    }
    return (process, pipes[0], pipes[2])
  }

  /// Reads two descriptors to their ends, whichever has something.
  private static func drain(_ first: Int32, _ second: Int32) -> ([UInt8], [UInt8]) {
    var collected: [[UInt8]] = [[], []]
    var waiting = [first, second].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while waiting.contains(where: { $0.fd >= 0 }) {
      guard poll(&waiting, 2, -1) > 0 else { continue }
      for index in 0..<2 where waiting[index].fd >= 0 && waiting[index].revents != 0 {
        let count = buffer.withUnsafeMutableBytes { read(waiting[index].fd, $0.baseAddress, $0.count) }
        if count > 0 { collected[index] += buffer.prefix(count) } else { waiting[index].fd = -1 }
      }
    }
    return (collected[0], collected[1])
  }
}
