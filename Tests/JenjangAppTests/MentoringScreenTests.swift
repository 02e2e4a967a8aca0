import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Mentoring screens` {
  @Test func `all pairs of the board are one commit, and one undo takes them back`() throws {
    let room = try MentoringRobot()
    room.form.open(MatchBoard())
    #expect(room.robot.shows("3 peserta menunggu, 2 bersedia"))
    room.form.press("f6")
    #expect(room.form.message == "3 pasangan ditemukan, 0 tanpa pembimbing")
    let before = room.robot.store.head.sequence
    room.form.press("f10", "s")
    #expect(room.robot.store.head.sequence == before + 1)
    #expect(room.mentors == [2: 5, 3: 6, 4: 6])
    let pair = try #require(room.pairs.first { $0.mentee == MentoringRobot.person(2) })
    #expect(pair.state == .proposed && pair.score == Decimal(units: 775, scale: 1))
    #expect(
      pair.reasons == "KEKUATAN 100, TUJUAN 0, MINAT 100, SENIORITAS 100, JARAK 25, BEBAN 100; KEU-01"
        && pair.policy == "mentoring.weights, mentoring.mentees")
    let goals = room.book.mentoringGoals.owned(by: pair.id.raw)
    #expect(goals.map(\.text) == ["Keuangan daerah"] && goals.map(\.before) == [1] && goals.map(\.target) == [3])
    room.form.press("f10")
    #expect(room.form.message == "Tidak ada pasangan yang dapat diusulkan lagi")
    room.form.press("ctrl-z")
    #expect(room.pairs.isEmpty && room.book.mentoringGoals.all.isEmpty)
  }

  @Test func `Ctrl-C stops a search, and what was found before stays`() throws {
    let room = try MentoringRobot()
    room.form.open(MatchBoard())
    room.form.press("f6")
    let work = MatchWork(MatchSearch(room.book, on: Fixture.today), room.form.view)
    room.robot.app.job = Matching(work: work) { _, _ in .say(Text("Tidak boleh", en: "Never")) }
    room.robot.pressWhileBusy("ctrl-c")
    #expect(room.robot.app.job == nil && !work.isDone && room.form.message == "Pencocokan dihentikan")
    #expect(room.robot.shows("3 pasangan"))
  }

  @Test func `only what is marked is proposed`() throws {
    let room = try MentoringRobot()
    room.form.open(MatchBoard())
    room.form.press("f6", "space", "f10")
    #expect(room.mentors == [2: 5])
    room.form.press("f6", "f10", "i")
    #expect(room.pairs.count == 2)
  }

  @Test func `a lock and a ban with their reason count from the next search on`() throws {
    let room = try MentoringRobot()
    room.form.open(MatchBoard())
    room.form.press("f6", "home", "f7", "l", "Surat 12", "enter")
    #expect(room.book.matchRules.all.map(\.kind) == [.ban] && room.book.matchRules.all.first?.reason == "Surat 12")
    #expect(room.robot.shows("tidak boleh"))
    room.form.press("f6", "f10", "s")
    #expect(room.mentors[2] == 6)
    room.form.press("ctrl-z", "ctrl-z")
    #expect(room.book.matchRules.all.isEmpty)
  }

  @Test func `a decision without a reason is not taken`() throws {
    let room = try MentoringRobot()
    room.form.open(MatchBoard())
    room.form.press("f6", "f7", "k", "enter")
    #expect(room.form.message == "Tuliskan alasannya" && room.book.matchRules.all.isEmpty)
  }

  @Test func `who else would fit is shown with what stands against the others`() throws {
    let room = try MentoringRobot()
    _ = try room.pair(.active, mentor: 5, mentee: 3)
    room.form.open(MatchBoard())
    room.form.press("f6", "enter")
    #expect(room.robot.shows("COCOK, YANG TERBAIK DULU") && room.robot.shows("Pembimbing sudah penuh"))
    room.form.press("end", "f10")
    #expect(room.form.message == "Pembimbing sudah penuh")
    room.form.press("home", "down", "f10")
    #expect(room.pairs.count == 2 && room.robot.shows("belum menjawab"))
  }

  @Test func `who is left alone is told why`() throws {
    let room = try MentoringRobot()
    var offer = try #require(room.book.mentorProfiles.all.first { $0.employee == MentoringRobot.person(6) })
    offer.capacity = 0
    try room.commit([room.book.saving(offer)].compactMap(\.self))
    room.form.open(MatchBoard())
    room.form.press("f6")
    #expect(room.form.message == "1 pasangan ditemukan, 2 tanpa pembimbing")
    room.form.press("end")
    #expect(room.robot.shows("tanpa pembimbing") && room.robot.shows("Tempat habis; terbaik: Agus Pratama"))
  }

  @Test func `a group is shown by its mentor, and its pairs say so`() throws {
    let room = try MentoringRobot()
    var programme = MentoringProgramme(id: ID(RecordID(high: 52, low: 1)))
    (programme.name, programme.kind) = ("Kelompok anggaran", .group)
    (programme.start, programme.end) = (MentoringRobot.day("2026-11-01"), MentoringRobot.day("2027-04-30"))
    try room.commit([.creating(programme)])
    room.form.open(MatchBoard())
    room.form.press("f4", "Kelompok anggaran", "enter", "f6", "f10", "s")
    #expect(room.pairs.count == 3 && room.pairs.allSatisfy { $0.kind == .group && $0.programme == programme.id })
    #expect(room.pairs.allSatisfy { $0.end == programme.end })
  }

  @Test func `knowledge that leaves soon is listed and handed on`() throws {
    let room = try MentoringRobot()
    var robert = try #require(room.book.employees[MentoringRobot.person(6)])
    robert.birthDate = MentoringRobot.day("1969-06-01")
    try room.commit([room.book.saving(robert)].compactMap(\.self))
    room.form.press("8", "7")
    #expect(room.robot.shows("Keuangan daerah 5") && room.robot.shows("belum ada"))
    room.form.press("f10", "f10")
    let pair = try #require(room.pairs.first)
    #expect(pair.mentor == MentoringRobot.person(6))
    #expect(room.book.mentoringGoals.owned(by: pair.id.raw).map(\.target) == [5])
    room.form.press("f10", "1", "f10", "2", "f10", "4", "esc")
    #expect(room.robot.shows("✓ Sitinjak"))
  }

  @Test func `the network is a tree that opens and closes`() throws {
    let room = try MentoringRobot()
    _ = try room.pair(.active, number: 1, mentor: 6, mentee: 4)
    _ = try room.pair(.finished, number: 2, mentor: 4, mentee: 3)
    room.form.open(MentoringNetworkScreen())
    #expect(room.robot.shows("- Sitinjak, Robert") && room.robot.shows("●   - Siti Rahmawati"))
    #expect(room.robot.shows("2 hubungan"))
    room.form.press("left")
    #expect(!room.robot.shows("Siti Rahmawati") && room.robot.shows("+ Sitinjak, Robert"))
    room.form.type("aminah")
    #expect(room.robot.shows("Siti Aminah") && room.robot.shows("Siti Rahmawati"))
    room.form.press("esc", "right", "down", "enter")
    #expect(room.robot.app.stack.top is PairPage)
  }

  @Test(arguments: ["board", "pair"]) func `the board and the page of a pair look as accepted`(_ name: String) throws {
    let room = try MentoringRobot()
    if name == "board" {
      room.form.open(MatchBoard())
      room.form.press("f6")
    } else {
      room.form.open(PairPage(try room.pair(.active)))
    }
    let difference = Golden.difference(room.robot.screen, "mentoring-\(name)-80x24-id", beside: #filePath)
    #expect(difference == nil, "\(difference ?? "")")
  }
}
