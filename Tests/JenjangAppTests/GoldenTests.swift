import JenjangDomain
import TerminalKit
import TestSupport
import Testing

@testable import JenjangApp

/// A screen that is compared with its file: how to come to it, in which window and language.
struct Scene: CustomTestStringConvertible, Sendable {
  let name: String
  let keys: [String]
  var size = Size(columns: 80, rows: 24)
  var language = Language.indonesian

  var testDescription: String {
    let tag = language == .indonesian ? "id" : "en"
    return "\(name)-\(size.columns)x\(size.rows)-\(tag)"
  }

  nonisolated static let all = both + sized

  private nonisolated static let person = ["1", "siti rahmawati", "enter"]
  private nonisolated static let places: [(name: String, keys: [String])] =
    [
      ("due", ["6"]), ("due-findings", ["6", "f11"]),
      ("home", []), ("list", ["1", "down"]), ("units", ["2", "right", "down"]), ("palette", ["f2", "peg"]),
      ("help", ["f1"]), ("cross-table", ["1", "f9", "r", "down"]),
      ("form-errors", ["f6", "198606032010122001", "ctrl-end", "f10"]),
    ]
    + [
      ("calculator", ["7", "1"]),
      ("calculator-case", ["1", "siti rahmawati", "enter", "f9", "r", "retirement", "enter"]),
      ("parameters", ["f2", "parameters", "enter"]), ("parameter", ["f2", "parameters", "enter", "enter"]),
      ("holidays", ["f2", "holidays", "enter"]),
    ]
    + (0...9).map { ("file-\($0)", person + ["alt-\($0)"]) }

  private nonisolated static var both: [Scene] {
    places.flatMap { place in
      [Language.indonesian, .english].map { Scene(name: place.name, keys: place.keys, language: $0) }
    }
  }

  private nonisolated static var sized: [Scene] {
    let sizes = [Size(columns: 200, rows: 60), Size(columns: 60, rows: 20)]
    return places.filter { ["home", "list", "file-1", "due"].contains($0.name) }.flatMap { place in
      sizes.map { Scene(name: place.name, keys: place.keys, size: $0) }
    }
  }
}

@MainActor
@Suite struct `Golden screens` {
  @Test(arguments: Scene.all) func `a screen looks as it was accepted`(scene: Scene) throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.fullRobot(folder, size: scene.size, language: scene.language)
    for key in scene.keys { robot.press(key) }
    let difference = Golden.difference(robot.screen, scene.testDescription, beside: #filePath)
    #expect(difference == nil, "\(difference ?? "")")
  }
}
