import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// A robot that came in as somebody in a role: Robert Sitinjak of the first unit unless said otherwise.
///
/// Agus Pratama (5), the only one in the second unit, has a secret telephone number, a child and a commit about them.
@MainActor
struct RoleRobot: OfficeRobot {
  let folder = TemporaryFolder()
  let robot: Robot
  static let secret = "RAHASIA"
  static let agus = FormRobot.employee(5)

  init(
    _ role: UserRole?, unit: UInt64? = 1, person: UInt64 = 6, size: Size = Size(columns: 120, rows: 30),
    language: Language = .indonesian, besides records: [JenjangDomain.Operation] = []
  ) throws {
    let store = try Fixture.store(folder)
    if !records.isEmpty { try store.commit(Transaction(records, why: "fixture")) }
    try store.commit(Transaction(RoleRobot.secrets, why: "SK \(RoleRobot.secret)"))
    var operations = [RoleRobot.account(person: person)]
    operations.append(RoleRobot.assignment(1, person: person, role ?? .employee, unit: unit))
    try store.commit(Transaction(operations, why: "peran"))
    try store.enter(on: Fixture.today)
    let files = UserFiles(environment: { [folder] in $0 == "HOME" ? folder.path : nil })
    robot = Robot(store, files: files, size: size, language: language, day: Fixture.today)
  }

  private static var secrets: [JenjangDomain.Operation] {
    var child = FamilyMember(id: ID(RecordID(high: 7, low: 1)))
    child.employee = ID(agus)
    child.name = "Anak " + secret
    return [
      .update(
        kind: "employees", id: agus, base: 1, changes: ["phone": Change(old: nil, new: .string("0811" + secret))]),
      .create(kind: "family-members", id: child.id.raw, object: child.object),
    ]
  }

  static func account(person: UInt64) -> JenjangDomain.Operation {
    var account = Account(id: ID(RecordID(high: 8, low: 1)))
    account.login = "ratna"
    account.employee = ID(FormRobot.employee(person))
    return .create(kind: "accounts", id: account.id.raw, object: account.object)
  }

  static func assignment(_ number: UInt64, person: UInt64, _ role: UserRole, unit: UInt64?) -> JenjangDomain.Operation {
    var assignment = RoleAssignment(id: ID(RecordID(high: 9, low: number)))
    assignment.employee = ID(FormRobot.employee(person))
    assignment.role = role
    assignment.unit = role == .employee ? nil : unit.map { ID(FormRobot.unit($0)) }
    assignment.from = Day(year: 2020, month: 1, day: 1)
    return .create(kind: "role-assignments", id: assignment.id.raw, object: assignment.object)
  }
}
