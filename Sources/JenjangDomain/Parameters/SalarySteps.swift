/// The salary step (kenaikan gaji berkala, KGB): when it comes, when it is announced, how long it can be postponed.
public enum SalarySteps {
  /// Years of service in grade (MKG) at which a rank's salary rises.
  public static let steps = Parameter(
    "salary.steps", Text("Masa kerja golongan yang menaikkan gaji", en: "Service in grade at which pay rises"),
    unit: .years, ParameterVersion(table, basis: salary, certainty: .known))

  public static let noticeMonths = Parameter(
    "salary.noticeMonths", Text("Pemberitahuan KGB sebelumnya", en: "Notice before a salary step"), unit: .months,
    ParameterVersion(2, basis: rule, certainty: .verified))

  /// The longest single postponement.
  public static let postponement = Parameter(
    "salary.postponementMonths", Text("Penundaan KGB sekali paling lama", en: "Longest single postponement of a step"),
    unit: .months, ParameterVersion(12, basis: rule, certainty: .verified))

  /// The lowest rating that counts as an average of cukup.
  public static let lowest = Parameter(
    "salary.lowestRating", Text("Predikat paling rendah untuk KGB", en: "Lowest rating for a salary step"),
    ParameterVersion(
      PerformancePredicate.needsImprovement,
      basis: Text("PP 7/1977 pasal 11, cukup", en: "PP 7/1977 article 11, sufficient"), certainty: .verified))

  static let family = ParameterFamily(
    Text("Kenaikan gaji berkala", en: "Salary step"),
    [AnyParameter(steps), AnyParameter(noticeMonths), AnyParameter(postponement), AnyParameter(lowest)])

  private static let rule = Text("PP 7/1977 pasal 11-13", en: "PP 7/1977, articles 11 to 13")
  private static let salary = Text("Tabel gaji PP 7/1977 dan perubahannya", en: "Salary table of PP 7/1977 as amended")

  private static let table: ByCode<Grade, [Int]> = {
    var rows: [Grade: [Int]] = [:]
    for rank in Grade.ranks {
      switch rank {
      case .iA: rows[rank] = Array(stride(from: 0, through: 26, by: 2))
      case .iB, .iC, .iD: rows[rank] = Array(stride(from: 3, through: 27, by: 2))
      case .iiA: rows[rank] = [0] + Array(stride(from: 1, through: 33, by: 2))
      case .iiB, .iiC, .iiD: rows[rank] = Array(stride(from: 3, through: 33, by: 2))
      default: rows[rank] = Array(stride(from: 0, through: 32, by: 2))
      }
    }
    return ByCode(rows)
  }()
}
