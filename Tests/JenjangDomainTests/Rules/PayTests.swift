import JSONText
import JenjangDomain
import Testing

@Suite struct SalaryStepTests {
  private func step(_ grade: String, _ since: String, _ service: String, _ day: String, _ more: String = "{}") throws
    -> RuleAnswer
  {
    try answer(
      "salary-step",
      #"{"grade": "\#(grade)", "since": "\#(since)", \#(service), "day": "\#(day)", "predicate": "BAIK"}"#,
      changed: more)
  }

  // Published: S20. CPNS III/a from 1 March 2008 with 1 y 0 m: first step 1 March 2009, then every two years.
  @Test(arguments: [
    ("2008-03-01", "2009-03-01", "2011-03-01"), ("2009-03-01", "2009-03-01", "2011-03-01"),
    ("2009-03-02", "2011-03-01", "2013-03-01"), ("2026-11-24", "2027-03-01", "2029-03-01"),
  ])
  func `the published steps of III a come out`(_ day: String, _ scheduled: String, _ following: String) throws {
    let answer = try step("III/a", "2008-03-01", #""serviceYears": 1, "serviceMonths": 0"#, day)
    #expect(answer.text("scheduled") == scheduled)
    #expect(answer.text("following") == following)
    #expect(answer.text("granted") == scheduled)
    #expect(answer.verdict == .met)
  }

  @Test(arguments: [
    ("II/a", "2020-01-01", 0, "2021-01-01", 1), ("II/b", "2020-01-01", 0, "2023-01-01", 3),
    ("I/a", "2020-01-01", 0, "2022-01-01", 2), ("I/c", "2020-01-01", 3, "2022-01-01", 5),
    ("IV/e", "2020-01-01", 31, "2021-01-01", 32), ("II/d", "2020-02-29", 32, "2021-02-28", 33),
  ])
  func `each rank has its own steps`(
    _ grade: String, _ since: String, _ years: Int, _ scheduled: String, _ reached: Int
  ) throws {
    let answer = try step(grade, since, #""serviceYears": \#(years)"#, since)
    #expect(answer.text("scheduled") == scheduled)
    #expect(answer.text("step") == String(reached))
  }

  @Test(arguments: [("III/a", 32), ("I/a", 26), ("II/a", 33), ("I/b", 27)])
  func `after the last step there is none`(_ grade: String, _ years: Int) throws {
    let answer = try step(grade, "2020-01-01", #""serviceYears": \#(years)"#, "2026-11-24")
    #expect(answer.text("scheduled") == nil)
    #expect(answer.broken == ["salary.step"])
  }

  @Test func `notice is given two months before`() throws {
    let answer = try step("III/a", "2008-03-01", #""serviceYears": 1"#, "2026-11-24")
    #expect(answer.text("notice") == "2027-01-01")
  }

  @Test func `a postponed step is granted from the following month and does not shift the next`() throws {
    let bad = { (more: String) in #"{"predicate": "KURANG"\#(more)}"# }
    let open = try step("III/a", "2008-03-01", #""serviceYears": 1"#, "2026-11-24", bad(""))
    #expect(open.text("granted") == nil)
    #expect(open.text("review") == "2028-03-01")
    #expect(open.broken == ["salary.rating"])
    let ended = try step(
      "III/a", "2008-03-01", #""serviceYears": 1"#, "2026-11-24", bad(#", "reasonEnded": "2027-07-15""#))
    #expect(ended.text("granted") == "2027-08-01")
    #expect(ended.text("following") == "2029-03-01")
    let early = try step(
      "III/a", "2008-03-01", #""serviceYears": 1"#, "2026-11-24", bad(#", "reasonEnded": "2027-01-15""#))
    #expect(early.text("granted") == "2027-03-01")
  }

  @Test(arguments: [
    ("I/d", "II/a", 12, 4, 6, 6, 4), ("II/d", "III/a", 12, 11, 5, 7, 11), ("I/d", "III/a", 20, 0, 11, 9, 0),
    ("III/d", "IV/a", 12, 3, 0, 12, 3), ("II/a", "II/b", 4, 0, 0, 4, 0), ("II/d", "III/a", 4, 0, 5, 0, 0),
  ])
  func `crossing into a higher group takes years off the service in grade`(
    _ from: String, _ to: String, _ years: Int, _ months: Int, _ taken: Int, _ newYears: Int, _ newMonths: Int
  ) throws {
    let answer = try answer(
      "service-after-crossing",
      #"{"from": "\#(from)", "to": "\#(to)", "years": \#(years), "months": \#(months), "day": "2026-10-01"}"#)
    #expect(answer.text("taken") == String(taken))
    #expect(answer.text("years") == String(newYears))
    #expect(answer.text("months") == String(newMonths))
  }

  @Test(arguments: [
    ("2026-11-24", Finding.Status.notMet), ("2024-02-01", .met), ("2024-02-29", .met), ("2024-03-01", .notMet),
  ])
  func `a move to a post whose age is passed retires at once`(_ day: String, _ verdict: Finding.Status) throws {
    let answer = try answer(
      "transfer-retirement", #"{"birthDate": "1966-02-01", "positionKind": "PENGAWAS", "day": "\#(day)"}"#)
    #expect(answer.text("retirement") == "2024-03-01")
    #expect(answer.verdict == verdict)
  }

  @Test func `the working days are a rule too`() throws {
    let answer = try answer("working-days", #"{"start": "2026-12-31", "workingDays": 1}"#)
    #expect(answer.text("day") == "2027-01-04")
    #expect(answer.status("calendar.holidays") == .cannotJudge)
  }
}
