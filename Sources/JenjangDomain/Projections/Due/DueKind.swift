/// One kind of thing that falls due: how it is found, and which rule stands behind it.
public struct DueKind: Sendable {
  /// Its name in commands; for ever.
  public let name: String
  public let title: Text
  /// The fields of an employee it rests on: whoever may not see one of them does not see the line.
  let fields: [String]
  /// The kind of records it is read from besides; nil for none.
  public var source: Kind?
  /// Tells the days on which it falls due for a person, and the row of the record each comes from.
  let find: @Sendable (DuePerson, (Day, Row?) -> Void) -> Void
  /// What stands behind a line.
  let findings: @Sendable (PersonFacts, DueLine) -> [Finding]

  /// Every kind, one entry each, in the order in which they stand within a day.
  public static let all: [DueKind] =
    [
      DueKind(
        name: "retirement", title: Text("Pensiun", en: "Retirement"), fields: ["birthDate", "positionKind"],
        find: { person, found in person.retirement.map { found($0, nil) } }, by: RetirementRule.self),
      DueKind(
        name: "pre-retirement", title: Text("MPP dapat dimulai", en: "Pre-retirement leave"),
        fields: ["birthDate", "positionKind"],
        find: { person, found in
          guard !person.isContract, person.status != .preRetirement, let retirement = person.retirement,
            let months = person.facts.numbers.preRetirement, retirement > person.day
          else { return }
          found(retirement.adding(months: -months), nil)
        }, by: RetirementRule.self),
      DueKind(
        name: "rank-promotion", title: Text("Kenaikan pangkat", en: "Rank promotion"),
        fields: ["grade", "positionKind"],
        source: RankHistory.kind, find: { person, found in person.rankPromotion.map { found($0, nil) } },
        findings: { person, _ in rankPromotion(person) }),
      DueKind(
        name: "salary-step", title: Text("Gaji berkala (KGB)", en: "Salary step"), fields: ["grade"],
        source: RankHistory.kind, find: { person, found in person.salaryStep.map { found($0.day, $0.source) } },
        by: SalaryStep.self),
      DueKind(
        name: "contract-end", title: Text("Kontrak berakhir", en: "Contract ends"), fields: ["contractEnd"],
        find: { person, found in
          guard person.isContract else { return }
          person.facts.contractEnd[person.row].map { found($0, nil) }
        }, findings: { person, _ in contractEnd(person) }),
      DueKind(
        name: "service-medal", title: Text("Satyalancana", en: "Long-service medal"), fields: ["hireDate"],
        source: Award.kind, find: { person, found in for day in person.medals { found(day, nil) } },
        by: ServiceMedal.self),
      DueKind(
        name: "certificate-end", title: Text("Sertifikat habis", en: "Certificate expires"), fields: [],
        source: Training.kind, find: certificates, findings: certificate),
      DueKind(
        name: "discipline-end", title: Text("Hukuman selesai", en: "Punishment ends"), fields: [],
        source: Discipline.kind,
        find: { person, found in
          for (row, discipline) in person.facts.punishments(of: person.row) {
            guard let last = discipline.lastDay, last >= person.day.adding(months: -12) else { continue }
            found(last, row)
          }
        }, findings: punishment),
      DueKind(
        name: "transfer", title: Text("Lewat 5 tahun menjabat", en: "Past five years in post"),
        fields: ["positionDate"], source: PositionHistory.kind,
        find: { person, found in person.rotation.map { found($0, nil) } }, by: TransferTenure.self),
      DueKind(
        name: "learning-hours", title: Text("JP berisiko kurang", en: "Lesson hours at risk"), fields: ["kind"],
        source: Training.kind, find: { person, found in person.hoursAtRisk.map { found($0, nil) } },
        by: LearningYear.self),
    ] + ofPerformance + ofMentoring

  /// The kind of a name; nil when there is none.
  public static func named(_ name: String) -> DueKind? { all.first { $0.name == name } }
}

extension DueKind {
  /// A kind behind which one rule stands.
  private init<R: Rule>(
    name: String, title: Text, fields: [String], source: Kind? = nil,
    find: @escaping @Sendable (DuePerson, (Day, Row?) -> Void) -> Void, by rule: R.Type
  ) {
    self.init(name: name, title: title, fields: fields, source: source, find: find) { person, _ in
      DueKind.judge(rule, person)
    }
  }

  private static func judge<R: Rule>(_ rule: R.Type, _ person: PersonFacts) -> [Finding] {
    guard let input = R.input(for: person) else { return [] }
    do throws(NoParameter) { return try R.judge(input, by: person.law).findings } catch { return [error.finding] }
  }

  private static func rankPromotion(_ person: PersonFacts) -> [Finding] {
    let kind = person.state.position?.positionKind
    if kind?.isManagerial ?? false { return judge(StructuralRankPromotion.self, person) }
    if kind?.isFunctional ?? false { return judge(FunctionalRankPromotion.self, person) }
    return judge(RegularRankPromotion.self, person)
  }

  /// A contract can be extended until the retirement age of the post.
  private static func contractEnd(_ person: PersonFacts) -> [Finding] {
    guard let end = person.state.employee.contractEnd else { return [] }
    let retirement = person.state.retirement(by: person.law)
    let extending = Finding(
      "contract.extension", Text("Dapat diperpanjang sebelum batas usia", en: "Can be extended before the age limit"),
      .init(retirement.map { end < $0 }), found: .until(end), needed: retirement.map { .beforeDay($0) },
      basis: ContractAge.basis, certainty: .known)
    return [extending] + judge(RetirementRule.self, person).filter { $0.rule == "retirement.age" }
  }

  private static func certificates(_ person: DuePerson, _ found: (Day, Row?) -> Void) {
    let trainings = person.facts.trainings
    let rows = trainings.rows(of: person.row)
    let first = person.day.adding(months: -12)
    for row in rows {
      guard let end = trainings.certificateEnd[row], first <= end, end <= person.facts.horizon,
        !trainings.isRenewed(row, until: end, among: rows)
      else { continue }
      found(end, row)
    }
  }

  private static func certificate(_ person: PersonFacts, _ line: DueLine) -> [Finding] {
    guard let training = line.sourceRow.flatMap({ person.book.trainings[$0] }) else { return [] }
    return [
      Finding(
        "certificate.valid", Text("Sertifikat masih berlaku", en: "The certificate is still valid"),
        .init(person.book.day <= line.day), found: .until(line.day), basis: .verbatim(training.name ?? "?"),
        certainty: .agency)
    ]
  }

  private static func punishment(_ person: PersonFacts, _ line: DueLine) -> [Finding] {
    guard let discipline = line.sourceRow.flatMap({ person.book.disciplines[$0] }) else { return [] }
    var input = PunishmentEffect.Input()
    input.kind = discipline.kind
    input.effectiveDate = discipline.effectiveDate
    input.endDate = discipline.endDate
    input.revokedDate = discipline.revokedDate
    input.day = person.book.day
    return PunishmentEffect.judge(input, by: person.law).findings
  }
}

extension DueLine {
  /// What stands behind it: the conditions of its rule, judged on its day, or today when that has passed.
  public func findings(in book: Book, by law: Law) -> [Finding] {
    let id = ID<Employee>(book.employees.table.id(of: person))
    guard let state = book.state(of: id, on: max(book.day, day)) else { return [] }
    return kind.findings(PersonFacts(state, in: book, by: law), self)
  }
}

extension Text {
  fileprivate static func beforeDay(_ day: Day) -> Text {
    Text("sebelum \(day.display)", en: "before \(day.display)")
  }
}
