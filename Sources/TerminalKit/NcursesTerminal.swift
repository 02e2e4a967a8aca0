import CTerminal
import Glibc

/// Why the terminal cannot be used.
public enum TerminalFailure: Error, Sendable, Equatable {
  /// Standard input or output is a file or a pipe.
  case notATerminal
  /// Terminfo knows neither this TERM nor what it could be replaced by.
  case unknownTerminal(String)
  /// A terminal that cannot move its cursor, such as `dumb`.
  case cannotMoveCursor(String)
  /// The system refused a descriptor or memory.
  case refused
}

/// The real terminal: curses for what goes out, the decoder for what comes in.
///
/// One a process, and only the thread that made it may use it.
public final class NcursesTerminal: Terminal {
  public private(set) var size: Size
  public let tier: Tier
  public var glyphs: GlyphSet { didSet { if glyphs != oldValue { invalidate() } } }
  /// The terminfo entry in use when it is not the one TERM names.
  public let substitute: String?
  /// False when the locale is not UTF-8: only ASCII is shown, other letters as their nearest.
  public let isUnicode: Bool
  /// Whether frames are sent between the marks of synchronized output.
  public var isSynchronized = false
  /// Whether the terminal reports the mouse; without it, it selects text as ever.
  public var mouse = true { didSet { cterminal_set_mouse(mouse ? 1 : 0) } }

  /// What the last frame cost: its bytes and its `write` calls.
  public private(set) var lastFrameBytes = 0
  public private(set) var lastFrameWrites = 0

  private var decoder: Decoder
  private var watched: [Int32] = []
  private var ready: [Event] = []
  private var shown: Frame?
  private var theme: Theme?
  private var mapped: [Cell] = []
  private var isClosed = false
  private var escapeGivenAt: UInt64?
  /// When bytes came last.
  private var heardAt: UInt64 = 0
  private let escapeTime: UInt64
  private static let pasteTime: UInt64 = 3_000
  private static let rejoinTime: UInt64 = 300

  /// Takes over the terminal.
  ///
  /// `tier` can only ask for fewer colours than the terminal has.
  public init(tier wanted: Tier? = nil, glyphs: GlyphSet? = nil, mouse: Bool = true) throws(TerminalFailure) {
    let locale = cterminal_set_locale()
    isUnicode = locale > 0
    let environment = TerminalEnvironment.current
    let names = environment.terminfoNames
    cterminal_set_mouse(mouse ? 1 : 0)
    var chosen: Int32 = -1
    switch NcursesTerminal.open(names, &chosen) {
    case CTERMINAL_OK: break
    case CTERMINAL_NOT_A_TERMINAL: throw .notATerminal
    case CTERMINAL_UNKNOWN: throw .unknownTerminal(environment.term)
    case CTERMINAL_NO_CURSOR: throw .cannotMoveCursor(environment.term)
    default: throw .refused
    }
    let name = names[Int(chosen)]
    substitute = name == environment.term || name == environment.direct ? nil : name
    tier = environment.tier(colors: Int(cterminal_colors()), wanted: wanted)
    self.glyphs = glyphs ?? (locale > 0 ? .unicode : .ascii)
    self.mouse = mouse
    decoder = Decoder(isShiftTen: environment.term.hasPrefix("rxvt"))
    escapeTime = environment.isRemote ? 50 : 25
    size = NcursesTerminal.measure()
  }

  deinit { if !isClosed { cterminal_close() } }

  private static func open(_ names: [String], _ chosen: inout Int32) -> Int {
    let copies = names.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    let pointers = copies.map { UnsafePointer<CChar>($0) }
    return Int(cterminal_open(pointers, Int32(pointers.count), &chosen))
  }

