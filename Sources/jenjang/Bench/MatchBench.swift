import Glibc
import JSONText
import JenjangDomain
import JenjangStore
import Processes

/// The figures of mentoring: five hundred mentees and three hundred mentors brought together at once.
struct MatchBench {
  private static let mentees = 500
  private static let mentors = 300

  private let run: BenchRun

  init(run: BenchRun) { self.run = run }

  func start() throws {
    guard run.wants("match") || run.wants("match-step") || run.wants("risk") else { return }
    let book = try run.open(readOnly: true).book
    try measureRisk(book)
    offer(in: book)
    var (whole, steps) = (Samples(), Samples())
    var last: MatchSearch?
    for _ in 0..<5 {
      whole.add(
        Stopwatch.measure {
          var search = MatchSearch(book, on: book.day)
          while !search.isDone { steps.add(Stopwatch.measure { search.advance(by: 4) }) }
          last = search
        })
    }
    guard let last else { return }
    let gain = last.worth - last.worthOneByOne
    let people = "\(last.mentees.count) mentees, \(last.mentors.count) mentors"
    run.report(
      "match", Figure.milliseconds(whole.median), bar: "≤ 2 s", isMet: whole.median <= 2e9 && gain >= 0,
      how: "\(people), \(last.proposals.count) pairs worth \(last.worth), \(gain) above one by one, median of 5")
    run.report(
      "match-step", Figure.milliseconds(steps.values.max() ?? 0), bar: "≤ 100 ms",
      isMet: (steps.values.max() ?? 0) <= 100e6, how: "the longest time between two looks at the keyboard")
  }

  private func measureRisk(_ book: Book) throws {
    var samples = Samples()
    var found = 0
    for _ in 0..<5 {
      samples.add(
        Stopwatch.measure {
          var risk = KnowledgeAtRisk(book, on: book.day)
          risk.finish()
          found = risk.cases.count
        })
    }
    run.report(
      "risk", Figure.milliseconds(samples.median),
      how: "knowledge at risk among everybody, \(found) people, median of 5")
  }

  /// In memory only: every so many of the people offer with one to three places, or wish.
  private func offer(in book: Book) {
    for table in [book.mentorProfiles.table, book.menteeWishes.table] {
      for row in table.rows(Query()) {
        guard let object = table.object(at: row) else { continue }
        book.apply(
          .delete(kind: table.type.kind.name, id: table.id(of: row), base: table.revision(of: row), object: object))
      }
    }
    let table = book.employees.table
    let rows = table.rows(Query())
    let step = max(1, rows.count / (MatchBench.mentees + MatchBench.mentors))
    let people = stride(from: 0, to: rows.count, by: step).prefix(MatchBench.mentees + MatchBench.mentors)
    for (place, index) in people.enumerated() {
      let person = ID<Employee>(table.id(of: rows[index]))
      // Three of eight are mentors.
      if place % 8 < 3 {
        var offer = MentorProfile(id: ID(RecordID(high: 77, low: UInt64(place))))
        (offer.employee, offer.consentedOn, offer.capacity) = (person, book.day, 1 + place % 3)
        book.apply(.creating(offer))
      } else {
        var wish = MenteeWish(id: ID(RecordID(high: 78, low: UInt64(place))))
        (wish.employee, wish.consentedOn) = (person, book.day)
        book.apply(.creating(wish))
      }
    }
  }
}
