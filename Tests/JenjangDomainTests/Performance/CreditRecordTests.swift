import JSONText
import JenjangDomain
import Testing

/// The worked examples of domain reference 3.7 on records, and what rules make of them.
@Suite struct `Credit points on record` {
  @Test func `a year rated Sangat Baik earns an Ahli Pertama 18,75`() {
    let year = PerformanceYear()
    let posting = year.convert(year.evaluate(work: .above, behaviour: .above))
    #expect(posting.decrees.map { $0.points?.text } == ["18.750"])
    #expect(posting.decrees.first?.months == 12)
    #expect(posting.decrees.first?.policy == "credit.coefficient.JF_AHLI_PERTAMA, credit.percent")
    #expect(year.ledger.standing?.output.earned?.text == "18.75")
  }

  @Test func `two months at Baik earn 2,08 and both together 20,83`() {
    let year = PerformanceYear()
    year.convert(year.evaluate(work: .above, behaviour: .above))
    let posting = year.convert(year.evaluate(1, "2026-01-01", "2026-02-28"))
    #expect(posting.points.text == "2.083")
    #expect(year.ledger.standing?.output.earned?.text == "20.83")
  }

  @Test func `an Ahli Madya at Butuh Perbaikan earns 28,13`() {
    let year = PerformanceYear(level: .expert3, grade: .ivA)
    let posting = year.convert(year.evaluate(work: .below, behaviour: .asExpected))
    #expect(posting.points.text == "28.125")
    #expect(year.ledger.standing?.output.earned?.text == "28.13")
  }

  @Test func `an Ahli Muda in III-d is 12,5 short of the level after three years`() {
    let year = PerformanceYear(level: .expert2, grade: .iiiD)
    for (number, ratings) in [ExpectationRating.asExpected, .above, .asExpected].enumerated() {
      let start = 2023 + number
      year.convert(year.evaluate(0, "\(start)-01-01", "\(start)-12-31", work: ratings, behaviour: ratings))
    }
    let output = year.ledger.standing?.output
    #expect(output?.base?.text == "100.00")
    #expect(output?.total?.text == "187.50")
    #expect(output?.levelBalance?.text == "-12.50")
    #expect(output?.monthsToLevel == 6)
  }

  @Test func `a new level in September divides the year and begins at zero`() {
    let year = PerformanceYear()
    year.hold(13, .expert2, since: "2025-09-01")
    let posting = year.convert(year.evaluate())
    #expect(posting.decrees.map { $0.points?.text } == ["8.333", "8.333"])
    #expect(posting.decrees.map(\.positionKind) == [.expert1, .expert2])
    #expect(posting.decrees.map { $0.end?.iso } == ["2025-08-31", "2025-12-31"])
    #expect(year.ledger.counted.map(\.positionKind) == [.expert2])
  }

  @Test func `the year takes the place of its quarters and a quarter after it earns nothing`() {
    let year = PerformanceYear()
    year.convert(year.evaluate(1, "2025-01-01", "2025-03-31"))
    year.convert(year.evaluate(2, "2025-04-01", "2025-06-30"))
    #expect(year.ledger.standing?.output.earned?.text == "6.25")
    let annual = year.convert(year.evaluate())
    #expect(annual.replaced.count == 2)
    #expect(year.ledger.standing?.output.earned?.text == "12.50")
    #expect(year.ledger.counted.count == 1)
    let late = year.convert(year.evaluate(3, "2025-07-01", "2025-09-30"))
    #expect(late.refusal != nil && late.decrees.isEmpty)
  }

  @Test func `counting twice adds nothing and nothing is earned before the release or without a functional post`() {
    let year = PerformanceYear()
    let evaluation = year.evaluate()
    year.convert(evaluation)
    #expect(year.convert(evaluation).refusal != nil)
    #expect(year.ledger.decrees.count == 1)
    #expect(year.convert(year.evaluate(1, "2026-01-01", "2026-03-31", state: .submitted)).refusal != nil)
    let staff = PerformanceYear(level: .operational)
    #expect(staff.convert(staff.evaluate()).refusal != nil)
  }

