/// Results that plans of some posts have in common, to begin a plan with.
///
/// Source: peers reference, complaint 1.
public struct PlanTemplate: Record {
  public static let kind = Kind(
    "plan-templates", Text("Templat SKP", en: "Plan template"), plural: Text("Templat SKP", en: "Plan templates"),
    key: ["name"])

  public let id: ID<PlanTemplate>
  public var name: String?
  /// The post it is for; nil for every post of the kind.
  public var post: ID<Post>?
  public var positionKind: PositionKind?
  public var unit: ID<Unit>?
  public var validFrom: Day?
  public var validTo: Day?
  public var note: String?

  public init(id: ID<PlanTemplate>) { self.id = id }

  public static let fields: [Field<PlanTemplate>] = [
    Field("name", Text("Nama templat", en: "Name of the template"), \.name, required: true),
    Field("post", Text("Jabatan", en: "Post"), \.post),
    Field("positionKind", Text("Jenis jabatan", en: "Kind of position"), \.positionKind),
    Field("unit", Text("Unit kerja", en: "Work unit"), \.unit),
    Field("validFrom", Text("Berlaku sejak", en: "Valid from"), \.validFrom),
    Field("validTo", Text("Berlaku sampai", en: "Valid to"), \.validTo),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 2_000)),
  ]
}

extension PlanTemplate {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: validFrom, end: validTo, field: "validTo"),
      post == nil && positionKind == nil
        ? Problem("post", Text("Pilih jabatan atau jenis jabatan", en: "Choose a post or a kind of position")) : nil,
    ].compactMap(\.self)
  }
}

extension Book {
  public var planTemplates: Records<PlanTemplate> { self[PlanTemplate.self] }
}
