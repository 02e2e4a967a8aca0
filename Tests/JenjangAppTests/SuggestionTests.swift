import JSONText
import JenjangDomain
import Testing

@testable import JenjangApp
@testable import TestSupport

@MainActor
@Suite struct `Values that follow from a number` {
  @Test func `a number fills birth, sex, kind and appointment of a new person`() throws {
    let form = try FormRobot.new("employees")
    form.go(to: "employeeNumber").type("198606032010122001")
    #expect(form.focus == "name")
    #expect(form.value("birthDate") == "1986-06-03")
    #expect(form.value("sex") == "P")
    #expect(form.value("kind") == "PNS")
    #expect(form.value("hireDate") == "2010-12-01")
  }

  @Test func `what was entered stays, and another number changes only what followed from the first`() throws {
    let form = try FormRobot.new("employees")
    form.go(to: "sex").type("L")
    form.go(to: "employeeNumber").type("198606032010122001")
    form.go(to: "hireDate").type("01012011")
    form.go(to: "employeeNumber").type("198706032024211001")
    #expect(form.value("sex") == "L")
    #expect(form.value("birthDate") == "1987-06-03")
    #expect(form.value("kind") == "PPPK")
    #expect(form.value("hireDate") == "2011-01-01")
  }

  @Test func `a suggestion that was cleared does not come back`() throws {
    let form = try FormRobot.new("employees")
    form.go(to: "employeeNumber").type("198606032010122001")
    form.go(to: "hireDate").press("backspace", "ctrl-u", "tab")
    form.go(to: "employeeNumber").press("tab")
    #expect(form.value("hireDate") == nil)
  }

  @Test func `the record of a person that is stored fills nothing in`() throws {
    let form = try FormRobot.edit("employees", FormRobot.employee(4))
    form.go(to: "hireDate").press("backspace", "ctrl-u", "tab")
    form.go(to: "employeeNumber").type("198702092011082009")
    #expect(form.value("hireDate") == nil)
  }
}
