import Foundation

/// The repository's own files, read as text.
struct SourceTree {
  struct File {
    /// Relative to the repository: `Sources/jenjang/Jenjang.swift`.
    let path: String
    let text: String

    var lines: [Substring] { text.split(separator: "\n", omittingEmptySubsequences: false) }
    /// The target a source belongs to.
    var target: String { path.split(separator: "/").dropFirst().first.map(String.init) ?? "" }
    var name: String { path.split(separator: "/").last.map(String.init) ?? path }
  }

  /// The folder that holds `Package.swift`.
  static let root: String = {
    let here = #filePath.split(separator: "/").dropLast(3)
    return "/" + here.joined(separator: "/")
  }()

  static let sources = files(in: "Sources", ending: [".swift", ".c", ".h"])
  static let swiftSources = sources.filter { $0.path.hasSuffix(".swift") }
  static let tests = files(in: "Tests", ending: [".swift"])
  static let themes = files(in: "Themes", ending: [".json"])

  static func file(_ path: String) -> File? {
    guard let text = try? String(contentsOfFile: root + "/" + path, encoding: .utf8) else { return nil }
    return File(path: path, text: text)
  }

  private static func files(in folder: String, ending: [String]) -> [File] {
    let found = FileManager.default.enumerator(atPath: root + "/" + folder)?.compactMap { $0 as? String } ?? []
    return found.filter { path in ending.contains { path.hasSuffix($0) } }.sorted().compactMap {
      file(folder + "/" + $0)
    }
  }
}
