import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// The private note of a session, at every door behind which it could be heard of.
@MainActor
@Suite struct `A private note is its writer's alone` {
  private static let secret = "RAHASIAKU"

  /// Somebody who comes to look: everybody but the writer, in every role; and an administrator as the writer.
  nonisolated struct Visitor: Sendable, CustomTestStringConvertible {
    let role: UserRole
    let person: UInt64
    var isTrying = false

    var testDescription: String { "\(role) \(person)\(isTrying ? " trying" : "")" }

    static let all =
      UserRole.allCases.map { Visitor(role: $0, person: 1) } + [
        Visitor(role: .mentor, person: 5), Visitor(role: .employee, person: 4), Visitor(role: .hrOfficer, person: 4),
        Visitor(role: .supervisor, person: 4), Visitor(role: .mentor, person: 6, isTrying: true),
      ]
  }

  /// The mentor has logged a session with a private note, changed it and thrown another draft away.
  private static func written(_ visitor: Visitor) throws -> (SessionRobot, ID<MentoringNote>) {
    let robot = try SessionRobot(size: Size(columns: 200, rows: 60))
    robot.press("8", "1").type("Uji")
    robot.go(to: "@private")
    robot.type(secret).press("f10")
    let note = try #require(robot.book.mentoringNotes.all.first)
    robot.perform(.push(FormScreen.edit(kind: "mentoring-notes", id: note.id.raw, view: robot.view)))
    robot.go(to: "text")
    robot.press("end").type(" lagi").press("f10")
    #expect(robot.book.mentoringNotes.all.first?.text == secret + " lagi")
    let actor = Actor(person: FormRobot.employee(visitor.person), role: visitor.role)
    if visitor.isTrying {
      robot.become(.administrator, person: 1)
      robot.perform(.look(actor))
    } else {
      robot.perform(.all([.home, .take(actor)]))
    }
    return (robot, note.id)
  }

