/// How a case of discipline is examined and appealed.
public enum DisciplineTerms {
  public static let appealDays = Parameter(
    "discipline.appeal", Text("Hari kerja untuk upaya administratif", en: "Working days for an appeal"), unit: .days,
    ParameterVersion(14, basis: basis, certainty: .known))

  /// The levels of which a team must have examined the case; for moderate ones it may.
  public static let teamLevels = Parameter(
    "discipline.team", Text("Wajib diperiksa tim", en: "Must be examined by a team"),
    ParameterVersion([DisciplineLevel.severe], basis: basis, certainty: .verified))

  static let family = ParameterFamily(
    Text("Pemeriksaan disiplin", en: "Examination of discipline"), [AnyParameter(appealDays), AnyParameter(teamLevels)])

  static let basis = Text("PP 94/2021", en: "PP 94/2021 on discipline")
}
