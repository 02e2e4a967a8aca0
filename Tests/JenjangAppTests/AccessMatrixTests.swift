import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// Every role with every scope, at every door behind which somebody else's data lies.
@MainActor
@Suite struct `Roles, actions and scopes` {
  /// For which units somebody has a role, as seen from Agus Pratama, who works in the second.
  nonisolated enum Scope: CaseIterable, Sendable {
    case otherUnit
    case sameUnit
    case whole

    var unit: UInt64? {
      switch self {
      case .otherUnit: 1
      case .sameUnit: 2
      case .whole: nil
      }
    }
  }

  /// What a role may learn of Agus: written down here once more, so that a slip in the table is found.
  struct Expected {
    let name: Bool
    let phone: Bool
    let family: Bool
    let writes: Bool
    let journal: Bool
    let exports: Bool

    init(_ role: UserRole, _ scope: Scope) {
      let isReached =
        switch role {
        case .auditor: true
        case .hrOfficer, .hrHead, .leader, .committee: scope != .otherUnit
        case .supervisor: scope == .sameUnit
        case .mentor, .employee, .administrator: false
        }
      phone = isReached
      name = isReached || role == .administrator
      family = isReached && [.auditor, .hrOfficer, .hrHead].contains(role)
      writes = isReached && [.hrOfficer, .hrHead].contains(role)
      journal = [.auditor, .hrOfficer, .hrHead].contains(role)
      exports = [.auditor, .hrOfficer, .hrHead, .leader, .supervisor].contains(role)
    }
  }

  private static let agus = RoleRobot.agus
  private static let child = RecordID(high: 7, low: 1)

  /// A door, what it lets out, and whether it may let out anything at all.
  struct Door {
    let name: String
    var needs: KeyPath<Expected, Bool>?
    let look: @MainActor (RoleRobot) throws -> String

    func isOpen(_ expected: Expected) -> Bool { needs.map { expected[keyPath: $0] } ?? true }
  }

  private static let doors: [Door] = [
    Door(name: "list") { robot in
      robot.press("alt-h", "1")
      return robot.robot.screen
    },
    Door(name: "search") { robot in
      robot.press("alt-h", "1")
      robot.robot.type("agus")
      let rows = robot.robot.screen
      let table = robot.view.book.employees.table
      let asked = table.rows(Query(conditions: [Query.Condition("phone", .contains(RoleRobot.secret))]))
      return rows.contains("dari 0") && asked.isEmpty ? "" : rows + (asked.isEmpty ? "" : RoleRobot.secret)
    },
    Door(name: "palette") { robot in
      Palette.people("agus", robot.view, limit: 9).map { $0.title + $0.detail }.joined()
    },
    Door(name: "file") { robot in
      robot.perform(.all([.home, .push(EmployeeFile(agus))]))
      return robot.robot.app.stack.top is EmployeeFile ? robot.robot.screen : ""
    },
    Door(name: "form") { robot in
      robot.perform(.all([.home, .push(FormScreen.edit(kind: "employees", id: agus, view: robot.view))]))
      return robot.robot.app.stack.top is FormScreen ? robot.robot.screen : ""
    },
    Door(name: "reader") { robot in
      robot.perform(
        .all([.home, .push(RecordReader.screen(kind: "family-members", id: child) { _ in .none })]))
      return robot.robot.screen
    },
    Door(name: "export of a file", needs: \.exports) { robot in
      isExporting(robot) ? FileExport.text(agus, day: nil, robot.view) : ""
    },
    Door(name: "export of all", needs: \.exports) { robot in
      guard isExporting(robot) else { return "" }
      var bytes: [UInt8] = []
      for kind in ["employees", "family-members", "position-histories"] {
        for format in RecordExport.Format.allCases {
          RecordExport(kind, of: robot.view.book, as: format, language: .indonesian)?.write { bytes += $0 }
        }
      }
      return String(decoding: bytes, as: UTF8.self)
    },
    Door(name: "journal", needs: \.journal) { robot in
      robot.press("alt-h", "9", "1")
      guard robot.robot.app.stack.top is Journal else { return "" }
      return robot.robot.screen + "\(try robot.store.commits(limit: 20).map { ($0.why, $0.operations) })"
    },
    Door(name: "history") { robot in "\(try robot.store.history(of: agus, limit: 20).map { ($0.why, $0.operations) })"
    },
    Door(name: "history of the child") { robot in
      "\(try robot.store.history(of: child, limit: 20).map { ($0.why, $0.operations) })"
    },
    Door(name: "states as recorded") { robot in
      try (1...robot.store.head.sequence).map { sequence in
        "\(try robot.store.object(of: agus, kind: "employees", after: sequence)?.members.map(\.value) ?? [])"
          + "\(try robot.store.object(of: child, kind: "family-members", after: sequence)?.members.map(\.value) ?? [])"
      }.joined()
    },
    Door(name: "an earlier state") { robot in
      var options = OpenOptions(environment: Fixture.environment(seed: 3), today: Fixture.today)
      options.recorded = .sequence(2)
      let past = try Store(opening: robot.store.path, options: options)
      past.enter(like: robot.store)
      let people = past.book.employees.all.map { ($0.name ?? "") + ($0.phone ?? "") }
      return (people + past.book.familyMembers.all.compactMap(\.name)).joined(separator: ";")
    },
    Door(name: "another day") { robot in
      let book = robot.view.book
      book.move(to: Fixture.today.adding(days: -3_000))
      defer { book.move(to: Fixture.today) }
      return book.employees.all.map { ($0.name ?? "") + ($0.phone ?? "") }.joined()
    },
    Door(name: "due radar") { robot in
      var radar = DueRadar()
      while !radar.update(robot.view.book, people: 1_000) {}
      return radar.lines(DueQuery(), in: robot.view.book).map {
        robot.view.cell(robot.view.book.employees.table, $0.person, "name")
      }.joined()
    },
    Door(name: "rules about a person") { robot in
      RuleBook.rules.compactMap { rule in RulePerson.input(rule, agus, robot.view).map { "Agus \($0.members)" } }
        .joined()
    },
    Door(name: "look-up") { robot in
      let table = robot.view.book.employees.table
      return Lookup.rows("agus", in: table).map { robot.view.cell(table, $0, "name") }.joined()
    },
  ]

