/// Whether the committee of an open selection is made up as it must be, and the call open for long enough.
///
/// Source: domain reference 6.6.
public enum SelectionCommittee: Rule {
  public struct Input: Described {
    public var members: Int?
    public var internalMembers: Int?
    public var announced: Day?
    public var closed: Day?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("members", Text("Anggota panitia", en: "Members"), \.members, type: .integer(0...99), required: true),
      Field(
        "internalMembers", Text("Dari instansi sendiri", en: "From the agency itself"), \.internalMembers,
        type: .integer(0...99)),
      Field("announced", Text("Diumumkan", en: "Announced on"), \.announced),
      Field("closed", Text("Pendaftaran ditutup", en: "Applications close on"), \.closed),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var internalPercent: Decimal?
    public var earliestClosing: Day?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("internalPercent", Text("Bagian dari dalam (%)", en: "Share from within (%)"), \.internalPercent),
      Field("earliestClosing", Text("Dapat ditutup sejak", en: "May close from"), \.earliestClosing),
    ]
  }

  public static let name = "selection-committee"
  public static let title = Text("Panitia seleksi JPT", en: "Committee of an open selection")
  public static let purpose = Text(
    "Apakah susunan panitia seleksi dan lama pengumuman memenuhi ketentuan.",
    en: "Whether the committee and the length of the announcement are as they must be.")
  public static let basis = ExecutiveTerms.selection
  public static let subject = RuleSubject.talent
  public static let parameters = [
    AnyParameter(ExecutiveTerms.committeeSize), AnyParameter(ExecutiveTerms.internalShare),
    AnyParameter(ExecutiveTerms.announcementDays),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let members = input.members, let day = input.day else { return Judgement(Output()) }
    let sizes = try law.require(ExecutiveTerms.committeeSize, on: day)
    let share = try law.require(ExecutiveTerms.internalShare, on: day)
    let announcement = try law.require(ExecutiveTerms.announcementDays, on: day)
    var output = Output()
    let part = members == 0 ? nil : input.internalMembers.map { Fraction(Int128($0) * 100, Int128(members)) }
    output.internalPercent = part?.rounded(2)
    output.earliestClosing = input.announced?.adding(days: announcement.value)
    let choices = sizes.value.map(String.init).joined(separator: ", ")
    let isLong = input.announced.flatMap { start in
      input.closed.map { start.adding(days: announcement.value) <= $0 }
    }
    return Judgement(
      output,
      [
        Finding(
          "committee.size", ExecutiveTerms.committeeSize.title, isMet: sizes.value.contains(members),
          found: .count(people: members), needed: .verbatim(choices), by: sizes),
        Finding(
          "committee.internal", ExecutiveTerms.internalShare.title,
          isMet: part.map { $0 <= Fraction(Int128(share.value)) },
          found: input.internalMembers.map { .count(people: $0) }, needed: .atMost(.verbatim("\(share.value)%")),
          by: share),
        Finding(
          "committee.announcement", ExecutiveTerms.announcementDays.title, isMet: isLong,
          found: input.announced.map { .day($0) }, needed: output.earliestClosing.map { .from($0) }, by: announcement),
      ])
  }
}
