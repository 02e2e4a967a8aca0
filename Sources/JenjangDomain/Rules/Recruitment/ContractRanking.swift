/// Who gets the vacancies of a PPPK formation.
///
/// Source: domain reference 7.3. Ties: technical; managerial and socio-cultural; interview; the older one.
public enum ContractRanking: Rule {
  public struct Candidate: Described {
    public var name: String?
    /// 1 goes first; nil comes after all that have one.
    public var priority: Int?
    public var technical: Int?
    public var managerial: Int?
    public var interview: Int?
    /// Points for certificates, counted up to a share of the highest technical mark.
    public var certificate: Int?
    public var birthDate: Day?

    public init() {}

    public static let fields: [Field<Candidate>] = [
      Field("name", .candidate, \.name, required: true),
      Field(
        "priority", Text("Kelompok prioritas", en: "Priority group"), \.priority, type: .integer(1...9),
        help: Text("1 didahulukan; kosong tanpa prioritas.", en: "1 goes first; empty without priority.")),
      Field("technical", Text("Kompetensi teknis", en: "Technical competency"), \.technical, required: true),
      Field(
        "managerial", Text("Manajerial dan sosial kultural", en: "Managerial and socio-cultural"), \.managerial,
        required: true),
      Field("interview", Text("Wawancara", en: "Interview"), \.interview, required: true),
      Field("certificate", Text("Tambahan sertifikat", en: "Points for certificates"), \.certificate),
      Field("birthDate", .birthDate, \.birthDate),
    ]
  }

  public typealias Input = Contest<Candidate>
  public typealias Output = RankedCandidates

  public static let name = "contract-ranking"
  public static let title = Text("Pemeringkatan PPPK", en: "Ranking of contract candidates")
  public static let purpose = Text(
    "Siapa yang mengisi formasi PPPK, sampai ukuran terakhir bila nilai sama.",
    en: "Who gets the contract vacancies, down to the last key when scores are equal.")
  public static let basis = Text("Ketentuan pengadaan PPPK 2024", en: "Rules of the contract intake of 2024")
  public static let subject = RuleSubject.recruitment
  public static let parameters = [
    AnyParameter(RecruitmentScores.contractTechnicalMaximum), AnyParameter(RecruitmentScores.certificateShare),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let vacancies = input.vacancies, let day = input.day else { return Judgement(Output()) }
    let maximum = try law.require(RecruitmentScores.contractTechnicalMaximum, on: day)
    let share = try law.require(RecruitmentScores.certificateShare, on: day)
    let cap = Fraction(Int128(maximum.value * share.value), 100).floor
    let finals = input.candidates.map { candidate in
      Decimal(candidate.sum + min(candidate.certificate ?? 0, cap), scale: 3)
    }
    let keys = zip(input.candidates, finals).map { candidate, final -> [Fraction]? in
      [Fraction(-(candidate.priority ?? 10)), Fraction(final)] + candidate.keys
    }
    let ranking = Ranking(keys, seats: vacancies)
    var output = Output()
    output.placed = ranking.placed(input.candidates.map(\.name), finals)
    return Judgement(
      output,
      [
        Finding(
          "pppk.certificate", RecruitmentScores.certificateShare.title, .met,
          needed: .atMost(.verbatim(String(cap))), by: share),
        ranking.finding("ranking.lastSeat", names: { input.candidates[$0].name }, basis: basis, certainty: .verified),
      ])
  }
}

extension ContractRanking.Candidate {
  fileprivate var sum: Int { (technical ?? 0) + (managerial ?? 0) + (interview ?? 0) }

  /// What decides between equal scores.
  fileprivate var keys: [Fraction] {
    [technical ?? 0, managerial ?? 0, interview ?? 0].map { Fraction($0) } + [.age(birthDate)]
  }
}