  @Test func `base points written down count before those of the rank, and other points with them`() {
    let year = PerformanceYear(grade: .iiiB)
    year.convert(year.evaluate())
    #expect(year.ledger.standing?.output.total?.text == "62.50")
    for (id, origin, points) in [(1, CreditOrigin.base, "40"), (2, .education, "25")]
      as [(UInt64, CreditOrigin, String)]
    {
      year.book.add(
        make(id) { (decree: inout CreditDecree) in
          decree.employee = identity(1)
          (decree.start, decree.end) = (theDay("2024-01-01"), theDay("2024-01-31"))
          decree.positionKind = .expert1
          decree.origin = origin
          decree.points = Decimal(points, scale: 3)
        })
    }
    #expect(year.ledger.standing?.output.total?.text == "77.50")
  }

  @Test func `points promoted with their holder within a level are not counted twice`() {
    let year = PerformanceYear(grade: .iiiA)
    year.convert(year.evaluate(0, "2024-01-01", "2024-12-31"))
    year.book.add(
      make(14) { (rank: inout RankHistory) in
        rank.employee = identity(1)
        rank.grade = .iiiB
        rank.effectiveDate = theDay("2025-04-01")
      })
    year.convert(year.evaluate())
    #expect(year.ledger.standing?.output.base?.text == "0.00")
    #expect(year.ledger.standing?.output.total?.text == "25.00")
  }

  @Test func `an empty file finds nobody wanting`() throws {
    let input = try #require(FunctionalRankPromotion.input(for: PerformanceYear().person))
    #expect(input.points == nil)
    let finding = try FunctionalRankPromotion.judge(input, by: .national).findings.first {
      $0.rule == "promotion.points"
    }
    #expect(finding?.status == .cannotJudge)
  }
}

@Suite struct `Ratings feed the rules` {
  @Test func `the two last years are those that were released`() throws {
    let year = PerformanceYear(level: .operational)
    year.evaluate(0, "2024-01-01", "2024-12-31", work: .above, behaviour: .above)
    year.evaluate(state: .submitted)
    var input = try #require(RegularRankPromotion.input(for: year.person))
    #expect(input.predicateYearBefore == .veryGood)
    #expect(input.predicateLastYear == nil)
    year.apply([year.book.evaluations.updating(identity(2_025_000)) { $0.state = .released }].compactMap(\.self))
    input = try #require(RegularRankPromotion.input(for: year.person))
    #expect(input.predicateLastYear == .good)
    let finding = try RegularRankPromotion.judge(input, by: .national).findings.first {
      $0.rule == "promotion.performance"
    }
    #expect(finding?.status == .met)
  }

  @Test func `a quarter is no year and the last part of a divided year counts`() {
    let year = PerformanceYear()
    year.evaluate(4, "2025-10-01", "2025-12-31", work: .above, behaviour: .above)
    #expect(year.book.yearRating(of: identity(1), 2_025) == nil)
    year.evaluate()
    #expect(year.book.yearRating(of: identity(1), 2_025) == .good)
  }

  @Test func `talent, requirements, index and succession read the same ratings`() throws {
    let year = PerformanceYear()
    year.evaluate(work: .above, behaviour: .above)
    #expect(TalentMap.input(for: year.person)?.predicateLastYear == .veryGood)
    #expect(PostRequirements.input(for: year.person)?.predicateLastYear == .veryGood)
    #expect(ProfessionalismIndex.input(for: year.person)?.predicate == .veryGood)
    #expect(SuccessionPool.input(for: year.person)?.predicateLastYear == .veryGood)
    #expect(LevelPromotion.input(for: year.person)?.predicateLastYear == .veryGood)
  }
}
