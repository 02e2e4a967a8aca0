/// A word about somebody's work, at any time of the year, in either direction.
public struct Feedback: Record {
  public static let kind = Kind(
    "feedback", Text("Umpan balik", en: "Feedback"), plural: Text("Umpan balik", en: "Feedback"), owner: "plan",
    label: "text", date: "date", area: .progress, standing: Standing(through: "plan", own: OwnPart()))

  public let id: ID<Feedback>
  public var plan: ID<PerformancePlan>?
  public var date: Day?
  public var direction: FeedbackDirection?
  public var author: ID<Employee>?
  /// The result it is about; nil for the work as a whole or for behaviour.
  public var result: ID<WorkResult>?
  public var value: BehaviourValue?
  public var text: String?

  public init(id: ID<Feedback>) { self.id = id }

  public static let fields: [Field<Feedback>] = [
    Field("plan", .verbatim("SKP"), \.plan, required: true),
    Field("date", Text("Tanggal", en: "Date"), \.date, required: true),
    Field("direction", Text("Arah", en: "Direction"), \.direction, required: true),
    Field("author", Text("Dari", en: "From"), \.author),
    Field("result", Text("Tentang hasil kerja", en: "About the result"), \.result),
    Field("value", Text("Tentang perilaku", en: "About behaviour"), \.value),
    Field("text", Text("Umpan balik", en: "Feedback"), \.text, type: .note(maximum: 2_000), required: true),
  ]
}

extension Feedback {
  public func problems(in book: Book) -> [Problem] {
    [Problem.notAfter(book.day, date, field: "date")].compactMap(\.self)
  }
}

extension Book {
  public var feedback: Records<Feedback> { self[Feedback.self] }
}
