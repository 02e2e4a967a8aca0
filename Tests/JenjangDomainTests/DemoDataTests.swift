import JSONText
import JenjangDomain
import Testing

@Suite struct DemoDataTests {
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

  @Test func `a person has about twenty history rows`() {
    let all = operations(employees: 1_284)
    let rows = all.count { !["employees", "units", "posts"].contains($0.kind) }
    #expect((18...24).contains(rows / 1_284), "\(rows / 1_284)")
  }
}
