import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Getting around` {
  @Test func `digits one after the other open a screen of a group`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    robot.type("0")
    #expect(robot.shows("Tidak ada menu dengan angka itu"))
    robot.type("72")
    #expect(robot.shows("> Aturan > Parameter"))
    robot.press("alt-h", "f2").type("94").press("enter")
    #expect(robot.shows("> Peran"))
  }

  @Test func `a form of a rule is as it was left`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder, size: Size(columns: 120, rows: 30))
    let rule = try #require(RuleBook.rule("objection-deadline"))
    for keys in [["esc"], ["alt-h"], ["f12"]] {
      robot.app.perform(.push(RuleCase.resumed(rule, robot.app.view)))
      robot.settle()
      if keys == ["esc"] { robot.type("24112026") }
      #expect(robot.shows("24-11-2026") || robot.shows("24112026"))
      for key in keys { robot.press(key) }
      #expect(!(robot.app.stack.top is RuleCase))
    }
    robot.app.perform(.push(RuleCase.resumed(rule, robot.app.view)))
    robot.app.perform(.command("case.clear"))
    robot.press("esc")
    #expect(robot.app.session.ruleCases.isEmpty)
  }

  @Test func `holidays are turned by the year`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    for (place, day) in ["2025-05-01", "2026-05-01", "2026-08-17"].enumerated() {
      var holiday = Holiday(id: ID(RecordID(high: 20, low: UInt64(place))))
      holiday.date = Day(iso: day)
      holiday.name = "Libur \(day)"
      holiday.kind = .national
      try robot.store.commit(Transaction([.create(kind: "holidays", id: holiday.id.raw, object: holiday.object)]))
    }
    robot.type("73").press("right")
    #expect(robot.shows("Libur 2026-08-17") && robot.shows("Libur 2026-05-01") && !robot.shows("Libur 2025-05-01"))
    robot.press("left")
    #expect(robot.shows("Libur 2025-05-01") && !robot.shows("Libur 2026-05-01"))
    robot.press("f9", "a")
    #expect(robot.shows("Libur 2025-05-01") && robot.shows("Libur 2026-05-01"))
  }

  @Test(arguments: [40, 60, 80, 120]) func `the radar cuts no word of a state`(_ width: Int) throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder, size: Size(columns: width, rows: 24))
    robot.press("6")
    #expect(robot.app.stack.top is DueList)
    let words = ["terpenuhi", "tidak terpenuhi", "belum dinilai"]
    if width >= DueList.stateWidth {
      #expect(words.contains { robot.shows($0) })
    } else {
      #expect(["✓ ", "! ", "? "].contains { robot.shows($0) })
    }
    #expect(robot.screen.split(separator: "\n").allSatisfy { Width.of(String($0)) <= width })
  }

  @Test func `the page of a parameter lists every rule that may ask for it`() throws {
    #expect(ParameterUses.rules(of: "transfer.minimum").map(\.name) == ["transfer-tenure"])
    #expect(ParameterUses.rules(of: "performance.matrix").map(\.name) == ["performance-predicate"])
    for family in ParameterCatalog.families {
      for parameter in family.parameters where parameter.key.hasPrefix("applicant.") {
        #expect(ParameterUses.rules(of: parameter.key).count == 1, "\(parameter.key)")
      }
    }
    let keys = Set(ParameterCatalog.families.flatMap(\.parameters).map(\.key))
    for rule in RuleBook.rules { #expect(rule.parameters.isSubset(of: keys), "\(rule.name)") }
  }
}

@MainActor
@Suite struct `Results on the page of a parameter` {
  @Test func `are counted by the versions that they keep`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    var evaluation = Evaluation(id: ID(RecordID(high: 21, low: 1)))
    evaluation.policy = "performance.matrix @2022-01-01, performance.headResult"
    var decree = CreditDecree(id: ID(RecordID(high: 21, low: 2)))
    decree.policy = "credit.percent"
    for (kind, id, object) in [
      ("evaluations", evaluation.id.raw, evaluation.object), ("credit-decrees", decree.id.raw, decree.object),
    ] { robot.app.view.book.apply(.create(kind: kind, id: id, object: object)) }
    let view = robot.app.view
    #expect(ParameterUses.citations(of: "performance.matrix", view).map(\.count) == [1])
    #expect(ParameterUses.citations(of: "credit.percent", view).map(\.title) == [CreditDecree.kind.plural])
    #expect(ParameterUses.citations(of: "performance", view).isEmpty)
  }
}

@MainActor
@Suite struct `Parameters under roles` {
  /// A proposal by an officer, as it waits for approval.
  private func proposal(_ robot: RoleRobot) -> LocalParameter {
    var value = LocalParameter(id: ID(RecordID(high: 21, low: 1)))
    value.key = "transfer.minimum"
    value.value = "3"
    value.effectiveFrom = Fixture.today
    value.legalBasis = "Perbup 1"
    value.proposedBy = "Ratna"
    return value
  }

  @Test func `an officer's value becomes a request, and an officer approves nothing`() throws {
    let robot = try RoleRobot(.hrOfficer)
    let value = proposal(robot)
    robot.perform(
      .commit(
        Transaction([.create(kind: "local-parameters", id: value.id.raw, object: value.object)]), done: .verbatim("x"),
        then: .none))
    robot.press("enter")
    #expect(robot.view.book.localParameters.all.isEmpty)
    #expect(robot.view.book.changeRequests.all.count == 1)
    robot.become(.hrHead, person: 2)
    let request = try #require(robot.view.book.changeRequests.all.first)
    robot.perform(Requests.accept(request.id.raw, robot.view))
    #expect(robot.view.book.localParameters.all.count == 1)
    for role in [UserRole.hrOfficer, .supervisor, .employee, .auditor] {
      robot.become(role, units: role == .employee ? [] : [1])
      try approve(robot)
      #expect(robot.view.book.localParameters.all.first?.approvedBy == nil, "\(role)")
      #expect(robot.view.book.changeRequests.all.filter { $0.state == .submitted }.isEmpty)
    }
    robot.become(.hrHead, person: 2)
    try approve(robot)
    #expect(robot.view.book.localParameters.all.first?.approvedBy == "Rina Siti Zubaedah")
  }

  /// Goes to the agency's value and tries to approve it.
  private func approve(_ robot: RoleRobot) throws {
    let parameter = try #require(ParameterCatalog.parameter("transfer.minimum"))
    robot.perform(.push(ParameterPage(parameter)))
    robot.press("end", "f9", "s")
    robot.press("alt-h")
  }
}
