/// The numbers of the public satisfaction survey (SKM).
public enum SatisfactionSurvey {
  /// The lowest index of each mark above D.
  public static let marks = Parameter(
    "skm.marks", Text("Batas mutu pelayanan SKM", en: "Limits of the satisfaction marks"),
    ParameterVersion(
      [
        .a: Decimal(units: 8_831, scale: 2), .b: Decimal(units: 7_661, scale: 2), .c: Decimal(units: 6_500, scale: 2),
      ] as ByCode<ServiceMark, Decimal>,
      basis: regulation, certainty: .verified))

  /// Elements of which each weighs the same; one left out leaves fewer.
  public static let elements = Parameter(
    "skm.elements", Text("Banyaknya unsur SKM", en: "Number of survey elements"),
    ParameterVersion(9, basis: regulation, certainty: .verified))

  /// Chi-square for one degree of freedom, the share and the error of the sample formula.
  public static let chiSquare = Parameter(
    "survey.sample.chiSquare", Text("Khi-kuadrat rumus sampel", en: "Chi-square of the sample formula"),
    ParameterVersion(Decimal(units: 3_841, scale: 3), basis: sample, certainty: .known))
  public static let share = Parameter(
    "survey.sample.share", Text("Proporsi rumus sampel", en: "Share of the sample formula"),
    ParameterVersion(Decimal(units: 50, scale: 2), basis: sample, certainty: .known))
  public static let error = Parameter(
    "survey.sample.error", Text("Galat rumus sampel", en: "Error of the sample formula"),
    ParameterVersion(Decimal(units: 5, scale: 2), basis: sample, certainty: .known))

  static let family = ParameterFamily(
    Text("Survei kepuasan masyarakat", en: "Public satisfaction survey"),
    [
      AnyParameter(marks), AnyParameter(elements), AnyParameter(chiSquare), AnyParameter(share), AnyParameter(error),
    ])

  private static let regulation = Text("PermenPANRB 14/2017", en: "PermenPANRB 14/2017 on the survey")
  private static let sample = Text("Tabel Krejcie dan Morgan", en: "Table of Krejcie and Morgan")
}
