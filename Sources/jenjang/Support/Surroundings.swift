import Glibc
import JenjangDomain

/// What the system says: the day and the folders.
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

  /// `XDG_DATA_HOME`, else `.local/share` in the home folder.
  static func dataHome() throws(Failure) -> String {
    if let named = Speech.variable("XDG_DATA_HOME"), named.hasPrefix("/") { return named }
    if let home = Speech.variable("HOME") { return home + "/.local/share" }
    throw Failure(
      .noStore,
      Text("HOME tidak diatur; sebutkan map data dengan --data", en: "HOME is not set; name the folder with --data"))
  }
}
