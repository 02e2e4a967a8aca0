import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Roles that begin and end` {
  /// Whoever works here is Plt of the second unit until the day after tomorrow.
  private func acting(size: Size = Size(columns: 120, rows: 30)) throws -> RoleRobot {
    let robot = try RoleRobot(.supervisor, size: size)
    var role = RoleAssignment(id: ID(RecordID(high: 9, low: 5)))
    role.employee = ID(FormRobot.employee(6))
    role.role = .supervisor
    role.unit = ID(FormRobot.unit(2))
    role.assignment = .acting
    role.from = Fixture.today
    role.until = Fixture.today.adding(days: 2)
    let before = robot.store.book.access
    robot.store.book.access = nil
    robot.store.book.apply(.create(kind: "role-assignments", id: role.id.raw, object: role.object))
    robot.store.book.access = before
    robot.store.beginDay(Fixture.today.adding(days: 1), movesBook: false)
    let actor = robot.store.visitor?.identity.actors.first { $0.isActing }
    robot.perform(.all([.home, .take(try #require(actor))]))
    return robot
  }

  @Test(arguments: [Size(columns: 60, rows: 20), Size(columns: 80, rows: 24), Size(columns: 120, rows: 30)])
  func `the title says who acts until when, behind every screen`(_ size: Size) throws {
    let robot = try acting(size: size)
    #expect(robot.robot.shows("s.d. 26-11-2026"))
    robot.press("1", "enter")
    #expect(robot.robot.shows("Plt."))
    robot.perform(.push(ParameterPage(ParameterCatalog.families[3].parameters[0])))
    #expect(robot.robot.shows("Plt."))
  }

  @Test func `a role that ends at midnight is gone at the next key, and that is said`() throws {
    let robot = try acting()
    #expect(robot.view.book.employees.all.compactMap(\.name) == ["Agus Pratama"])
    robot.press("1")
    robot.robot.midnight(Fixture.today.adding(days: 2))
    #expect(robot.store.visitor?.actor.isActing == true)
    robot.robot.midnight(Fixture.today.adding(days: 3))
    #expect(robot.store.visitor?.actor.isActing == false)
    #expect(robot.message.contains("Peran Anda berubah"))
    #expect(robot.robot.app.stack.depth == 1)
    #expect(!robot.view.book.employees.all.compactMap(\.name).contains("Agus Pratama"))
    #expect(robot.view.book.day == Fixture.today.adding(days: 3))
  }

  @Test func `a role that ends leaves no screen open, not even for a form that cannot be kept`() throws {
    let robot = try acting()
    try ReportFile.write([], to: robot.folder.path + "/.local", replacing: false)
    let agus = RoleRobot.agus
    robot.perform(.push(FormScreen.edit(kind: "employees", id: agus, view: robot.view)))
    robot.robot.type("9")
    robot.press("alt-h")
    #expect(robot.robot.app.stack.top is FormScreen)
    robot.robot.midnight(Fixture.today.adding(days: 3))
    #expect(robot.robot.app.stack.depth == 1)
  }

  @Test func `the day that was asked for does not move`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.midnight(Fixture.today.adding(days: 1))
    #expect(robot.store.book.day == Fixture.today.adding(days: 1))
  }
}

@MainActor
@Suite struct `Supervisors from heads who fill in` {
  private let post = RecordID(high: 5, low: 1)
  private let unit = ID<Unit>(FormRobot.unit(1))

  /// A book where the first unit has a head's post, and some of the six hold it in some way.
  private func book(_ holders: [(person: UInt64, kind: AssignmentKind, until: Day?)]) throws -> Book {
    let folder = TemporaryFolder()
    let book = try Fixture.store(folder).book
    book.apply(.create(kind: "posts", id: post, object: ["name": "Kepala Biro"]))
    book.apply(
      .update(kind: "units", id: unit.raw, base: 1, changes: ["head": Change(old: nil, new: .string(post.text))]))
    for (place, holder) in holders.enumerated() {
      var position = PositionHistory(id: ID(RecordID(high: 14, low: UInt64(place + 1))))
      position.employee = ID(FormRobot.employee(holder.person))
      position.title = "Kepala Biro"
      position.post = ID(post)
      position.unit = unit
      position.assignment = holder.kind
      position.effectiveDate = Day(year: 2026, month: 10, day: 1)
      position.endDate = holder.until
      book.apply(.create(kind: "position-histories", id: position.id.raw, object: position.object))
    }
    return book
  }

  private let end = Day(year: 2026, month: 12, day: 31)

  private func found(_ book: Book, on day: Day = Fixture.today) -> SupervisorProposals {
    SupervisorProposals(book, on: day)
  }

  @Test func `a Plt of a vacant post is proposed until the end of the assignment`() throws {
    let proposal = try #require(found(try book([(4, .acting, end)])).proposals.first)
    #expect(proposal.employee.raw == FormRobot.employee(4) && proposal.unit == unit)
    #expect(proposal.assignment == .acting && proposal.until == end && proposal.post?.raw == post)
    #expect(proposal.actingFor == nil)
  }

  @Test func `a Plh stands beside the head and for him`() throws {
    let proposals = found(try book([(4, .definitive, nil), (1, .deputising, end)])).proposals
    #expect(proposals.map(\.employee.raw) == [FormRobot.employee(4), FormRobot.employee(1)])
    #expect(proposals.last?.actingFor?.raw == FormRobot.employee(4))
  }

  @Test func `what is unclear is told and proposed to nobody`() throws {
    let two = found(try book([(4, .definitive, nil), (1, .acting, end)]))
    #expect(two.proposals.isEmpty)
    #expect(two.findings.contains(.severalHeads(unit, [ID(FormRobot.employee(4)), ID(FormRobot.employee(1))])))
    let endless = found(try book([(4, .acting, nil)]))
    #expect(endless.proposals.isEmpty)
    #expect(endless.findings.contains(.actingWithoutEnd(unit, ID(FormRobot.employee(4)))))
    let after = try #require(Day(year: 2027, month: 1, day: 1))
    let over = found(try book([(4, .acting, end)]), on: after)
    #expect(over.proposals.isEmpty && over.findings.contains(.noHead(unit)))
  }

  @Test func `a role that outlasts the assignment is told, one that is too short goes on`() throws {
    let book = try book([(4, .acting, end)])
    var role = RoleAssignment(id: ID(RecordID(high: 9, low: 5)))
    role.employee = ID(FormRobot.employee(4))
    role.role = .supervisor
    role.unit = unit
    role.assignment = .acting
    role.from = Day(year: 2026, month: 10, day: 1)
    role.until = Day(year: 2027, month: 2, day: 1)
    book.apply(.create(kind: "role-assignments", id: role.id.raw, object: role.object))
    let long = found(book)
    #expect(long.proposals.isEmpty)
    let last = try #require(end)
    #expect(long.findings.contains(.actingTooLong(unit, ID(FormRobot.employee(4)), last)))
    book.apply(
      .update(
        kind: "role-assignments", id: role.id.raw, base: 1,
        changes: ["until": Change(old: role.until?.json, new: "2026-11-30")]))
    #expect(found(book).proposals.map(\.from) == [Day(year: 2026, month: 12, day: 1)])
  }
}
