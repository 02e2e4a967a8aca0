import JenjangDomain
import JenjangStore
import TerminalKit

extension ListSpec {
  /// Who is kept together or apart by hand, until when and why.
  static let matchRules = ListSpec(
    name: "match-rules", title: MatchRule.kind.plural, kind: MatchRule.kind.name,
    columns: ["mentee", "mentor", "kind", "from", "until", "reason"], sort: Query.Sort("from", descending: true),
    searches: "mentee", open: reading(MatchRule.kind.name)
  ).edited()
}

/// What is decided by hand about a mentee and a mentor: with a reason, and lifted again.
enum MatchDecision {
  /// The kinds of decisions with their letters; `then` follows once one is saved.
  static func chooser(_ mentee: Row, _ mentor: Row, then: @escaping (View) -> Effect = { _ in .none }) -> Chooser {
    Chooser("match.decision", Text("Putusan atas pasangan ini", en: "Decision on this pair"), choosesByLetter: true) {
      _, view in
      let standing = standing(mentee, mentor, view)
      let kinds = zip(["k", "l", "b"] as [Character], MatchRuleKind.allCases).map { letter, kind in
        Choice(
          title: view(kind.title), detail: standing.contains { $0.kind == kind } ? view(.inForce) : "", letter: letter,
          effect: .replace(reason(kind, mentee, mentor, then)))
      }
      let lift = Choice(
        title: view(Text("Cabut putusan", en: "Lift the decision")),
        reason: standing.isEmpty ? view(.nothingDecided) : nil, letter: "c",
        effect: .pop { screen, view in
          note(nil, mentee, &screen)
          return .commit(
            Transaction(standing.compactMap { view.book.matchRules.deleting($0.id) }),
            done: Text("Putusan dicabut", en: "The decision was lifted"), then: then(view))
        })
      return kinds + [lift]
    }
  }

  private static func standing(_ mentee: Row, _ mentor: Row, _ view: View) -> [MatchRule] {
    let table = view.book.employees.table
    let other = ID<Employee>(table.id(of: mentor))
    return view.book.matchRules.owned(by: table.id(of: mentee)).filter {
      $0.mentor == other && $0.isInForce(on: view.today)
    }
  }

  private static func reason(
    _ kind: MatchRuleKind, _ mentee: Row, _ mentor: Row, _ then: @escaping (View) -> Effect
  ) -> Prompt {
    Prompt(
      "match.reason", Text("Alasan", en: "Reason"),
      help: [
        kind.title, Text("Misalnya nomor surat atau siapa yang memutus.", en: "A letter's number, or who decided."),
      ],
      check: { text, _ in text.allSatisfy(\.isWhitespace) ? Text("Tuliskan alasannya", en: "Say why") : nil },
      done: { text, _ in
        .pop { screen, view in
          note(kind, mentee, &screen)
          return save(kind, mentee, mentor, text, then, view)
        }
      })
  }

  /// The new decision takes the place of those before.
  private static func save(
    _ kind: MatchRuleKind, _ mentee: Row, _ mentor: Row, _ text: String, _ then: @escaping (View) -> Effect,
    _ view: View
  ) -> Effect {
    let table = view.book.employees.table
    var rule = MatchRule(id: ID(view.session.newID()))
    rule.mentee = ID(table.id(of: mentee))
    rule.mentor = ID(table.id(of: mentor))
    rule.kind = kind
    rule.from = view.today
    rule.reason = text
    let before = standing(mentee, mentor, view).compactMap { view.book.matchRules.deleting($0.id) }
    let names = MentoringWords.name(mentee, view) + " – " + MentoringWords.name(mentor, view)
    let done = Text("\(names): \(kind.title.indonesian)", en: "\(names): \(kind.title.english)")
    return .commit(Transaction(before + [.creating(rule)], why: text), done: done, then: then(view))
  }

  private static func note(_ kind: MatchRuleKind?, _ mentee: Row, _ screen: inout any Screen) {
    guard var board = screen as? MatchBoard else { return }
    board.note(kind, for: mentee)
    screen = board
  }
}

extension Text {
  fileprivate static let inForce = Text("berlaku", en: "in force")
  fileprivate static let nothingDecided = Text("belum ada putusan", en: "nothing was decided")
}
