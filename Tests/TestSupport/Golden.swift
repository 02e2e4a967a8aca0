import Glibc

/// A screen as it was accepted once; `JENJANG_RECORD=1` accepts what is shown now.
public enum Golden {
  /// Compares a screen with the file of its name; says what differs, nil when nothing does.
  ///
  /// The files stand in the folder `Golden` beside the test.
  nonisolated public static func difference(
    _ screen: String, _ name: String, beside test: StaticString = #filePath
  ) -> String? {
    let folder = String(describing: test).split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/")
    let path = folder + "/Golden/" + name + ".txt"
    if getenv("JENJANG_RECORD") != nil { return write(screen + "\n", path) ? nil : "\(path) cannot be written" }
    guard let accepted = read(path) else { return "\(path) is missing; JENJANG_RECORD=1 writes it" }
    return difference(Array(screen.split(separator: "\n", omittingEmptySubsequences: false)), accepted)
  }

  nonisolated private static func difference(_ screen: [Substring], _ accepted: String) -> String? {
    let wanted = accepted.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    guard Array(wanted) != screen else { return nil }
    var lines: [String] = []
    for row in 0..<max(wanted.count, screen.count) {
      let before = row < wanted.count ? wanted[row] : "(no row)"
      let now = row < screen.count ? screen[row] : "(no row)"
      if before != now { lines.append("row \(row + 1)\n- \(before)\n+ \(now)") }
    }
    return lines.joined(separator: "\n")
  }

  nonisolated private static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 65_536)
    while case let count = fread(&part, 1, part.count, file), count > 0 { bytes += part[..<count] }
    return String(decoding: bytes, as: UTF8.self)
  }

  nonisolated private static func write(_ text: String, _ path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    let bytes = Array(text.utf8)
    let isWritten = fwrite(bytes, 1, bytes.count, file) == bytes.count
    return fclose(file) == 0 && isWritten
  }
}
