import JSONText
import JenjangDomain
import Testing

/// General conditions, objections, committees, transfers between agencies, tenure of executives, appeals.
@Suite struct IntakeRuleTests {
  private let applicant: JSONObject = [
    "birthDate": "1998-03-10", "isCitizen": true, "prisonMonths": 0, "wasDismissed": false, "isInParty": false,
    "diplomaFits": true, "day": "2026-11-24",
  ]

  @Test func `an applicant who meets everything passes`() throws {
    let answer = try judged("applicant-conditions", applicant)
    #expect(answer.verdict == .met)
    #expect(answer.text("youngestBirth") == "2008-11-24")
    #expect(answer.text("oldestBirth") == "1990-11-25")
  }

  @Test(arguments: [
    ("birthDate", "2008-11-25" as JSONValue, "applicant.youngest"), ("birthDate", "1990-11-24", "applicant.oldest"),
    ("isCitizen", false, "applicant.citizen"), ("prisonMonths", 24, "applicant.prison"),
    ("wasDismissed", true, "applicant.dismissed"), ("isInParty", true, "applicant.party"),
    ("diplomaFits", false, "applicant.diploma"),
  ])
  func `each general condition stands in the way by itself`(_ field: String, _ value: JSONValue, _ rule: String) throws
  {
    var changes = JSONObject()
    changes[field] = value
    let answer = try judged("applicant-conditions", applicant.changed(by: changes))
    #expect(answer.broken == [rule])
    #expect(answer.verdict == .notMet)
  }

  @Test func `the last day of an age counts, and some posts allow more`() throws {
    #expect(try judged("applicant-conditions", applicant.changed(by: ["birthDate": "1990-11-25"])).verdict == .met)
    #expect(try judged("applicant-conditions", applicant.changed(by: ["birthDate": "2008-11-24"])).verdict == .met)
    let older: JSONObject = ["birthDate": "1987-01-01", "isSpecialPost": true]
    #expect(try judged("applicant-conditions", applicant.changed(by: older)).verdict == .met)
    #expect(
      try judged("applicant-conditions", ["birthDate": "1998-03-10", "day": "2026-11-24"]).verdict == .cannotJudge)
  }

  @Test func `an objection has three days, its answer seven more`() throws {
    let answer = try judged(
      "selection-objection", ["announced": "2026-11-24", "filed": "2026-11-27", "answered": "2026-12-04"])
    #expect(answer.text("objectBy") == "2026-11-27")
    #expect(answer.text("answerBy") == "2026-12-04")
    #expect(answer.verdict == .met)
    let late = try judged(
      "selection-objection", ["announced": "2026-11-24", "filed": "2026-11-28", "answered": "2026-12-05"])
    #expect(late.broken == ["objection.window", "objection.answer"])
    #expect(late.finding("objection.window")?.certainty == .known)
  }

  @Test func `a committee is odd, mostly from outside, and the call is open for fifteen days`() throws {
    let input: JSONObject = [
      "members": 5, "internalMembers": 2, "announced": "2026-11-01", "closed": "2026-11-16", "day": "2026-11-01",
    ]
    let answer = try judged("selection-committee", input)
    #expect(answer.verdict == .met)
    #expect(answer.text("internalPercent") == "40.00")
    let wrong: JSONObject = ["members": 6, "internalMembers": 3, "closed": "2026-11-15"]
    #expect(
      try judged("selection-committee", input.changed(by: wrong)).broken
        == ["committee.size", "committee.internal", "committee.announcement"])
  }

  @Test func `papers between agencies are complete or name what is missing`() throws {
    var input: JSONObject = ["hasStudyBond": false, "submitted": "2026-11-24", "day": "2026-11-24"]
    for paper in [
      "hasAnalysis", "hasRequest", "hasRelease", "hasAcceptance", "hasCleanStatement", "hasDecrees", "wasGoodTwoYears",
      "hasClearance",
    ] { input[paper] = true }
    let law = Law([], daysOff: [DayOff(day: theDay("2026-12-25"), kind: .national)])
    let whole = try judged("transfer-papers", input, by: law)
    #expect(whole.verdict == .met)
    #expect(whole.text("missing") == "0" && whole.text("decisionBy") == "2026-12-15")
    let bound = try judged("transfer-papers", input.changed(by: ["hasStudyBond": true, "hasRelease": false]), by: law)
    #expect(bound.broken == ["transfer.release", "transfer.bond"])
    #expect(bound.text("missing") == "2")
  }

  @Test func `an executive stays two years unless the law was breached, and is reviewed after five`() throws {
    let input: JSONObject = ["positionSince": "2025-06-01", "day": "2026-11-24"]
    let early = try judged("executive-tenure", input)
    #expect(early.broken == ["executive.years"] && early.text("earliest") == "2027-06-01")
    #expect(try judged("executive-tenure", input.changed(by: ["isBreachOrUnfit": true])).verdict == .met)
    let long = try judged("executive-tenure", input.changed(by: ["positionSince": "2021-06-01"]))
    #expect(long.status("executive.review") == .met && long.text("reviewOn") == "2026-06-01")
  }

  @Test func `around an election the minister's permission is needed`() throws {
    let input: JSONObject = [
      "positionSince": "2020-01-01", "nomination": "2027-03-01", "termEnd": "2027-12-31", "day": "2026-11-24",
    ]
    let bound = try judged("executive-tenure", input)
    #expect(bound.text("permissionFrom") == "2026-09-01" && bound.status("executive.election") == .cannotJudge)
    #expect(
      try judged("executive-tenure", input.changed(by: ["hasPermission": false])).broken == ["executive.election"])
    #expect(
      try judged("executive-tenure", input.changed(by: ["day": "2026-08-31"])).status("executive.election") == .met)
    #expect(
      try judged("executive-tenure", input.changed(by: ["day": "2028-01-01"])).status("executive.election") == .met)
  }

  @Test func `a severe case needs a team, and an appeal fourteen working days`() throws {
    let input: JSONObject = ["level": "BERAT", "hasTeam": false, "received": "2026-11-02", "filed": "2026-11-20"]
    let answer = try judged("discipline-appeal", input)
    #expect(answer.text("appealBy") == "2026-11-20" && answer.broken == ["discipline.team"])
    #expect(answer.text("needsTeam") == "true")
    let late = try judged("discipline-appeal", input.changed(by: ["level": "SEDANG", "filed": "2026-11-21"]))
    #expect(late.broken == ["discipline.appeal"])
  }
}
