import Glibc
import JSONText
import JenjangDomain
import TerminalKit
import Testing

@testable import JenjangApp
@testable import JenjangStore
@testable import Proofs
@testable import TestSupport

/// A disk that fails in the middle of saving: the program offers to write the input to a file on another disk.
@MainActor
@Suite struct `Rescue file` {
  private let folder = Folder()

  /// The domain's world has a class of the same name for the store's tests.
  private typealias Folder = TestSupport.TemporaryFolder

  private func store(on disk: FaultDisk) throws -> Store {
    let environment = Fixture.environment()
    let description = StoreDescription(agency: "Kota", isDemo: true, store: RecordID(high: 9, low: 9))
    try Store.fill(disk, description: description, environment: environment)
    return try Store(
      disk: disk, path: folder.path, options: OpenOptions(environment: environment, today: Fixture.today))
  }

  private var files: UserFiles { UserFiles(environment: { [folder] in $0 == "HOME" ? folder.path : nil }) }

  /// A new unit, and its saving.
  private static let newUnit = "press 2 f6\ntype KES\npress tab\npaste Dinas Kesehatan\n"

  /// From the save on, every call of the disk from the Nth fails for ever; gives what the save asked last.
  private func save(failingFrom call: Int) throws -> (robot: Robot, disk: FaultDisk) {
    let disk = FaultDisk(SimDisk(), nil)
    let robot = try Robot(
      store(on: disk), files: files, size: Size(columns: 80, rows: 24), language: .indonesian, day: Fixture.today)
    robot.press("2", "f6").type("KES").press("tab")
    robot.paste("Dinas Kesehatan")
    disk.fault = FaultDisk.Fault(call: disk.calls + call, code: EIO, isForEver: true)
    robot.press("f10")
    return (robot, disk)
  }

  @Test func `whatever fails, the input is saved, or still there with a word about it`() throws {
    var offers = 0
    var call = 0
    while call < 80 {
      let (robot, disk) = try save(failingFrom: call)
      let isSaved = robot.store.head.sequence == 1
      if robot.shows("Berkas penyelamat") {
        offers += 1
        #expect(!isSaved)
        #expect(robot.shows("belum pasti tersimpan"))
        #expect(robot.app.stack.previous is FormScreen)
      } else if !isSaved {
        #expect(robot.app.stack.top is FormScreen, "\(call) \(disk.struck)")
        #expect(robot.app.message?.kind == .bad, "\(call) \(disk.struck)")
      }
      if disk.struck.isEmpty { break }
      call += 1
    }
    #expect(offers > 0)
    #expect(call < 80)
  }

  @Test func `a save that is refused says so even where no draft can be kept`() throws {
    try ReportFile.write([], to: folder.path + "/.local", replacing: false)
    let (robot, _) = try save(failingFrom: 0)
    #expect(robot.app.stack.top is FormScreen)
    #expect(robot.shows("Belum tersimpan, draf pun tidak."))
  }

  @Test func `the file holds what apply reads, and the form is still open`() throws {
    var offered: Robot?
    for call in 0..<80 where offered == nil {
      let (robot, _) = try save(failingFrom: call)
      if robot.shows("Berkas penyelamat") { offered = robot }
    }
    let robot = try #require(offered)
    for _ in 0..<120 { robot.press("backspace") }
    robot.paste(folder.path + "/selamat.ndjson")
    robot.press("enter")
    let bytes = try OutsideFile.regularContents(folder.path + "/selamat.ndjson", maximum: 1 << 20)
    let line = try #require(bytes.split(separator: 10).first)
    let change = try ScriptedChange(JSONReader.value(Array(line)))
    #expect(change.kind == "units")
    #expect(change.set["name"] == "Dinas Kesehatan")
    #expect(robot.app.stack.top is FormScreen)
    #expect(robot.shows("Dinas Kesehatan"))
    #expect(robot.store.readOnlyReason != nil)
  }

  @Test func `the prompt comes in the real loop, driven by a key script`() throws {
    var pictures: [String] = []
    for call in 0..<80 where !pictures.contains(where: { $0.contains("Berkas penyelamat") }) {
      let disk = FaultDisk(SimDisk(), nil)
      let store = try store(on: disk)
      var launch = Launch()
      launch.today = Fixture.today
      launch.language = .indonesian
      let script = Self.newUnit + "save-screen sebelum\npress f10\nsave-screen sesudah\n"
      let problem = launch.run(script: script, store: store, files: files) { name, picture in
        pictures.append(picture)
        if name == "sebelum" { disk.fault = FaultDisk.Fault(call: disk.calls + call, code: EIO, isForEver: true) }
      }
      #expect(problem == nil)
    }
    #expect(pictures.last?.contains("Berkas penyelamat") == true)
    #expect(pictures.last?.contains("jenjang apply") == true)
  }
}
