import JSONText
import JenjangDomain
import Testing

/// A book with one permanent civil servant in an operational post, changed as a test wants.
private struct Career {
  let book: Book

  init(
    on today: String = "2026-11-24", _ change: (inout Employee) -> Void = { _ in },
    position: PositionKind? = .operational, since: String = "2024-01-01"
  ) {
    book = .empty(on: today)
    book.add(
      make(1) { (employee: inout Employee) in
        employee.name = "Dewi"
        employee.employeeNumber = "199001012019032001"
        employee.kind = .permanent
        employee.legalStatus = .active
        employee.birthDate = theDay("1990-01-01")
        employee.hireDate = theDay("2019-03-01")
        change(&employee)
      })
    guard let position else { return }
    book.add(
      make(2) { (held: inout PositionHistory) in
        held.employee = identity(1)
        held.title = "Jabatan"
        held.positionKind = position
        held.effectiveDate = theDay(since)
      })
  }

  func with<R: Record>(_ id: UInt64, _ set: (inout R) -> Void) -> Career {
    book.add(make(id, set))
    return self
  }

  func rank(_ grade: Grade, since: String, years: Int? = nil, months: Int? = nil) -> Career {
    with(3) { (rank: inout RankHistory) in
      rank.employee = identity(1)
      rank.grade = grade
      rank.effectiveDate = theDay(since)
      rank.serviceYears = years
      rank.serviceMonths = months
    }
  }

  /// The days on which something of a kind falls due.
  func days(_ kind: String, ahead months: Int = DueRadar.usualMonths) -> [String] {
    lines(kind, ahead: months).map(\.day.iso)
  }

  func lines(_ kind: String, ahead months: Int = DueRadar.usualMonths) -> [DueLine] {
    var radar = DueRadar(ahead: months)
    radar.update(book)
    var query = DueQuery()
    query.kinds = [kind]
    return radar.lines(query, in: book)
  }
}

@Suite struct `Due radar` {
  @Test func `somebody born in May 1969 retires on the first of June 2027 and can go on leave a year before`() {
    let career = Career { $0.birthDate = theDay("1969-05-17") }
    #expect(career.days("retirement") == ["2027-06-01"])
    #expect(career.days("pre-retirement") == ["2026-06-01"])
  }

  @Test func `a manager of high rank retires at sixty`() {
    let career = Career({ $0.birthDate = theDay("1967-02-01") }, position: .seniorExecutive3)
    #expect(career.days("retirement") == ["2027-03-01"])
  }

  @Test func `who has left for good is not expected to retire`() {
    let career = Career {
      $0.birthDate = theDay("1969-05-17")
      $0.legalStatus = .resigned
    }
    #expect(career.days("retirement").isEmpty)
  }

  @Test func `four years in rank make a regular promotion possible`() {
    let career = Career().rank(.iiiA, since: "2023-04-01")
    #expect(career.days("rank-promotion") == ["2027-04-01"])
  }

  @Test func `a promotion long possible stands in this month`() {
    let career = Career().rank(.iiiA, since: "2020-04-01")
    #expect(career.days("rank-promotion") == ["2026-11-01"])
  }

  @Test func `a regular promotion stops at the ceiling of the education`() {
    let career = Career().rank(.iiiB, since: "2020-04-01").with(9) { (education: inout Education) in
      education.employee = identity(1)
      education.level = .upperSecondary
      education.graduationDate = theDay("2008-06-01")
    }
    #expect(career.days("rank-promotion").isEmpty)
  }

  @Test func `the salary rises every two years of service in grade`() {
    let career = Career().rank(.iiiA, since: "2023-04-01", years: 4, months: 2)
    #expect(career.days("salary-step") == ["2027-02-01"])
  }

  @Test func `a contract that ends is there before and after its day`() {
    let contract = { (end: String) in
      Career(
        {
          $0.kind = .contract
          $0.contractEnd = theDay(end)
        }, position: .expert1
      ).days("contract-end")
    }
    #expect(contract("2027-01-31") == ["2027-01-31"])
    #expect(contract("2026-10-31") == ["2026-10-31"])
    #expect(contract("2029-10-31").isEmpty)
  }

  @Test func `ten years of service bring the bronze medal unless it is held`() {
    let career = Career { $0.hireDate = theDay("2017-03-01") }
    #expect(career.days("service-medal") == ["2027-03-01"])
    let held = career.with(5) { (award: inout Award) in
      award.employee = identity(1)
      award.kind = .service10
      award.name = "Satyalancana"
      award.date = theDay("2026-08-17")
    }
    #expect(held.days("service-medal").isEmpty)
  }

