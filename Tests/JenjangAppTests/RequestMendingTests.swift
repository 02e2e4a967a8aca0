import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `A returned request` {
  private let siti = FormRobot.employee(3)

  /// A supervisor's request for a new telephone number, returned by an officer for want of a proof.
  private func returned() throws -> RoleRobot {
    let robot = try RoleRobot(.supervisor)
    robot.perform(.push(FormScreen.edit(kind: "employees", id: siti, view: robot.view)))
    try robot.fill("phone", "0812")
    robot.press("f10", "enter")
    robot.become(.hrOfficer, person: 2, units: [1])
    robot.press("f2", "requests", "enter", "enter", "f8", "enter")
    robot.robot.type("Lampirkan surat")
    robot.press("enter")
    robot.become(.supervisor, units: [1])
    return robot
  }

  private func request(_ robot: RoleRobot) throws -> ChangeRequest {
    try #require(robot.view.book.changeRequests.all.first)
  }

  @Test func `is mended in its form, sent again, and accepted with what was mended`() throws {
    let robot = try returned()
    #expect(try request(robot).state == .returned)
    robot.press("f2", "requests", "enter", "enter")
    #expect(robot.robot.shows("Lampirkan surat"))
    robot.press("f7")
    #expect(robot.robot.shows("0812"))
    try robot.fill("phone", "0813")
    robot.press("f10")
    robot.robot.type("Surat 7")
    robot.press("enter")
    #expect(robot.view.book.changeRequests.all.count == 1)
    #expect(try request(robot).state == .submitted && request(robot).proof == "Surat 7")
    #expect(try request(robot).returnReason == .noProof)
    robot.become(.hrOfficer, person: 2, units: [1])
    robot.press("f2", "requests", "enter", "enter")
    for text in ["RIWAYAT USULAN", "Bukti belum dilampirkan", "Lampirkan surat", "0813"] {
      #expect(robot.robot.shows(text))
    }
    robot.press("f10")
    #expect(robot.view.book.employees[ID<Employee>(siti)]?.phone == "0813")
    #expect(try request(robot).state == .accepted && request(robot).returnReason == nil)
  }

  @Test func `is mended by nobody else, and not once it is accepted`() throws {
    let robot = try returned()
    robot.become(.hrOfficer, person: 2, units: [1])
    robot.press("f2", "requests", "enter", "enter", "f7")
    #expect(robot.message == "Hanya pengusulnya yang dapat menarik usulan")
    robot.become(.supervisor, units: [1])
    robot.press("f2", "requests", "enter", "enter", "f6")
    #expect(try request(robot).state == .withdrawn)
    robot.press("f7")
    #expect(robot.message == "Usulan ini sudah diputus")
  }

  @Test func `keeps what was typed as a draft that still mends it`() throws {
    let robot = try returned()
    robot.press("f2", "requests", "enter", "enter", "f7")
    try robot.fill("phone", "0814")
    robot.press("esc")
    let draft = try #require(robot.view.session.drafts.first)
    #expect(draft.mends == (try request(robot).id.raw))
    robot.perform(.push(FormScreen.resume(draft, view: robot.view)))
    robot.press("f10", "enter")
    #expect(robot.view.book.changeRequests.all.count == 1)
    #expect(try request(robot).state == .submitted)
    #expect(try request(robot).change?.contains("0814") == true)
  }
}
