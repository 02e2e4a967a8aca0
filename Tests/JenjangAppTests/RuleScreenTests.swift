import JenjangDomain
import JenjangStore
import TerminalKit
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Calculator, parameters, holidays` {
  @Test func `a rule is found by typing, filled in and answered with every key`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder, language: .english)
    robot.press("7", "1").type("check of an employee").press("enter")
    #expect(robot.shows("Still needed"))
    robot.type("198702092011082001").press("tab", "tab", "tab", "tab", "tab").type("t")
    #expect(robot.shows("FINDINGS"))
    #expect(robot.shows("✓ met"))
    #expect(robot.shows("basis"))
  }

  @Test func `a rule takes its input from the file of a person, and the result is written with the chain head`() throws
  {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder, language: .english)
    robot.press("1", "enter", "f9", "r").type("retire").press("enter")
    #expect(robot.shows("RESULT"))
    let path = folder.path + "/result.txt"
    robot.press("f9", "t")
    robot.paste(path)
    robot.press("enter")
    #expect(ReportFile.exists(path))
    robot.press("f10")
    #expect(robot.shows("INPUT"))
  }

  @Test(arguments: [Size(columns: 40, rows: 10), Size(columns: 200, rows: 60)])
  func `the calculator works in small and large windows`(size: Size) throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder, size: size)
    robot.press("7", "1", "enter").type("198702092011082001").press("f10")
    #expect(robot.shows("terpenuhi") || robot.shows("MASUKAN") || robot.shows("NIP"))
    robot.press("esc", "esc", "esc", "f2", "parameters", "enter", "enter", "f9", "p")
    #expect(robot.shows("ATURAN YANG MEMAKAINYA"))
  }

  @Test func `every rule opens, and takes a row of each of its lists`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder)
    for rule in RuleBook.rules {
      robot.app.perform(.push(RuleCase(rule, view: robot.app.view)))
      robot.settle()
      #expect(robot.app.stack.top is RuleCase)
      guard !rule.input.tables.isEmpty else { continue }
      robot.press("f6")
      #expect(robot.app.stack.top is RuleRowForm)
      robot.press("esc")
    }
  }

  @Test func `a proposed value counts once it is approved`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder, language: .english)
    let key = "appointment.age.usualMaximum"
    robot.press("f2", "parameters", "enter").type("usual highest age").press("f6")
    #expect(robot.shows("a whole number"))
    robot.type("banyak").press("tab").type("01012026").press("tab", "tab").type("Perbup 1").press("f10")
    #expect(robot.store.head.sequence == 1)
    #expect(robot.shows("a whole number"))
    robot.press("ctrl-home", "tab").type("36").press("f10")
    #expect(robot.store.head.sequence == 2)
    let parameter = try #require(ParameterCatalog.parameter(key))
    #expect(parameter.version(on: Fixture.today, by: robot.store.book.law)?.text == "35")
    robot.press("enter")
    #expect(robot.shows("proposal"))
    robot.press("home", "end", "f9", "s")
    #expect(parameter.version(on: Fixture.today, by: robot.store.book.law)?.text == "36")
  }

  @Test func `two dates are compared, old and new side by side`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder, language: .english)
    robot.press("f2", "parameters", "enter", "f4").paste("31-12-2022 24-11-2026")
    robot.press("enter")
    #expect(robot.shows("31-12-2022"))
    #expect(robot.shows("differ"))
    robot.press("enter")
    #expect(robot.app.stack.top is ParameterPage)
  }

  @Test func `a holiday is added to the list`() throws {
    let folder = TemporaryFolder()
    let robot = try Fixture.robot(folder, language: .english)
    robot.press("f2").type("open holidays").press("enter", "f6")
    robot.type("20032026").press("tab").type("Nyepi").press("tab").type("NASIONAL").press("f10")
    #expect(robot.shows("Nyepi"))
  }
}
