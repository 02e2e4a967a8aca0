import Glibc
import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit

@testable import JenjangApp

/// A folder of its own for one test, removed when the test lets go of it.
nonisolated public final class TemporaryFolder: Sendable {
  public let path: String

  public init() {
    var name = Array("/tmp/jenjang-test-XXXXXX".utf8CString)
    path = name.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress, let made = mkdtemp(base) else { return "/nonexistent" }
      return String(cString: made)
    }
  }

  deinit { TemporaryFolder.remove(path) }

  /// Removes a folder with what is in it; follows no link.
  private static func remove(_ path: String) {
    if let folder = opendir(path) {
      while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name == "." || name == ".." { continue }
        if entry.pointee.d_type == UInt8(DT_DIR) { remove(path + "/" + name) } else { unlink(path + "/" + name) }
      }
      closedir(folder)
    }
    rmdir(path)
  }
}

/// A counter in place of clock and chance, so that tests repeat exactly.
nonisolated final class Counter: @unchecked Sendable {
  private var random: SeededRandom

  init(_ seed: UInt64) { random = SeededRandom(seed: seed) }

  func next() -> UInt64 { random.next() }
}

@MainActor
public enum Fixture {
  /// Tuesday, 24 November 2026.
  public static let today = Day(year: 2026, month: 11, day: 24) ?? Day(number: 0)

  public static func environment(seed: UInt64 = 1) -> Environment {
    let chance = Counter(seed)
    let clock = Counter(0)
    return Environment(
      now: { 1_795_500_000_000 + Int64(clock.next() % 1_000) }, random: { chance.next() },
      author: Author(by: "u:ratna", session: "ratna(1000)@srv1 pts/1"))
  }

  /// A store with two units and six people, as in the design's pictures.
  public static func store(_ folder: TemporaryFolder, people: [Person] = Person.six) throws -> Store {
    let environment = environment()
    let path = folder.path + "/store"
    try Store.create(
      at: path, description: StoreDescription(agency: "Pemkab Contoh", isDemo: true, store: RecordID(high: 9, low: 9)),
      environment: environment)
    let store = try Store(opening: path, options: OpenOptions(environment: environment, today: today))
    try store.commit(Transaction(operations(people), why: "fixture"))
    return store
  }

  public static func robot(
    _ folder: TemporaryFolder, people: [Person] = Person.six, size: Size = Size(columns: 80, rows: 24),
    language: Language = .indonesian
  ) throws -> Robot {
    let store = try store(folder, people: people)
    let files = UserFiles(environment: { $0 == "HOME" ? folder.path : nil })
    return Robot(store, files: files, size: size, language: language, day: today)
  }

  private static func operations(_ people: [Person]) -> [Operation] {
    var units: [String: ID<Unit>] = [:]
    var operations: [Operation] = []
    for (index, name) in ["Biro SDM", "Biro Keuangan"].enumerated() {
      var unit = Unit(id: ID(RecordID(high: 1, low: UInt64(index + 1))))
      unit.code = index == 0 ? "SDM" : "KEU"
      unit.name = name
      unit.kind = .bureau
      units[name] = unit.id
      operations.append(.create(kind: "units", id: unit.id.raw, object: unit.object))
    }
    for (index, person) in people.enumerated() {
      operations += person.operations(index: UInt64(index + 1), units: units)
    }
    return operations
  }
}

/// One person of a fixture.
public struct Person: Sendable {
  public var name: String
  public var number: String
  public var grade: Grade
  public var gradeSince: String
  public var position: String
  public var unit: String

  public init(_ name: String, _ number: String, _ grade: Grade, since: String, _ position: String, _ unit: String) {
    self.name = name
    self.number = number
    self.grade = grade
    gradeSince = since
    self.position = position
    self.unit = unit
  }

  public static let six = [
    Person("Dewi Siti Khadijah", "198505122010122001", .iiiB, since: "2022-12-01", "Sekretaris", "Biro SDM"),
    Person("Rina Siti Zubaedah", "199001012019032002", .iiiA, since: "2019-03-01", "Analis SDM", "Biro SDM"),
    Person("Siti Aminah", "198801012014032003", .iiiB, since: "2022-04-01", "Analis SDM", "Biro SDM"),
    Person("Siti Rahmawati", "198702092011082001", .iiiC, since: "2024-04-01", "Penyusun Program", "Biro SDM"),
    Person("Agus Pratama", "198203152006041005", .iiiD, since: "2021-10-01", "Bendahara", "Biro Keuangan"),
    Person("Sitinjak, Robert", "197606012006041001", .ivA, since: "2020-04-01", "Kepala Subbagian", "Biro SDM"),
  ]

  func operations(index: UInt64, units: [String: ID<Unit>]) -> [Operation] {
    var employee = Employee(id: ID(RecordID(high: 2, low: index)))
    employee.name = name
    employee.employeeNumber = number
    employee.kind = .permanent
    employee.legalStatus = .active
    employee.birthDate = Day(
      iso: number.prefix(4) + "-" + number.dropFirst(4).prefix(2) + "-" + number.dropFirst(6).prefix(2))
    employee.sex = number.dropFirst(14).first == "2" ? .female : .male
    employee.hireDate = Day(iso: number.dropFirst(8).prefix(4) + "-" + number.dropFirst(12).prefix(2) + "-01")
    var rank = RankHistory(id: ID(RecordID(high: 3, low: index)))
    rank.employee = employee.id
    rank.grade = grade
    rank.effectiveDate = Day(iso: gradeSince)
    var held = PositionHistory(id: ID(RecordID(high: 4, low: index)))
    held.employee = employee.id
    held.title = position
    held.positionKind = .operational
    held.unit = units[unit]
    held.effectiveDate = Day(iso: gradeSince)
    return [
      .create(kind: "employees", id: employee.id.raw, object: employee.object),
      .create(kind: "rank-histories", id: rank.id.raw, object: rank.object),
      .create(kind: "position-histories", id: held.id.raw, object: held.object),
    ]
  }
}