  @Test func `a certificate that expires is shown until a later one takes its place`() {
    let certificate = { (id: UInt64, end: String) in
      { (training: inout Training) in
        training.employee = identity(1)
        training.name = "Pengadaan barang dan jasa"
        training.startDate = theDay(end).adding(years: -4)
        training.certificateEnd = theDay(end)
      }
    }
    let career = Career().with(5, certificate(5, "2027-02-10"))
    #expect(career.days("certificate-end") == ["2027-02-10"])
    #expect(career.with(6, certificate(6, "2031-02-10")).days("certificate-end").isEmpty)
  }

  @Test func `a punishment is there on its last day`() {
    let career = Career().with(5) { (discipline: inout Discipline) in
      discipline.employee = identity(1)
      discipline.kind = .allowanceCut6
      discipline.effectiveDate = theDay("2026-07-01")
    }
    #expect(career.days("discipline-end") == ["2026-12-31"])
  }

  @Test func `five years in a post make a rotation due`() {
    #expect(Career(since: "2022-03-01").days("transfer") == ["2027-03-01"])
    #expect(Career(since: "2018-03-01").days("transfer") == ["2023-03-01"])
  }

  @Test func `lesson hours are at risk while they are behind the months that have passed`() {
    let training = { (hours: Int) in
      { (training: inout Training) in
        training.employee = identity(1)
        training.name = "Audit"
        training.startDate = theDay("2026-03-02")
        training.lessonHours = hours
        training.certificateDate = theDay("2026-03-04")
      }
    }
    // In November ten twelfths of 20 hours are expected: 16.7.
    #expect(Career().with(5, training(16)).days("learning-hours") == ["2026-12-31"])
    #expect(Career().with(5, training(17)).days("learning-hours").isEmpty)
    #expect(Career(on: "2026-01-20").days("learning-hours").isEmpty)
  }

