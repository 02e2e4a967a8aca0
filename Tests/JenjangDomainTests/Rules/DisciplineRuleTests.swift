import JSONText
import JenjangDomain
import Testing

@Suite struct DisciplineRuleTests {
  // Published: S77, S78; the bands 4-6 and 25-27 are professional knowledge.
  @Test(arguments: [
    (0, nil), (2, nil), (3, "RL"), (4, "RT"), (6, "RT"), (7, "RP"), (10, "RP"), (11, "S6"), (13, "S6"), (14, "S9"),
    (16, "S9"), (17, "S12"), (20, "S12"), (21, "BT"), (24, "BT"), (25, "BB"), (27, "BB"), (28, "BD"), (200, "BD"),
  ])
  func `days absent in a year lead to the punishment of their band`(_ days: Int, _ punishment: String?) throws {
    let answer = try answer("absence", #"{"days": \#(days), "day": "2026-11-24"}"#)
    #expect(answer.text("punishment") == punishment)
    #expect(answer.broken == (punishment == nil ? [] : ["absence.days"]))
  }

  @Test(arguments: [(9, nil), (10, "BD")])
  func `ten working days in a row dismiss`(_ days: Int, _ punishment: String?) throws {
    let answer = try answer("absence", #"{"days": 0, "inARow": \#(days), "day": "2026-11-24"}"#)
    #expect(answer.text("punishment") == punishment)
  }

  @Test func `listed dates are counted over week ends and holidays and within the year`() throws {
    let dates = ["2026-08-13", "2026-08-14", "2026-08-15", "2026-08-17", "2026-08-18", "2025-12-31", "2026-09-01"]
    let rows = dates.map { #"{"date": "\#($0)"}"# }.joined(separator: ",")
    let answer = try answer("absence", #"{"day": "2026-11-24", "absences": [\#(rows)]}"#)
    #expect(answer.text("days") == "4")
    #expect(answer.text("inARow") == "3")
    #expect(answer.text("punishment") == "RT")
    #expect(answer.text("toNextBand") == "3")
  }

  @Test(arguments: [
    ("S6", "2026-06-01", "2026-11-30", "2026-12-01"), ("S9", "2026-06-01", "2027-02-28", "2027-03-01"),
    ("S12", "2026-06-01", "2027-05-31", "2027-06-01"), ("BT", "2026-02-28", "2027-02-27", "2027-02-28"),
    ("BB", "2026-01-15", "2027-01-14", "2027-01-15"),
  ])
  func `a moderate or severe punishment blocks until its last day`(
    _ kind: String, _ start: String, _ last: String, _ free: String
  ) throws {
    let json = { (day: String) in #"{"kind": "\#(kind)", "effectiveDate": "\#(start)", "day": "\#(day)"}"# }
    let serving = try answer("punishment-effect", json(last))
    #expect(serving.text("lastDay") == last)
    #expect(serving.text("freeFrom") == free)
    for name in ["blocksRankPromotion", "blocksPostPromotion", "blocksTalentPool", "blocksStudyAssignment"] {
      #expect(serving.text(name) == "true", "\(name)")
    }
    #expect(serving.text("blocksSalaryStep") == "false")
    #expect(serving.verdict == .notMet)
    let after = try answer("punishment-effect", json(free))
    #expect(after.text("blocksRankPromotion") == "false")
    #expect(after.verdict == .met)
  }

  @Test(arguments: ["RL", "RT", "RP"])
  func `a light punishment blocks nothing`(_ kind: String) throws {
    let answer = try answer(
      "punishment-effect", #"{"kind": "\#(kind)", "effectiveDate": "2026-11-01", "day": "2026-11-24"}"#)
    #expect(answer.verdict == .met)
    #expect(answer.text("freeFrom") == nil)
  }

  @Test func `a dismissal blocks for good and a lifted punishment no longer`() throws {
    let dismissed = try answer(
      "punishment-effect", #"{"kind": "BD", "effectiveDate": "2020-01-01", "day": "2026-11-24"}"#)
    #expect(dismissed.text("blocksSalaryStep") == "true")
    #expect(dismissed.verdict == .notMet)
    let lifted = try answer(
      "punishment-effect",
      #"{"kind": "S12", "effectiveDate": "2026-06-01", "revokedDate": "2026-09-01", "day": "2026-11-24"}"#)
    #expect(lifted.text("lastDay") == "2026-08-31")
    #expect(lifted.verdict == .met)
  }

  private let medal = #"{"serviceSince": "2006-12-01", "legalStatus": "AKTIF", "day": "2026-12-01"}"#

  // Published: S75 for the classes and the conditions.
  @Test(arguments: [
    ("", "SLKS20" as String?, "2036-12-01" as String?), (#""held": "SLKS10""#, "SLKS20", "2036-12-01"),
    (#""held": "SLKS20""#, nil, "2036-12-01"), (#""day": "2026-11-30""#, "SLKS10", "2026-12-01"),
    (#""held": "SLKS10", "day": "2026-11-30""#, nil, "2026-12-01"), (#""serviceSince": "1996-12-31""#, "SLKS30", nil),
    (#""serviceSince": "2016-12-31""#, "SLKS10", "2036-12-31"), (#""serviceSince": "2017-01-01""#, nil, "2027-01-01"),
    (#""serviceSince": "1996-02-29", "day": "2026-02-01""#, "SLKS30", nil),
  ])
  func `the highest medal not yet held is proposed in the month of its years`(
    _ change: String, _ proposed: String?, _ next: String?
  ) throws {
    let answer = try answer("service-medal", medal, changed: "{\(change)}")
    #expect(answer.text("medal") == proposed)
    #expect(answer.text("next") == next)
  }

  @Test(arguments: [
    (#""lastPunished": "2012-05-31""#, "slks.punished"), (#""lastUnpaidLeave": "2012-05-31""#, "slks.unpaidLeave"),
  ])
  func `a break closes the door unless the agency lets service count anew`(_ change: String, _ rule: String) throws {
    let closed = try answer("service-medal", medal, changed: "{\(change)}")
    #expect(closed.text("medal") == nil)
    #expect(closed.status(rule) == .notMet)
    #expect(closed.finding("slks.restart")?.certainty == .unsure)
    let anew = try answer(
      "service-medal", medal, changed: "{\(change)}", by: .with("slks.restartAfterBreak", "ya"))
    #expect(anew.text("medal") == "SLKS10")
    #expect(anew.text("countedFrom") == "2012-06-01")
  }
}