  private static let doors: [(name: String, look: @MainActor (SessionRobot, ID<MentoringNote>) throws -> String)] = [
    ("Home", { robot, _ in robot.robot.screen }),
    (
      "session",
      { robot, _ in
        robot.book.mentoringSessions.all.map { session in
          robot.perform(.all([.home, .push(SessionReader.screen(session.id))]))
          return robot.robot.screen
        }.joined()
      }
    ),
    (
      "sessions",
      { robot, _ in
        robot.perform(.all([.home, .push(SessionList())]))
        robot.type("rahasia")
        return robot.robot.screen.replacing("rahasia", with: "")
      }
    ),
    (
      "file",
      { robot, _ in
        let tab = FileTab.all.firstIndex { $0.name == "mentoring" } ?? 0
        let changes = FileTab.all.firstIndex { $0.name == "changes" } ?? 0
        return [4, 6].flatMap { person in [tab, changes].map { (person, $0) } }.map { person, tab in
          robot.perform(.all([.home, .push(EmployeeFile(FormRobot.employee(UInt64(person)), tab: tab))]))
          return robot.robot.screen
        }.joined()
      }
    ),
    (
      "form and reader",
      { robot, note in
        robot.perform(.all([.home, .push(FormScreen.edit(kind: "mentoring-notes", id: note.raw, view: robot.view))]))
        let form = robot.robot.screen
        robot.perform(.all([.home, .push(RecordReader.screen(kind: "mentoring-notes", id: note.raw) { _ in .none })]))
        return form + robot.robot.screen
      }
    ),
    (
      "list",
      { robot, _ in
        let table = robot.book.mentoringNotes.table
        let asked = table.rows(Query(conditions: [Query.Condition("text", .contains(secret))]))
        return asked.isEmpty && table.rows(Query()).isEmpty && table.count == 0 ? "" : secret
      }
    ),
    ("look-up", { robot, _ in Lookup.rows("", in: robot.book.mentoringNotes.table).isEmpty ? "" : secret }),
    ("label", { robot, note in robot.book.label(of: note.raw, kind: "mentoring-notes") ?? "" }),
    ("palette", { robot, _ in Palette.people("rahasia", robot.view, limit: 9).map { $0.title + $0.detail }.joined() }),
    (
      "export",
      { robot, _ in
        var bytes: [UInt8] = []
        for kind in robot.book.types.map(\.kind.name) {
          for format in RecordExport.Format.allCases {
            RecordExport(kind, of: robot.book, as: format, language: .indonesian)?.write { bytes += $0 }
          }
        }
        let files = [4, 6].map { FileExport.text(FormRobot.employee($0), day: nil, robot.view) }.joined()
        return String(decoding: bytes, as: UTF8.self) + files
      }
    ),
    (
      "journal and histories",
      { robot, note in
        let store = robot.robot.store
        var commits = try store.commits(limit: 50)
        let session = try #require(robot.sessionOfNote)
        for id in [note.raw, session.raw, SessionRobot.pair.raw, FormRobot.employee(6), FormRobot.employee(4)] {
          commits += try store.history(of: id, limit: 50)
        }
        robot.perform(.all([.home, .push(Journal())]))
        return "\(commits.map { ($0.why, $0.operations) })" + robot.robot.screen
      }
    ),
    (
      "states as recorded",
      { robot, note in
        try (1...robot.robot.store.head.sequence).map { sequence in
          "\(try robot.robot.store.object(of: note.raw, kind: "mentoring-notes", after: sequence)?.members.map(\.value) ?? [])"
        }.joined()
      }
    ),
    (
      "an earlier state",
      { robot, _ in
        var options = OpenOptions(environment: Fixture.environment(seed: 3), today: Fixture.today)
        options.recorded = .sequence(robot.robot.store.head.sequence - 1)
        let past = try Store(opening: robot.robot.store.path, options: options)
        past.enter(like: robot.robot.store)
        return past.book.mentoringNotes.all.compactMap(\.text).joined()
      }
    ),
    (
      "undo",
      { robot, note in
        robot.perform(.home)
        robot.press("ctrl-z")
        let said = robot.message + robot.robot.screen
        robot.perform(.takeBack([robot.robot.store.head.sequence], title: .verbatim("x")))
        return said + robot.message + robot.robot.screen
      }
    ),
    (
      "apply",
      { robot, note in
        var said = ""
        for set: JSONObject in [
          ["text": "Lain"], ["writer": .string(FormRobot.employee(1).text)], ["text": .string(secret)],
        ] {
          do {
            var draft = ChangeDraft(
              book: robot.book, environment: Fixture.environment(seed: 4), today: Fixture.today, language: .english)
            _ = try draft.add(
              ScriptedChange(["kind": "mentoring-notes", "id": .string(note.raw.text), "set": .object(set)]))
            try robot.robot.store.commit(draft.transaction(why: ""))
            said += secret
          } catch { said += "\(error)".replacing(secret, with: "") }
        }
        return said
      }
    ),
    (
      "conflict",
      { robot, note in
        do throws(StoreError) {
          try robot.robot.store.commit(
            Transaction([
              .update(
                kind: "mentoring-notes", id: note.raw, base: 1, changes: ["text": Change(old: "x", new: "y")])
            ]))
          return secret
        } catch { return "\(error)" }
      }
    ),
    (
      "deleting the session",
      { robot, note in
        guard let session = robot.sessionOfNote else { return "" }
        let all = References.owned(by: session.raw, kind: "mentoring-sessions", in: robot.book)
        return "\(all)"
      }
    ),
  ]

  @Test(arguments: Visitor.all) func `nothing of it comes out`(_ visitor: Visitor) throws {
    let (robot, note) = try Self.written(visitor)
    for door in Self.doors {
      let text = try door.look(robot, note)
      #expect(!text.contains(Self.secret), "\(door.name)")
    }
  }

  @Test(arguments: UserRole.allCases) func `its writer reads and changes it in every role`(_ role: UserRole) throws {
    let (robot, note) = try Self.written(Visitor(role: role, person: 6))
    #expect(robot.book.mentoringNotes[note]?.text == Self.secret + " lagi")
    if let session = robot.sessionOfNote, robot.book.mentoringSessions[session] != nil {
      robot.perform(.push(SessionReader.screen(session)))
      #expect(robot.robot.shows(Self.secret) && robot.robot.shows("hanya Anda yang membacanya"))
    }
  }

  @Test func `a draft with a note in it is its writer's too, on a login that people share`() throws {
    let robot = try SessionRobot()
    robot.press("8", "1").type("Uji")
    robot.go(to: "@private")
    robot.type(Self.secret).press("esc")
    #expect(robot.robot.app.session.drafts.count == 1)
    #expect(robot.robot.app.session.drafts.first.map { !$0.title.contains(Self.secret) } == true)
    #expect(!robot.robot.shows(Self.secret))
  }
}

extension SessionRobot {
  /// The session that was logged last, whoever looks.
  var sessionOfNote: ID<MentoringSession>? {
    let access = robot.store.book.access
    robot.store.book.access = nil
    defer { robot.store.book.access = access }
    return robot.store.book.mentoringSessions.all.max { ($0.date ?? Fixture.today) < ($1.date ?? Fixture.today) }?.id
  }
}
