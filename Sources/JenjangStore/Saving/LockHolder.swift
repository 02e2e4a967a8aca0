import JenjangDomain

/// Who holds the writer's lock, as `lock.who` says: for those who wait.
public struct LockHolder: Sendable, Equatable {
  /// The login; empty when the file says nothing.
  public let name: String
  /// `pts/3`; nil without a terminal.
  public let terminal: String?
  public let process: Int?

  /// Reads what a session says of itself: `siti(1004)@srv1 pts/3 ssh pid 1234`.
  public init(_ text: String) {
    let words = text.split(separator: " ")
    name = words.first.map { String($0.prefix { $0 != "(" && $0 != "@" }) } ?? ""
    terminal = words.dropFirst().first { $0.hasPrefix("pts/") || $0.hasPrefix("tty") }.map(String.init)
    process = words.firstIndex(of: "pid").flatMap { $0 + 1 < words.count ? Int(words[$0 + 1]) : nil }
  }

  /// `siti (pts/3)`; `PID` too where an administrator has to find the process.
  public func text(withProcess: Bool = false) -> Text {
    let number = withProcess ? process.map { "PID \($0)" } : nil
    let details = [terminal, number].compactMap { $0 }.joined(separator: ", ")
    let ending = details.isEmpty ? "" : " (\(details))"
    guard !name.isEmpty else { return Text("proses lain\(ending)", en: "another process\(ending)") }
    return .verbatim(name + ending)
  }
}
