/// The level of the nine standard competencies that a post requires.
public enum RequiredLevels {
  public typealias Levels = ByCode<PositionKind, Int>

  public static let ofPosts = Parameter(
    "competency.required", Text("Tingkat kompetensi menurut jabatan", en: "Competency level by post"),
    ParameterVersion(
      [
        .operational: 1, .supervisor: 2, .administrator: 3, .seniorExecutive3: 4, .seniorExecutive2: 5,
        .seniorExecutive1: 5,
      ] as Levels,
      basis: basis, certainty: .known))

  public static let ofFunctionalPosts = Parameter(
    "competency.required.functional",
    Text("Tingkat kompetensi jabatan fungsional", en: "Competency level of functional posts"),
    ParameterVersion(
      [
        .skilled1: 1, .skilled2: 1, .skilled3: 2, .skilled4: 2, .expert1: 2, .expert2: 3, .expert3: 4, .expert4: 5,
      ] as Levels,
      basis: basis, certainty: .unsure))

  static let family = ParameterFamily(
    Text("Tingkat kompetensi yang dipersyaratkan", en: "Required competency levels"),
    [AnyParameter(ofPosts), AnyParameter(ofFunctionalPosts)])

  /// The parameter that says the level of a kind of post.
  static func parameter(_ kind: PositionKind) -> Parameter<Levels> { kind.isFunctional ? ofFunctionalPosts : ofPosts }

  static let basis = Text(
    "PermenPANRB 38/2017; standar jabatan bernama mendahului",
    en: "PermenPANRB 38/2017; the standard of a named post goes first")
}
