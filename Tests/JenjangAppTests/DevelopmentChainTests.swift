import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

/// From each link of the chain to the next and back: standard, gap, assessment, plan, seat, event, money.
@MainActor
@Suite struct `The chain of development` {
  private func funded() throws -> DevelopmentRobot {
    let year = try DevelopmentRobot()
    var line = BudgetLine(id: ID(RecordID(high: 35, low: 1)))
    (line.code, line.name, line.year, line.source) = ("5.1", "Pelatihan", 2_026, .regional)
    line.planned = 50_000_000
    var entry = BudgetEntry(id: ID(RecordID(high: 36, low: 1)))
    (entry.line, entry.kind, entry.amount) = (line.id, .commitment, 20_000_000)
    (entry.event, entry.date) = (DevelopmentRobot.event, Fixture.today)
    let event = year.book.learningEvents.updating(DevelopmentRobot.event) { $0.budget = line.id }
    try year.commit([.creating(line), .creating(entry)] + [event].compactMap(\.self))
    return year
  }

  private func isAt<S: Screen>(_ type: S.Type, _ year: DevelopmentRobot) -> Bool { year.robot.app.stack.top is S }

  @Test func `a standard leads to a person's gap, that to the assessment and back to the standard`() throws {
    let year = try DevelopmentRobot()
    year.form.open(StandardGrid(ID(RecordID(high: 33, low: 1))))
    year.form.press("f9", "k", "enter")
    #expect(isAt(CompetencePage.self, year))
    year.form.press("end", "f9", "l")
    #expect(year.robot.shows("Asesmen kompetensi"))
    year.form.press("f8", "a")
    #expect(isAt(CompetencePage.self, year))
    year.form.press("f9", "s")
    #expect(isAt(StandardGrid.self, year))
  }

  @Test func `a plan line notes the seat that serves it, and each leads to the other`() throws {
    let year = try DevelopmentRobot()
    year.form.open(CompetencePage(ID(FormRobot.employee(4))))
    year.form.press("f6", "esc", "end", "f10", "enter")
    #expect(isAt(EventPage.self, year))
    let seat = try #require(year.book.enrolments(of: DevelopmentRobot.event).first)
    #expect(year.book.developmentActions.all.map(\.enrolment) == [seat.id])
    year.form.press("f9", "r")
    #expect(isAt(DevelopmentPlanPage.self, year))
    year.form.press("f8")
    #expect(year.robot.shows("Kursi"))
    year.form.press("esc", "f9", "o")
    #expect(isAt(CompetencePage.self, year))
  }

  @Test func `an event leads to its money, the money to the event, both to what names them`() throws {
    let year = try funded()
    year.form.open(EventPage(DevelopmentRobot.event))
    year.form.press("f9", "a")
    #expect(isAt(ListScreen.self, year))
    year.form.press("enter")
    #expect(isAt(EventPage.self, year))
    year.form.press("f8")
    for words in ["Program  Keuangan Daerah", "Mata anggaran  Pelatihan", "Mutasi anggaran"] {
      #expect(year.robot.shows(words))
    }
    year.form.press("esc", "f9", "c")
    #expect(year.robot.shows("Keuangan Daerah I"))
    year.form.press("f8")
    #expect(year.robot.shows("Kompetensi  Keuangan daerah 3"))
  }

  @Test func `the picker of nominees says who is on leave`() throws {
    let year = try DevelopmentRobot()
    var leave = Leave(id: ID(RecordID(high: 37, low: 1)))
    (leave.employee, leave.kind, leave.state) = (ID(FormRobot.employee(4)), .annual, .granted)
    (leave.start, leave.end) = (DevelopmentRobot.day("2026-11-30"), DevelopmentRobot.day("2026-12-04"))
    try year.commit([.creating(leave)])
    year.form.open(NomineePicker(DevelopmentRobot.event))
    year.form.type("rahma")
    #expect(year.robot.shows("! Siti Rahmawati"))
    #expect(year.robot.shows("Cuti tahunan s.d. 04-12-2026"))
  }
}