  private static func measure() -> Size {
    var (columns, rows): (Int32, Int32) = (80, 24)
    cterminal_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// What the user reads after a crash, when the terminal is hers again.
  public func setFarewell(_ text: String) { cterminal_set_farewell(text + "\n") }

  public func watch(_ descriptor: Int32) { watched.append(descriptor) }

  public func invalidate() {
    shown = nil
    cterminal_invalidate()
  }

  public func suspend() {
    cterminal_stop()
    refresh()
  }

  public func lend(_ work: () -> Void) {
    cterminal_leave()
    work()
    cterminal_enter()
    refresh()
  }

  public func close() {
    guard !isClosed else { return }
    isClosed = true
    cterminal_close()
  }

  public func copy(_ text: String) {
    let bytes = "\u{1B}]52;c;\(Base64.encode(Array(text.utf8)))\u{07}"
    bytes.withCString { cterminal_send($0, strlen($0)) }
  }

  /// After a stop the size may be another one, and nothing on the screen is ours.
  private func refresh() {
    _ = resize()
    invalidate()
  }

  private func resize() -> Bool {
    let now = NcursesTerminal.measure()
    guard now != size else { return false }
    size = now
    cterminal_resize(Int32(now.columns), Int32(now.rows))
    shown = nil
    return true
  }
}

extension NcursesTerminal {
  public var hasInput: Bool {
    if !ready.isEmpty || decoder.hasEvent { return true }
    var keyboard = pollfd(fd: cterminal_input_fd(), events: Int16(POLLIN), revents: 0)
    return Glibc.poll(&keyboard, 1, 0) > 0
  }

  public func next(timeout milliseconds: Int?) -> Event {
    let deadline = milliseconds.map { Clock.milliseconds + UInt64(max(0, $0)) }
    while true {
      if !ready.isEmpty { return ready.removeFirst() }
      if let event = decoder.next() { return event }
      guard !isClosed else { return .terminate }
      let patience = decoder.isPasting ? NcursesTerminal.pasteTime : decoder.isPending ? escapeTime : nil
      let due = patience.map { heardAt + $0 }
      let now = Clock.milliseconds
      let wait = [due, deadline].compactMap { $0.map { Int($0 - min(now, $0)) } }.min()
      guard look(wait) == 0 else { continue }
      if let due, Clock.milliseconds >= due {
        decoder.flush()
        escapeGivenAt = Clock.milliseconds
      } else if let deadline, Clock.milliseconds >= deadline {
        return .timeout
      }
    }
  }

  /// Waits for the keyboard, a signal or a watched descriptor and takes what is there.
  private func look(_ milliseconds: Int?) -> Int {
    var list = [
      pollfd(fd: cterminal_signal_fd(), events: Int16(POLLIN), revents: 0),
      pollfd(fd: cterminal_input_fd(), events: Int16(POLLIN), revents: 0),
    ]
    for descriptor in watched { list.append(pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)) }
    let count = Glibc.poll(&list, nfds_t(list.count), milliseconds.map { Int32(min($0, 1 << 30)) } ?? -1)
    guard count > 0 else { return count < 0 ? 1 : 0 }
    if list[0].revents != 0 { takeSignals() }
    if list[1].revents & Int16(POLLIN) != 0 {
      takeBytes()
    } else if list[1].revents != 0 {
      ready.append(.terminate)
    }
    for entry in list.dropFirst(2) where entry.revents != 0 { ready.append(.descriptor(entry.fd)) }
    return Int(count)
  }

  private func takeBytes() {
    if let given = escapeGivenAt, Clock.milliseconds > given + NcursesTerminal.rejoinTime { decoder.forgetEscape() }
    escapeGivenAt = nil
    heardAt = Clock.milliseconds
    withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 1) { room in
      let count = read(cterminal_input_fd(), room.baseAddress, room.count)
      if count > 0 {
        decoder.feed(UnsafeRawBufferPointer(rebasing: room[..<count]))
      } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
        // The terminal was closed.
        ready.append(.terminate)
      }
    }
  }

  private func takeSignals() {
    var numbers = [UInt8](repeating: 0, count: 64)
    let count = read(cterminal_signal_fd(), &numbers, numbers.count)
    for number in numbers.prefix(max(0, count)) {
      switch Int32(number) {
      case SIGWINCH: if resize() { ready.append(.resize(size)) }
      case SIGTERM, SIGHUP, SIGINT, SIGQUIT: ready.append(.terminate)
      case SIGTSTP:
        suspend()
        ready.append(.resumed)
      case SIGCONT:
        cterminal_reset_modes()
        refresh()
        ready.append(.resumed)
      default: break
      }
    }
  }
}

