/// How mentors and mentees are matched, and when a pair counts as silent.
public enum MentoringMatch {
  public static let weights = Parameter(
    "mentoring.weights", Text("Bobot kecocokan bimbingan", en: "Weights of the mentoring match"),
    ParameterVersion(
      [.strength: 40, .goal: 15, .interest: 15, .seniority: 10, .distance: 10, .load: 10] as ByCode<MatchPart, Int>,
      basis: .local, certainty: .decided))

  /// Without a session for longer a pair is reminded.
  public static let silence = Parameter(
    "mentoring.silence", Text("Batas tanpa sesi bimbingan", en: "Longest time without a session"), unit: .days,
    ParameterVersion(30, basis: .local, certainty: .decided))

  /// Who retires within it and alone has a strength is knowledge at risk.
  public static let handover = Parameter(
    "mentoring.handover", Text("Waktu pengalihan pengetahuan", en: "Time to hand knowledge over"), unit: .months,
    ParameterVersion(24, basis: .local, certainty: .decided))

  static let family = ParameterFamily(
    Text("Pencocokan bimbingan", en: "Mentoring match"),
    [AnyParameter(weights), AnyParameter(silence), AnyParameter(handover)])
}
