import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Logging a mentoring session` {
  @Test func `a mentor logs a session from Home in four keys besides what is said`() throws {
    let robot = try SessionRobot()
    var keys = 0
    func key(_ name: String) {
      keys += 1
      robot.press(name)
    }
    key("8")
    key("1")
    robot.type("Persiapan uji kompetensi")
    key("enter")
    robot.type("Membahas kisi-kisi; perlu contoh soal.")
    key("f10")
    #expect(keys == 4)
    let session = try #require(robot.sessions.last)
    #expect(session.topic == "Persiapan uji kompetensi" && session.note == "Membahas kisi-kisi; perlu contoh soal.")
    #expect(session.date == Fixture.today && session.minutes == 45 && session.mode == .online)
    #expect(session.pair == SessionRobot.pair && session.loggedBy?.raw == FormRobot.employee(6))
    #expect(robot.message.contains("Tersimpan"))
  }

  @Test func `the session, the private note and what was agreed are one commit, and one undo`() throws {
    let robot = try SessionRobot()
    robot.press("8", "1").type("Uji")
    robot.go(to: "@private")
    robot.type("Ragu pada dirinya")
    robot.go(to: "@action1")
    robot.type("Latihan 3 soal").press("enter", "enter").type("+2m").press("enter")
    robot.type("Cari contoh").press("enter").type("pemb").press("f10")
    let before = robot.robot.store.head.sequence
    #expect(robot.sessions.count == 2 && robot.book.mentoringNotes.all.map(\.text) == ["Ragu pada dirinya"])
    let actions = robot.book.mentoringActions.all.filter { $0.session == robot.sessions.last?.id }
    #expect(actions.map(\.text) == ["Latihan 3 soal", "Cari contoh"])
    #expect(actions.map(\.side) == [.mentee, .mentor])
    #expect(actions.first?.due == Fixture.today.adding(days: 14))
    #expect(robot.book.mentoringNotes.all.first?.writer?.raw == FormRobot.employee(6))
    robot.press("alt-h", "ctrl-z")
    #expect(robot.sessions.count == 1 && robot.book.mentoringNotes.all.isEmpty)
    #expect(robot.book.mentoringActions.all.count == 1)
    robot.press("ctrl-y")
    #expect(robot.sessions.count == 2 && robot.book.mentoringNotes.all.count == 1)
    #expect(robot.robot.store.head.sequence == before + 2)
  }

  @Test func `Ctrl-D copies field by field from the last session`() throws {
    let robot = try SessionRobot()
    robot.press("8", "1", "ctrl-d")
    #expect(robot.form?.fields.first { $0.spec.name == "topic" }?.text == "Simulasi rapat anggaran")
    robot.go(to: "@action1")
    robot.press("ctrl-d")
    #expect(robot.form?.fields.first { $0.spec.name == "@action1" }?.text == "Kirim notula")
    robot.go(to: "@action2")
    robot.press("ctrl-d")
    #expect(robot.message.contains("Belum ada data sebelumnya"))
  }

  @Test func `what is wrong with an action is said at its field and saves nothing`() throws {
    let robot = try SessionRobot()
    robot.press("8", "1").type("Uji")
    robot.go(to: "@due1")
    robot.type("0111").press("f10")
    #expect(robot.message.contains("Tuliskan tindak lanjutnya") && robot.sessions.count == 1)
    robot.type("Baca perda").press("f10")
    #expect(robot.message.contains("Tenggat sebelum hari sesinya") && robot.sessions.count == 1)
    robot.type("+1m").press("f10")
    #expect(robot.sessions.count == 2)
  }

  @Test func `a session of the same day is told and may stand`() throws {
    let robot = try SessionRobot()
    robot.press("8", "1")
    robot.go(to: "date")
    robot.type("1011").press("tab")
    #expect(robot.robot.shows("Sesi hari itu sudah tercatat: Simulasi rapat anggaran"))
    robot.go(to: "topic")
    robot.type("Lanjutan").press("f10")
    #expect(robot.sessions.count == 2)
  }

  @Test func `a killed program loses at most two seconds, and the draft is offered with everything in it`() throws {
    let robot = try SessionRobot()
    robot.press("8", "1").type("Uji kompe")
    robot.go(to: "@private")
    robot.type("Ragu")
    robot.go(to: "@action1")
    robot.type("Latihan")
    robot.robot.tick(seconds: 2)
    robot.type("!")
    let back = try SessionRobot(after: robot)
    #expect(back.robot.shows("Sesi dengan Siti Rahmawati"))
    #expect(!back.robot.shows("Ragu"))
    back.press("tab", "enter")
    #expect(back.form?.title(back.view) == "Sesi dengan Siti Rahmawati")
    back.press("f10")
    #expect(back.sessions.last?.topic == "Uji kompe")
    #expect(back.book.mentoringNotes.all.map(\.text) == ["Ragu"])
    #expect(back.book.mentoringActions.all.contains { $0.text == "Latihan!" && $0.side == .mentee })
    #expect(back.robot.app.session.drafts.isEmpty)
  }

  @Test func `who types without a pause is no worse off`() throws {
    let robot = try SessionRobot()
    robot.press("8", "1")
    for letter in ["Uji", " kom", "pet", "ensi"] {
      robot.type(letter)
      robot.robot.tick(seconds: 1)
    }
    let back = try SessionRobot(after: robot)
    #expect(back.robot.app.session.drafts.first?.texts["topic"]?.hasPrefix("Uji kom") == true)
  }

  @Test func `who has several pairs chooses one, those who agreed on a day first`() throws {
    let robot = try SessionRobot(.employee, person: SessionRobot.mentee)
    robot.press("8", "1")
    #expect(robot.robot.shows("Sesi dengan siapa?"))
    #expect(robot.robot.shows("terakhir 10-11-2026, 1 sesi") && robot.robot.shows("belum pernah bertemu"))
    robot.press("enter")
    #expect(robot.robot.shows("Sesi dengan Sitinjak, Robert"))
  }

  @Test func `who has none is told what to do`() throws {
    let robot = try SessionRobot(.employee, person: 2)
    robot.press("8", "1")
    #expect(robot.robot.shows("Tidak ada bimbingan berjalan"))
  }
}

@MainActor
@Suite struct `How mentoring looks` {
  /// A screen, how to come to it, and in which window.
  nonisolated struct Picture: Sendable, CustomTestStringConvertible {
    let name: String
    let keys: [String]
    var size = Size(columns: 80, rows: 24)
    var language = Language.indonesian

    var testDescription: String {
      "\(name)-\(size.columns)x\(size.rows)-\(language == .indonesian ? "id" : "en")"
    }

    static let all =
      [("session-log", ["8", "1"]), ("mentoring-home", []), ("mentoring-sessions", ["8", "9"])].flatMap { name, keys in
        [
          Picture(name: name, keys: keys), Picture(name: name, keys: keys, language: .english),
          Picture(name: name, keys: keys, size: Size(columns: 60, rows: 20)),
        ]
      } + [
        Picture(name: "session-log", keys: ["8", "1"], size: Size(columns: 200, rows: 60)),
        Picture(name: "mentoring-session", keys: ["8", "9", "enter"]),
        Picture(name: "mentoring-report", keys: ["8", "b"], size: Size(columns: 120, rows: 30)),
      ]
  }

  @Test(arguments: Picture.all) func `a screen of mentoring looks as it was accepted`(_ picture: Picture) throws {
    let robot = try SessionRobot(size: picture.size, language: picture.language)
    for key in picture.keys { robot.press(key) }
    let difference = Golden.difference(robot.robot.screen, picture.testDescription, beside: #filePath)
    #expect(difference == nil, "\(difference ?? "")")
  }
}
