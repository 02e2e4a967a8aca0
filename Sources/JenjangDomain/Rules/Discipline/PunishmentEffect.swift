/// What a punishment stands in the way of, and until when.
///
/// Source: PP 94/2021; domain reference 8.2. A moderate or severe one blocks while it is served; the salary step goes on.
public enum PunishmentEffect: Rule {
  public struct Input: Described {
    public var kind: DisciplineKind?
    public var effectiveDate: Day?
    public var endDate: Day?
    public var revokedDate: Day?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("kind", Text("Jenis hukuman", en: "Kind of punishment"), \.kind, required: true),
      Field("effectiveDate", .verbatim("TMT"), \.effectiveDate, required: true),
      Field("endDate", Text("Sampai", en: "Until"), \.endDate),
      Field("revokedDate", Text("Tanggal dicabut", en: "Lifted on"), \.revokedDate),
      Field("day", Text("Dinilai pada", en: "Judged on"), \.day, required: true),
    ]

    /// The same as a record of a person's file.
    fileprivate var discipline: Discipline {
      var discipline = Discipline(id: ID(RecordID(high: 0, low: 0)))
      discipline.kind = kind
      discipline.effectiveDate = effectiveDate
      discipline.endDate = endDate
      discipline.revokedDate = revokedDate
      return discipline
    }
  }

  public struct Output: Described {
    public var level: DisciplineLevel?
    public var lastDay: Day?
    public var freeFrom: Day?
    public var isServed: Bool?
    public var blocksRankPromotion: Bool?
    public var blocksPostPromotion: Bool?
    public var blocksTalentPool: Bool?
    public var blocksStudyAssignment: Bool?
    public var blocksSalaryStep: Bool?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("level", Text("Tingkat", en: "Level"), \.level),
      Field("lastDay", Text("Hari terakhir dijalani", en: "Last day served"), \.lastDay),
      Field("freeFrom", Text("Bebas sejak", en: "Free from"), \.freeFrom),
      Field("isServed", Text("Sedang dijalani", en: "Being served"), \.isServed),
      Field(
        "blocksRankPromotion", Text("Menahan kenaikan pangkat", en: "Blocks rank promotion"), \.blocksRankPromotion),
      Field(
        "blocksPostPromotion", Text("Menahan promosi jabatan", en: "Blocks promotion to a post"), \.blocksPostPromotion),
      Field("blocksTalentPool", Text("Menahan kelompok talenta", en: "Blocks the talent pool"), \.blocksTalentPool),
      Field(
        "blocksStudyAssignment", Text("Menahan tugas belajar", en: "Blocks a study assignment"), \.blocksStudyAssignment
      ),
      Field("blocksSalaryStep", Text("Menahan gaji berkala", en: "Blocks the salary step"), \.blocksSalaryStep),
    ]
  }

  public static let name = "punishment-effect"
  public static let title = Text("Akibat hukuman disiplin", en: "Effect of a punishment")
  public static let purpose = Text(
    "Apa yang tertahan oleh hukuman disiplin, dan sampai kapan.",
    en: "What a punishment stands in the way of, and until when.")
  public static let basis = DisciplineTerms.basis
  public static let subject = RuleSubject.discipline

  public static func judge(_ input: Input, by law: Law) -> Judgement<Output> {
    guard let kind = input.kind, let day = input.day, let start = input.effectiveDate else {
      return Judgement(Output())
    }
    let discipline = input.discipline
    let isRevoked = input.revokedDate.map { $0 <= day } ?? false
    let isDismissal = kind == .dismissal && start <= day && !isRevoked
    let isBlocking = kind.level != .light && discipline.isServed(on: day) || isDismissal
    var output = Output()
    output.level = kind.level
    output.lastDay = discipline.lastDay
    output.freeFrom = kind.level == .light ? nil : discipline.lastDay?.adding(days: 1)
    output.isServed = discipline.isServed(on: day)
    output.blocksRankPromotion = isBlocking
    output.blocksPostPromotion = isBlocking
    output.blocksTalentPool = isBlocking
    output.blocksStudyAssignment = isBlocking
    output.blocksSalaryStep = isDismissal
    let finding = Finding(
      "discipline.free", Text("Tidak tertahan hukuman disiplin", en: "Not held back by a punishment"),
      .init(!isBlocking), found: kind.title,
      needed: output.freeFrom.map { .from($0) }, basis: basis, certainty: .known)
    return Judgement(output, [finding])
  }

  /// The moderate or severe punishment that is served longest, or the newest of all.
  public static func input(for person: PersonFacts) -> Input? {
    let begun = person.state.disciplines.filter { $0.effectiveDate.map { $0 <= person.day } ?? false }
    let served = begun.filter { $0.kind?.level != .light && $0.isServed(on: person.day) }
    let longest = served.max { ($0.lastDay ?? person.day) < ($1.lastDay ?? person.day) } ?? begun.last
    var input = Input()
    input.kind = longest?.kind
    input.effectiveDate = longest?.effectiveDate
    input.endDate = longest?.endDate
    input.revokedDate = longest?.revokedDate
    input.day = person.day
    return input
  }
}
