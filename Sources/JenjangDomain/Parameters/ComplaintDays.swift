/// How long the steps of a complaint may take, and in which days that is counted.
public enum ComplaintDays {
  public static let days = Parameter(
    "complaint.days", Text("Tenggat pengaduan", en: "Deadlines of complaints"), unit: .days,
    ParameterVersion(
      [
        .verification: 3, .followUp: 5, .plain: 5, .withoutField: 14, .withField: 60,
      ] as ByCode<ComplaintStep, Int>,
      basis: Text("Pedoman SP4N-LAPOR!, Perpres 76/2013", en: "Guide of SP4N-LAPOR!, Perpres 76/2013"),
      certainty: .verified))

  /// Days of silence after the answer that close a complaint.
  public static let silence = Parameter(
    "complaint.silence", Text("Hari menunggu pelapor", en: "Days to wait for the reporter"), unit: .days,
    ParameterVersion(
      10, basis: Text("Pedoman SP4N-LAPOR!", en: "Guide of SP4N-LAPOR!"), certainty: .known))

  /// The steps that are counted in working days; the sources do not agree.
  public static let inWorkingDays = Parameter(
    "complaint.workingDays", Text("Tahap yang dihitung dalam hari kerja", en: "Steps counted in working days"),
    ParameterVersion(
      [ComplaintStep.verification, .followUp, .plain],
      basis: Text("Sumber tidak seragam; ketentuan program", en: "Sources differ; decided by this program"),
      certainty: .decided))

  static let family = ParameterFamily(
    Text("Tenggat pengaduan", en: "Deadlines of complaints"),
    [AnyParameter(days), AnyParameter(silence), AnyParameter(inWorkingDays)])
}
