import Testing

@testable import JenjangDomain

/// The made-up agency has two rounds of mentoring.
@DemoOffice @Suite struct `Mentoring of the demo office` {
  private var book: Book { DemoOffice.book }

  @Test func `there are offers, wishes and pairs in every state that a year brings`() {
    #expect(book.mentorProfiles.all.count > 15)
    #expect(book.menteeWishes.all.count > 25)
    let states = Set(book.mentoringPairs.all.compactMap(\.state))
    #expect(states.isSuperset(of: [.proposed, .active, .finished]))
  }

  @Test func `nobody is mentored by the one who rates him`() {
    let assessors = Assessors(book, on: book.day)
    let active = book.mentoringPairs.all.filter { $0.state == .active }
    #expect(active.count > 5)
    for pair in active {
      let mentee = pair.mentee.flatMap { book.employees.table.row(of: $0.raw) }
      #expect(mentee.flatMap { assessors.choice(for: $0).assessor } != pair.mentor)
    }
  }

  @Test func `whoever wishes for a mentor has none yet, and the offers reach somebody`() {
    var search = MatchSearch(book, on: book.day)
    #expect(search.mentees.count == book.menteeWishes.all.count)
    search.finish()
    #expect(search.proposals.count > search.mentees.count / 2)
  }
}
