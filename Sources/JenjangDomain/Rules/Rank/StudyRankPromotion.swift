/// Whether a finished study assignment raises the rank: judged as a new diploma is.
///
/// Source: PP 99/2000; domain reference 2.2.
public enum StudyRankPromotion: Rule {
  public typealias Input = DiplomaRankPromotion.Input
  public typealias Output = RankPromotionOutcome

  public static let name = "study-rank-promotion"
  public static let title = Text("Kenaikan pangkat selesai tugas belajar", en: "Rank promotion after study assignment")
  public static let purpose = Text(
    "Apakah tugas belajar yang selesai menaikkan pangkat, dan sejak kapan.",
    en: "Whether a finished study assignment raises the rank, and from when.")
  public static let basis = RegularRankPromotion.basis
  public static let subject = RuleSubject.career
  public static let parameters = [AnyParameter(PromotionPeriods.months), AnyParameter(ChoicePromotion.diplomaYears)]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    try DiplomaRankPromotion.judge(input, by: law, certainty: .known)
  }

  public static func input(for person: PersonFacts) -> Input? { DiplomaRankPromotion.input(for: person) }
}
