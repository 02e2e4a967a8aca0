import Glibc

/// One line typed at the terminal of the process without being shown, as a passphrase is.
public enum HiddenLine {
  /// The most bytes that are taken.
  private static let limit = 4_096

  /// Asks and reads; nil where there is no terminal, or when the typing was broken off by Ctrl-C or Ctrl-D.
  ///
  /// The terminal itself is asked, not standard input, which may be a file.
  public static func ask(_ prompt: String) -> String? {
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY)
    guard terminal >= 0 else { return nil }
    defer { close(terminal) }
    var before = termios()
    guard tcgetattr(terminal, &before) == 0 else { return nil }
    var silent = before
    // Signals are off too: a process that ends in between would leave a terminal that shows nothing.
    silent.c_lflag &= ~tcflag_t(ECHO | ECHONL | ISIG)
    guard tcsetattr(terminal, TCSAFLUSH, &silent) == 0 else { return nil }
    defer { tcsetattr(terminal, TCSAFLUSH, &before) }
    say(prompt, terminal)
    let line = line(of: terminal)
    say("\n", terminal)
    return line
  }

  private static func line(of terminal: Int32) -> String? {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 256)
    while bytes.count < limit {
      let count = Glibc.read(terminal, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      bytes += buffer.prefix(count)
      if bytes.contains(3) { return nil }
      if let end = bytes.firstIndex(of: 0x0A) { return String(validating: bytes[..<end], as: UTF8.self) }
    }
    return nil
  }

  private static func say(_ text: String, _ terminal: Int32) {
    var text = text
    text.withUTF8 { _ = Glibc.write(terminal, $0.baseAddress, $0.count) }
  }
}
