/// Who gets the vacancies of a CPNS formation.
///
/// Source: domain reference 7.2 and 7.4. Ties: sum of the basic test; TKP, TIU, TWK; grade average; the older one.
public enum RecruitmentRanking: Rule {
  public struct Candidate: Described {
    public var name: String?
    public var twk: Int?
    public var tiu: Int?
    public var tkp: Int?
    /// The field test on a scale of 100.
    public var field: Decimal?
    public var average: Decimal?
    public var birthDate: Day?
    /// Failed, absent or withdrawn.
    public var isOut: Bool?

    public init() {}

    public static let fields: [Field<Candidate>] = [
      Field("name", .candidate, \.name, required: true),
      .points("twk", .nationalInsight, \.twk, required: false),
      .points("tiu", .generalIntelligence, \.tiu, required: false),
      .points("tkp", .personalTraits, \.tkp, required: false),
      Field("field", Text("SKB skala 100", en: "Field test on 100"), \.field, type: .decimal(scale: 3), required: true),
      Field(
        "average", Text("IPK atau rata-rata ijazah", en: "Grade average"), \.average,
        help: Text(
          "IPK untuk diploma ke atas, nilai ijazah untuk SMA.", en: "Of the diploma or the school certificate.")),
      Field("birthDate", .birthDate, \.birthDate),
      Field(
        "isOut", Text("Gugur", en: "Out"), \.isOut,
        help: Text(
          "Tidak lulus ambang batas, tidak hadir, atau mengundurkan diri.",
          en: "Below a pass mark, absent or withdrawn.")),
    ]
  }

  public typealias Input = Contest<Candidate>
  /// Those who are out are not among the ranked.
  public typealias Output = RankedCandidates

  public static let name = "recruitment-ranking"
  public static let title = Text("Pemeringkatan CPNS", en: "Ranking of CPNS candidates")
  public static let purpose = Text(
    "Siapa yang mengisi formasi, sampai ukuran terakhir bila nilai sama.",
    en: "Who gets the vacancies, down to the last key when scores are equal.")
  public static let basis = Text("Ketentuan pengadaan CPNS", en: "Rules of the CPNS intake")
  public static let subject = RuleSubject.recruitment
  public static let parameters = [AnyParameter(RecruitmentScores.basicWeight)]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let vacancies = input.vacancies, let day = input.day else { return Judgement(Output()) }
    let weight = try law.require(RecruitmentScores.basicWeight, on: day)
    let finals = input.candidates.map { $0.final(weight.value) }
    let keys = zip(input.candidates, finals).map { candidate, final -> [Fraction]? in
      candidate.isOut == true ? nil : [Fraction(final)] + candidate.keys
    }
    let ranking = Ranking(keys, seats: vacancies)
    var output = Output()
    output.placed = ranking.placed(input.candidates.map(\.name), finals)
    return Judgement(
      output,
      [
        Finding(
          "final.weights", Text("Bobot SKD dan SKB", en: "Weights of basic and field test"), .met,
          found: .verbatim("\(weight.value) : \(100 - weight.value)"), by: weight),
        ranking.finding("ranking.lastSeat", names: { input.candidates[$0].name }, basis: basis, certainty: .verified),
      ])
  }
}

extension RecruitmentRanking.Candidate {
  fileprivate var basic: Int { (twk ?? 0) + (tiu ?? 0) + (tkp ?? 0) }

  /// With three decimals, by which candidates are compared.
  fileprivate func final(_ weight: Int) -> Decimal {
    let basic100 = Fraction(Int128(basic) * 100, Int128(BasicTest.wholeMaximum))
    return FinalScore.mixed(basic100, Fraction(field ?? 0), first: weight).rounded(3)
  }

  /// What decides between equal scores.
  fileprivate var keys: [Fraction] {
    [basic, tkp ?? 0, tiu ?? 0, twk ?? 0].map { Fraction($0) } + [Fraction(average ?? 0), .age(birthDate)]
  }
}
