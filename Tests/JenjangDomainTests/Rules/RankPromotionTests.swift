import JSONText
import JenjangDomain
import Testing

@Suite struct RankPromotionTests {
  // Domain reference 2.2, table of periods.
  @Test(arguments: [
    ("2023-03-02", "2023-04-01"), ("2023-04-01", "2023-04-01"), ("2023-04-02", "2023-10-01"),
    ("2023-10-02", "2024-02-01"), ("2024-01-01", "2024-02-01"), ("2024-02-29", "2024-04-01"),
    ("2025-08-02", "2025-10-01"), ("2025-09-30", "2025-10-01"), ("2025-10-01", "2025-10-01"),
    ("2025-10-02", "2025-11-01"), ("2026-12-31", "2027-01-01"),
  ])
  func `a promotion takes effect on the first period of the law of that day`(_ day: String, _ earliest: String) throws {
    let answer = try answer("rank-promotion-day", #"{"day": "\#(day)"}"#)
    #expect(answer.text("earliest") == earliest)
    #expect(answer.verdict == .met)
  }

  @Test(arguments: [
    ("2025-05-19", "III/d", true, Finding.Status.notMet), ("2025-05-19", "IV/a", true, .met),
    ("2025-05-20", "III/d", false, .met), ("2026-01-01", "III/a", false, .met),
  ])
  func `the superior's rank was a limit until 19 May 2025`(
    _ day: String, _ superior: String, _ isLimit: Bool, _ verdict: Finding.Status
  ) throws {
    let answer = try answer(
      "superior-rank-limit", #"{"target": "IV/a", "superiorGrade": "\#(superior)", "day": "\#(day)"}"#)
    #expect(answer.text("isLimit") == String(isLimit))
    #expect(answer.verdict == verdict)
  }

  private let regular =
    #"{"grade": "III/a", "gradeSince": "2022-10-01", "education": "S1", "positionKind": "PELAKSANA", "kind": "PNS", "#
    + #""day": "2026-11-24", "legalStatus": "AKTIF", "predicateLastYear": "BAIK", "predicateYearBefore": "BAIK"}"#

  @Test(arguments: [
    ("", [String]()), (#""predicateYearBefore": "BUTUH_PERBAIKAN""#, ["promotion.performance"]),
    (#""education": "SMA", "grade": "III/b""#, ["promotion.ceiling"]),
    (#""gradeSince": "2022-11-25""#, ["promotion.years"]), (#""legalStatus": "CLTN""#, ["promotion.status"]),
    (#""positionKind": "JF_MAHIR""#, ["promotion.kind"]),
    (#""punishedUntil": "2026-11-01""#, ["promotion.discipline"]),
    (#""punishedUntil": "2026-10-31""#, []),
    (#""grade": "II/d", "examinationPassed": false"#, ["promotion.examination"]),
    (#""grade": "II/d", "examinationPassed": true"#, []),
    (#""legalStatus": "TUGAS_BELAJAR", "positionKind": null"#, []),
    (#""grade": "III/d", "education": "S2", "examinationPassed": true"#, []),
  ])
  func `regular promotion names the condition that fails`(_ more: String, _ broken: [String]) throws {
    let answer = try answer("regular-rank-promotion", regular, changed: "{\(more)}")
    #expect(answer.broken == broken)
    #expect(answer.text("isPossible") == String(broken.isEmpty))
  }

  private let structural =
    #"{"positionKind": "ADMINISTRATOR", "echelon": "III.a", "positionSince": "2025-06-01", "grade": "III/d", "#
    + #""gradeSince": "2025-04-01", "day": "2026-11-24", "legalStatus": "AKTIF", "predicateLastYear": "BAIK", "#
    + #""predicateYearBefore": "SANGAT_BAIK", "examinationPassed": true}"#

  @Test(arguments: [
    ("", "IV/a", [String]()), (#""positionSince": "2025-11-25""#, "IV/a", ["promotion.postYears"]),
    (#""gradeSince": "2025-11-25""#, "IV/a", ["promotion.years"]),
    (#""grade": "IV/a", "gradeSince": "2022-11-24""#, "IV/b", []),
    (#""grade": "IV/a", "gradeSince": "2022-11-25""#, "IV/b", ["promotion.years"]),
    (#""grade": "IV/b", "gradeSince": "2020-04-01""#, nil, ["promotion.span"]),
    (#""grade": "III/c", "gradeSince": "2020-04-01""#, nil, ["promotion.span"]),
    (#""positionKind": "PELAKSANA", "gradeSince": "2020-04-01""#, nil, ["promotion.span"]),
    (#""examinationPassed": false"#, "IV/a", ["promotion.examination"]),
    (#""predicateLastYear": "KURANG""#, "IV/a", ["promotion.performance"]),
  ])
  func `a managerial post promotes a year below its span and four years within`(
    _ more: String, _ target: String?, _ broken: [String]
  ) throws {
    let answer = try answer("structural-rank-promotion", structural, changed: "{\(more)}")
    #expect(answer.text("target") == target)
    #expect(answer.broken == broken)
  }

  @Test func `below the span the later of rank and post decides`() throws {
    let answer = try answer("structural-rank-promotion", structural, changed: #"{"positionSince": "2026-01-15"}"#)
    #expect(answer.text("earliest") == "2027-02-01")
  }

  @Test(arguments: [
    ("SANGAT_BAIK", true, "2025-11-24", [String]()), ("BAIK", true, "2025-11-24", ["promotion.veryGood"]),
    ("SANGAT_BAIK", false, "2025-11-24", ["promotion.decree"]),
    ("SANGAT_BAIK", true, "2025-11-25", ["promotion.years"]),
  ])
  func `outstanding performance asks for a year, Sangat Baik and a decree`(
    _ predicate: String, _ decreed: Bool, _ since: String, _ broken: [String]
  ) throws {
    let json =
      #"{"grade": "III/a", "gradeSince": "\#(since)", "legalStatus": "AKTIF", "predicateLastYear": "\#(predicate)", "#
      + #""decreed": \#(decreed), "day": "2026-11-24"}"#
    #expect(try answer("performance-rank-promotion", json).broken == broken)
  }

  @Test(arguments: ["diploma-rank-promotion", "study-rank-promotion"])
  func `a new diploma raises to its entry rank`(_ rule: String) throws {
    let json = { (grade: String) in
      #"{"diploma": "S1", "isNeeded": true, "examinationPassed": true, "grade": "\#(grade)", "#
        + #""gradeSince": "2024-02-29", "legalStatus": "AKTIF", "day": "2025-02-28"}"#
    }
    let raised = try answer(rule, json("II/c"))
    #expect(raised.text("target") == "III/a")
    // A year after 29 February is 28 February; the law of that month has six periods.
    #expect(raised.text("earliest") == "2025-04-01")
    #expect(raised.verdict == .met)
    #expect(try answer(rule, json("III/a")).broken == ["promotion.diploma"])
  }

  @Test(arguments: [
    ("1996-10-01", "2026-10-01", Finding.Status.met), ("1996-10-01", "2026-10-15", .notMet),
    ("2006-10-01", "2024-11-01", .met), ("2006-10-01", "2024-11-02", .notMet), ("2016-10-01", "2022-11-01", .met),
    ("2016-12-01", "2020-11-01", .notMet),
  ])
  func `long service shortens the time in rank, and its unsure numbers never refuse`(
    _ service: String, _ since: String, _ status: Finding.Status
  ) throws {
    let answer = try answer(
      "service-rank-promotion",
      #"{"grade": "III/d", "gradeSince": "\#(since)", "serviceSince": "\#(service)", "allYearsGood": true, "#
        + #""day": "2026-11-01"}"#)
    #expect(answer.status("promotion.service.time") == status)
    #expect(answer.finding("promotion.service.time")?.certainty == .unsure)
    #expect(answer.verdict == (status == .met ? .met : .cannotJudge))
    #expect(answer.text("target") == "IV/a")
  }

  @Test func `death on duty gives one more rank`() throws {
    let json = #"{"grade": "II/b", "diedOnDuty": true, "day": "2026-11-03"}"#
    #expect(try answer("posthumous-rank-promotion", json).text("target") == "II/c")
    let natural = try answer(
      "posthumous-rank-promotion", #"{"grade": "II/b", "diedOnDuty": false, "day": "2026-11-03"}"#)
    #expect(natural.text("target") == nil)
    #expect(natural.verdict == .notMet)
  }
}
