import JenjangDomain
import JenjangStore
import TerminalKit

/// The steps in the life of a pair: which can be taken now, by whom, and why the others cannot.
enum PairSteps {
  static func chooser(_ id: ID<MentoringPair>) -> Chooser {
    Chooser("pair.steps", Text("Langkah pasangan", en: "Steps of the pair"), choosesByLetter: true, columns: 76) {
      _, view in
      guard let pair = view.book.mentoringPairs[id] else { return [] }
      let steps: [PairStep] = [
        .accept(.mentor), .accept(.mentee), .decline(side(of: pair, view)), .begin, .pause, .resume,
        .finish(note: nil), .stop(.other, note: nil),
      ]
      let plain = zip("12345678", steps).map { letter, step in
        let reason = refusal(step, pair, view).map { view($0) }
        return Choice(
          title: view(step.title), detail: reason.map { "(" + $0 + ")" } ?? "", reason: reason, letter: letter,
          effect: effect(of: step, pair, view))
      }
      let reason = refusalToSucceed(pair, view).map { view($0) }
      return plain + [
        Choice(
          title: view(Text("Ganti pembimbing, tujuan dilanjutkan", en: "Another mentor, the goals go on")),
          detail: reason.map { "(" + $0 + ")" } ?? "", reason: reason, letter: "9",
          effect: .all([.pop, succession(pair, view)]))
      ]
    }
  }

  /// Whom of the two the actor is; the mentee where that is not known.
  private static func side(of pair: MentoringPair, _ view: View) -> PairSide {
    pair.mentor?.raw == view.book.access?.actor.person && pair.mentor != nil ? .mentor : .mentee
  }

  /// Why a step cannot be taken now by the actor; nil when it can.
  static func refusal(_ step: PairStep, _ pair: MentoringPair, _ view: View) -> Text? {
    if let refusal = pair.refusal(of: step, by: view.book.access?.actor) { return refusal }
    guard let operation = view.book.saving(pair.after(step, on: view.today)) else { return nil }
    return view.book.access?.refusal(of: [operation], in: view.book)
  }

  static func refusalToSucceed(_ pair: MentoringPair, _ view: View) -> Text? {
    pair.refusal(of: .stop(.moved, note: nil)) ?? MentoringWords.refusalToMatch(view)
  }

  /// The mentors who could go on with a pair, by score.
  static func succession(_ pair: MentoringPair, _ view: View) -> Effect {
    guard let mentee = pair.mentee.flatMap({ view.book.employees.table.row(of: $0.raw) }) else {
      return .say(.recordIsGone, .warn)
    }
    return MatchSuggestions.forMentee(mentee, succeeding: pair, view)
  }

  /// A step that ends a pair asks for its cause and a note first; the others are taken at once.
  private static func effect(of step: PairStep, _ pair: MentoringPair, _ view: View) -> Effect {
    switch step {
    case .finish:
      .replace(
        note(step.title) {
          .finish(note: $0)
        } taking: {
          take($0, pair.id, $1)
        })
    case .stop:
      .replace(
        causes { cause in
          .replace(
            note(cause.title) {
              .stop(cause, note: $0)
            } taking: {
              take($0, pair.id, $1)
            })
        })
    default: .pop { _, view in take(step, pair.id, view) }
    }
  }

  /// Why a pair ends early.
  static func causes(_ done: @escaping (PairEndCause) -> Effect) -> Chooser {
    Chooser("pair.cause", Text("Sebab berakhir", en: "Why it ends"), choosesByLetter: true, columns: 60) { _, view in
      zip("1234567", PairEndCause.allCases).map { letter, cause in
        Choice(title: view(cause.title), letter: letter, effect: done(cause))
      }
    }
  }

  private static func note(
    _ heading: Text, _ step: @escaping (String?) -> PairStep, taking take: @escaping (PairStep, View) -> Effect
  ) -> Prompt {
    Prompt(
      "pair.note", heading,
      help: [Text("Catatan akhir; boleh kosong. Enter menyimpan.", en: "A closing note; may be blank. Enter saves.")],
      check: { text, _ in
        text.unicodeScalars.count > 1_000 ? Text("Paling panjang 1.000 huruf", en: "At most 1,000 characters") : nil
      },
      done: { text, _ in
        .pop { _, view in take(step(text.allSatisfy(\.isWhitespace) ? nil : text), view) }
      })
  }

  /// Takes a step; judged again on what stands in the book now.
  static func take(_ step: PairStep, _ id: ID<MentoringPair>, _ view: View) -> Effect {
    guard let pair = view.book.mentoringPairs[id] else { return .say(.recordIsGone, .warn) }
    if let refusal = refusal(step, pair, view) { return .say(refusal, .warn) }
    guard let operation = view.book.saving(pair.after(step, on: view.today)) else { return .none }
    let names = PairPage.names(pair, view)
    let done = Text("\(names): \(step.title.indonesian)", en: "\(names): \(step.title.english)")
    return .commit(Transaction([operation]), done: done, then: .none)
  }
}
