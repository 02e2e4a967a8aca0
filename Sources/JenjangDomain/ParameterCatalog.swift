/// Every family of parameters, one line each.
public enum ParameterCatalog {
  public static let families: [ParameterFamily] = [
    FixedHolidays.family,
    OfficeClock.family,
    LeaveTerms.family,
    AppointmentAges.family,
    RetirementAges.family,
    PreRetirement.family,
    PromotionPeriods.family,
    RegularPromotion.family,
    ChoicePromotion.family,
    SalarySteps.family,
    ServiceInGrade.family,
    PerformanceRating.family,
    CreditPoints.family,
    LowPerformance.family,
    Rewards.family,
    ServiceMedals.family,
    AbsenceBands.family,
    DisciplineTerms.family,
    RequiredLevels.family,
    MatchLimits.family,
    TechnicalCompetency.family,
    TrainingNeeds.family,
    ApplicantLimits.family,
    BasicTestMarks.family,
    RecruitmentScores.family,
    TalentCuts.family,
    TalentWeights.family,
    Transfers.family,
    PostDemands.family,
    OpenSelections.family,
    ExecutiveTerms.family,
    ProfessionalismScores.family,
    LearningHours.family,
    StudyAssignments.family,
    LeadershipTraining.family,
    TrainingEvents.family,
    MentoringMatch.family,
    SatisfactionSurvey.family,
    ComplaintDays.family,
  ]

  /// The parameter of a key; nil when there is none.
  public static func parameter(_ key: String) -> AnyParameter? { byKey[key] }

  private static let byKey = Dictionary(
    uniqueKeysWithValues: families.flatMap(\.parameters).map { ($0.key, $0) })
}
