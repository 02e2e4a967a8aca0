import Glibc

/// A program that runs on a pseudo-terminal, as in a window: what `bench` measures and the tests drive.
public final class PseudoTerminal {
  /// Our end: what is written here the program reads as keys.
  private var controller: Int32
  /// The program's end, kept open so that its modes can be compared after the program has gone.
  private let line: Int32
  public let process: pid_t
  /// The modes before the program began.
  public let firstModes: Modes
  public private(set) var isEnded = false
  /// Everything that the program has said and that was received here.
  public private(set) var transcript: [UInt8] = []

  /// Nil when there are no pseudo-terminals or the program cannot be started.
  ///
  /// The program leads a session of its own, with the terminal as its controlling one.
  public init?(_ executable: String, _ arguments: [String], environment: [String], columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    var controller: Int32 = -1
    var line: Int32 = -1
    var name = [CChar](repeating: 0, count: 128)
    guard openpty(&controller, &line, &name, nil, &size) == 0 else { return nil }
    let firstModes = Modes(of: line)
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
    self.firstModes = firstModes
    process = started
  }

  deinit {
    if !isEnded { _ = end(with: SIGKILL) }
    if controller >= 0 { close(controller) }
    close(line)
  }

  public func send(_ text: String) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
      if written <= 0, errno != EINTR { return }
      bytes = bytes.dropFirst(max(0, written))
    }
  }

  /// What arrives within the time, at the latest when `count` reads are done; empty when nothing did.
  public func receive(milliseconds: Int) -> [UInt8] {
    var waiting = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(milliseconds)) > 0, waiting.revents & Int16(POLLIN) != 0 else { return [] }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = buffer.withUnsafeMutableBytes { read(controller, $0.baseAddress, $0.count) }
    transcript += buffer.prefix(max(0, count))
    return Array(buffer.prefix(max(0, count)))
  }

  /// Everything that arrives until a text has come or nothing came for so long; nil when the text never came.
  public func receive(until text: String, milliseconds: Int) -> [UInt8]? {
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
  public func receive(untilSilentFor milliseconds: Int) -> [UInt8] {
    var all: [UInt8] = []
    while true {
      let bytes = receive(milliseconds: milliseconds)
      if bytes.isEmpty { return all }
      all += bytes
    }
  }

  /// Closes our end, as a window that is closed does; nothing can be sent or received then.
  public func hangUp() {
    close(controller)
    controller = -1
  }

  /// The group of processes that the keyboard belongs to now.
  public var foreground: pid_t { tcgetpgrp(controller) }

  public func resize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
  }

  /// The modes of a line as four words and the control characters.
  public struct Modes: Equatable {
    fileprivate var value: termios

    fileprivate init(of line: Int32) {
      value = termios()
      tcgetattr(line, &value)
    }

    private var words: [UInt32] {
      let characters = withUnsafeBytes(of: value.c_cc) { $0.map { UInt32($0) } }
      return [value.c_iflag, value.c_oflag, value.c_cflag, value.c_lflag] + characters
    }

    public static func == (one: Modes, other: Modes) -> Bool { one.words == other.words }
  }

  public var modes: Modes { Modes(of: line) }

  public func setModes(_ modes: Modes) {
    var value = modes.value
    tcsetattr(line, TCSANOW, &value)
  }

  /// Waits for the program's end, sending a signal first unless it is 0; gives the exit code, or 128 and the signal.
  ///
  /// What it still says meanwhile is read and dropped. One that does not end in time is killed.
  public func end(with signal: Int32 = 0, milliseconds: Int = 10_000) -> Int32 {
    if signal != 0 { kill(process, signal) }
    isEnded = true
    let limit = Stopwatch.now + UInt64(milliseconds) * 1_000_000
    while Stopwatch.now < limit {
      if let status = Spawn.status(of: process) {
        while controller >= 0, !receive(milliseconds: 0).isEmpty {}
        return status
      }
      if controller >= 0 { _ = receive(milliseconds: 10) } else { usleep(1_000) }
    }
    kill(process, SIGKILL)
    return Spawn.wait(for: process)
  }
}
