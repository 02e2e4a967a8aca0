/// Which trainings somebody needs most.
///
/// Source: domain reference 4.4; the weights are local.
public enum TrainingNeed: Rule {
  public struct Need: Described {
    public var name: String?
    /// Levels below the required one, as a number above 0.
    public var gap: Int?
    public var isStatutory: Bool?

    public init() {}

    public static let fields: [Field<Need>] = [
      Field("name", Text("Kompetensi atau pelatihan", en: "Competency or training"), \.name, required: true),
      Field(
        "gap", Text("Kesenjangan", en: "Gap"), \.gap, type: .integer(-5...5),
        help: Text("Banyaknya tingkat yang kurang.", en: "Levels that are missing.")),
      Field("isStatutory", Text("Wajib untuk jabatan", en: "Statutory for the post"), \.isStatutory),
    ]
  }

  public struct Input: Described {
    public var predicate: PerformancePredicate?
    public var isSuccessor: Bool?
    public var day: Day?
    public var needs: [Need] = []

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("predicate", .lastRating, \.predicate),
      Field(
        "isSuccessor", Text("Dalam kelompok rencana suksesi", en: "In the succession pool"), \.isSuccessor),
      Field("day", .lawDay, \.day, required: true),
    ]
    public static var tables: [Rows<Input>] {
      [Rows("needs", Text("Kebutuhan", en: "Needs"), \.needs, required: true)]
    }
  }

  public struct Priority: Described {
    public var name: String?
    public var priority: Int?

    public init() {}

    public static let fields: [Field<Priority>] = [
      Field("name", Text("Kompetensi atau pelatihan", en: "Competency or training"), \.name),
      Field("priority", Text("Prioritas", en: "Priority"), \.priority),
    ]
  }

  public struct Output: Described {
    /// The highest first; equal ones as they came.
    public var priorities: [Priority] = []

    public init() {}

    public static let fields: [Field<Output>] = []
    public static var tables: [Rows<Output>] {
      [Rows("priorities", Text("Urutan kebutuhan", en: "Needs in order"), \.priorities)]
    }
  }

  public static let name = "training-need"
  public static let title = Text("Prioritas kebutuhan pelatihan", en: "Priority of training needs")
  public static let purpose = Text(
    "Pelatihan mana yang paling dibutuhkan seseorang.", en: "Which trainings somebody needs most.")
  public static let basis = Text.local
  public static let subject = RuleSubject.competency
  public static let parameters = [AnyParameter(TrainingNeeds.weights)]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day else { return Judgement(Output()) }
    let weights = try law.require(TrainingNeeds.weights, on: day)
    var output = Output()
    for need in input.needs {
      var priority = Priority()
      priority.name = need.name
      priority.priority = Self.priority(
        of: need, predicate: input.predicate, isSuccessor: input.isSuccessor ?? false, weights.value)
      output.priorities.append(priority)
    }
    output.priorities = output.priorities.enumerated()
      .sorted { ($1.element.priority ?? 0, $0.offset) < ($0.element.priority ?? 0, $1.offset) }.map(\.element)
    let first = output.priorities.first?.name.map { Text.verbatim($0) }
    return Judgement(output, [Finding("training.need", title, .met, found: first, by: weights)])
  }

  /// The priority of one need; for lists of many people, who share the weights.
  static func priority(
    of need: Need, predicate: PerformancePredicate?, isSuccessor: Bool, _ weights: ByCode<NeedReason, Int>?
  ) -> Int {
    let weight = { (reason: NeedReason) in weights?[reason] ?? 0 }
    let isBelowGood = predicate.map { $0 < .good } ?? false
    return weight(.gap) * abs(need.gap ?? 0) + (need.isStatutory == true ? weight(.statutory) : 0)
      + (isBelowGood ? weight(.performance) : 0) + (isSuccessor ? weight(.succession) : 0)
  }
}
