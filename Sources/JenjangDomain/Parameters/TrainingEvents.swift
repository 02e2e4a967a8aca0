/// Local rules of trainings and mentoring.
public enum TrainingEvents {
  /// The lowest attendance that earns a certificate.
  public static let attendance = Parameter(
    "training.attendance", Text("Kehadiran paling rendah", en: "Lowest attendance"), unit: .percent,
    ParameterVersion(80, basis: .local, certainty: .decided))

  public static let mentees = Parameter(
    "mentoring.mentees", Text("Peserta bimbingan aktif paling banyak", en: "Most active mentees"),
    ParameterVersion(5, basis: .local, certainty: .decided))

  /// How long after a training its effect is assessed.
  public static let reassessMonths = Parameter(
    "training.reassess.months", Text("Penilaian kembali sesudah pelatihan", en: "Reassessment after a training"),
    unit: .months,
    ParameterVersion(3, basis: .local, certainty: .decided))

  static let family = ParameterFamily(
    Text("Pelatihan dan pembimbingan", en: "Training and mentoring"),
    [AnyParameter(attendance), AnyParameter(mentees), AnyParameter(reassessMonths)])
}