  /// The list is asked for its export; without the right it only says so.
  private static func isExporting(_ robot: RoleRobot) -> Bool {
    robot.press("alt-h", "1")
    robot.perform(.command("list.export"))
    return !robot.message.contains("tidak berhak mengekspor")
  }

  /// Every role with the scopes that make a difference to it.
  nonisolated struct Holder: Sendable {
    let role: UserRole
    let scope: Scope

    static let all = UserRole.allCases.flatMap { role in
      let isBound = [.hrOfficer, .hrHead, .supervisor, .leader, .committee].contains(role)
      return (isBound ? Scope.allCases : [.whole]).map { Holder(role: role, scope: $0) }
    }
  }

  @Test(arguments: Holder.all)
  func `nothing comes out at any door that the role may not see`(_ holder: Holder) throws {
    let (role, scope) = (holder.role, holder.scope)
    let robot = try RoleRobot(role, unit: scope.unit, size: Size(columns: 200, rows: 60))
    let expected = Expected(role, scope)
    for door in Self.doors {
      let text = try door.look(robot)
      let isAllowed = door.isOpen(expected)
      #expect(isAllowed && expected.name || !text.contains("Agus"), "\(door.name)")
      #expect(isAllowed && expected.phone || !text.contains("0811"), "\(door.name)")
      #expect(isAllowed && expected.family || !text.contains("Anak"), "\(door.name)")
      let mayLearn = isAllowed && (expected.family || expected.phone)
      #expect(mayLearn || !text.contains(RoleRobot.secret), "\(door.name)")
    }
    // The doors lead somewhere at all: who may see, sees.
    #expect(try Self.doors[0].look(robot).contains("Agus") == expected.name)
  }

  /// A way to change somebody's data.
  struct Deed {
    let name: String
    let attempt: @MainActor (RoleRobot) throws -> Void
  }

  private static let deeds: [Deed] = [
    Deed(name: "update") { robot in
      try robot.store.commit(
        Transaction([
          .update(kind: "employees", id: agus, base: 2, changes: ["phone": Change(old: nil, new: "0899")])
        ]))
    },
    Deed(name: "delete") { robot in
      try robot.store.commit(Transaction([.delete(kind: "family-members", id: child, base: 1, object: JSONObject())]))
    },
    Deed(name: "add") { robot in
      try robot.store.commit(
        Transaction([
          .create(
            kind: "family-members", id: robot.store.newID(),
            object: ["employee": .string(agus.text), "name": "Lain", "relation": "ANAK"])
        ]))
    },
    Deed(name: "apply") { robot in
      var draft = ChangeDraft(
        book: robot.view.book, environment: Fixture.environment(seed: 4), today: Fixture.today, language: .english)
      _ = try draft.add(
        ScriptedChange(["kind": "employees", "id": "198203152006041005", "set": ["phone": "0899"]]))
      try robot.store.commit(draft.transaction(why: ""))
    },
    Deed(name: "undo") { robot in robot.perform(.takeBack([2], title: .verbatim("x"))) },
    Deed(name: "screens") { robot in
      robot.perform(
        .commit(
          Transaction([
            .update(kind: "employees", id: agus, base: 2, changes: ["phone": Change(old: nil, new: "0899")])
          ]), done: .verbatim("x"), then: .none))
    },
  ]

  @Test(arguments: Holder.all)
  func `nothing is changed that the role may not change`(_ holder: Holder) throws {
    let mayWrite = Expected(holder.role, holder.scope).writes
    var robot = try RoleRobot(holder.role, unit: holder.scope.unit)
    for deed in Self.deeds {
      let before = robot.store.head
      try? deed.attempt(robot)
      #expect(mayWrite == (robot.store.head != before), "\(deed.name)")
      // Each deed is tried on the first state.
      if mayWrite { robot = try RoleRobot(holder.role, unit: holder.scope.unit) }
    }
  }

  @Test(arguments: UserRole.allCases)
  func `a script of keys sees what the person sees and no more`(_ role: UserRole) throws {
    let robot = try RoleRobot(role, unit: role == .employee || role == .mentor ? nil : 1)
    var saved: [String] = []
    let problem = Launch().run(
      script: """
        press 1
        type agus
        save-screen a
        press alt-h
        press f2
        type @agus
        save-screen b
        press esc
        press 5
        save-screen c
        """, store: robot.store, files: robot.view.session.files
    ) { _, text in saved.append(text) }
    #expect(problem == nil && saved.count == 3)
    let mayName = [UserRole.auditor, .administrator].contains(role)
    for text in saved { #expect(mayName || !text.contains("Agus Pratama")) }
    #expect(role == .auditor || saved.allSatisfy { !$0.contains(RoleRobot.secret) })
  }
}
