/// Whether an applicant meets the general conditions of an intake of CPNS.
///
/// Source: domain reference 7.2; the age of the posts that allow more is a parameter of its own.
public enum ApplicantConditions: Rule {
  public struct Input: Described {
    public var birthDate: Day?
    public var isSpecialPost: Bool?
    public var isCitizen: Bool?
    public var prisonMonths: Int?
    public var wasDismissed: Bool?
    public var isInParty: Bool?
    public var diplomaFits: Bool?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("birthDate", .birthDate, \.birthDate, required: true),
      Field(
        "isSpecialPost", Text("Jabatan dengan batas usia khusus", en: "Post with the higher age limit"),
        \.isSpecialPost, help: Text("Disebut dalam pengumuman.", en: "The announcement says so.")),
      Field("isCitizen", Text("Warga negara Indonesia", en: "Indonesian citizen"), \.isCitizen),
      Field(
        "prisonMonths", Text("Pidana penjara terberat (bulan)", en: "Longest prison sentence (months)"),
        \.prisonMonths, type: .integer(0...1_200), help: Text("0 bila tidak pernah.", en: "0 for none.")),
      Field(
        "wasDismissed", Text("Pernah diberhentikan tidak dengan hormat", en: "Was dismissed before"), \.wasDismissed),
      Field("isInParty", Text("Anggota atau pengurus partai", en: "Member of a party"), \.isInParty),
      Field("diplomaFits", Text("Ijazah sesuai formasi", en: "The diploma fits the vacancy"), \.diplomaFits),
      Field("day", Text("Saat melamar", en: "Applies on"), \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var youngestBirth: Day?
    public var oldestBirth: Day?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("youngestBirth", Text("Lahir paling lambat", en: "Born at the latest on"), \.youngestBirth),
      Field("oldestBirth", Text("Lahir sejak", en: "Born from"), \.oldestBirth),
    ]
  }

  public static let name = "applicant-conditions"
  public static let title = Text("Syarat umum pelamar CPNS", en: "General conditions of a CPNS applicant")
  public static let purpose = Text(
    "Apakah pelamar memenuhi syarat umum: umur, kewarganegaraan, pidana, pemberhentian, partai, ijazah.",
    en: "Whether an applicant meets the general conditions: age, citizenship, sentence, dismissal, party, diploma.")
  public static let basis = ApplicantLimits.basis
  public static let subject = RuleSubject.recruitment
  public static let parameters = [
    AnyParameter(ApplicantLimits.youngest), AnyParameter(ApplicantLimits.oldest),
    AnyParameter(ApplicantLimits.oldestSpecial), AnyParameter(ApplicantLimits.prisonMonths),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let birth = input.birthDate, let day = input.day else { return Judgement(Output()) }
    let youngest = try law.require(ApplicantLimits.youngest, on: day)
    let limit = input.isSpecialPost == true ? ApplicantLimits.oldestSpecial : ApplicantLimits.oldest
    let oldest = try law.require(limit, on: day)
    let prison = try law.require(ApplicantLimits.prisonMonths, on: day)
    var output = Output()
    output.youngestBirth = day.adding(years: -youngest.value)
    // Whoever has not yet had the next birthday is still of the age.
    output.oldestBirth = day.adding(years: -(oldest.value + 1)).adding(days: 1)
    let age = Service(from: birth, to: day)
    let findings = [
      Finding(
        "applicant.youngest", ApplicantLimits.youngest.title, isMet: birth.adding(years: youngest.value) <= day,
        found: age.text, needed: .atLeast(.count(years: youngest.value)), by: youngest),
      Finding(
        "applicant.oldest", limit.title, isMet: day < birth.adding(years: oldest.value + 1), found: age.text,
        needed: .atMost(.count(years: oldest.value)), by: oldest),
      plain("applicant.citizen", Text("Warga negara Indonesia", en: "Indonesian citizen"), input.isCitizen),
      Finding(
        "applicant.prison", ApplicantLimits.prisonMonths.title, isMet: input.prisonMonths.map { $0 < prison.value },
        found: input.prisonMonths.map { .count(months: $0) },
        needed: Text("kurang dari \(prison.value) bulan", en: "less than \(prison.value) months"), by: prison),
      plain(
        "applicant.dismissed", Text("Tidak pernah diberhentikan tidak dengan hormat", en: "Never dismissed"),
        input.wasDismissed.map { !$0 }),
      plain("applicant.party", Text("Bukan anggota partai", en: "In no party"), input.isInParty.map { !$0 }),
      plain("applicant.diploma", Text("Ijazah sesuai formasi", en: "The diploma fits the vacancy"), input.diplomaFits),
    ]
    return Judgement(output, findings)
  }

  private static func plain(_ rule: String, _ condition: Text, _ isMet: Bool?) -> Finding {
    Finding(rule, condition, .init(isMet), basis: ApplicantLimits.basis, certainty: .verified)
  }
}
