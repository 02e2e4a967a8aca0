import JenjangDomain
import JenjangStore
import TerminalKit

/// Makes pairs of what was proposed: one commit, with the score, its parts, the parameters, and goals tied to the gaps.
enum PairMaking {
  /// The most changes in one commit.
  private static let atOnce = 1_500

  static func propose(
    _ proposals: [MatchSearch.Proposal], _ search: MatchSearch, programme: MentoringProgramme?, _ view: View,
    then: (ID<MentoringPair>) -> Effect = { _ in .none }
  ) -> Effect {
    let taken = liveMentees(view)
    let table = view.book.employees.table
    let free = proposals.filter { !taken.contains(table.id(of: $0.mentee)) }
    guard let first = free.first else { return .say(.allTaken, .warn) }
    let person = view.book.access?.actor.person.map { ID<Employee>($0) }
    var pairs: [MentoringPair] = []
    var operations: [JenjangDomain.Operation] = []
    for proposal in free {
      let pair = search.pair(
        proposal, id: ID(view.session.newID()), programme: programme, by: person, in: view.book)
      pairs.append(pair)
      operations.append(.creating(pair))
      operations += search.goals(of: proposal, pair: pair, in: view.book, most: 2) { view.session.newID() }
        .map { .creating($0) }
    }
    let done = done(first, count: free.count, view)
    let next = pairs.first.map { then($0.id) } ?? .none
    guard operations.count > atOnce else {
      return .commit(Transaction(operations, why: search.policy), done: done, then: next)
    }
    return SaveOperations.effect(done, operations, why: search.policy, done: done, then: next, view)
  }

  private static func done(_ first: MatchSearch.Proposal, count: Int, _ view: View) -> Text {
    guard count == 1 else { return Text("\(count) pasangan diusulkan", en: "\(count) pairs proposed") }
    let names = MentoringWords.name(first.mentor, view) + " – " + MentoringWords.name(first.mentee, view)
    return Text("Diusulkan: \(names)", en: "Proposed: \(names)")
  }

  private static func liveMentees(_ view: View) -> Set<RecordID> {
    Set(view.book.mentoringPairs.all.filter { $0.state?.holdsPlace ?? false }.compactMap { $0.mentee?.raw })
  }

  /// Ends a pair whose mentor moves or leaves, and proposes the next one with what is still pursued: one commit.
  ///
  /// The suggestions are left for the page of the next pair, which takes the place of the old one's.
  static func succeed(
    _ pair: MentoringPair, _ proposal: MatchSearch.Proposal, _ search: MatchSearch, cause: PairEndCause, _ view: View
  ) -> Effect {
    let mentor = ID<Employee>(view.book.employees.table.id(of: proposal.mentor))
    var (ended, next) = pair.succession(by: mentor, cause: cause, on: view.today, id: ID(view.session.newID()))
    search.record(proposal, in: &next)
    next.proposedBy = view.book.access?.actor.person.map { ID($0) }
    ended.endNote = ended.endNote ?? view(Text("Dilanjutkan oleh ", en: "Continued by ")) + view.person(mentor)
    let goals = pair.goals(continuedIn: next, book: view.book) { view.session.newID() }
    let operations =
      [view.book.saving(ended)].compactMap(\.self) + [.creating(next)] + goals.map { .creating($0) }
    let name = view.person(mentor)
    return .commit(
      Transaction(operations), done: Text("Pengganti diusulkan: \(name)", en: "Successor proposed: \(name)"),
      then: .all([.pop, .replace(PairPage(next.id))]))
  }
}

extension Text {
  fileprivate static let allTaken = Text(
    "Semuanya sudah berpasangan sementara itu; cocokkan lagi", en: "All of them have a mentor meanwhile; match again")
}
