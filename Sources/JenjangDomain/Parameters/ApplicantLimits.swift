/// Who may apply in an intake of CPNS, and how long one may object to its results.
public enum ApplicantLimits {
  public static let youngest = Parameter(
    "applicant.age.youngest", Text("Usia pelamar paling rendah", en: "Lowest age of an applicant"), unit: .years,
    ParameterVersion(18, basis: basis, certainty: .verified))

  public static let oldest = Parameter(
    "applicant.age.oldest", Text("Usia pelamar paling tinggi", en: "Highest age of an applicant"), unit: .years,
    ParameterVersion(35, basis: basis, certainty: .verified))

  public static let oldestSpecial = Parameter(
    "applicant.age.oldest.special",
    Text("Usia paling tinggi, jabatan tertentu", en: "Highest age for certain posts"), unit: .years,
    ParameterVersion(40, basis: basis, certainty: .verified))

  public static let prisonMonths = Parameter(
    "applicant.prison", Text("Pidana penjara yang menghalangi", en: "Prison sentence that bars"), unit: .months,
    ParameterVersion(24, basis: basis, certainty: .verified))

  public static let objectionDays = Parameter(
    "applicant.objection", Text("Masa sanggah", en: "Days to object"), unit: .days,
    ParameterVersion(3, basis: intake, certainty: .known))

  public static let answerDays = Parameter(
    "applicant.objection.answer", Text("Jawaban sanggah", en: "Days to answer objections"), unit: .days,
    ParameterVersion(7, basis: intake, certainty: .known))

  static let family = ParameterFamily(
    Text("Pelamar CPNS dan sanggah", en: "CPNS applicants and objections"),
    [
      AnyParameter(youngest), AnyParameter(oldest), AnyParameter(oldestSpecial), AnyParameter(prisonMonths),
      AnyParameter(objectionDays), AnyParameter(answerDays),
    ])

  static let basis = Text("Syarat umum pengadaan CPNS, PP 11/2017", en: "General conditions of the intake, PP 11/2017")
  private static let intake = Text("Ketentuan pengadaan CPNS", en: "Rules of the CPNS intake")
}