  @Test func `each line tells what its rule found`() throws {
    let career = Career { $0.birthDate = theDay("1969-05-17") }.rank(.iiiA, since: "2023-04-01", years: 4)
    var radar = DueRadar()
    radar.update(career.book)
    let lines = radar.lines(DueQuery(), in: career.book)
    #expect(Set(lines.map(\.kind.name)).isSuperset(of: ["retirement", "rank-promotion", "salary-step"]))
    for line in lines { #expect(!line.findings(in: career.book, by: radar.law).isEmpty, "\(line.kind.name)") }
    let promotion = try #require(lines.first { $0.kind.name == "rank-promotion" })
    let years = promotion.findings(in: career.book, by: radar.law).first { $0.rule == "promotion.years" }
    #expect(years?.status == .met)
  }

  @Test func `it names the same days as the rules that are asked one by one`() throws {
    let career = Career().rank(.iiiA, since: "2023-04-01", years: 4, months: 2)
    let state = try #require(career.book.state(of: identity(1), on: career.book.day))
    let facts = PersonFacts(state, in: career.book, by: .national)
    let step = try SalaryStep.judge(try #require(SalaryStep.input(for: facts)), by: .national).output.scheduled
    #expect(career.days("salary-step") == [step].compactMap { $0?.iso })
    let promotion = try RegularRankPromotion.judge(
      try #require(RegularRankPromotion.input(for: facts)), by: .national)
    #expect(career.days("rank-promotion") == [promotion.output.earliest].compactMap { $0?.iso })
    let tenure = try TransferTenure.judge(try #require(TransferTenure.input(for: facts)), by: .national)
    #expect(career.days("transfer", ahead: 60) == [tenure.output.latest].compactMap { $0?.iso })
  }
}

@Suite struct `A radar that follows` {
  @Test func `looks again only at those whom a change touches`() throws {
    let book = DemoBook.make(people: 120)
    var radar = DueRadar()
    radar.update(book)
    let before = radar.lookedAt
    let row = try #require(book.employees.table.rows(Query()).first)
    DemoBook.change(row, "birthDate", to: "1968-12-05", in: book)
    radar.update(book)
    #expect(radar.lookedAt - before == 1)
    var fresh = DueRadar()
    fresh.update(book)
    #expect(radar.lines(DueQuery(), in: book) == fresh.lines(DueQuery(), in: book))
  }

  @Test func `agrees with a new one after each of many changes`() throws {
    let book = DemoBook.make(people: 40)
    var radar = DueRadar()
    radar.update(book)
    let people = book.employees.table.rows(Query())
    for (place, row) in people.prefix(20).enumerated() {
      switch place % 4 {
      case 0: DemoBook.change(row, "birthDate", to: "1969-0\(place % 9 + 1)-14", in: book)
      case 1: DemoBook.change(row, "legalStatus", to: "PENSIUN", in: book)
      case 2: DemoBook.remove(row, "position-histories", in: book)
      default: DemoBook.remove(row, "trainings", in: book)
      }
      radar.update(book)
      var fresh = DueRadar()
      fresh.update(book)
      #expect(radar.lines(DueQuery(), in: book) == fresh.lines(DueQuery(), in: book))
    }
  }

  @Test func `is the same when it is computed in slices`() {
    let book = DemoBook.make(people: 120)
    var radar = DueRadar()
    var slices = 0
    while !radar.update(book, people: 7) { slices += 1 }
    #expect(slices > 10)
    var whole = DueRadar()
    whole.update(book)
    #expect(radar.lines(DueQuery(), in: book) == whole.lines(DueQuery(), in: book))
  }

  @Test func `an agency's own number counts from the moment it is approved`() throws {
    let book = Book.empty()
    book.add(
      make(1) { (employee: inout Employee) in
        employee.name = "Dewi"
        employee.kind = .permanent
        employee.legalStatus = .active
      })
    book.add(
      make(2) { (held: inout PositionHistory) in
        held.employee = identity(1)
        held.positionKind = .operational
        held.effectiveDate = theDay("2022-03-01")
      })
    var radar = DueRadar()
    var query = DueQuery()
    query.kinds = ["transfer"]
    radar.update(book)
    #expect(radar.lines(query, in: book).map(\.day.iso) == ["2027-03-01"])
    book.add(
      make(3) { (value: inout LocalParameter) in
        value.key = "transfer.maximum"
        value.value = "4"
        value.effectiveFrom = theDay("2020-01-01")
        value.legalBasis = "Perbup 1/2020"
        value.approvedBy = "Kepala BKPSDM"
      })
    radar.update(book)
    #expect(radar.lines(query, in: book).map(\.day.iso) == ["2026-03-01"])
  }

  @Test func `filters by kind, month, text and unit`() throws {
    let book = DemoBook.make(people: 120)
    var radar = DueRadar()
    radar.update(book)
    let all = radar.lines(DueQuery(), in: book)
    var query = DueQuery()
    query.kinds = ["salary-step"]
    query.from = theDay("2027-01-01")
    query.until = theDay("2027-03-31")
    let some = radar.lines(query, in: book)
    #expect(!some.isEmpty && some.allSatisfy { $0.kind.name == "salary-step" && $0.day.year == 2_027 })
    let line = try #require(all.first)
    var named = DueQuery()
    named.search = book.employees.table.value("employeeNumber", at: line.person)?.text ?? ""
    #expect(Set(radar.lines(named, in: book).map(\.person)) == [line.person])
    var units = 0
    for unit in book.units.all where unit.parent == nil {
      var query = DueQuery()
      query.unit = unit.id.raw
      units += radar.lines(query, in: book).count
    }
    #expect(units > 0 && units <= all.count)
  }

  @Test func `shows nobody whom the role may not see`() throws {
    let book = DemoBook.make(people: 60)
    var radar = DueRadar()
    radar.update(book)
    let row = try #require(radar.lines(DueQuery(), in: book).first?.person)
    let own = book.employees.table.id(of: row)
    book.access = Access(Actor(person: own, role: .employee, units: []), in: book, on: book.day)
    radar.update(book)
    #expect(Set(radar.lines(DueQuery(), in: book).map(\.person)) == [row])
    book.access = Access(Actor(person: own, role: .administrator, units: []), in: book, on: book.day)
    radar.update(book)
    // Of the own person what everybody does about oneself, and nothing of a career.
    let performance = ["plan-due", "evaluation-late", "receipt-pending"]
    #expect(
      radar.lines(DueQuery(), in: book).allSatisfy { $0.person == row && performance.contains($0.kind.name) })
  }
}

/// Invented people in memory.
private enum DemoBook {
  static func make(people: Int) -> Book {
    let book = Book.empty()
    var data = DemoData(seed: 5, employees: people, today: book.day)
    while let slice = data.next() { for operation in slice { book.apply(operation) } }
    return book
  }

  static func change(_ row: Row, _ field: String, to text: String, in book: Book) {
    let table = book.employees.table
    let change = Change(old: table.value(field, at: row), new: .string(text))
    book.apply(
      .update(kind: "employees", id: table.id(of: row), base: table.revision(of: row), changes: [field: change]))
  }

  static func remove(_ person: Row, _ kind: String, in book: Book) {
    guard let table = book.table(kind), let row = table.rows(ownedBy: person).last, let object = table.object(at: row)
    else { return }
    book.apply(.delete(kind: kind, id: table.id(of: row), base: table.revision(of: row), object: object))
  }
}
