/// How performance is rated: the matrix, the pattern of a unit's ratings, the time for an objection.
public enum PerformanceRating {
  /// The rating by work result; in each row by behaviour, from above to below expectation.
  public static let matrix = Parameter(
    "performance.matrix",
    Text(
      "Matriks predikat: hasil kerja = perilaku di atas; sesuai; di bawah",
      en: "Matrix of ratings: work = behaviour above; as expected; below"),
    ParameterVersion(
      [
        .above: [.veryGood, .good, .poor], .asExpected: [.good, .good, .poor],
        .below: [.needsImprovement, .needsImprovement, .veryPoor],
      ] as ByCode<ExpectationRating, [PerformancePredicate]>,
      basis: Text("PermenPANRB 6/2022", en: "PermenPANRB 6/2022 on performance"), certainty: .verified))

  /// The work result of a unit's head by the organisation's achievement.
  public static let ofHead = Parameter(
    "performance.headResult",
    Text("Hasil kerja pimpinan menurut capaian organisasi", en: "Work result of the head by the organisation's rating"),
    ParameterVersion(
      [.excellent: .above, .good: .asExpected, .needsImprovement: .below, .poor: .below, .veryPoor: .below]
        as ByCode<OrganisationPredicate, ExpectationRating>,
      basis: Text(
        "SE MenPANRB 3/2023; pemetaan oleh program", en: "SE MenPANRB 3/2023; mapping decided by this program"),
      certainty: .unsure))

  /// The share of each rating in a unit, by the organisation's achievement.
  public static let pattern = Parameter(
    "performance.distribution",
    Text("Pola distribusi predikat", en: "Pattern of the ratings of a unit"), unit: .percent,
    ParameterVersion(
      [
        .excellent: [RatingLimit([.veryGood], .more, 50), RatingLimit([.veryGood], .atMost, 70)],
        .good: [
          RatingLimit([.good], .more, 50), RatingLimit([.needsImprovement, .poor], .some, 0),
          RatingLimit([.good], .atMost, 70),
        ],
        .needsImprovement: [
          RatingLimit([.needsImprovement], .atLeast, 60), RatingLimit([.veryGood], .atMost, 10),
        ],
        .poor: [
          RatingLimit([.poor], .atLeast, 60), RatingLimit([.needsImprovement], .atLeast, 10),
          RatingLimit([.veryGood], .atMost, 10),
        ],
        .veryPoor: [
          RatingLimit([.veryPoor], .atLeast, 60), RatingLimit([.needsImprovement, .poor], .atLeast, 10),
          RatingLimit([.veryGood], .atMost, 0),
        ],
      ] as ByCode<OrganisationPredicate, [RatingLimit]>,
      basis: Text("SE MenPANRB 3/2023, pola distribusi", en: "SE MenPANRB 3/2023, distribution pattern"),
      certainty: .verified))

  /// From how many rated people on the pattern is more than information.
  public static let smallestUnit = Parameter(
    "performance.distribution.smallest",
    Text("Pola distribusi dinilai mulai dari", en: "Pattern judged from so many people on"),
    unit: Text("orang", en: "people"),
    ParameterVersion(
      5, basis: Text("Ketentuan program", en: "Decided by this program"), certainty: .decided))

  /// Days from the receipt of the result, that day not counted.
  public static let objectionDays = Parameter(
    "performance.objectionDays", Text("Waktu mengajukan keberatan", en: "Time to object"), unit: .days,
    ParameterVersion(
      14,
      basis: Text(
        "PP 30/2019 pasal 59; dibaca sebagai hari kalender", en: "PP 30/2019 article 59; read as calendar days"),
      certainty: .verified))

  /// Days from the filing of an objection until a ruling is expected; no law names them.
  public static let rulingDays = Parameter(
    "performance.rulingDays", Text("Putusan keberatan diharapkan dalam", en: "Ruling expected within"), unit: .days,
    ParameterVersion(
      21, basis: Text("Ketentuan program", en: "Decided by this program"), certainty: .decided))

  static let family = ParameterFamily(
    Text("Penilaian kinerja", en: "Performance rating"),
    [
      AnyParameter(matrix), AnyParameter(ofHead), AnyParameter(pattern), AnyParameter(smallestUnit),
      AnyParameter(objectionDays), AnyParameter(rulingDays),
    ])
}
