import Glibc

/// Users and groups of the machine by name.
public enum SystemNames {
  /// `siti`, or `uid 1004` where the system has no name.
  static func user(_ number: UInt32) -> String {
    getpwuid(number).flatMap { $0.pointee.pw_name }.map { String(cString: $0) } ?? "uid \(number)"
  }

  /// `kepegawaian`, or `gid 2004` where the system has no name.
  static func group(_ number: UInt32) -> String {
    getgrgid(number).flatMap { $0.pointee.gr_name }.map { String(cString: $0) } ?? "gid \(number)"
  }

  /// Nil when the system has no such group.
  static func number(ofGroup name: String) -> UInt32? { getgrnam(name)?.pointee.gr_gid }
}
