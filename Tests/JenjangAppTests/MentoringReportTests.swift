import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Mentoring in files and reports` {
  @Test func `the file has the pairs of both sides, their sessions, and F6 logs one`() throws {
    let robot = try SessionRobot(.hrOfficer, person: SessionRobot.officer, size: Size(columns: 120, rows: 40))
    let tab = try #require(FileTab.all.firstIndex { $0.name == "mentoring" })
    for (person, names) in [(UInt64(4), ["Sitinjak", "Agus"]), (6, ["Siti Rahmawati"])] {
      robot.perform(.all([.home, .push(EmployeeFile(FormRobot.employee(person), tab: tab))]))
      for name in names { #expect(robot.robot.shows(name)) }
      #expect(robot.robot.shows("Simulasi rapat anggaran"))
    }
    robot.press("down", "f6")
    #expect(robot.form?.title(robot.view).contains("Siti Rahmawati") == true)
    robot.type("Dari berkas").press("f10")
    #expect(robot.sessions.contains { $0.topic == "Dari berkas" })
    robot.press("up", "up", "enter")
    #expect(robot.robot.app.stack.top is PairPage)
  }

  @Test func `a pair's page logs, ticks off and rates`() throws {
    let robot = try SessionRobot(size: Size(columns: 120, rows: 40))
    robot.perform(.push(PairPage(SessionRobot.pair)))
    robot.press("f6").type("Dari halaman").press("f10")
    #expect(robot.sessions.count == 2 && robot.robot.shows("Dari halaman"))
    robot.press("f9", "n", "3", "f10")
    #expect(robot.book.rating(of: SessionRobot.pair, by: .mentor)?.satisfaction == 3)
    robot.press("f9", "n")
    robot.go(to: "satisfaction")
    robot.type("4").press("f10")
    #expect(robot.book.mentoringRatings.all.map(\.satisfaction) == [4])
  }

  @Test func `the report turns from programme to unit to mentor, and opens all figures`() throws {
    let robot = try SessionRobot(.hrOfficer, person: SessionRobot.officer, size: Size(columns: 120, rows: 30))
    robot.perform(.push(MentoringReportScreen(.programmes, 2026)))
    #expect(robot.robot.shows("(di luar program)"))
    robot.press("f11")
    #expect(robot.robot.shows("Biro SDM"))
    robot.press("f11")
    #expect(robot.robot.shows("Sitinjak, Robert") && robot.robot.shows("Agus Pratama"))
    robot.press("enter")
    #expect(robot.robot.shows("KEPUASAN (1-4)") && robot.robot.shows("Berjalan"))
    robot.press("esc", "f9", "b")
    #expect(robot.robot.shows("Tidak ada pasangan bimbingan dalam rentang ini"))
  }

  @Test func `its documents say by which parameters and from which head of the chain`() throws {
    let robot = try SessionRobot(.hrOfficer, person: SessionRobot.officer)
    let maker = DocumentMaker(robot.robot.store, on: Fixture.today, in: .indonesian)
    for grouping in [MentoringGrouping.programmes, .units, .mentors] {
      let text = DocumentText(maker.mentoring(year: 2026, by: grouping)).text
      #expect(text.contains("mentoring.silence") && text.contains(robot.robot.store.head.anchor))
    }
    let mentor = try #require(maker.mentor(ID(FormRobot.employee(6)), year: nil))
    let text = DocumentText(mentor).text
    #expect(text.contains("Siti Rahmawati") && text.contains("Robert") && text.contains("Memimpin rapat lintas unit"))
    #expect(maker.mentor(ID(FormRobot.employee(2)), year: nil) == nil)
  }
}
