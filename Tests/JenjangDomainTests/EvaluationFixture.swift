import JSONText
import JenjangDomain

/// A year in quarters, a root unit with two below it, a head and some people with agreed plans.
struct EvaluationFixture {
  let book: Book
  let cycle: ID<EvaluationCycle> = identity(1)
  let period: EvaluationPeriod
  let annual: EvaluationPeriod

  static let head = person(1)
  static let chief = person(90)
  static func person(_ number: UInt64) -> ID<Employee> { identity(1_000 + number) }
  static func plan(_ number: UInt64) -> ID<PerformancePlan> { identity(2_000 + number) }
  static func unit(_ number: UInt64) -> ID<Unit> { identity(10 + number) }

  /// People 2 to `people` belong to unit 2 and are assessed by person 1, its head.
  init(people: UInt64 = 4, on today: String = "2026-10-20") {
    let book = Book.empty(on: today)
    self.book = book
    book.add(
      make(1) { (record: inout EvaluationCycle) in
        record.name = "Kinerja 2026"
        record.year = 2_026
        record.length = .quarterly
        record.state = .running
        record.start = theDay("2026-01-01")
        record.end = theDay("2026-12-31")
        record.planDue = theDay("2026-01-31")
      })
    period = EvaluationFixture.period(3, "2026-07-01", "2026-09-30", due: "2026-10-15")
    annual = EvaluationFixture.period(0, "2026-01-01", "2026-12-31", due: "2027-01-31")
    book.add(period)
    book.add(annual)
    for number in 1...3 as ClosedRange<UInt64> {
      book.add(
        make(10 + number) { (unit: inout Unit) in
          unit.code = "U\(number)"
          unit.name = "Unit \(number)"
          if number > 1 { unit.parent = EvaluationFixture.unit(number - 1) }
          unit.head = identity(500 + number)
        })
    }
    book.add(
      make(502) { (post: inout Post) in
        post.name = "Kepala unit 2"
        post.unit = EvaluationFixture.unit(2)
      })
    for number in 1...people {
      book.add(make(1_000 + number) { (record: inout Employee) in record.name = "Orang \(number)" })
      book.add(EvaluationFixture.plan(number, assessor: number == 1 ? EvaluationFixture.chief : EvaluationFixture.head))
    }
    book.add(make(1_090) { (record: inout Employee) in record.name = "Kepala dinas" })
  }

  static func period(_ number: UInt64, _ start: String, _ end: String, due: String) -> EvaluationPeriod {
    make(100 + number) { (record: inout EvaluationPeriod) in
      record.cycle = identity(1)
      record.number = Int(number)
      record.name = number == 0 ? "Tahun 2026" : "Triwulan \(number)"
      record.start = theDay(start)
      record.end = theDay(end)
      record.evaluationDue = theDay(due)
    }
  }

  private static func plan(_ number: UInt64, assessor: ID<Employee>) -> PerformancePlan {
    make(2_000 + number) { (record: inout PerformancePlan) in
      record.employee = person(number)
      record.cycle = identity(1)
      record.start = theDay("2026-01-01")
      record.end = theDay("2026-12-31")
      record.title = "Jabatan \(number)"
      record.unit = unit(2)
      record.post = number == 1 ? identity(502) : nil
      record.assessor = assessor
      record.superior = number == 1 ? nil : chief
      record.state = .agreed
    }
  }

  func plan(_ number: UInt64) -> PerformancePlan {
    book.performancePlans[EvaluationFixture.plan(number)] ?? PerformancePlan(id: EvaluationFixture.plan(number))
  }

  func blank(_ number: UInt64) -> Evaluation {
    Evaluation(of: plan(number), in: period, PeriodCalendar(period, in: book).dates(of: plan(number).unit))
  }

  func rated(_ number: UInt64, _ work: ExpectationRating, _ behaviour: ExpectationRating) -> Evaluation {
    var evaluation = blank(number)
    evaluation.work = work
    evaluation.behaviour = behaviour
    return evaluation.judged(in: book)
  }

  func board() -> PeriodBoard { PeriodBoard(period, in: book, on: book.day) }

  func achieves(_ predicate: OrganisationPredicate, unit: UInt64 = 2) {
    book.add(
      make(700 + unit) { (record: inout OrganisationAchievement) in
        record.unit = EvaluationFixture.unit(unit)
        record.period = identity(103)
        record.predicate = predicate
      })
  }
}
