/// What the leader expects of somebody's behaviour beyond the common guidance on one of the seven values.
///
/// Source: SE MenPANRB 20/2021; domain reference 3.2.
public struct BehaviourExpectation: Record {
  public static let kind = Kind(
    "behaviour-expectations", Text("Ekspektasi perilaku", en: "Expectation on behaviour"),
    plural: Text("Ekspektasi perilaku", en: "Expectations on behaviour"), owner: "plan", label: "value", area: .plan,
    standing: Standing(through: "plan", own: OwnPart()), key: ["value"])

  public let id: ID<BehaviourExpectation>
  public var plan: ID<PerformancePlan>?
  public var value: BehaviourValue?
  public var text: String?

  public init(id: ID<BehaviourExpectation>) { self.id = id }

  public static let fields: [Field<BehaviourExpectation>] = [
    Field("plan", .verbatim("SKP"), \.plan, required: true),
    Field("value", Text("Nilai BerAKHLAK", en: "Value"), \.value, required: true),
    Field(
      "text", Text("Ekspektasi khusus pimpinan", en: "The leader's special expectation"), \.text,
      type: .note(maximum: 600), required: true),
  ]
}

extension BehaviourExpectation {
  public func problems(in book: Book) -> [Problem] {
    guard let plan, let value else { return [] }
    let isTaken = book.behaviourExpectations.owned(by: plan.raw).contains { $0.id != id && $0.value == value }
    return isTaken
      ? [Problem("value", Text("Nilai ini sudah punya ekspektasi", en: "This value already has an expectation"))] : []
  }
}

extension Book {
  public var behaviourExpectations: Records<BehaviourExpectation> { self[BehaviourExpectation.self] }
}
