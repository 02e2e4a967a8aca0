/// The post somebody works towards, and by when.
public struct CareerGoal: Record {
  public static let kind = Kind(
    "career-goals", Text("Tujuan karier", en: "Career goal"), plural: Text("Tujuan karier", en: "Career goals"),
    owner: "employee", label: "title", date: "setOn",
    area: .development, standing: Standing(parties: ["discussedWith"], own: OwnPart(withheld: ["employee"])))

  public let id: ID<CareerGoal>
  public var employee: ID<Employee>?
  public var setOn: Day?
  public var title: String?
  public var post: ID<Post>?
  public var positionKind: PositionKind?
  public var by: Day?
  public var reason: String?
  public var state: GoalState?
  public var discussedOn: Day?
  public var discussedWith: ID<Employee>?

  public init(id: ID<CareerGoal>) { self.id = id }

  public static let fields: [Field<CareerGoal>] = [
    Field("employee", Text("Pegawai", en: "Employee"), \.employee, required: true),
    Field("setOn", Text("Ditetapkan pada", en: "Set on"), \.setOn, required: true),
    Field("title", Text("Tujuan", en: "Goal"), \.title, required: true),
    Field("post", Text("Jabatan tujuan", en: "Target post"), \.post),
    Field("positionKind", Text("Jenis jabatan tujuan", en: "Target kind of position"), \.positionKind),
    Field("by", Text("Dicapai paling lambat", en: "To be reached by"), \.by),
    Field("reason", Text("Alasan", en: "Why"), \.reason, type: .note(maximum: 1_000)),
    Field("state", Text("Keadaan", en: "State"), \.state, required: true),
    Field("discussedOn", Text("Dibicarakan pada", en: "Discussed on"), \.discussedOn),
    Field("discussedWith", Text("Dibicarakan dengan", en: "Discussed with"), \.discussedWith),
  ]
}

extension CareerGoal {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: setOn, end: by, field: "by")
    ].compactMap(\.self)
  }
}

extension Book {
  public var careerGoals: Records<CareerGoal> { self[CareerGoal.self] }
}
