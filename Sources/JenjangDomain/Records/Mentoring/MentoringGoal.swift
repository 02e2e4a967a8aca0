/// What a pair works on: a competency level to reach, or something else that can be told when it is there.
///
/// Source: peers reference, idea 12.
public struct MentoringGoal: Record {
  public static let kind = Kind(
    "mentoring-goals", Text("Sasaran bimbingan", en: "Mentoring goal"),
    plural: Text("Sasaran bimbingan", en: "Mentoring goals"), owner: "pair", label: "text", date: "by",
    area: .mentoring, standing: Standing(through: "pair", own: OwnPart()))

  public let id: ID<MentoringGoal>
  public var pair: ID<MentoringPair>?
  public var text: String?
  public var competency: ID<Competency>?
  public var before: Int?
  public var target: Int?
  public var by: Day?
  public var progress: Int?
  public var state: GoalState?

  public init(id: ID<MentoringGoal>) { self.id = id }

  public static let fields: [Field<MentoringGoal>] = [
    Field("pair", Text("Pasangan", en: "Pair"), \.pair, required: true),
    Field("text", Text("Sasaran", en: "Goal"), \.text, required: true),
    Field("competency", Text("Kompetensi", en: "Competency"), \.competency),
    Field("before", Text("Tingkat awal", en: "Level before"), \.before, type: .integer(0...5)),
    Field("target", Text("Tingkat sasaran", en: "Target level"), \.target, type: .integer(1...5)),
    Field("by", Text("Paling lambat", en: "By"), \.by),
    Field("progress", Text("Kemajuan (%)", en: "Progress (%)"), \.progress, type: .integer(0...100)),
    Field("state", Text("Keadaan", en: "State"), \.state, required: true),
  ]
}

extension MentoringGoal {
  public func problems(in book: Book) -> [Problem] {
    [
      before.flatMap { before in target.map { $0 > before } } == false
        ? Problem("target", Text("Sasaran harus di atas tingkat awal", en: "The target must be above the level before"))
        : nil
    ].compactMap(\.self)
  }
}

extension Book {
  public var mentoringGoals: Records<MentoringGoal> { self[MentoringGoal.self] }
}
