import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Change requests` {
  private let siti = FormRobot.employee(3)

  /// A supervisor of the first unit who has asked for a new telephone number of Siti Aminah.
  private func asked(_ number: String = "0812", proof: String = "Surat 5") throws -> RoleRobot {
    let robot = try RoleRobot(.supervisor)
    try ask(robot, number, proof: proof)
    return robot
  }

  private func ask(_ robot: RoleRobot, _ number: String, proof: String = "") throws {
    robot.open(FormScreen.edit(kind: "employees", id: siti, view: robot.view))
    try robot.fill("phone", number)
    robot.press("f10")
    robot.robot.type(proof)
    robot.press("enter")
  }

  private func phone(_ robot: RoleRobot) -> String? { robot.view.book.employees[ID<Employee>(siti)]?.phone }
  private func requests(_ robot: RoleRobot) -> [ChangeRequest] { robot.view.book.changeRequests.all }

  @Test func `what a role may only ask for becomes a request with its proof, and nothing is changed`() throws {
    let robot = try asked()
    #expect(robot.message.contains("Diusulkan, menunggu putusan"))
    #expect(phone(robot) == nil)
    let request = try #require(requests(robot).first)
    #expect(request.state == .submitted && request.proof == "Surat 5")
    #expect(request.employee?.raw == siti && request.requestedBy?.raw == FormRobot.employee(6))
    #expect(request.summary?.contains("0812") == true)
    #expect(robot.robot.app.stack.depth == 1)
    #expect(robot.view.session.drafts.isEmpty)
    robot.press("f2", "requests", "enter")
    #expect(robot.robot.shows("Diajukan"))
  }

  @Test func `a request is accepted in one commit together with its change, and taken back with it`() throws {
    let robot = try asked()
    robot.become(.hrOfficer, person: 2, units: [1])
    let before = robot.store.head.sequence
    robot.press("f2", "requests", "enter", "enter")
    #expect(robot.robot.shows("DIUSULKAN"))
    #expect(robot.robot.shows("0812"))
    #expect(robot.robot.shows("Surat 5"))
    robot.press("f10")
    #expect(robot.store.head.sequence == before + 1)
    #expect(phone(robot) == "0812")
    #expect(requests(robot).first?.state == .accepted)
    #expect(requests(robot).first?.decidedBy?.raw == FormRobot.employee(2))
    robot.press("ctrl-z")
    #expect(phone(robot) == nil)
    #expect(requests(robot).first?.state == .submitted)
  }

  @Test func `a request is judged against what stands now, and a conflict is shown and not written over`() throws {
    let robot = try asked()
    robot.become(.hrOfficer, person: 2, units: [1])
    let revision = try #require(
      robot.view.book.employees.table.row(of: siti).map(robot.view.book.employees.table.revision))
    robot.perform(
      .commit(
        Transaction([
          .update(
            kind: "employees", id: siti, base: revision, changes: ["phone": Change(old: nil, new: "0899")])
        ]), done: .verbatim("x"), then: .none))
    let before = robot.store.head
    robot.press("f2", "requests", "enter", "enter")
    #expect(robot.robot.shows("! 0899"))
    #expect(robot.robot.shows("sudah diubah orang lain sejak diusulkan"))
    robot.press("f10")
    #expect(robot.message.contains("Belum dapat diterima"))
    #expect(robot.store.head == before)
    #expect(phone(robot) == "0899")
  }

  @Test func `a request goes back with a reason and an answer, and the asker sees it on Home`() throws {
    let robot = try asked(proof: "")
    robot.become(.hrOfficer, person: 2, units: [1])
    #expect(robot.robot.shows("usulan menunggu putusan"))
    robot.press("f2", "requests", "enter", "enter", "f8", "enter")
    robot.robot.type("Lampirkan surat")
    robot.press("enter")
    let request = try #require(requests(robot).first)
    #expect(request.state == .returned && request.returnReason == .noProof && request.answer == "Lampirkan surat")
    robot.become(.supervisor, units: [1])
    #expect(robot.robot.shows("usulan Anda dikembalikan"))
  }

  @Test func `only the asker withdraws, only a decider accepts`() throws {
    let robot = try asked()
    robot.press("f2", "requests", "enter", "enter")
    let before = robot.store.head
    robot.press("f10")
    #expect(robot.message == "Peran Atasan tidak berhak memutus usulan perubahan")
    #expect(robot.store.head == before)
    robot.become(.hrOfficer, person: 2, units: [1])
    robot.press("f2", "requests", "enter", "enter", "f6")
    #expect(robot.message == "Hanya pengusulnya yang dapat menarik usulan")
    robot.become(.supervisor, units: [1])
    robot.press("f2", "requests", "enter", "enter", "f6")
    #expect(requests(robot).first?.state == .withdrawn)
  }

  @Test func `nobody decides what he asked for himself, in whatever role`() throws {
    let robot = try asked()
    robot.become(.hrOfficer, units: [1])
    let before = robot.store.head
    robot.press("f2", "requests", "enter", "enter", "f10")
    #expect(robot.message == "Tidak ada yang memutus tentang dirinya sendiri")
    robot.press("f8")
    #expect(robot.message == "Tidak ada yang memutus tentang dirinya sendiri")
    let request = try #require(requests(robot).first)
    let transaction = try #require(Requests.acceptance(request.id.raw, robot.view))
    robot.perform(.commit(transaction, done: .verbatim("x"), then: .none))
    #expect(robot.message.contains("Tidak ada yang memutus tentang dirinya sendiri"))
    #expect(robot.store.head == before && phone(robot) == nil)
  }

  @Test func `the marked are accepted together, and what cannot be stays`() throws {
    let robot = try asked()
    try ask(robot, "0813")
    #expect(requests(robot).count == 2)
    robot.become(.hrOfficer, person: 2, units: [1])
    robot.press("f2", "requests", "enter", "space", "space", "f9", "t")
    #expect(robot.robot.shows("Dapat diterima"))
    robot.press("f10")
    #expect(robot.message.contains("1 usulan diterima, 1 belum"))
    #expect(requests(robot).count { $0.state == .accepted } == 1)
    #expect(requests(robot).count { $0.state == .submitted } == 1)
  }

  @Test func `requests about people of other units are hidden from their officers`() throws {
    let robot = try asked()
    robot.become(.hrOfficer, person: 5, units: [2])
    #expect(requests(robot).isEmpty)
    robot.become(.hrHead, person: 5)
    #expect(requests(robot).count == 1)
    robot.become(.employee, person: 3)
    #expect(requests(robot).isEmpty)
  }

  @Test func `adding and deleting can be asked for too`() throws {
    let robot = try RoleRobot(.employee, person: 3)
    let award = RecordID(high: 6, low: 6)
    var object = JSONObject()
    object["employee"] = .string(siti.text)
    object["name"] = "Putri"
    object["relation"] = FamilyRelation.allCases.first.map { .string($0.rawValue) }
    robot.perform(
      .commit(
        Transaction([.create(kind: "family-members", id: award, object: object)]), done: .verbatim("x"), then: .none))
    robot.press("enter")
    let rank = FormRobot.rank(3)
    let table = try #require(robot.view.book.table("rank-histories"))
    let row = try #require(table.row(of: rank))
    let stored = try #require(table.object(at: row))
    robot.perform(
      .commit(
        Transaction([.delete(kind: "rank-histories", id: rank, base: table.revision(of: row), object: stored)]),
        done: .verbatim("x"), then: .none))
    robot.press("enter")
    #expect(requests(robot).count == 2)
    #expect(table.row(of: rank) != nil)
    robot.become(.hrOfficer, person: 2, units: [1])
    for request in requests(robot) { robot.perform(Requests.accept(request.id.raw, robot.view)) }
    #expect(table.row(of: rank) == nil)
    #expect(robot.view.book.familyMembers.owned(by: siti).count == 1)
  }

  @Test func `what is asked for is read back as it was written`() {
    let operations: [JenjangDomain.Operation] = [
      .create(kind: "a", id: siti, object: JSONObject()),
      .update(
        kind: "b", id: siti, base: 3, changes: ["x": Change(old: nil, new: "1"), "y": Change(old: "2", new: nil)]),
      .delete(kind: "c", id: siti, base: 2, object: JSONObject()),
    ]
    #expect(RequestedChange.operations(RequestedChange.text(operations)) == operations)
    #expect(RequestedChange.operations("[]") == nil)
    #expect(RequestedChange.operations("[{\"o\":\"new\"}]") == nil)
  }
}
