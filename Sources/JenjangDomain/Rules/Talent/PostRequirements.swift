/// Whether somebody meets the requirements of a managerial post.
///
/// Source: PP 11/2017 article 54, PP 17/2020; domain reference 6.5. Age is counted on the day of appointment.
public enum PostRequirements: Rule {
  public struct Input: Described {
    public var target: PositionKind?
    public var education: EducationLevel?
    public var held: PositionKind?
    public var heldMonths: Int?
    public var experienceMonths: Int?
    public var predicateLastYear: PerformancePredicate?
    public var predicateYearBefore: PerformancePredicate?
    public var birthDate: Day?
    public var lastPunishment: Day?
    public var competencyFits: Bool?
    public var hasIntegrity: Bool?
    public var isHealthy: Bool?
    public var isSelected: Bool?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("target", Text("Jabatan yang dituju", en: "Post aimed at"), \.target, required: true),
      Field("education", .education, \.education),
      Field(
        "held", Text("Jabatan asal", en: "Post before it"), \.held,
        help: Text("Yang sedang atau pernah dijabat dan disyaratkan.", en: "Held now or before, as is required.")),
      Field("heldMonths", Text("Masa jabatan asal (bulan)", en: "Time in it (months)"), \.heldMonths),
      Field(
        "experienceMonths", Text("Pengalaman di bidang tugas (bulan)", en: "Experience in the field (months)"),
        \.experienceMonths, help: Text("Kumulatif; hanya untuk JPT.", en: "Cumulative; for executives only.")),
      Field("predicateLastYear", .lastRating, \.predicateLastYear),
      Field("predicateYearBefore", .predicateYearBefore, \.predicateYearBefore),
      Field("birthDate", .birthDate, \.birthDate),
      Field("lastPunishment", .lastPunishment, \.lastPunishment, help: .noPunishment),
      Field("competencyFits", .competencyFits, \.competencyFits),
      Field("hasIntegrity", .integrity, \.hasIntegrity),
      Field("isHealthy", .health, \.isHealthy),
      Field("isSelected", .openSelection, \.isSelected),
      Field("day", Text("Tanggal pengangkatan", en: "Day of appointment"), \.day, required: true),
    ]
  }

  public typealias Output = EligibilityOutcome

  public static let name = "post-requirements"
  public static let title = Text("Syarat jabatan manajerial", en: "Requirements of a managerial post")
  public static let purpose = Text(
    "Apakah seseorang memenuhi syarat pengawas, administrator, atau JPT.",
    en: "Whether somebody meets the requirements of a supervisor, administrator or executive post.")
  public static let basis = PostDemands.basis
  public static let subject = RuleSubject.talent
  public static let parameters =
    [
      AnyParameter(PostDemands.equalFeeders), AnyParameter(PostDemands.ageMonths), AnyParameter(PostDemands.goodYears),
      AnyParameter(PostDemands.cleanYears),
    ] + PostDemands.education.all + PostDemands.feeders.all + PostDemands.years.all + PostDemands.experience.all
    + PostDemands.age.all

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let target = input.target, let day = input.day else { return Judgement(Output()) }
    guard let education = PostDemands.education.find(target, on: day, by: law) else {
      throw NoParameter(finding: .noParameter(PostDemands.education.usual, on: day))
    }
    let clean = try law.require(PostDemands.cleanYears, on: day)
    var findings = [
      Finding(
        "post.education", PostDemands.education.usual.title, isMet: input.education.map { $0 >= education.value },
        found: input.education?.title, needed: .atLeast(education.value.title), by: education.used)
    ]
    findings += try origin(input, target, on: day, by: law)
    findings += try record(input, target, on: day, by: law)
    findings.append(.notPunished("post.discipline", until: input.lastPunishment, on: day))
    findings.append(.clean("post.clean", input.lastPunishment, on: day, clean))
    findings += statements(input, target)
    return Output.judged(findings)
  }

  public static func input(for person: PersonFacts) -> Input? {
    let state = person.state
    var input = Input()
    input.education = state.education?.level
    input.birthDate = state.employee.birthDate
    input.lastPunishment = state.lastPunishment
    input.predicateLastYear = person.ratingOfLastYear
    input.predicateYearBefore = person.ratingOfYearBefore
    input.day = person.day
    guard let target = state.position?.positionKind?.nextManagerial else { return input }
    input.target = target
    let counted = [
      PostDemands.feeders.find(target, on: person.day, by: person.law)?.value,
      person.law.find(PostDemands.equalFeeders, on: person.day)?.value[target],
    ].compactMap(\.self).flatMap(\.self)
    let months = person.months(in: counted)
    input.held = months.max { $0.value < $1.value }?.key ?? state.position?.positionKind
    input.heldMonths = months.values.reduce(0, +)
    return input
  }
}

