import JSONText
import JenjangDomain
import JenjangStore
import TerminalKit
import TestSupport
import Testing

@testable import JenjangApp

@MainActor
@Suite struct PerformanceScreenTests {
  @Test func `a cycle is opened in few keys, plans are made for all at once and taken back at once`() throws {
    let robot = try PerformanceRobot()
    robot.press("4", "7", "f6", "enter")
    #expect(robot.robot.shows("Kinerja 2026"))
    #expect(robot.book.evaluationPeriods.table.count == 5)
    #expect(robot.robot.shows("Belum punya SKP"))
    robot.press("f10", "kos", "enter")
    #expect(robot.book.performancePlans.table.count == 6)
    #expect(robot.message.hasPrefix("6 SKP dibuat, 2 tanpa penilai"))
    #expect(!robot.robot.shows("Belum punya SKP"))
    robot.press("ctrl-z")
    #expect(robot.book.performancePlans.table.count == 0)
    #expect(robot.robot.shows("Belum punya SKP"))
  }

  @Test func `a cycle that is open already cannot be opened again`() throws {
    let robot = try PerformanceRobot().opened()
    robot.press("4", "7", "f6", "2026", "enter")
    #expect(robot.message.contains("sudah dibuka"))
    #expect(robot.book.evaluationCycles.table.count == 1)
  }

  @Test func `marked people get an assessor by hand and the reason is kept`() throws {
    let robot = try PerformanceRobot().opened()
    robot.press("4", "7", "enter")
    #expect(robot.robot.shows("Belum ada pejabat penilai"))
    robot.press("enter")
    #expect(robot.robot.shows("Agus Pratama"))
    robot.press("space", "f9", "p", "dewi", "enter")
    robot.press("salah", "enter")
    let plan = try robot.plan(of: 5)
    #expect(plan.assessor?.raw == FormRobot.employee(1))
    #expect(plan.assessorReason == .wrong)
  }

  @Test func `nobody can be chosen as the own assessor`() throws {
    let robot = try PerformanceRobot().opened()
    robot.press("4", "7", "enter", "enter", "f9", "p", "agus", "enter")
    #expect(robot.message == "Tidak ada yang menilai dirinya sendiri")
    #expect(try robot.plan(of: 5).assessor == nil)
  }

  @Test func `a plan is written, submitted, returned with a reason, submitted and agreed`() throws {
    let robot = try PerformanceRobot().opened()
    robot.press("4", "8", "rina", "enter")
    #expect(robot.robot.shows("SKP Rina Siti Zubaedah"))
    robot.press("f10")
    #expect(robot.message == "Belum ada hasil kerja utama")
    robot.press("f6")
    robot.robot.type("Layanan kepegawaian cepat")
    robot.press("f10")
    #expect(robot.robot.shows("1. Layanan kepegawaian cepat"))
    robot.press("f8")
    robot.robot.type("Berkas selesai")
    robot.press("tab")
    robot.robot.type("120")
    robot.press("f10")
    #expect(robot.robot.shows("Berkas selesai"))
    robot.press("f10")
    #expect(try robot.plan(of: 2).state == .submitted)
    robot.press("f9", "k", "target terlalu rendah", "enter", "Naikkan", "enter")
    #expect(try robot.plan(of: 2).returnReason == .targetTooLow)
    #expect(robot.robot.shows("Naikkan"))
    robot.press("f10", "f10")
    #expect(try robot.plan(of: 2).state == .agreed)
    robot.press("f6")
    #expect(robot.message.hasPrefix("SKP sudah ditetapkan"))
    robot.press("f9", "b", "Keliru", "enter")
    #expect(try robot.plan(of: 2).state == .returned)
    robot.press("ctrl-z")
    #expect(try robot.plan(of: 2).state == .agreed)
  }

