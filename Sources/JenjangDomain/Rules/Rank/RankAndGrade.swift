/// The ranks that education and post allow: entry, ceiling, span of the post, next rank; for contract staff the grade.
///
/// Source: domain reference 1.3 to 1.6.
public enum RankAndGrade: Rule {
  public struct Input: Described {
    public var kind: EmployeeKind?
    public var education: EducationLevel?
    public var positionKind: PositionKind?
    public var echelon: Echelon?
    public var grade: Grade?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("kind", .employmentKind, \.kind, required: true),
      Field("education", .education, \.education),
      Field("positionKind", .positionKind, \.positionKind),
      Field("echelon", .echelon, \.echelon),
      Field("grade", .grade, \.grade),
    ]
  }

  public struct Output: Described {
    public var rankTitle: String?
    public var order: Int?
    public var next: Grade?
    public var entry: Grade?
    public var ceiling: Grade?
    public var lowest: Grade?
    public var highest: Grade?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("rankTitle", Text("Pangkat", en: "Rank"), \.rankTitle),
      Field("order", Text("Urutan golongan", en: "Order of the grade"), \.order),
      Field("next", Text("Golongan berikut", en: "Next grade"), \.next),
      Field("entry", Text("Golongan awal menurut pendidikan", en: "Entry grade by education"), \.entry),
      Field("ceiling", Text("Golongan puncak menurut pendidikan", en: "Ceiling by education"), \.ceiling),
      Field("lowest", Text("Golongan terendah jabatan", en: "Lowest grade of the post"), \.lowest),
      Field("highest", Text("Golongan tertinggi jabatan", en: "Highest grade of the post"), \.highest),
    ]
  }

  public static let name = "rank-and-grade"
  public static let title = Text("Golongan menurut pendidikan dan jabatan", en: "Grade by education and post")
  public static let purpose = Text(
    "Golongan awal, puncak, berikut, dan rentang golongan suatu jabatan.",
    en: "The entry grade, ceiling, next grade, and the grades that a post allows.")
  public static let basis = Text(
    "PP 99/2000 jo. PP 12/2002; PP 49/2018 untuk PPPK", en: "PP 99/2000 with PP 12/2002; PP 49/2018 for contract staff")
  public static let subject = RuleSubject.career

  public static func judge(_ input: Input, by law: Law) -> Judgement<Output> {
    guard let kind = input.kind else { return Judgement(Output()) }
    var output = Output()
    output.rankTitle = input.grade?.rankTitle
    output.order = input.grade.map { $0.isContract ? $0.order - Grade.ranks.count : $0.order }
    output.next = input.grade?.next
    let allowed: [Grade]
    if kind.isContract {
      output.entry = input.education?.contractGrade
      allowed = input.positionKind?.contractGrades ?? []
    } else {
      output.entry = input.education?.entryRank
      output.ceiling = input.education?.ceiling
      let span = input.echelon?.ranks ?? input.positionKind?.ranks
      allowed = span.map { [$0.lowerBound, $0.upperBound] } ?? []
    }
    output.lowest = allowed.first
    output.highest = allowed.last
    return Judgement(
      output, [kindFits(kind, input), spanFits(output, input), belowCeiling(output, input)].compactMap(\.self))
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input()
    input.kind = person.state.kind
    input.education = person.state.education?.level
    input.positionKind = person.state.position?.positionKind
    input.echelon = person.state.position?.echelon
    input.grade = person.state.grade
    return input
  }
}

extension RankAndGrade {
  private static func kindFits(_ kind: EmployeeKind, _ input: Input) -> Finding? {
    guard let grade = input.grade else { return nil }
    return Finding(
      "grade.kind", Text("Golongan sesuai jenis pegawai", en: "Grade fits the kind of employment"),
      .init(grade.isContract == kind.isContract), found: .grade(grade),
      needed: kind.isContract ? .verbatim("I-XVII") : .verbatim("I/a-IV/e"), basis: basis, certainty: .verified)
  }

  private static func spanFits(_ output: Output, _ input: Input) -> Finding? {
    guard let grade = input.grade, let lowest = output.lowest, let highest = output.highest else { return nil }
    return Finding(
      "grade.span", Text("Golongan di dalam rentang jabatan", en: "Grade within the span of the post"),
      .init((lowest...highest).contains(grade)), found: .grade(grade), needed: .span(lowest...highest), basis: basis,
      certainty: .verified
    ).asAdvice
  }

  private static func belowCeiling(_ output: Output, _ input: Input) -> Finding? {
    guard let next = output.next, let ceiling = output.ceiling else { return nil }
    return Finding(
      "grade.ceiling", Text("Golongan berikut dapat dicapai reguler", en: "Next grade within reach the regular way"),
      .init(next <= ceiling), found: .grade(next),
      needed: Text("paling tinggi \(ceiling.rawValue)", en: "at most \(ceiling.rawValue)"), basis: basis,
      certainty: .verified
    ).asAdvice
  }
}
