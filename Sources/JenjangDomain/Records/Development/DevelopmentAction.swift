/// One thing done to close a gap: a training, a mentoring, an assignment, reading, a study.
///
/// An action that came after the agreement has no `agreedOn` until the superior agrees to it too.
public struct DevelopmentAction: Record {
  public static let kind = Kind(
    "development-actions", Text("Aksi pengembangan", en: "Development action"),
    plural: Text("Aksi pengembangan", en: "Development actions"), owner: "plan", label: "title", date: "due",
    area: .learning, standing: Standing(through: "plan", own: OwnPart(withheld: ["agreedOn"])))

  public let id: ID<DevelopmentAction>
  public var plan: ID<DevelopmentPlan>?
  public var kind: ActionKind?
  public var title: String?
  public var competency: ID<Competency>?
  public var fromLevel: CompetencyLevel?
  public var toLevel: CompetencyLevel?
  public var programme: ID<LearningProgramme>?
  public var due: Day?
  public var responsible: ID<Employee>?
  public var lessonHours: Int?
  public var cost: Int?
  public var state: ActionState?
  public var agreedOn: Day?
  public var enrolment: ID<Enrolment>?
  public var doneOn: Day?
  public var result: String?
  public var cause: String?

  public init(id: ID<DevelopmentAction>) { self.id = id }

  public static let fields: [Field<DevelopmentAction>] = headFields + moreFields

  private static let headFields: [Field<DevelopmentAction>] = [
    Field("plan", Text("Rencana", en: "Plan"), \.plan, required: true),
    Field("kind", Text("Cara", en: "Kind"), \.kind, required: true),
    Field("title", Text("Aksi", en: "Action"), \.title, required: true),
    Field("competency", Text("Kompetensi yang dituju", en: "Competency aimed at"), \.competency),
    Field("fromLevel", Text("Dari tingkat", en: "From level"), \.fromLevel),
    Field("toLevel", Text("Ke tingkat", en: "To level"), \.toLevel),
    Field("programme", Text("Program", en: "Programme"), \.programme),
    Field("due", Text("Paling lambat", en: "By"), \.due, required: true),
    Field("responsible", Text("Penanggung jawab", en: "Responsible"), \.responsible),
    Field("lessonHours", Text("JP", en: "Hours (JP)"), \.lessonHours, type: .integer(0...9_999)),
    Field("cost", Text("Perkiraan biaya", en: "Estimated cost"), \.cost, type: .rupiah),
  ]

  private static let moreFields: [Field<DevelopmentAction>] = [
    Field(
      "state", Text("Keadaan", en: "State"), \.state, required: true,
      section: Text("Pelaksanaan", en: "What came of it")),
    Field("agreedOn", Text("Disepakati pada", en: "Agreed on"), \.agreedOn),
    Field("enrolment", Text("Kursi", en: "Seat"), \.enrolment),
    Field("doneOn", Text("Selesai pada", en: "Done on"), \.doneOn),
    Field("result", Text("Hasil", en: "Result"), \.result, type: .note(maximum: 1_000)),
    Field("cause", Text("Sebab terlewat atau batal", en: "Why missed or dropped"), \.cause, type: .text(maximum: 200)),
  ]
}

extension DevelopmentAction {
  public func problems(in book: Book) -> [Problem] {
    [
      fromLevel != nil && toLevel != nil && (toLevel ?? .aware) <= (fromLevel ?? .expert)
        ? Problem(
          "toLevel",
          Text("Tingkat tujuan harus di atas tingkat asal", en: "The level aimed at is above the present one"))
        : nil,
      (state == .missed || state == .dropped) && (cause ?? "").isEmpty
        ? Problem("cause", Text("Tuliskan sebabnya", en: "Say why")) : nil,
      state == .done && doneOn == nil
        ? Problem("doneOn", Text("Isi tanggal selesainya", en: "Enter the day it was done")) : nil,
      Problem.notAfter(book.day, doneOn, field: "doneOn"),
    ].compactMap(\.self)
  }
}

extension Book {
  public var developmentActions: Records<DevelopmentAction> { self[DevelopmentAction.self] }
}
