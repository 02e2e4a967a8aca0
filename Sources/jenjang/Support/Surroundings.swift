import Glibc
import JenjangDomain
import JenjangStore

/// What the system says: the clock, chance, the user and the folders.
enum Surroundings {
  /// The civil date here and now.
  static var today: Day {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    return Day(year: Int(parts.tm_year) + 1_900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      ?? Day(number: Int32(now / 86_400))
  }

  /// A moment in milliseconds since 1970 as this place's date and minute.
  static func moment(_ milliseconds: Int64) -> String {
    var seconds = Int(milliseconds / 1_000)
    var parts = tm()
    localtime_r(&seconds, &parts)
    let pair = { (value: Int32) in value < 10 ? "0\(value)" : "\(value)" }
    return "\(parts.tm_year + 1_900)-\(pair(parts.tm_mon + 1))-\(pair(parts.tm_mday)) "
      + "\(pair(parts.tm_hour)):\(pair(parts.tm_min))"
  }

  static var environment: Environment {
    Environment(now: { milliseconds() }, random: { UInt64.random(in: .min ... .max) }, author: author)
  }

  @Sendable private static func milliseconds() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1_000 + Int64(now.tv_nsec) / 1_000_000
  }

  /// The login name as pseudonym, and the session it sits in: `siti(1004)@srv1 pts/3 ssh`.
  static var author: Author {
    let user = userName
    var name = [CChar](repeating: 0, count: 256)
    gethostname(&name, name.count - 1)
    var session = "\(user)(\(getuid()))@\(text(name))"
    if isatty(STDIN_FILENO) == 1, let terminal = ttyname(STDIN_FILENO) {
      let path = String(cString: terminal)
      session += " " + (path.hasPrefix("/dev/") ? String(path.dropFirst(5)) : path)
    }
    if Speech.variable("SSH_CONNECTION") != nil { session += " ssh" }
    return Author(by: "u:" + user, session: session)
  }

  private static var userName: String {
    if let entry = getpwuid(getuid()), let name = entry.pointee.pw_name { return String(cString: name) }
    return String(getuid())
  }

  private static func text(_ characters: [CChar]) -> String {
    String(decoding: characters.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// `XDG_DATA_HOME`, else `.local/share` in the home folder.
  static func dataHome() throws(Failure) -> String {
    if let named = Speech.variable("XDG_DATA_HOME"), named.hasPrefix("/") { return named }
    if let home = Speech.variable("HOME") { return home + "/.local/share" }
    throw Failure(
      .noStore,
      Text("HOME tidak diatur; sebutkan map data dengan --data", en: "HOME is not set; name the folder with --data"))
  }
}
