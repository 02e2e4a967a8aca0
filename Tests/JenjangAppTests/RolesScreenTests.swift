import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Roles and seeing as somebody else` {
  @Test func `an administrator sees as a supervisor sees, saves nothing, and comes back`() throws {
    let robot = try RoleRobot(.administrator, unit: nil)
    let other = RoleRobot.assignment(2, person: 2, .supervisor, unit: 2)
    robot.perform(.commit(Transaction([other]), done: .verbatim("x"), then: .none))
    robot.press("f2")
    robot.robot.type("peran dan akun")
    robot.press("enter", "f9", "s")
    robot.robot.type("rina")
    robot.press("enter", "enter")
    #expect(robot.robot.shows("mencoba: Rina"))
    #expect(robot.view.book.employees.all.compactMap(\.name) == ["Agus Pratama"])
    let before = robot.store.head
    let change = JenjangDomain.Operation.update(
      kind: "employees", id: RoleRobot.agus, base: 2, changes: ["phone": Change(old: nil, new: "0")])
    robot.perform(.commit(Transaction([change]), done: .verbatim("x"), then: .none))
    #expect(robot.message.contains("sedang melihat sebagai orang lain"))
    #expect(robot.store.head == before)
    robot.perform(.command("app.stopLooking"))
    #expect(!robot.robot.shows("mencoba"))
    #expect(robot.view.book.employees.all.count == 6)
  }

  @Test(arguments: [UserRole.hrOfficer, .supervisor, .auditor])
  func `nobody else sees as another`(_ role: UserRole) throws {
    let robot = try RoleRobot(role)
    let actor = Actor(person: FormRobot.employee(5), role: .auditor)
    robot.perform(.look(actor))
    #expect(robot.message.contains("tidak berhak melihat sebagai peran lain"))
    #expect(robot.view.book.access?.actor.role == role)
  }

  @Test func `an administrator sees names and numbers only`() throws {
    let robot = try RoleRobot(.administrator, unit: nil)
    robot.press("1", "enter")
    #expect(!robot.robot.shows("1982-03-15"))
    #expect(robot.view.book.rankHistories.all.isEmpty)
    #expect(robot.view.book.employees[ID<Employee>(RoleRobot.agus)]?.phone == nil)
  }

  @Test func `heads of units are proposed, and a damaged tree is told`() throws {
    let robot = try RoleRobot(.administrator, unit: nil)
    let store = robot.store
    let access = store.book.access
    store.book.access = nil
    let posts = [RecordID(high: 5, low: 1), RecordID(high: 5, low: 2)]
    for (place, post) in posts.enumerated() {
      store.book.apply(.create(kind: "posts", id: post, object: ["name": .string("Kepala \(place)")]))
      store.book.apply(
        .update(
          kind: "units", id: FormRobot.unit(UInt64(place + 1)), base: 1,
          changes: ["head": Change(old: nil, new: .string(post.text))]))
    }
    for (person, post) in [(1, 0), (2, 1), (3, 1)] {
      let position = RecordID(high: 4, low: UInt64(person))
      store.book.apply(
        .update(
          kind: "position-histories", id: position, base: 1,
          changes: ["post": Change(old: nil, new: .string(posts[post].text))]))
      let superior = FormRobot.employee(UInt64(4 - person))
      store.book.apply(
        .update(
          kind: "employees", id: FormRobot.employee(UInt64(person)), base: 1,
          changes: ["supervisor": Change(old: nil, new: .string(superior.text))]))
    }
    store.book.access = access
    let found = SupervisorProposals(store.book, on: Fixture.today)
    #expect(found.proposals.map(\.employee.raw) == [FormRobot.employee(1)])
    let heads = [FormRobot.employee(2), FormRobot.employee(3)].map { ID<Employee>($0) }
    #expect(found.findings.contains(.severalHeads(ID<Unit>(FormRobot.unit(2)), heads)))
    let circle = [FormRobot.employee(1), FormRobot.employee(3)].map { ID<Employee>($0) }
    #expect(found.findings.contains(.supervisorCircle(circle)))
    #expect(found.findings.contains(.supervisorCircle([heads[0]])))
    robot.perform(.push(RoleDerivation.screen(robot.view)))
    #expect(robot.robot.shows("Dewi Siti Khadijah"))
    #expect(robot.robot.shows("Atasan melingkar"))
    robot.press("f10")
    #expect(robot.view.book.roleAssignments.all.contains { $0.role == .supervisor })
  }
}
