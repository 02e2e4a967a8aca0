import JSONText
import JenjangDomain
import Testing

@DemoOffice @Suite struct DemoDataTests {
  private let today = theDay("2026-11-24")

  private func operations(seed: UInt64 = 1, employees: Int, today: String = "2026-11-24") -> [Operation] {
    var data = DemoData(seed: seed, employees: employees, today: theDay(today))
    var all: [Operation] = []
    while let slice = data.next() { all += slice }
    return all
  }

  @Test func `slices are never empty and never long`() {
    var data = DemoData(seed: 3, employees: 500, today: today)
    while let slice = data.next() { #expect((1...400).contains(slice.count)) }
  }

  @Test func `the same seed gives the same people and another seed others`() {
    let first = operations(employees: 60)
    #expect(first == operations(employees: 60))
    #expect(first != operations(seed: 2, employees: 60))
  }

  @Test(arguments: [1, 7, 100, 1_284]) func `there are as many people as were asked for`(_ count: Int) {
    let all = operations(employees: count)
    #expect(all.count { $0.kind == "employees" } == count)
  }

  @Test func `identities grow within each kind and are unique`() {
    let all = operations(employees: 300)
    #expect(Set(all.map(\.id)).count == all.count)
    for kind in ["units", "posts", "employees", "rank-histories", "position-histories"] {
      let ids = all.filter { $0.kind == kind }.map(\.id)
      #expect(ids == ids.sorted(), "\(kind)")
    }
  }

  @Test func `no generated record breaks a rule`() {
    expectNoErrors(DemoOffice.book, of: DemoOffice.operations.count)
  }

  @Test func `no record that is generated on a leap day breaks a rule`() {
    let all = operations(employees: 150, today: "2028-02-29")
    let book = Book(types: Catalog.types, day: theDay("2028-02-29"))
    for operation in all { book.apply(operation) }
    expectNoErrors(book, of: all.count)
  }

  private func expectNoErrors(_ book: Book, of count: Int) {
    var warnings = 0
    for type in Catalog.types {
      guard let table = book.table(type.kind.name) else { continue }
      for row in 0..<table.rowCount {
        guard let object = table.object(at: row) else { continue }
        for problem in type.problems(of: object, id: table.id(of: row), in: book) {
          warnings += 1
          #expect(
            problem.severity == .warning,
            "\(type.kind.name) \(problem.field ?? "") \(problem.rule ?? "") \(problem.text.english) \(object)")
        }
      }
    }
    #expect(warnings * 500 < count, "\(warnings) warnings")
  }

  @Test func `a person has about twenty history rows`() {
    let areas: [Area] = [.career, .discipline, .family]
    let owned = Catalog.types.map(\.kind).filter { $0.owner == "employee" && areas.contains($0.area) }.map(\.name)
    let rows = DemoOffice.operations.count { owned.contains($0.kind) }
    #expect((18...24).contains(rows / 700), "\(rows / 700)")
  }

  @Test func `everybody serving is young enough and fits the rank of the post`() throws {
    let book = DemoOffice.book
    var misfits: [String] = []
    for row in 0..<book.employees.table.rowCount {
      let employee = try #require(book.employees[row])
      let state = try #require(book.state(of: employee.id, on: today))
      guard state.legalStatus?.isServing == true else { continue }
      if let day = state.retirement(by: .national), day <= today {
        misfits.append("\(employee.name ?? "") retired \(day.iso)")
      }
      guard let grade = state.grade, !grade.isContract, let position = state.position, state.kind == .permanent
      else { continue }
      let span = position.echelon?.ranks ?? position.positionKind?.ranks
      if let span, !span.contains(grade) {
        misfits.append("\(position.title ?? "") \(grade.rawValue) \(employee.employeeNumber ?? "")")
      }
    }
    #expect(misfits.isEmpty)
  }

  @Test func `promotions lie at least four years apart on days that the rules allow`() throws {
    let book = DemoOffice.book
    var steps = 0
    for row in 0..<book.employees.table.rowCount {
      let id = try #require(book.employees[row]).id
      let promotions = book.rankHistories.owned(by: id.raw).filter { $0.reason != .confirmation }
      for (before, after) in zip(promotions, promotions.dropFirst()) {
        let first = try #require(before.effectiveDate)
        let second = try #require(after.effectiveDate)
        #expect(first.adding(years: 4) <= second)
        #expect(PromotionPeriods.first(onOrAfter: second) == second)
        #expect(before.grade?.next == after.grade)
        steps += 1
      }
    }
    #expect(steps > 500)
  }
}
