import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Mentoring on Home` {
  @Test func `what was agreed stands on both Homes, and Space ticks it off`() throws {
    let robot = try SessionRobot(.employee, person: SessionRobot.mentee)
    #expect(robot.robot.shows("! Kirim notula") && robot.robot.shows("Jum 20 Nov"))
    #expect(robot.robot.shows("Sesi dengan Sitinjak, Robert") && robot.robot.shows("Sel 1 Des"))
    #expect(robot.robot.shows("! Tanpa sesi: Agus Pratama") && robot.robot.shows("175 hari"))
    robot.become(.mentor, person: SessionRobot.mentor)
    #expect(robot.robot.shows("Siti Rahmawati: Kirim notula"))
    for _ in 0..<8 where !robot.robot.cursorLine.contains("Kirim notula") { robot.press("down") }
    robot.press("space")
    #expect(robot.book.mentoringActions.all.first?.doneOn == Fixture.today)
    #expect(robot.message.contains("Selesai: Kirim notula") && !robot.robot.shows("Siti Rahmawati: Kirim notula"))
    robot.press("ctrl-z")
    #expect(robot.book.mentoringActions.all.first?.doneOn == nil)
  }

  @Test func `Enter on a session opens its form, on an action what can be done`() throws {
    let robot = try SessionRobot()
    for _ in 0..<8 where !robot.robot.cursorLine.contains("Sesi dengan") { robot.press("down") }
    robot.press("enter")
    #expect(robot.form?.task.call?.maker == "mentoring-session")
    robot.press("esc")
    for _ in 0..<8 where !robot.robot.cursorLine.contains("Kirim notula") { robot.press("down") }
    robot.press("enter", "s")
    #expect(robot.robot.shows("Simulasi rapat anggaran") && robot.robot.shows("TINDAK LANJUT BIMBINGAN"))
    robot.press("f10")
    #expect(robot.book.mentoringActions.all.first?.doneOn == Fixture.today)
  }

  @Test func `a proposal is answered where it is asked, by each for oneself`() throws {
    let robot = try SessionRobot(.hrOfficer, person: SessionRobot.officer)
    var pair = MentoringPair(id: ID(RecordID(high: 30, low: 3)))
    pair.mentor = ID(FormRobot.employee(SessionRobot.mentor))
    pair.mentee = ID(FormRobot.employee(2))
    pair.kind = .individual
    pair.state = .proposed
    pair.proposedOn = Fixture.today
    try robot.robot.store.commit(Transaction([.creating(pair)]))
    robot.become(.mentor, person: SessionRobot.mentor)
    #expect(robot.robot.shows("! Bimbingan Rina Siti Zubaedah") && robot.robot.shows("setuju?"))
    robot.press("enter", "s")
    #expect(robot.book.mentoringPairs[pair.id]?.mentorAcceptedOn == Fixture.today)
    #expect(robot.book.mentoringPairs[pair.id]?.state == .proposed)
    #expect(!robot.robot.shows("setuju?"))
    robot.become(.employee, person: 2)
    #expect(robot.robot.shows("! Bimbingan Sitinjak, Robert"))
    for _ in 0..<8 where !robot.robot.cursorLine.contains("setuju?") { robot.press("tab") }
    robot.press("enter", "s")
    #expect(robot.book.mentoringPairs[pair.id]?.state == .accepted)
    robot.become(.mentor, person: SessionRobot.mentor)
    #expect(robot.robot.shows("Mulai bimbingan Rina Siti Zubaedah"))
    robot.press("enter")
    #expect(robot.book.mentoringPairs[pair.id]?.state == .active)
  }

  @Test func `who ended a pair is asked how it was, once`() throws {
    let robot = try SessionRobot()
    let pair = try #require(robot.book.mentoringPairs[SessionRobot.pair])
    let ended = pair.after(.finish(note: nil), on: Fixture.today)
    try robot.robot.store.commit(Transaction([robot.book.mentoringPairs.saving(ended)].compactMap(\.self)))
    robot.press("alt-h")
    #expect(robot.robot.shows("Nilai bimbingan dengan Siti Rahmawati"))
    for _ in 0..<8 where !robot.robot.cursorLine.contains("Nilai bimbingan") { robot.press("tab") }
    robot.press("enter").type("4").press("enter").type("Cepat belajar").press("f10")
    let rating = try #require(robot.book.mentoringRatings.all.first)
    #expect(rating.satisfaction == 4 && rating.side == .mentor && rating.comment == "Cepat belajar")
    #expect(!robot.robot.shows("Nilai bimbingan dengan"))
    robot.become(.employee, person: SessionRobot.mentee)
    #expect(robot.robot.shows("Nilai bimbingan dengan Sitinjak, Robert"))
  }

  @Test func `a pair that does not meet is in the radar of those who see it`() throws {
    let robot = try SessionRobot(.hrOfficer, person: SessionRobot.officer)
    var radar = DueRadar()
    radar.update(robot.book)
    var query = DueQuery()
    query.kinds = ["mentoring-silence"]
    let lines = radar.lines(query, in: robot.book)
    #expect(lines.map(\.day) == [Day(iso: "2026-07-02")])
    #expect(lines.first?.findings(in: robot.book, by: robot.book.law).first?.status == .notMet)
    var session = MentoringSession(id: ID(RecordID(high: 31, low: 9)))
    session.pair = SessionRobot.otherPair
    session.date = Fixture.today
    session.minutes = 60
    session.mode = .phone
    session.topic = "Mulai"
    try robot.robot.store.commit(Transaction([.creating(session)]))
    radar.update(robot.book)
    #expect(radar.lines(query, in: robot.book).isEmpty)
    robot.become(.employee, person: 2)
    #expect(radar.lines(query, in: robot.book).isEmpty)
  }
}
