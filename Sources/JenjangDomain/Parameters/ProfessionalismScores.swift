/// The tables of the professionalism index (IP ASN), by the year that is measured.
///
/// The tables of 2019 are the base. BKN has been reforming them since 2023 by yearly letters whose tables were not
/// found, so from that year on the same numbers are unsure.
public enum ProfessionalismScores {
  public static let upperQualification = table(
    "ipasn.qualification.upper", Text("IP ASN: kualifikasi S-2 dan S-3", en: "Index: qualification, master and doctor"),
    [.doctor: 25, .master: 20] as ByCode<EducationLevel, Decimal>, .verified)

  public static let qualification = table(
    "ipasn.qualification", Text("IP ASN: kualifikasi lainnya", en: "Index: other qualification"),
    [
      .bachelor: 15, .diploma3: 10, .diploma2: 5, .specialTeacher: 5, .upperSecondary: 5, .vocationalLowerSecondary: 1,
      .lowerSecondary: 1, .primary: 1,
    ] as ByCode<EducationLevel, Decimal>, .known)

  /// Of operational posts, which need no training of the post.
  public static let operationalCompetence = table(
    "ipasn.competence.operational", Text("IP ASN: kompetensi pelaksana", en: "Index: competence, operational posts"),
    [.technical: Decimal(units: 225, scale: 1), .seminar: Decimal(units: 175, scale: 1)] as ByCode<IndexItem, Decimal>,
    .verified)

  public static let postTraining = table(
    "ipasn.competence.post",
    Text("IP ASN: pelatihan kepemimpinan atau fungsional", en: "Index: leadership or functional training"),
    Decimal(15), .verified)

  public static let otherCompetence = table(
    "ipasn.competence.other",
    Text("IP ASN: kompetensi struktural dan fungsional", en: "Index: competence, structural and functional"),
    [.technical: 15, .seminar: 10] as ByCode<IndexItem, Decimal>, .known)

  /// Lesson hours of technical training that count, in the year before.
  public static let technicalHours = table(
    "ipasn.technical.hours", Text("IP ASN: JP pelatihan teknis", en: "Index: hours of technical training"), 20,
    .verified)

  public static let technicalYears = table(
    "ipasn.technical.years", Text("IP ASN: masa pelatihan teknis", en: "Index: years of technical training"), 1,
    .verified)

  public static let seminarYears = table(
    "ipasn.seminar.years", Text("IP ASN: masa seminar", en: "Index: years of seminars"), 2, .unsure)

  public static let performance = table(
    "ipasn.performance", Text("IP ASN: kinerja", en: "Index: performance"),
    [.veryGood: 30, .good: 25, .needsImprovement: 15, .poor: 5, .veryPoor: 1] as ByCode<PerformancePredicate, Decimal>,
    .known)

  public static let clean = table(
    "ipasn.discipline.none", Text("IP ASN: tanpa hukuman disiplin", en: "Index: no punishment"), Decimal(5), .known)

  public static let discipline = table(
    "ipasn.discipline", Text("IP ASN: hukuman disiplin", en: "Index: punishment"),
    [.light: 3, .moderate: 2, .severe: 1] as ByCode<DisciplineLevel, Decimal>, .known)

  /// The lowest index of each category above the last, compared without rounding.
  public static let bands = Parameter(
    "ipasn.bands", Text("IP ASN: batas kategori", en: "Index: limits of the categories"),
    ParameterVersion(
      [.veryHigh: 91, .high: 81, .medium: 71, .low: 61] as ByCode<IndexBand, Decimal>, basis: base,
      certainty: .verified))

  static let family = ParameterFamily(
    Text("Indeks profesionalitas ASN", en: "Professionalism index"),
    [
      AnyParameter(upperQualification), AnyParameter(qualification), AnyParameter(operationalCompetence),
      AnyParameter(postTraining), AnyParameter(otherCompetence), AnyParameter(technicalHours),
      AnyParameter(technicalYears), AnyParameter(seminarYears), AnyParameter(performance), AnyParameter(clean),
      AnyParameter(discipline), AnyParameter(bands),
    ])

  /// The base version, and the same numbers unsure since the reform began.
  private static func table<Value>(
    _ key: String, _ title: Text, _ value: Value, _ certainty: Certainty
  ) -> Parameter<Value> {
    Parameter(
      key, title,
      ParameterVersion(value, until: Day(year: 2_022, month: 12, day: 31), basis: base, certainty: certainty),
      ParameterVersion(
        value, from: Day(year: 2_023, month: 1, day: 1),
        basis: Text(
          "Tabel 2019; BKN mengubahnya lewat surat tahunan, periksa", en: "Tables of 2019; yearly letters, please check"
        ),
        certainty: .unsure))
  }

  private static let base = Text("PermenPANRB 38/2018, Peraturan BKN 8/2019", en: "PermenPANRB 38/2018 and BKN 8/2019")
}
