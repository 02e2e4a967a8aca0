import Glibc

/// A program that runs on a pseudo-terminal, as in a window: what `bench` measures and the smoke tests drive.
final class PseudoTerminal {
  /// Our end: what is written here the program reads as keys.
  private let controller: Int32
  /// The program's end, kept open so that its modes can be compared after the program has gone.
  private let line: Int32
  let process: pid_t
  private(set) var isEnded = false

  /// Nil when there are no pseudo-terminals or the program cannot be started.
  ///
  /// The program leads a session of its own, with the terminal as its controlling one.
  init?(_ executable: String, _ arguments: [String], environment: [String], columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    var controller: Int32 = -1
    var line: Int32 = -1
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&controller, &line, &name, nil, &size) == 0 else { return nil }
    for descriptor in [controller, line] { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    let started = Spawn.start(executable, arguments, environment: environment, actions: &actions, newSession: true)
    posix_spawn_file_actions_destroy(&actions)
    guard let started else {
      close(controller)
      close(line)
      return nil
    }
    self.controller = controller
    self.line = line
    process = started
  }

  deinit {
    if !isEnded { _ = end(with: SIGKILL) }
    close(controller)
    close(line)
  }

  func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
      if written <= 0, errno != EINTR { return }
      bytes = bytes.dropFirst(max(0, written))
    }
  }

  /// What arrives within the time, at the latest when `count` reads are done; empty when nothing did.
  func receive(milliseconds: Int) -> [UInt8] {
    var waiting = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(milliseconds)) > 0, waiting.revents & Int16(POLLIN) != 0 else { return [] }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = buffer.withUnsafeMutableBytes { read(controller, $0.baseAddress, $0.count) }
    return Array(buffer.prefix(max(0, count)))
  }

  /// Everything that arrives until a text has come or nothing came for so long; nil when the text never came.
  func receive(until text: String, milliseconds: Int) -> [UInt8]? {
    var all: [UInt8] = []
    let wanted = Array(text.utf8)
    while true {
      let bytes = receive(milliseconds: milliseconds)
      if bytes.isEmpty { return nil }
      let from = max(0, all.count - wanted.count)
      all += bytes
      if all[from...].firstRange(of: wanted) != nil { return all }
    }
  }

  /// Everything until the program is silent for so long.
  func receive(untilSilentFor milliseconds: Int) -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let bytes = receive(milliseconds: milliseconds)
      if bytes.isEmpty { return all }
      all += bytes
    }
  }

  func resize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
  }

  /// The modes of the line as four words and the control characters.
  var modes: [UInt32] {
    var modes = termios()
    tcgetattr(line, &modes)
    let characters = withUnsafeBytes(of: modes.c_cc) { $0.map { UInt32($0) } }
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag] + characters
  }

  /// Waits for the program's end, sending a signal first unless it is 0; gives the exit code, or 128 and the signal.
  ///
  /// What it still says meanwhile is read and dropped. One that does not end in time is killed.
  func end(with signal: Int32 = 0, milliseconds: Int = 10_000) -> Int32 {
    if signal != 0 { kill(process, signal) }
    isEnded = true
    let limit = Stopwatch.now + UInt64(milliseconds) * 1_000_000
    while Stopwatch.now < limit {
      if let status = Spawn.status(of: process) { return status }
      _ = receive(milliseconds: 10)
    }
    kill(process, SIGKILL)
    return Spawn.wait(for: process)
  }
}

/// Starting programs.
enum Spawn {
  /// `POSIX_SPAWN_SETSID`, which the system's Swift module does not name.
  private static let newSessionFlag: Int16 = 0x80

  static func start(
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
  static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 { if errno != EINTR { return -1 } }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// The same when it has ended; nil while it runs.
  static func status(of process: pid_t) -> Int32? {
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return nil }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// Runs a program to its end with nothing on standard input; gives what it printed.
  static func output(_ executable: String, _ arguments: [String], environment: [String])
    -> (status: Int32, output: [UInt8], errors: [UInt8])?
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
    let (output, errors) = drain(pipes[0], pipes[2])
    close(pipes[0])
    close(pipes[2])
    return process.map { (wait(for: $0), output, errors) }
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
