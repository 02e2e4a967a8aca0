import JSONText
import JenjangDomain
import Testing

/// Rules asked about whole careers: whatever a store says must be readable and answered.
@Suite struct RulesAboutPeopleTests {
  private func book() -> Book {
    var data = DemoData(seed: 5, employees: 80, today: theDay("2026-11-24"))
    let book = Book.empty()
    while let slice = data.next() { for operation in slice { book.apply(operation) } }
    return book
  }

  @Test func `what a store says about people is a case that each rule answers`() throws {
    let book = book()
    let law = book.law
    var answered: [String: Int] = [:]
    for employee in book.employees.all {
      let state = try #require(book.state(of: employee.id, on: theDay("2026-11-24")))
      let person = PersonFacts(state, in: book, by: law)
      for rule in RuleBook.rules {
        guard let facts = rule.input(for: person) else { continue }
        let read = rule.read(facts, today: person.day, language: .indonesian)
        let missing = Set(rule.input.fields.filter { $0.isRequired && facts[$0.name] == nil }.map(\.name))
        #expect(Set(read.problems.compactMap(\.field)).isSubset(of: missing), "\(rule.name): \(facts)")
        guard read.problems.isEmpty else { continue }
        let answer = rule.answer(read.object, by: law)
        #expect(!answer.output.keys.isEmpty || !answer.findings.isEmpty, "\(rule.name): \(facts)")
        answered[rule.name, default: 0] += 1
      }
    }
    for name in ["retirement", "salary-step", "service-medal", "employee-number", "rank-and-grade"] {
      #expect(answered[name, default: 0] > 20, "\(name)")
    }
  }

  @Test func `a number of the demo is right and borne once`() throws {
    let book = book()
    let rule = try #require(RuleBook.rule("employee-number"))
    for employee in book.employees.all {
      let state = try #require(book.state(of: employee.id, on: theDay("2026-11-24")))
      let facts = try #require(rule.input(for: PersonFacts(state, in: book, by: book.law)))
      #expect(rule.answer(facts, by: .national).verdict == .met, "\(facts)")
    }
  }
}