  @Test func `marked plans are agreed after a look at what differs, and what is not ready is left out`() throws {
    let robot = try PerformanceRobot().opened()
    for person in [UInt64(1), 2] { try robot.addResult("Berkas tertata", to: person) }
    robot.press("4", "8", "f9", "a", "f9", "j")
    #expect(robot.message.hasPrefix("2 SKP diajukan, 4 dilewati"))
    robot.press("f9", "t")
    #expect(robot.robot.shows("Tetapkan 2 dari 6 SKP"))
    #expect(robot.robot.shows("+ Berkas tertata"))
    robot.press("f10")
    #expect(robot.message.hasPrefix("2 SKP ditetapkan, 4 dilewati"))
    #expect(robot.book.performancePlans.all.count { $0.state == .agreed } == 2)
    robot.press("ctrl-z")
    #expect(robot.book.performancePlans.all.count { $0.state == .agreed } == 0)
  }

  @Test func `progress on a target shows the standing and feedback stands on the plan`() throws {
    let robot = try PerformanceRobot().opened()
    try robot.addResult("Berkas tertata", to: 2)
    robot.press("4", "8", "rina", "enter", "tab", "tab", "f6")
    robot.robot.type("Enam laporan selesai")
    robot.press("tab")
    robot.robot.type("6")
    robot.press("f10")
    #expect(robot.book.progressEntries.table.count == 1)
    #expect(robot.robot.shows("Enam laporan selesai"))
    #expect(robot.robot.shows(" 50"))
    robot.press("tab", "f6")
    robot.robot.type("Teruskan")
    robot.press("f10")
    #expect(robot.book.feedback.table.count == 1)
    #expect(robot.robot.shows("Teruskan"))
  }

  @Test func `a result serves one of the superior's and the cascade shows it`() throws {
    let robot = try PerformanceRobot().opened()
    try robot.addResult("Layanan biro memuaskan", to: 6)
    try robot.addResult("Anggaran terserap", to: 6)
    let own = try robot.addResult("Berkas tertata", to: 2)
    robot.press("4", "8", "rina", "enter", "f4", "layanan", "enter")
    #expect(robot.book.workResults[own]?.serves != nil)
    robot.press("esc", "esc", "sitinjak", "enter", "f9", "c")
    #expect(robot.robot.shows("Berkas tertata"))
    #expect(robot.robot.shows("Belum didukung siapa pun"))
    #expect(robot.robot.shows("1 belum didukung"))
  }

  @Test func `results change places and numbers stay unique`() throws {
    let robot = try PerformanceRobot().opened()
    try robot.addResult("Satu", to: 2)
    try robot.addResult("Dua", to: 2)
    robot.press("4", "8", "rina", "enter", "alt-down")
    let plan = try robot.plan(of: 2)
    #expect(robot.book.results(of: plan.id).map(\.text) == ["Dua", "Satu"])
    #expect(robot.book.results(of: plan.id).compactMap(\.number) == [1, 2])
  }

  @Test func `the file of a person shows the plans and opens one`() throws {
    let robot = try PerformanceRobot().opened()
    robot.press("1", "rina", "enter", "alt-6")
    #expect(robot.robot.shows("Draf"))
    robot.press("enter")
    #expect(robot.robot.shows("SKP Rina Siti Zubaedah"))
  }

  @Test(arguments: [
    ("cycles", ["4", "7"]), ("cycle", ["4", "7", "enter"]), ("cycle-needs", ["4", "7", "enter", "enter"]),
    ("plans", ["4", "8"]), ("plan-results", ["4", "8", "rina", "enter"]),
    ("plan-behaviour", ["4", "8", "rina", "enter", "tab"]),
    ("plan-progress", ["4", "8", "rina", "enter", "tab", "tab"]),
    ("plan-cascade", ["4", "8", "sitinjak", "enter", "f9", "c"]), ("plan-templates", ["4", "9"]),
  ]) func `each screen looks as it was accepted`(_ name: String, _ keys: [String]) throws {
    for (size, tag) in [(Size(columns: 80, rows: 24), "80x24"), (Size(columns: 60, rows: 20), "60x20")] {
      let robot = try PerformanceRobot(size: size).opened()
      let above = try robot.addResult("Layanan biro memuaskan", to: 6)
      try robot.addResult("Berkas kepegawaian tertata dan mudah ditemukan kembali", to: 2, serves: above)
      for key in keys { robot.robot.press(key) }
      let difference = Golden.difference(robot.robot.screen, "\(name)-\(tag)-id", beside: #filePath)
      #expect(difference == nil, "\(difference ?? "")")
    }
  }
}