extension PostRequirements {
  /// The post before it, the time in it, and the experience in the field.
  private static func origin(
    _ input: Input, _ target: PositionKind, on day: Day, by law: Law
  ) throws(NoParameter) -> [Finding] {
    let equal = try law.require(PostDemands.equalFeeders, on: day)
    var findings: [Finding] = []
    if let feeders = PostDemands.feeders.find(target, on: day, by: law) {
      let isFeeder = input.held.map { feeders.value.contains($0) }
      let needed = Text.list(feeders.value.map(\.title))
      let isEqual = input.held.map { equal.value[target]?.contains($0) ?? false } ?? false
      findings.append(
        isFeeder == false && isEqual
          ? Finding(
            "post.origin", PostDemands.equalFeeders.title, .met, found: input.held?.title, needed: needed, by: equal)
          : Finding(
            "post.origin", PostDemands.feeders.usual.title, isMet: isFeeder, found: input.held?.title, needed: needed,
            by: feeders.used))
    }
    let times = [
      ("post.years", PostDemands.years, input.heldMonths),
      ("post.experience", PostDemands.experience, input.experienceMonths),
    ]
    for (rule, demand, months) in times {
      guard let years = demand.find(target, on: day, by: law) else { continue }
      findings.append(
        Finding(
          rule, demand.usual.title, isMet: months.map { $0 >= years.value * 12 },
          found: months.map { Service(months: $0).text }, needed: .count(years: years.value), by: years.used))
    }
    return findings
  }

  /// Performance, and age where the post has a limit.
  private static func record(
    _ input: Input, _ target: PositionKind, on day: Day, by law: Law
  ) throws(NoParameter) -> [Finding] {
    let years = try law.require(PostDemands.goodYears, on: day)
    var findings = [
      Finding.goodRatings("post.performance", [input.predicateLastYear, input.predicateYearBefore], years)
    ]
    if let age = PostDemands.age.find(target, on: day, by: law) {
      let months = try law.require(PostDemands.ageMonths, on: day)
      findings.append(.age("post.age", input.birthDate, on: day, atMost: age.value, by: age.used, months))
    }
    return findings
  }

  /// What papers and committees state.
  private static func statements(_ input: Input, _ target: PositionKind) -> [Finding] {
    var stated: [(String, Text, Bool?)] = [
      ("post.competency", .competencyFits, input.competencyFits), ("post.integrity", .integrity, input.hasIntegrity),
      ("post.health", .health, input.isHealthy),
    ]
    if target == .seniorExecutive3 || target == .seniorExecutive2 || target == .seniorExecutive1 {
      stated.append(("post.selection", .openSelection, input.isSelected))
    }
    return stated.map { Finding($0.0, $0.1, .init($0.2), basis: basis, certainty: .verified) }
  }
}

extension PositionKind {
  /// The managerial post that is the usual next step; nil after the last.
  var nextManagerial: PositionKind? {
    switch self {
    case .operational, .skilled1, .skilled2, .skilled3, .skilled4, .expert1: .supervisor
    case .supervisor, .expert2: .administrator
    case .administrator, .expert3: .seniorExecutive3
    case .seniorExecutive3, .expert4: .seniorExecutive2
    case .seniorExecutive2: .seniorExecutive1
    case .seniorExecutive1: nil
    }
  }
}

extension PersonFacts {
  /// Whole months that the person has held posts of some kinds, by kind.
  func months(in kinds: [PositionKind]) -> [PositionKind: Int] {
    let held = book.positionHistories.owned(by: state.employee.id.raw).filter(\.isDefinitive)
    var months: [PositionKind: Int] = [:]
    for (place, position) in held.enumerated() {
      guard let kind = position.positionKind, kinds.contains(kind), let start = position.effectiveDate, start <= day
      else { continue }
      let next = held.dropFirst(place + 1).first?.effectiveDate
      let end = min(position.endDate?.adding(days: 1) ?? next ?? day, day)
      months[kind, default: 0] += max(0, start.months(until: end))
    }
    return months
  }
}

extension Text {
  fileprivate static let integrity = Text("Integritas dan moralitas baik", en: "Good integrity and morality")
  fileprivate static let health = Text("Sehat jasmani dan rohani", en: "Healthy in body and mind")
  fileprivate static let openSelection = Text(
    "Lulus seleksi terbuka atau manajemen talenta", en: "Passed an open selection or talent management")
}
