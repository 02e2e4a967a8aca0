/// Every rule, one line each.
public enum RuleBook {
  public static let rules: [AnyRule] = [
    AnyRule(EmployeeNumberCheck.self),
    AnyRule(RankAndGrade.self),
    AnyRule(RetirementRule.self),
    AnyRule(TransferRetirement.self),
    AnyRule(ContractAge.self),
    AnyRule(RegularRankPromotion.self),
    AnyRule(SuperiorRankLimit.self),
    AnyRule(StructuralRankPromotion.self),
    AnyRule(PerformanceRankPromotion.self),
    AnyRule(DiplomaRankPromotion.self),
    AnyRule(StudyRankPromotion.self),
    AnyRule(ServiceRankPromotion.self),
    AnyRule(PosthumousRankPromotion.self),
    AnyRule(RankPromotionDay.self),
    AnyRule(ServiceAfterCrossing.self),
    AnyRule(SalaryStep.self),
    AnyRule(FunctionalRankPromotion.self),
    AnyRule(LevelPromotion.self),
    AnyRule(PredicateMatrix.self),
    AnyRule(RatingDistribution.self),
    AnyRule(ObjectionDeadline.self),
    AnyRule(ImprovementProgramme.self),
    AnyRule(CreditConversion.self),
    AnyRule(CreditYear.self),
    AnyRule(CreditStanding.self),
    AnyRule(DiplomaCredit.self),
    AnyRule(ServiceMedal.self),
    AnyRule(AbsenceBand.self),
    AnyRule(PunishmentEffect.self),
    AnyRule(WorkingDayCount.self),
    AnyRule(RequiredLevel.self),
    AnyRule(CompetencyGap.self),
    AnyRule(JobPersonMatch.self),
    AnyRule(AssessmentValidity.self),
    AnyRule(TechnicalLevel.self),
    AnyRule(TrainingNeed.self),
  ]

  /// The rule of a name; nil when there is none.
  public static func rule(_ name: String) -> AnyRule? { rules.first { $0.name == name } }
}
