/// A result that a performance plan asks for, and the superior's result it serves.
///
/// Source: domain reference 3.1.
public struct WorkResult: Record {
  public static let kind = Kind(
    "work-results", Text("Hasil kerja", en: "Work result"), plural: Text("Hasil kerja", en: "Work results"),
    owner: "plan", label: "text", area: .plan, standing: Standing(through: "plan", own: OwnPart()), key: ["number"])

  public let id: ID<WorkResult>
  public var plan: ID<PerformancePlan>?
  /// 1 for the first; stays while the plan lives, so that ratings can name it.
  public var number: Int?
  public var kind: ResultKind?
  public var text: String?
  /// The superior's result it contributes to.
  public var serves: ID<WorkResult>?
  /// 0 to 100, local; nil when results are not weighted.
  public var weight: Int?

  public init(id: ID<WorkResult>) { self.id = id }

  public static let fields: [Field<WorkResult>] = [
    Field("plan", .verbatim("SKP"), \.plan, required: true),
    Field("number", Text("Nomor", en: "Number"), \.number, type: .integer(1...99), required: true),
    Field("kind", Text("Jenis", en: "Kind"), \.kind, required: true),
    Field("text", Text("Hasil kerja", en: "Work result"), \.text, type: .note(maximum: 600), required: true),
    Field(
      "serves", Text("Hasil kerja atasan yang didukung", en: "Superior's result it serves"), \.serves,
      circular: Text("Hasil kerja tidak dapat mendukung dirinya sendiri", en: "A result cannot serve itself")),
    Field(
      "weight", Text("Bobot (%)", en: "Weight (%)"), \.weight, type: .integer(0...100),
      help: Text(
        "Bobot lokal; jumlah seluruhnya 100 atau dikosongkan semua.",
        en: "A local weight; they add up to 100, or all are empty.")),
  ]
}

extension WorkResult {
  public func problems(in book: Book) -> [Problem] {
    [weightProblem(in: book), numberProblem(in: book)].compactMap(\.self)
  }

  private func siblings(in book: Book) -> [WorkResult] {
    plan.map { book.workResults.owned(by: $0.raw).filter { $0.id != id } } ?? []
  }

  private func weightProblem(in book: Book) -> Problem? {
    guard let weight else { return nil }
    let others = siblings(in: book).compactMap(\.weight).reduce(0, +)
    guard others + weight > 100 else { return nil }
    let left = 100 - others
    return Problem(
      "weight", Text("Jumlah bobot melebihi 100; tersisa \(left)", en: "The weights exceed 100; \(left) are left"))
  }

  private func numberProblem(in book: Book) -> Problem? {
    guard let number, siblings(in: book).contains(where: { $0.number == number }) else { return nil }
    return Problem("number", Text("Nomor ini sudah dipakai", en: "This number is taken"))
  }
}

extension Book {
  public var workResults: Records<WorkResult> { self[WorkResult.self] }

  /// The results of a plan by their numbers.
  public func results(of plan: ID<PerformancePlan>) -> [WorkResult] {
    workResults.owned(by: plan.raw).sorted { ($0.number ?? 0) < ($1.number ?? 0) }
  }
}