extension NcursesTerminal {
  public func show(_ frame: Frame, theme: Theme) {
    guard !isClosed else { return }
    if self.theme != theme { use(theme) }
    let rows = min(frame.size.rows, size.rows)
    let columns = min(frame.size.columns, size.columns)
    let previous = shown?.size == frame.size ? shown : nil
    for y in 0..<rows where previous.map({ !frame.isSameRow(y, in: $0) }) ?? true { send(frame, row: y, columns) }
    let cursor = frame.cursor.flatMap { $0.x < columns && $0.y < rows && $0.x >= 0 && $0.y >= 0 ? $0 : nil }
    var writes: Int32 = 0
    let sent = cterminal_flush(
      Int32(cursor?.x ?? -1), Int32(cursor?.y ?? 0), isSynchronized ? 1 : 0, &writes)
    (lastFrameBytes, lastFrameWrites) = (Int(sent), Int(writes))
    shown = frame
  }

  private func send(_ frame: Frame, row: Int, _ columns: Int) {
    let start = row * frame.size.columns
    let cells = frame.cells[start..<start + columns]
    frame.marks.withUnsafeBytes { marks in
      let marks = marks.bindMemory(to: UInt32.self).baseAddress
      if glyphs == .unicode {
        cells.withUnsafeBytes { cells in
          cterminal_row(Int32(row), cells.bindMemory(to: cterminal_cell.self).baseAddress, Int32(columns), marks)
        }
      } else {
        mapped.removeAll(keepingCapacity: true)
        for cell in cells { mapped.append(simplified(cell)) }
        mapped.withUnsafeBytes { cells in
          cterminal_row(Int32(row), cells.bindMemory(to: cterminal_cell.self).baseAddress, Int32(columns), nil)
        }
      }
    }
  }

  /// The cell without what this glyph set cannot show; both halves of a wide character become narrow.
  private func simplified(_ cell: Cell) -> Cell {
    let isHalfBar = cell.scalar == 0x258C && Glyphs.isBar(cell.role)
    let scalar = cell.width == 0 ? 0x20 : isHalfBar ? 0x23 : Glyphs.map(cell.scalar, to: glyphs)
    return Cell(scalar: scalar, role: cell.role, width: 1, marks: 0)
  }

  private func use(_ theme: Theme) {
    self.theme = theme
    cterminal_reset_pairs()
    for role in Role.allCases {
      let style = theme.style(of: role, tier: tier)
      let accepted = cterminal_set_style(
        role.rawValue, Int32(style.attributes.rawValue), style.foreground.number(in: tier),
        style.background.number(in: tier))
      guard accepted == 0 else { continue }
      // No pair is left: what the role means is shown without colour.
      let plain = theme.style(of: role, tier: .mono)
      _ = cterminal_set_style(role.rawValue, Int32(plain.attributes.rawValue), -1, -1)
    }
    invalidate()
  }
}

extension Color {
  /// The number curses knows the colour by.
  fileprivate func number(in tier: Tier) -> Int32 {
    switch self {
    case .standard: return -1
    case .indexed(let index):
      // With direct colour only the first eight are numbers of the palette.
      guard tier == .trueColor, index > 7 else { return Int32(index) }
      return Int32(Color.palette(index).value)
    // 0 to 7 would be the palette's.
    case .rgb(let rgb): return rgb.value < 8 ? 8 : Int32(rgb.value)
    }
  }
}

/// The time since some moment, for waiting.
private enum Clock {
  static var milliseconds: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000 + UInt64(time.tv_nsec) / 1_000_000
  }
}
