import Glibc

/// What the environment says of the terminal.
struct TerminalEnvironment: Sendable {
  var term = ""
  var colorTerm = ""
  /// NO_COLOR is set to anything but nothing.
  var refusesColor = false
  /// The terminal is at the other end of an SSH connection.
  var isRemote = false

  static var current: TerminalEnvironment {
    func value(_ name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }
    return TerminalEnvironment(
      term: value("TERM"), colorTerm: value("COLORTERM"), refusesColor: !value("NO_COLOR").isEmpty,
      isRemote: !value("SSH_CONNECTION").isEmpty)
  }

  /// True when the terminal says that it shows 24-bit colours.
  var hasTrueColor: Bool { colorTerm == "truecolor" || colorTerm == "24bit" }

  /// The entry with direct colour beside the one TERM names.
  var direct: String? {
    guard hasTrueColor, !refusesColor, term.hasSuffix("-256color") else { return nil }
    return term.dropLast("-256color".count) + "-direct"
  }

  /// The terminfo entries to try, the best first.
  ///
  /// Many systems do not know the newer terminals, which all understand xterm's sequences.
  var terminfoNames: [String] {
    var names: [String] = []
    if let direct { names.append(direct) }
    if !term.isEmpty { names.append(term) }
    let families = ["xterm", "foot", "alacritty", "konsole", "vte", "gnome", "wezterm", "ghostty", "contour"]
    let isFamiliar =
      families.contains { term.hasPrefix($0) } || term.contains("kitty") || term.hasSuffix("256color")
    if isFamiliar { names.append("xterm-256color") }
    names.append("vt100")
    return names
  }

  /// The best tier for so many colours; `wanted` can only ask for less.
  func tier(colors: Int, wanted: Tier?) -> Tier {
    let able: Tier =
      switch colors {
      case (1 << 24)...: .trueColor
      case 256...: .colors256
      case 16...: .colors16
      case 8...: .colors8
      default: .mono
      }
    let asked = wanted ?? (refusesColor ? .mono : able)
    return asked.index < able.index ? able : asked
  }
}
