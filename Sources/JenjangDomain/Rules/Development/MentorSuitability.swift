/// Whether somebody can be the mentor of another.
///
/// Source: domain reference 9.3: a level above or longer service, competence at the target, few enough mentees, and
/// not the officer who decides objections of the same person.
public enum MentorSuitability: Rule {
  public struct Input: Described {
    public var mentorPosition: PositionKind?
    public var menteePosition: PositionKind?
    public var mentorSince: Day?
    public var menteeSince: Day?
    public var mentorLevel: CompetencyLevel?
    public var targetLevel: CompetencyLevel?
    public var activeMentees: Int?
    public var decidesObjections: Bool?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("mentorPosition", Text("Jabatan pembimbing", en: "Position of the mentor"), \.mentorPosition),
      Field("menteePosition", Text("Jabatan yang dibimbing", en: "Position of the mentee"), \.menteePosition),
      Field("mentorSince", Text("TMT CPNS pembimbing", en: "Mentor appointed on"), \.mentorSince),
      Field("menteeSince", Text("TMT CPNS yang dibimbing", en: "Mentee appointed on"), \.menteeSince),
      Field("mentorLevel", Text("Tingkat kompetensi pembimbing", en: "Mentor's competency level"), \.mentorLevel),
      Field("targetLevel", Text("Tingkat kompetensi sasaran", en: "Target competency level"), \.targetLevel),
      Field("activeMentees", Text("Bimbingan aktif sekarang", en: "Active mentees now"), \.activeMentees),
      Field(
        "decidesObjections", Text("Pejabat pemutus keberatan", en: "Decides objections"), \.decidesObjections,
        help: Text("Atas penilaian orang yang dibimbing.", en: "Against assessments of the mentee.")),
      Field("day", .lawDay, \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var isSuitable: Bool?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("isSuitable", Text("Dapat menjadi pembimbing", en: "Can be the mentor"), \.isSuitable)
    ]
  }

  public static let name = "mentor-suitability"
  public static let title = Text("Kelayakan pembimbing", en: "Suitability of a mentor")
  public static let purpose = Text(
    "Apakah seseorang dapat menjadi pembimbing orang lain.", en: "Whether somebody can be the mentor of another.")
  public static let basis = Text.local
  public static let subject = RuleSubject.development
  public static let parameters = [
    AnyParameter(TrainingEvents.mentees), AnyParameter(RequiredLevels.ofPosts),
    AnyParameter(RequiredLevels.ofFunctionalPosts),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day else { return Judgement(Output()) }
    let most = try law.require(TrainingEvents.mentees, on: day)
    let isCompetent = input.mentorLevel.flatMap { own in input.targetLevel.map { own >= $0 } }
    let findings = [
      try standing(input, on: day, by: law),
      Finding(
        "mentor.competence", Text("Kompetensi setingkat sasaran", en: "Competence at the target"), .init(isCompetent),
        found: input.mentorLevel?.title, needed: input.targetLevel.map { .atLeast($0.title) }, basis: basis,
        certainty: .decided),
      Finding(
        "mentor.mentees", TrainingEvents.mentees.title, isMet: input.activeMentees.map { $0 < most.value },
        found: input.activeMentees.map { .verbatim(String($0)) }, needed: .atMost(.verbatim(String(most.value))),
        by: most),
      Finding(
        "mentor.objections", Text("Bukan pemutus keberatan orang itu", en: "Does not decide the person's objections"),
        .init(input.decidesObjections.map { !$0 }), basis: basis, certainty: .decided),
    ]
    var output = Output()
    output.isSuitable = findings.verdict.isMet
    return Judgement(output, findings)
  }

  /// Whether somebody is a level above by what the posts require, or longer in service; nil when that is not known.
  static func isSenior(
    _ mentor: (kind: PositionKind?, since: Day?), than mentee: (kind: PositionKind?, since: Day?), on day: Day,
    by law: Law
  ) -> Bool? {
    let level = { (kind: PositionKind?) -> Int? in
      kind.flatMap { law.find(RequiredLevels.parameter($0), on: day)?.value[$0] }
    }
    var isAbove: Bool?
    if let own = level(mentor.kind), let other = level(mentee.kind) { isAbove = own > other }
    var isLonger: Bool?
    if let own = mentor.since, let other = mentee.since { isLonger = own < other }
    return isAbove == true || isLonger == true ? true : isAbove == nil || isLonger == nil ? nil : false
  }

  /// A level above by what the posts require, or longer service.
  private static func standing(_ input: Input, on day: Day, by law: Law) throws(NoParameter) -> Finding {
    let isMet = isSenior(
      (input.mentorPosition, input.mentorSince), than: (input.menteePosition, input.menteeSince), on: day, by: law)
    let served = input.mentorSince.map { Service(from: $0, to: day).text }
    return Finding(
      "mentor.standing", Text("Setingkat lebih tinggi atau lebih lama bertugas", en: "A level above or longer service"),
      .init(isMet), found: Text.list([input.mentorPosition?.title, served].compactMap(\.self)), basis: basis,
      certainty: .decided)
  }
}
