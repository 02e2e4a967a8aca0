/// Whether the papers of a transfer between agencies are complete, and by when BKN decides.
///
/// Source: Peraturan BKN 5/2019; domain reference 6.4.
public enum TransferPapers: Rule {
  public struct Input: Described {
    public var hasAnalysis: Bool?
    public var hasRequest: Bool?
    public var hasRelease: Bool?
    public var hasAcceptance: Bool?
    public var hasCleanStatement: Bool?
    public var hasDecrees: Bool?
    public var wasGoodTwoYears: Bool?
    public var hasStudyBond: Bool?
    public var hasClearance: Bool?
    public var submitted: Day?
    public var region: String?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("hasAnalysis", .analysis, \.hasAnalysis),
      Field("hasRequest", .request, \.hasRequest),
      Field("hasRelease", .release, \.hasRelease),
      Field("hasAcceptance", .acceptance, \.hasAcceptance),
      Field("hasCleanStatement", .statement, \.hasCleanStatement),
      Field("hasDecrees", .decrees, \.hasDecrees),
      Field("wasGoodTwoYears", .good, \.wasGoodTwoYears),
      Field(
        "hasStudyBond", Text("Terikat ikatan dinas tugas belajar", en: "Bound by a study assignment"), \.hasStudyBond),
      Field("hasClearance", .clearance, \.hasClearance),
      Field("submitted", Text("Diterima BKN", en: "Received by BKN on"), \.submitted),
      Field("region", .region, \.region, help: .addsHolidays),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var missing: Int?
    public var decisionBy: Day?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("missing", Text("Berkas yang belum ada", en: "Papers missing"), \.missing),
      Field("decisionBy", Text("Pertimbangan BKN paling lambat", en: "BKN decides by"), \.decisionBy),
    ]
  }

  public static let name = "transfer-papers"
  public static let title = Text("Berkas mutasi antarinstansi", en: "Papers of a transfer between agencies")
  public static let purpose = Text(
    "Apakah berkas mutasi antarinstansi lengkap, dan kapan BKN memutus.",
    en: "Whether the papers of a transfer between agencies are complete, and by when BKN decides.")
  public static let basis = Transfers.basis
  public static let subject = RuleSubject.talent
  public static let parameters = [
    AnyParameter(FixedHolidays.week), AnyParameter(FixedHolidays.dates), AnyParameter(Transfers.decisionDays),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day else { return Judgement(Output()) }
    let papers: [(rule: String, condition: Text, isMet: Bool?)] = [
      ("transfer.analysis", .analysis, input.hasAnalysis), ("transfer.request", .request, input.hasRequest),
      ("transfer.release", .release, input.hasRelease), ("transfer.acceptance", .acceptance, input.hasAcceptance),
      ("transfer.statement", .statement, input.hasCleanStatement), ("transfer.decrees", .decrees, input.hasDecrees),
      ("transfer.good", .good, input.wasGoodTwoYears),
      (
        "transfer.bond", Text("Tidak terikat ikatan dinas tugas belajar", en: "Bound by no study assignment"),
        input.hasStudyBond.map { !$0 }
      ), ("transfer.clearance", .clearance, input.hasClearance),
    ]
    var findings = papers.map { paper in
      Finding(paper.rule, paper.condition, .init(paper.isMet), basis: Transfers.basis, certainty: .verified)
    }
    var output = Output()
    output.missing = papers.count { $0.isMet != true }
    if let submitted = input.submitted {
      let days = try law.require(Transfers.decisionDays, on: day)
      let calendar = law.calendar(in: input.region)
      let last = calendar.adding(workingDays: days.value, to: submitted)
      output.decisionBy = last
      findings.append(
        Finding(
          "transfer.decision", Transfers.decisionDays.title, .met, found: .day(submitted), needed: .until(last),
          by: days))
      if let holidays = calendar.finding(from: submitted, through: last) { findings.append(holidays.asAdvice) }
    }
    return Judgement(output, findings)
  }
}

extension Text {
  fileprivate static let analysis = Text("Analisis jabatan dan beban kerja", en: "Job and workload analysis")
  fileprivate static let request = Text("Surat permohonan", en: "Request")
  fileprivate static let release = Text("Surat melepas dari instansi asal", en: "Letter of release naming the post")
  fileprivate static let acceptance = Text(
    "Surat menerima dengan nama jabatan", en: "Letter of acceptance naming the post")
  fileprivate static let statement = Text(
    "Pernyataan tidak dalam proses disiplin atau pidana", en: "Statement of no discipline or court process")
  fileprivate static let decrees = Text("SK pangkat dan jabatan terakhir", en: "The last decrees of rank and post")
  fileprivate static let good = Text("Predikat Baik dua tahun terakhir", en: "Rated good in the last two years")
  fileprivate static let clearance = Text("Surat bebas temuan inspektorat", en: "Clearance of the inspectorate")
}
