/// How long leave lasts.
public enum LeaveTerms {
  /// Calendar months that one leave lasts at most, before any extension.
  public static let months = ParameterTable<LeaveKind, Int>(
    "leave.months", Text("Lama cuti paling lama", en: "Longest leave"), unit: .months, basis: basis,
    [
      (.long, 3, .known), (.sick, 12, .known), (.maternity, 3, .verified), (.importantReason, 1, .verified),
      (.unpaid, 36, .known),
    ])

  public static let contractSickMonths = Parameter(
    "leave.months.contract.SAKIT", Text("Cuti sakit PPPK paling lama", en: "Longest sick leave with a contract"),
    unit: .months, ParameterVersion(1, basis: contractBasis, certainty: .verified))

  /// Working days of annual leave that each year gives.
  public static let annualDays = Parameter(
    "leave.annual.days", Text("Cuti tahunan, hari kerja setahun", en: "Annual leave, working days a year"), unit: .days,
    ParameterVersion(12, basis: basis, certainty: .verified))

  /// Working days of annual leave in one year with what is left of earlier ones.
  public static let annualMost = Parameter(
    "leave.annual.most",
    Text("Cuti tahunan dengan sisa tahun lalu paling banyak", en: "Annual leave with what is left of earlier years"),
    unit: .days, ParameterVersion(24, basis: basis, certainty: .known))

  static let family = ParameterFamily(
    Text("Cuti", en: "Leave"),
    months.parameters + [AnyParameter(contractSickMonths), AnyParameter(annualDays), AnyParameter(annualMost)])

  static let basis = Text(
    "PP 11/2017, Peraturan BKN 24/2017 jo. 7/2021", en: "PP 11/2017, Peraturan BKN 24/2017 as amended by 7/2021")
  static let contractBasis = Text("PP 49/2018 dan aturan cuti PPPK", en: "PP 49/2018 and the rules on contract leave")
}
