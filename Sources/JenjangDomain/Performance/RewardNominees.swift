/// Whom the rule would nominate for the year of a cycle, and who is not nominated yet.
public struct RewardNominees {
  public struct Nominee: Sendable {
    public let employee: ID<Employee>
    public let evaluation: Evaluation
    /// The innovation of the year that was adopted; nil without one.
    public let innovation: ID<Innovation>?
    public let judgement: Judgement<RewardEligibility.Output>

    public var kind: RewardKind { judgement.output.kind ?? .certificate }
  }

  /// Those whom nothing stands against, the exemplary first.
  public var nominees: [Nominee] {
    found.filter { $0.kind == .bestEmployee } + found.filter { $0.kind != .bestEmployee }
  }

  private var found: [Nominee] = []
  /// The people with a yearly rating that may suffice.
  private let people: [Row]
  private var next = 0
  private let law: Law

  /// Reads the ratings from columns, so that only those whose rating may suffice are looked at.
  public init(_ book: Book) {
    law = book.law
    let table = book.evaluations.table
    let lowest = law.find(Rewards.lowest, on: book.day)?.value
    let predicate = CodeCells<PerformancePredicate>(table, "predicate")
    let period = ReferenceCells(table, "period")
    let annual = Set(
      (0..<book.evaluationPeriods.table.rowCount).filter { book.evaluationPeriods[$0]?.isAnnual ?? false })
    let owner = ReferenceCells(table, "employee")
    var seen: Set<Row> = []
    people = (0..<table.rowCount).compactMap { row in
      guard let lowest, let rating = predicate[row], rating >= lowest, period[row].map(annual.contains) ?? false,
        table.isSeen(row), let person = owner[row], seen.insert(person).inserted
      else { return nil }
      return person
    }
  }

  public var isComplete: Bool { next >= people.count }

  /// Looks at so many more people.
  public mutating func advance(_ count: Int, in book: Book) {
    for person in people[next..<min(people.count, next + count)] {
      next += 1
      let id = ID<Employee>(book.employees.table.id(of: person))
      if let nominee = RewardNominees.nominee(id, in: book, by: law) { found.append(nominee) }
    }
  }

  /// Nil for whom something stands in the way, or who is nominated for that year already.
  static func nominee(_ employee: ID<Employee>, in book: Book, by law: Law) -> Nominee? {
    guard let state = book.state(of: employee, on: book.day),
      let evaluation = book.lastYearEvaluation(of: employee),
      let input = RewardEligibility.input(for: PersonFacts(state, in: book, by: law)),
      let judgement = try? RewardEligibility.judge(input, by: law), judgement.output.isEligible == true
    else { return nil }
    let isNominated = book.rewardNominations.owned(by: employee.raw).contains {
      $0.evaluation == evaluation.id && $0.state != .declined
    }
    guard !isNominated else { return nil }
    let adopted = book.innovations.owned(by: employee.raw).last {
      $0.state == .adopted && $0.adoptedOn?.year == evaluation.end?.year
    }
    return Nominee(employee: employee, evaluation: evaluation, innovation: adopted?.id, judgement: judgement)
  }
}

extension RewardNominees.Nominee {
  /// The nomination, with the rule's findings as its basis.
  public func nomination(_ id: ID<RewardNomination>, by person: ID<Employee>?, in book: Book, _ language: Language)
    -> RewardNomination
  {
    var nomination = RewardNomination(id: id)
    nomination.employee = employee
    nomination.kind = kind
    nomination.cycle = evaluation.period.flatMap { book.evaluationPeriods[$0]?.cycle }
    nomination.evaluation = evaluation.id
    nomination.innovation = innovation
    nomination.proposedBy = person
    nomination.proposedOn = book.day
    nomination.state = .proposed
    nomination.basis = judgement.findings.map { finding in
      let values = [finding.found].compactMap { $0?[language] }.joined()
      return finding.condition[language] + (values.isEmpty ? "" : ": " + values) + " (" + finding.status.title[language]
        + ")"
    }.joined(separator: "\n")
    return nomination
  }
}

extension RewardNomination {
  /// What still keeps it from being granted; nil when nothing does.
  public var refusalToGrant: Text? {
    switch state {
    case .approved: (decreeNumber ?? "").isEmpty ? .decreeMissing : nil
    case .granted: .isGranted
    case .proposed, nil: .notDecided
    case .declined: .isDeclined
    }
  }

  /// The award that granting puts into the person's file.
  public func award(_ id: ID<Award>, on day: Day, _ language: Language) -> Award {
    var award = Award(id: id)
    award.employee = employee
    award.kind = kind?.award
    award.name = kind?.title[language]
    award.date = ceremonyDate.map { min($0, day) } ?? decreeDate ?? day
    award.decreeNumber = decreeNumber
    award.decreeDate = decreeDate
    return award
  }

  /// Granting: the nomination's new state and the award, to be saved as one.
  public func granting(_ award: Award, in book: Book) -> [Operation] {
    var granted = self
    granted.state = .granted
    granted.award = award.id
    return [.creating(award), book.saving(granted)].compactMap(\.self)
  }
}

extension RewardKind {
  /// What it is called in the person's file.
  public var award: AwardKind {
    switch self {
    case .bestEmployee: .exemplary
    case .certificate, .outstandingPromotion: .achievement
    case .development, .allowance, .mention, .other: .other
    }
  }
}

extension Text {
  fileprivate static let decreeMissing = Text("Isi dulu SK-nya", en: "Enter its decree first")
  fileprivate static let isGranted = Text("Sudah diberikan", en: "Granted already")
  fileprivate static let notDecided = Text("Belum disetujui", en: "Not approved yet")
  fileprivate static let isDeclined = Text("Tidak disetujui", en: "It was declined")
}
