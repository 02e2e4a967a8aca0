/// How training needs are put in order.
public enum TrainingNeeds {
  public static let weights = Parameter(
    "training.need.weights", Text("Bobot prioritas kebutuhan pelatihan", en: "Weights of training priority"),
    ParameterVersion(
      [.gap: 3, .statutory: 2, .performance: 2, .succession: 1] as ByCode<NeedReason, Int>, basis: .local,
      certainty: .decided))

  static let family = ParameterFamily(
    Text("Kebutuhan pelatihan", en: "Training needs"), [AnyParameter(weights)])
}
