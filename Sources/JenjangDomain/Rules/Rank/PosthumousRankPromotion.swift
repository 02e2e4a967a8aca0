/// Whether someone who died on duty is given one more rank (kenaikan pangkat anumerta).
///
/// Source: PP 99/2000; domain reference 2.2.
public enum PosthumousRankPromotion: Rule {
  public struct Input: Described {
    public var grade: Grade?
    public var diedOnDuty: Bool?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("grade", .grade, \.grade, required: true),
      Field("diedOnDuty", Text("Tewas dalam tugas", en: "Died on duty"), \.diedOnDuty),
      Field("day", Text("Tanggal meninggal", en: "Day of death"), \.day, required: true),
    ]
  }

  public typealias Output = RankPromotionOutcome

  public static let name = "posthumous-rank-promotion"
  public static let title = Text("Kenaikan pangkat anumerta", en: "Posthumous rank promotion")
  public static let purpose = Text(
    "Apakah pegawai yang tewas dalam tugas diberi satu pangkat lebih tinggi.",
    en: "Whether somebody who died on duty is given one more rank.")
  public static let basis = RegularRankPromotion.basis
  public static let subject = RuleSubject.career

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day else { return Judgement(Output()) }
    var output = Output()
    output.target = input.diedOnDuty == true ? input.grade?.next : nil
    output.earliest = output.target == nil ? nil : day
    let findings = [
      Finding(
        "promotion.onDuty", Text("Tewas dalam tugas", en: "Died on duty"), .init(input.diedOnDuty), basis: basis,
        certainty: .known),
      Finding(
        "promotion.rankAbove", Text("Ada pangkat di atasnya", en: "There is a rank above"),
        .init(input.grade.map { $0.next != nil }), found: input.grade.map { .grade($0) }, basis: basis,
        certainty: .known),
    ]
    return output.judged(findings)
  }

  public static func input(for person: PersonFacts) -> Input? {
    var input = Input()
    input.grade = person.state.grade
    input.day = person.state.legalStatus == .died ? person.state.employee.legalStatusDate : person.day
    return input
  }
}
