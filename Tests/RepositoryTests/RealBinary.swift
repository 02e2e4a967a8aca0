import Foundation
import Testing

@testable import jenjang

/// The program as users start it, on data in a temporary folder of its own.
final class RealBinary {
  let folder: String
  private let path: String

  init() throws {
    path = try #require(Self.locate())
    let name = NSTemporaryDirectory() + "jenjang-test-" + UUID().uuidString
    try FileManager.default.createDirectory(
      atPath: name, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    folder = name
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// The folder of the running test bundle also holds the program; else the debug build's folder does.
  private static func locate() -> String? {
    let bundle = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let beside = (CommandLine.arguments + [bundle]).map { ($0 as NSString).deletingLastPathComponent + "/jenjang" }
    let candidates = beside + [SourceTree.root + "/.build/debug/jenjang"]
    return candidates.first { $0.hasPrefix("/") && FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// What a user's surroundings would be, with every folder inside the temporary one.
  private func environment(_ more: [String]) -> [String] {
    [
      "HOME=\(folder)", "XDG_DATA_HOME=\(folder)/data", "XDG_CONFIG_HOME=\(folder)/config",
      "XDG_STATE_HOME=\(folder)/state", "XDG_CACHE_HOME=\(folder)/cache", "TERM=xterm-256color", "LANG=C.UTF-8",
      "PATH=/usr/bin:/bin",
    ] + more
  }

  struct Result {
    let status: Int32
    let output: String
    let errors: String

    var lines: [Substring] { output.split(separator: "\n") }
    var errorLines: [Substring] { errors.split(separator: "\n") }
  }

  func run(_ arguments: String..., environment more: [String] = []) throws -> Result {
    let result = try #require(Spawn.output(path, arguments, environment: environment(more)))
    return Result(
      status: result.status, output: String(decoding: result.output, as: UTF8.self),
      errors: String(decoding: result.errors, as: UTF8.self))
  }

  func onTerminal(_ arguments: String..., columns: Int = 80, rows: Int = 24, environment more: [String] = []) throws
    -> PseudoTerminal
  {
    try #require(
      PseudoTerminal(path, arguments, environment: environment(more), columns: columns, rows: rows))
  }
}
