import JSONText

/// A decision that rests on an evaluation, and what a change of its result makes of it.
public struct AffectedDecision: Sendable {
  /// The record; nil for what a rule answers and no record keeps.
  public let record: Subject?
  public let title: Text
  /// What stands and what it would be.
  public let change: Text
  /// What puts it right; empty where a person has to decide.
  public let correction: [Operation]

  public struct Subject: Sendable, Hashable {
    public let kind: String
    public let id: RecordID
  }
}

/// Everything that rests on an evaluation and no longer agrees with it.
///
/// It compares what stands with what the present result asks for, so it can be asked again at any time: what was put
/// right is no longer in it.
public struct AffectedDecisions {
  private let evaluation: Evaluation
  private let book: Book
  private let newID: () -> RecordID

  public init(of evaluation: Evaluation, in book: Book, newID: @escaping () -> RecordID) {
    self.evaluation = evaluation
    self.book = book
    self.newID = newID
  }

  public var all: [AffectedDecision] { credit + nominations + coaching + others + rules }

  private var owner: RecordID? { evaluation.employee?.raw }

  private var credit: [AffectedDecision] {
    guard let owner else { return [] }
    let before = book.creditDecrees.owned(by: owner).filter { $0.evaluation == evaluation.id }
    guard !before.isEmpty else { return [] }
    let posting = CreditPosting(of: evaluation, on: book.day, in: book, newID: newID)
    return posting.decrees.map { decree in
      let old = before.first { $0.id == decree.id }
      let span = "\(decree.start?.display ?? "?") – \(decree.end?.display ?? "?")"
      let points = { (language: Language) in
        [old?.points, decree.points].map { $0?.words[language] ?? "0" }.joined(separator: " → ")
      }
      return AffectedDecision(
        record: old.map { .init(kind: CreditDecree.kind.name, id: $0.id.raw) },
        title: Text("Angka kredit \(span)", en: "Credit points \(span)"),
        change: Text(points(.indonesian), en: points(.english)),
        correction: [book.saving(decree)].compactMap(\.self))
    }
  }

  private var nominations: [AffectedDecision] {
    guard let owner, evaluation.predicate != .veryGood else { return [] }
    return book.rewardNominations.owned(by: owner).compactMap { nomination in
      guard nomination.evaluation == evaluation.id, nomination.state != .declined else { return nil }
      var declined = nomination
      declined.state = .declined
      declined.decidedOn = book.day
      declined.decision = Text.noLongerVeryGood.indonesian
      let isGranted = nomination.state == .granted
      return AffectedDecision(
        record: .init(kind: RewardNomination.kind.name, id: nomination.id.raw),
        title: Text(
          "Usulan \(nomination.kind?.title.indonesian ?? "")", en: "Nomination: \(nomination.kind?.title.english ?? "")"
        ),
        change: isGranted ? .alreadyGranted : .noLongerVeryGood,
        correction: isGranted ? [] : [book.saving(declined)].compactMap(\.self))
    }
  }

  private var coaching: [AffectedDecision] {
    guard let owner else { return [] }
    let measure = CoachingNeed(of: evaluation, in: book)?.measure ?? PerformanceMeasure.none
    return book.coachingProgrammes.owned(by: owner).compactMap { programme in
      guard programme.evaluation == evaluation.id, programme.state == .running, programme.measure != measure else {
        return nil
      }
      var changed = programme
      if measure == .none {
        changed.state = .stopped
        changed.closedOn = book.day
        changed.resultNote = Text.resultChanged.indonesian
      } else {
        changed.measure = measure
      }
      let old = programme.measure?.title ?? .verbatim("-")
      return AffectedDecision(
        record: .init(kind: CoachingProgramme.kind.name, id: programme.id.raw), title: CoachingProgramme.kind.title,
        change: Text(
          "\(old.indonesian) → \(measure.title.indonesian)", en: "\(old.english) → \(measure.title.english)"),
        correction: [book.saving(changed)].compactMap(\.self))
    }
  }

  /// Records of any other kind that name the evaluation: a person looks at them.
  private var others: [AffectedDecision] {
    let known = [
      Objection.kind.name, CreditDecree.kind.name, RewardNomination.kind.name, CoachingProgramme.kind.name,
    ]
    return book.types.filter { !known.contains($0.kind.name) }.flatMap { type -> [AffectedDecision] in
      let fields = type.fields.filter { $0.type == .reference(kind: Evaluation.kind.name) }
      guard !fields.isEmpty, let table = book.table(type.kind.name) else { return [] }
      return fields.flatMap { field in
        table.rows(Query(conditions: [Query.Condition(field.name, .equals(evaluation.id.raw.text))])).map { row in
          let name = book.label(of: table.id(of: row), kind: type.kind.name) ?? ""
          return AffectedDecision(
            record: .init(kind: type.kind.name, id: table.id(of: row)),
            title: Text("\(type.kind.title.indonesian): \(name)", en: "\(type.kind.title.english): \(name)"),
            change: .lookAtIt, correction: [])
        }
      }
    }
  }

  /// Rules that would answer otherwise by the rating before the ruling.
  private var rules: [AffectedDecision] {
    guard let employee = evaluation.employee, let state = book.state(of: employee, on: book.day),
      let end = evaluation.end,
      book.yearEvaluation(of: employee, end.year)?.id == evaluation.id, let old = ratingBefore,
      old != evaluation.predicate
    else { return [] }
    let person = PersonFacts(state, in: book, by: book.law)
    let fields: [String] =
      switch book.day.year - end.year {
      case 1: ["predicateLastYear", "predicate"]
      case 2: ["predicateYearBefore"]
      default: []
      }
    guard !fields.isEmpty else { return [] }
    return RuleBook.rules.compactMap { rule in
      guard var input = rule.input(for: person) else { return nil }
      let now = rule.answer(input, by: book.law)
      var isAsked = false
      for field in fields where input[field]?.text == evaluation.predicate?.rawValue && rule.input.asks(field) {
        input[field] = .string(old.rawValue)
        isAsked = true
      }
      guard isAsked else { return nil }
      let before = rule.answer(input, by: book.law)
      guard before.verdict != now.verdict else { return nil }
      return AffectedDecision(
        record: nil, title: rule.title,
        change: Text(
          "\(before.verdict.title.indonesian) → \(now.verdict.title.indonesian)",
          en: "\(before.verdict.title.english) → \(now.verdict.title.english)"), correction: [])
    }
  }

  /// The rating that stood before a ruling; nil when there was none.
  private var ratingBefore: PerformancePredicate? {
    guard evaluation.ruledWork != nil || evaluation.ruledBehaviour != nil else { return nil }
    var before = evaluation
    (before.ruledWork, before.ruledBehaviour) = (nil, nil)
    return before.judged(in: book).predicate
  }
}

extension Shape {
  fileprivate func asks(_ field: String) -> Bool { fields.contains { $0.name == field } }
}

extension Text {
  fileprivate static let noLongerVeryGood = Text(
    "Predikatnya bukan lagi Sangat Baik", en: "The rating is no longer Sangat Baik")
  fileprivate static let alreadyGranted = Text(
    "Sudah diberikan: tinjau keputusannya", en: "Granted already: look at the decision again")
  fileprivate static let resultChanged = Text(
    "Dihentikan karena hasil penilaian berubah", en: "Stopped because the result changed")
  fileprivate static let lookAtIt = Text("Memakai hasil ini: tinjau", en: "Uses this result: look at it")
}
