import Foundation
import JenjangApp
import JenjangDomain
import Testing

@testable import jenjang

/// The README says what the program says.
@Suite struct ReadMeTests {
  private let text: String

  init() throws { text = try #require(SourceTree.file("README.md")).text }

  /// What stands between two marks.
  private func part(from start: String, to end: String) throws -> String {
    let opening = try #require(text.firstRange(of: start))
    let line = try #require(text[opening.upperBound...].firstIndex(of: "\n"))
    let closing = try #require(text[line...].firstRange(of: end))
    return String(text[line..<closing.lowerBound].trimmingNewlines)
  }

  @Test func `its first two commands are the demo and the tests`() {
    let commands = text.split(separator: "\n").filter { $0.hasPrefix("sudo ") }
    let install = "sudo apt-get install -y libncurses-dev libsodium-dev && "
    #expect(commands.prefix(2) == ["\(install)swift run -c release jenjang demo", "\(install)swift test"])
  }

  @Test func `the continuous check runs its test command`() throws {
    let script = try #require(SourceTree.file(".ci/run")).text
    #expect(script.contains("apt-get install -y"))
    #expect(script.contains("libncurses-dev libsodium-dev"))
    #expect(script.contains("\nswift test\n"))
  }

  @Test func `its key table is the generated one`() throws {
    let written = try part(from: "<!-- keys:", to: "<!-- end of keys -->")
    let generated = KeyTable.markdown(.english)[...].trimmingNewlines
    if ProcessInfo.processInfo.environment["JENJANG_RECORD"] == "1" {
      let path = SourceTree.root + "/README.md"
      try text.replacing(written, with: generated).write(toFile: path, atomically: true, encoding: .utf8)
    } else {
      let isSame = written == generated
      #expect(isSame, "JENJANG_RECORD=1 swift test --filter ReadMeTests writes it anew")
    }
  }

  @Test func `its exit codes are the program's`() throws {
    let lines = try part(from: "<!-- exit codes -->", to: "<!-- end of exit codes -->").split(separator: "\n")
      .dropFirst(2)
    #expect(lines.map(String.init) == ExitStatus.allCases.map { "| \($0.rawValue) | \($0.meaning.english) |" })
  }
}

extension Substring {
  fileprivate var trimmingNewlines: Substring {
    var part = self
    while part.first == "\n" { part = part.dropFirst() }
    while part.last == "\n" { part = part.dropLast() }
    return part
  }
}
