import JSONText
import JenjangDomain
import Testing

@Suite struct CreditPointTests {
  private func row(
    _ level: String, _ predicate: String, _ first: Int = 1, _ last: Int = 12, year: Int = 2_025
  ) -> String {
    #"{"year": \#(year), "positionKind": "\#(level)", "predicate": "\#(predicate)", "firstMonth": \#(first), "#
      + #""lastMonth": \#(last)}"#
  }

  private func converted(_ rows: String...) throws -> RuleAnswer {
    try answer("credit-points", #"{"entries": [\#(rows.joined(separator: ","))]}"#)
  }

  // Domain reference 3.7, worked examples 1 to 4; published: S29, S29, S29, S33.
  @Test func `the published conversions come out, rounded half up`() throws {
    #expect(try converted(row("JF_AHLI_PERTAMA", "SANGAT_BAIK")).text("points") == "18.75")
    let months = try converted(row("JF_AHLI_PERTAMA", "BAIK", 1, 2))
    #expect(months.text("points") == "2.08")
    #expect(months.text("exact") == "2.083")
    let both = try converted(
      row("JF_AHLI_PERTAMA", "SANGAT_BAIK", year: 2_024), row("JF_AHLI_PERTAMA", "BAIK", 1, 2))
    #expect(both.text("points") == "20.83")
    #expect(try converted(row("JF_AHLI_MADYA", "BUTUH_PERBAIKAN")).text("points") == "28.13")
    #expect(try converted(row("JF_AHLI_PERTAMA", "BAIK", 1, 3)).text("points") == "3.13")
  }

  // Published: S29, S33 for the shares; S33, S34 for the coefficients but that of Pemula.
  @Test(arguments: [
    ("JF_PEMULA", "3.75"), ("JF_TERAMPIL", "5.00"), ("JF_MAHIR", "12.50"), ("JF_PENYELIA", "25.00"),
    ("JF_AHLI_PERTAMA", "12.50"), ("JF_AHLI_MUDA", "25.00"), ("JF_AHLI_MADYA", "37.50"), ("JF_AHLI_UTAMA", "50.00"),
  ])
  func `a year at Baik earns the coefficient of the level`(_ level: String, _ points: String) throws {
    let answer = try converted(row(level, "BAIK"))
    #expect(answer.text("points") == points)
    #expect(answer.findings.first?.certainty == (level == "JF_PEMULA" ? .known : .verified))
  }

  @Test(arguments: [
    ("SANGAT_BAIK", "37.50"), ("BAIK", "25.00"), ("BUTUH_PERBAIKAN", "18.75"), ("KURANG", "12.50"),
    ("SANGAT_KURANG", "6.25"),
  ])
  func `each rating earns its share`(_ predicate: String, _ points: String) throws {
    #expect(try converted(row("JF_AHLI_MUDA", predicate)).text("points") == points)
  }

  @Test func `the yearly rating replaces the periodic ones and other overlaps are told`() throws {
    let yearly = try converted(
      row("JF_AHLI_MUDA", "BAIK", 1, 3), row("JF_AHLI_MUDA", "SANGAT_BAIK"), row("JF_AHLI_MUDA", "BAIK", 4, 6))
    #expect(yearly.text("points") == "37.50")
    #expect(yearly.finding("credit.replaced")?.found?.english == "2 rows not counted")
    #expect(yearly.verdict == .met)
    let crossed = try converted(row("JF_AHLI_MUDA", "BAIK", 1, 6), row("JF_AHLI_MUDA", "BAIK", 5, 9))
    #expect(crossed.broken == ["credit.overlap"])
    let twice = try converted(row("JF_AHLI_MUDA", "BAIK"), row("JF_AHLI_MUDA", "BAIK"))
    #expect(twice.broken == ["credit.overlap"])
    #expect(try converted(row("JF_AHLI_MUDA", "BAIK"), row("JF_AHLI_MUDA", "BAIK", year: 2_024)).broken.isEmpty)
  }

  // Domain reference 3.7, worked example 6.
  @Test(arguments: [
    ("2025-09-01", "8.333", "8.333"), ("2025-08-15", "8.333", "8.333"), ("2025-09-02", "9.375", "6.250"),
  ])
  func `a year divided by a new level counts each part with its own coefficient`(
    _ promoted: String, _ old: String, _ new: String
  ) throws {
    let answer = try answer(
      "credit-year",
      #"{"year": 2025, "predicate": "BAIK", "levels": [{"positionKind": "JF_AHLI_MUDA", "effectiveDate": "\#(promoted)"}, "#
        + #"{"positionKind": "JF_AHLI_PERTAMA", "effectiveDate": "2021-03-01"}]}"#)
    let rows = answer.output["levels"]?.array?.compactMap(\.object) ?? []
    #expect(rows.map { $0["positionKind"]?.text } == ["JF_AHLI_PERTAMA", "JF_AHLI_MUDA"])
    #expect(rows.map { $0["exact"]?.text } == [old, new])
  }

  @Test func `months before the first level earn nothing`() throws {
    let answer = try answer(
      "credit-year",
      #"{"year": 2025, "predicate": "BAIK", "levels": [{"positionKind": "JF_AHLI_MUDA", "effectiveDate": "2025-06-15"}]}"#
    )
    #expect(answer.text("points") == "12.50")
  }

  private let standing = #"{"positionKind": "JF_AHLI_MUDA", "grade": "III/d", "day": "2026-11-24"}"#

  // Domain reference 3.7, worked example 5.
  @Test func `the shortage is told in points and in months at a rating`() throws {
    let rows = ["BAIK", "SANGAT_BAIK", "BAIK"].enumerated().map { row("JF_AHLI_MUDA", $1, year: 2_023 + $0) }
    let entries = #""entries": [\#(rows.joined(separator: ","))]"#
    let answer = try answer("credit-standing", standing, changed: "{\(entries)}")
    #expect(answer.text("base") == "100.00")
    #expect(answer.text("total") == "187.50")
    #expect(answer.text("forLevel") == "200.00")
    #expect(answer.text("levelBalance") == "-12.50")
    #expect(answer.text("monthsToLevel") == "6")
    #expect(answer.broken == ["credit.rank", "credit.level"])
    let faster = #"{"predicate": "SANGAT_BAIK", \#(entries)}"#
    #expect(try JenjangDomainTests.answer("credit-standing", standing, changed: faster).text("monthsToLevel") == "4")
  }

  // Published: S29. Ahli Pertama III/b, base 50 and 52 new: 2 more than the level needs.
  @Test func `the published excess of an Ahli Pertama comes out`() throws {
    let answer = try answer(
      "credit-standing",
      #"{"positionKind": "JF_AHLI_PERTAMA", "grade": "III/b", "day": "2026-11-24", "#
        + #""entries": [{"year": 2025, "points": "52"}]}"#)
    #expect(answer.text("total") == "102.00")
    #expect(answer.text("levelBalance") == "2.00")
    #expect(answer.text("monthsToLevel") == "0")
    #expect(answer.broken.isEmpty)
  }

  // Published: S32 for keterampilan ranks, S30 and S33 for levels, S31 for the base of III/d.
  @Test(arguments: [
    ("JF_PEMULA", "II/a", "0.00", "15.00", "15.00"), ("JF_TERAMPIL", "II/b", "0.00", "20.00", "60.00"),
    ("JF_TERAMPIL", "II/c", "20.00", "40.00", "60.00"), ("JF_TERAMPIL", "II/d", "40.00", "60.00", "60.00"),
    ("JF_MAHIR", "III/a", "0.00", "50.00", "100.00"), ("JF_MAHIR", "III/b", "50.00", "100.00", "100.00"),
    ("JF_PENYELIA", "III/c", "0.00", "100.00", nil), ("JF_PENYELIA", "III/d", "100.00", nil, nil),
    ("JF_AHLI_PERTAMA", "III/a", "0.00", "50.00", "100.00"), ("JF_AHLI_PERTAMA", "III/b", "50.00", "100.00", "100.00"),
    ("JF_AHLI_MUDA", "III/c", "0.00", "100.00", "200.00"), ("JF_AHLI_MUDA", "III/d", "100.00", "200.00", "200.00"),
    ("JF_AHLI_MADYA", "IV/a", "0.00", "150.00", "450.00"), ("JF_AHLI_MADYA", "IV/b", "150.00", "300.00", "450.00"),
    ("JF_AHLI_MADYA", "IV/c", "300.00", "450.00", "450.00"), ("JF_AHLI_UTAMA", "IV/d", "0.00", "200.00", nil),
    ("JF_AHLI_UTAMA", "IV/e", "200.00", nil, nil),
  ])
  func `each rank of a level has its base and its needs`(
    _ level: String, _ grade: String, _ base: String, _ rank: String?, _ next: String?
  ) throws {
    let answer = try answer(
      "credit-standing", #"{"positionKind": "\#(level)", "grade": "\#(grade)", "day": "2026-11-24"}"#)
    #expect(answer.text("base") == base)
    #expect(answer.text("forRank") == rank)
    #expect(answer.text("forLevel") == next)
  }

  @Test func `a Terampil who entered at II c needs fewer points, and unsurely so`() throws {
    let answer = try answer(
      "credit-standing",
      #"{"positionKind": "JF_TERAMPIL", "grade": "II/d", "enteredAtIIc": true, "base": "30", "day": "2026-11-24"}"#)
    #expect(answer.text("forLevel") == "40.00")
    #expect(answer.finding("credit.level")?.certainty == .unsure)
  }

  @Test func `rows of another level do not count and a grade outside the level is told`() throws {
    let entries = #"{"entries": [\#(row("JF_AHLI_PERTAMA", "BAIK"))]}"#
    #expect(try answer("credit-standing", standing, changed: entries).text("earned") == "0.00")
    let misfit = try answer("credit-standing", standing, changed: #"{"grade": "III/a"}"#)
    #expect(misfit.status("credit.grade") == .notMet)
  }

  @Test func `nobody is found wanting while no points are on record`() throws {
    let answer = try answer("credit-standing", standing)
    #expect(answer.text("levelBalance") == "-100.00")
    #expect(answer.status("credit.level") == .cannotJudge)
    #expect(answer.verdict == .cannotJudge)
  }

  @Test func `a threshold is compared on the value rounded to two places`() throws {
    let answer = try answer(
      "credit-standing", standing, changed: #"{"entries": [{"year": 2025, "points": "99.995"}]}"#)
    #expect(answer.text("total") == "200.00")
    #expect(answer.broken.isEmpty)
  }

  @Test(arguments: [
    ("JF_AHLI_PERTAMA", "BAIK", true, "12.50"), ("JF_AHLI_MADYA", "SANGAT_BAIK", true, "37.50"),
    ("JF_AHLI_MUDA", "BUTUH_PERBAIKAN", true, nil), ("JF_AHLI_MUDA", "BAIK", false, nil),
  ])
  func `a higher diploma earns a quarter of a rank, once`(
    _ level: String, _ predicate: String, _ isFirst: Bool, _ points: String?
  ) throws {
    let answer = try answer(
      "credit-diploma",
      #"{"positionKind": "\#(level)", "predicate": "\#(predicate)", "isRelevant": true, "isFirst": \#(isFirst), "#
        + #""day": "2026-11-24"}"#)
    #expect(answer.text("points") == points)
  }
}

@Suite struct FunctionalPromotionTests {
  private let person =
    #"{"positionKind": "JF_AHLI_MUDA", "grade": "III/c", "gradeSince": "2024-04-01", "points": "100", "#
    + #""legalStatus": "AKTIF", "predicateLastYear": "BAIK", "predicateYearBefore": "BAIK", "day": "2026-11-24"}"#

  @Test(arguments: [
    ("", "III/d", [String]()), (#""points": "99.99""#, "III/d", ["promotion.points"]),
    (#""points": "99.995""#, "III/d", []), (#""gradeSince": "2024-11-25""#, "III/d", ["promotion.years"]),
    (#""gradeSince": "2024-11-24""#, "III/d", []),
    (#""predicateYearBefore": "KURANG""#, "III/d", ["promotion.performance"]),
    (#""grade": "III/d", "points": "200""#, nil, ["promotion.level"]),
    (#""grade": "III/d", "points": "199""#, nil, ["promotion.level", "promotion.points"]),
  ])
  func `a rank within the level needs points, two years and good ratings`(
    _ change: String, _ target: String?, _ broken: [String]
  ) throws {
    let answer = try answer("functional-rank-promotion", person, changed: "{\(change)}")
    #expect(answer.text("target") == target)
    #expect(answer.broken == broken)
    #expect(answer.text("isPossible") == String(broken.isEmpty))
  }

  @Test func `a post of another kind is told that it is not functional`() throws {
    let answer = try answer("functional-rank-promotion", person, changed: #"{"positionKind": "PENGAWAS"}"#)
    #expect(answer.finding("promotion.level")?.needed?.english == "a functional post")
    #expect(answer.text("target") == nil)
  }

  private let level =
    #"{"positionKind": "JF_AHLI_PERTAMA", "points": "100", "predicateLastYear": "BAIK", "hasVacancy": true, "#
    + #""testPassed": true, "day": "2026-11-24"}"#

  @Test(arguments: [
    ("", "JF_AHLI_MUDA", [String]()), (#""points": "99.9""#, "JF_AHLI_MUDA", ["level.points"]),
    (#""predicateLastYear": "KURANG""#, "JF_AHLI_MUDA", ["level.performance"]),
    (#""hasVacancy": false"#, "JF_AHLI_MUDA", ["level.vacancy"]),
    (#""testPassed": false"#, "JF_AHLI_MUDA", ["level.test"]),
    (#""punishedUntil": "2026-11-24""#, "JF_AHLI_MUDA", ["promotion.discipline"]),
    (#""positionKind": "JF_AHLI_UTAMA""#, nil, ["level.next"]),
    (#""positionKind": "JF_PENYELIA""#, nil, ["level.next"]),
  ])
  func `the next level needs points, a good year, a vacancy and the test`(
    _ change: String, _ target: String?, _ broken: [String]
  ) throws {
    let answer = try answer("level-promotion", level, changed: "{\(change)}")
    #expect(answer.text("target") == target)
    #expect(answer.broken == broken)
  }
}
