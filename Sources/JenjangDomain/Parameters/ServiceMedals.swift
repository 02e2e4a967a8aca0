/// The long-service medal (Satyalancana Karya Satya).
public enum ServiceMedals {
  /// Years of unbroken service for bronze, silver and gold.
  public static let years = Parameter(
    "slks.years", Text("Masa kerja Satyalancana Karya Satya", en: "Service for the long-service medal"), unit: .years,
    ParameterVersion(
      [10, 20, 30], basis: Text("UU 20/2009, PP 35/2010", en: "UU 20/2009 and PP 35/2010"), certainty: .verified))

  /// Whether service counts anew after a punishment or unpaid leave, in place of the door being closed.
  public static let restartAfterBreak = Parameter(
    "slks.restartAfterBreak",
    Text("Masa kerja dihitung lagi sesudah terputus", en: "Service counts anew after a break"),
    ParameterVersion(
      false, basis: Text("Belum pasti; tetapkan oleh instansi", en: "Unsure; for the agency to decide"),
      certainty: .unsure))

  static let family = ParameterFamily(
    Text("Satyalancana Karya Satya", en: "Long-service medal"), [AnyParameter(years), AnyParameter(restartAfterBreak)])
}
