/// From how many days of absence without leave on a punishment follows.
public enum AbsenceBands {
  /// Working days in a calendar year, added up.
  public static let days = ParameterTable<DisciplineKind, Int>(
    "absence.days", Text("Hari tidak masuk tanpa alasan", en: "Days absent without leave"), unit: .days, basis: basis,
    [
      (.spokenReprimand, 3, .verified), (.writtenReprimand, 4, .known), (.dissatisfaction, 7, .verified),
      (.allowanceCut6, 11, .verified), (.allowanceCut9, 14, .verified), (.allowanceCut12, 17, .verified),
      (.lowerPost, 21, .verified), (.releasedFromPost, 25, .known), (.dismissal, 28, .verified),
    ])

  /// Working days in a row that lead to dismissal.
  public static let inARow = Parameter(
    "absence.inARow", Text("Hari tidak masuk berturut-turut", en: "Days absent in a row"), unit: .days,
    ParameterVersion(10, basis: basis, certainty: .verified))

  static let family = ParameterFamily(
    Text("Ketidakhadiran", en: "Absence"), days.parameters + [AnyParameter(inARow)])

  private static let basis = Text("PP 94/2021, Peraturan BKN 6/2022", en: "PP 94/2021 and Peraturan BKN 6/2022")
}
