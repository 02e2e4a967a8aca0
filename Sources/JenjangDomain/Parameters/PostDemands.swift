/// What managerial posts ask of those who are appointed to them.
public enum PostDemands {
  public typealias Numbers = ByCode<PositionKind, Int>
  public typealias Feeders = ByCode<PositionKind, [PositionKind]>

  public static let education = Demand(
    Parameter(
      "post.education", Text("Pendidikan paling rendah", en: "Lowest education"),
      ParameterVersion(
        [.supervisor: .diploma3, .administrator: .bachelor, .seniorExecutive3: .bachelor]
          as ByCode<PositionKind, EducationLevel>, basis: basis, certainty: .verified)),
    Parameter(
      "post.education.senior", Text("Pendidikan JPT madya dan utama", en: "Education of higher executives"),
      ParameterVersion(
        [.seniorExecutive2: .bachelor, .seniorExecutive1: .bachelor] as ByCode<PositionKind, EducationLevel>,
        basis: basis, certainty: .known)))

  /// Posts in which the time counts.
  public static let feeders = Demand(
    Parameter(
      "post.feeders", Text("Jabatan asal", en: "Posts before it"),
      ParameterVersion(
        [
          .supervisor: [.operational], .administrator: [.supervisor], .seniorExecutive3: [.administrator, .expert3],
        ] as Feeders, basis: basis, certainty: .verified)),
    Parameter(
      "post.feeders.senior", Text("Jabatan asal JPT madya dan utama", en: "Posts before higher executives"),
      ParameterVersion(
        [.seniorExecutive2: [.seniorExecutive3, .expert4], .seniorExecutive1: [.seniorExecutive2]] as Feeders,
        basis: basis, certainty: .known)))

  /// Functional levels that count like the posts before it.
  public static let equalFeeders = Parameter(
    "post.feeders.functional", Text("Fungsional yang disetarakan", en: "Functional levels counted as equal"),
    ParameterVersion(
      [
        .supervisor: [.skilled1, .skilled2, .skilled3, .skilled4, .expert1], .administrator: [.expert2],
      ] as Feeders,
      basis: Text("Penyetaraan menurut ketentuan setempat", en: "Equivalence by local rule"), certainty: .unsure))

  public static let years = Demand(
    Parameter(
      "post.years", Text("Masa dalam jabatan asal", en: "Time in the post before it"), unit: .years,
      ParameterVersion(
        [.supervisor: 4, .administrator: 3, .seniorExecutive3: 2] as Numbers, basis: basis, certainty: .verified)),
    Parameter(
      "post.years.senior", Text("Masa dalam jabatan asal, JPT madya dan utama", en: "The same, higher executives"),
      unit: .years,
      ParameterVersion([.seniorExecutive2: 2, .seniorExecutive1: 2] as Numbers, basis: basis, certainty: .known)))

  /// Cumulative years in the field of the post.
  public static let experience = Demand(
    Parameter(
      "post.experience", Text("Pengalaman di bidang tugas", en: "Experience in the field"), unit: .years,
      ParameterVersion([.seniorExecutive3: 5] as Numbers, basis: basis, certainty: .verified)),
    Parameter(
      "post.experience.senior", Text("Pengalaman, JPT madya dan utama", en: "Experience, higher executives"),
      unit: .years,
      ParameterVersion([.seniorExecutive2: 7, .seniorExecutive1: 10] as Numbers, basis: basis, certainty: .known)))

  public static let age = Demand(
    Parameter(
      "post.age", Text("Usia paling tinggi", en: "Highest age"), unit: .years,
      ParameterVersion([.seniorExecutive3: 56] as Numbers, basis: basis, certainty: .verified)),
    Parameter(
      "post.age.senior", Text("Usia JPT madya dan utama paling tinggi", en: "Highest age of higher executives"),
      unit: .years,
      ParameterVersion([.seniorExecutive2: 58, .seniorExecutive1: 58] as Numbers, basis: basis, certainty: .known)))

  /// Months beyond the highest age in years that still count as within it: read differently, so unsure.
  public static let ageMonths = Parameter(
    "post.age.months", Text("Bulan di atas usia paling tinggi", en: "Months above the highest age"), unit: .months,
    ParameterVersion(
      0, basis: Text("Bacaan pengumuman seleksi", en: "Reading of announcements"), certainty: .unsure))

  public static let goodYears = Parameter(
    "post.goodYears", Text("Tahun berpredikat Baik untuk jabatan", en: "Years rated Baik for a post"), unit: .years,
    ParameterVersion(2, basis: basis, certainty: .verified))

  public static let cleanYears = Parameter(
    "post.cleanYears", Text("Tahun tanpa hukuman untuk jabatan", en: "Years without punishment for a post"),
    unit: .years,
    ParameterVersion(
      2, basis: Text("Ketentuan kebanyakan daerah", en: "Rule of most regions"), certainty: .unsure))

  static let family = ParameterFamily(
    Text("Syarat jabatan manajerial", en: "Requirements of managerial posts"),
    [
      education.all, feeders.all, [AnyParameter(equalFeeders)], years.all, experience.all, age.all,
      [AnyParameter(ageMonths), AnyParameter(goodYears), AnyParameter(cleanYears)],
    ].flatMap(\.self))

  static let basis = Text("PP 11/2017 pasal 54, PP 17/2020", en: "PP 11/2017 article 54, PP 17/2020")

  /// A number that is surer for some posts than for others, so it is two parameters.
  public struct Demand<Value: ParameterValue>: Sendable {
    public let usual: Parameter<ByCode<PositionKind, Value>>
    public let senior: Parameter<ByCode<PositionKind, Value>>

    init(_ usual: Parameter<ByCode<PositionKind, Value>>, _ senior: Parameter<ByCode<PositionKind, Value>>) {
      self.usual = usual
      self.senior = senior
    }

    var all: [AnyParameter] { [AnyParameter(usual), AnyParameter(senior)] }

    /// What a post asks on a day, and the version that says so; nil when it asks nothing.
    func find(_ kind: PositionKind, on day: Day, by law: Law) -> (
      value: Value, used: InForce<ByCode<PositionKind, Value>>
    )? {
      for parameter in [usual, senior] {
        guard let used = try? law.require(parameter, on: day), let value = used.value[kind] else { continue }
        return (value, used)
      }
      return nil
    }
  }
}
