/// A figure of the service before an event and after it.
///
/// Source: peers reference, row 22.
public struct EffectMeasure: Record {
  public static let kind = Kind(
    "effect-measures", Text("Ukuran dampak", en: "Effect measured"),
    plural: Text("Ukuran dampak", en: "Effects measured"), owner: "event", label: "indicator", date: "beforeOn",
    area: .reference)

  public let id: ID<EffectMeasure>
  public var event: ID<LearningEvent>?
  public var indicator: String?
  public var unit: ID<Unit>?
  public var before: Decimal?
  public var beforeOn: Day?
  public var after: Decimal?
  public var afterOn: Day?
  public var isLowerBetter: Bool?
  public var note: String?

  public init(id: ID<EffectMeasure>) { self.id = id }

  public static let fields: [Field<EffectMeasure>] = [
    Field("event", Text("Kegiatan", en: "Event"), \.event, required: true),
    Field("indicator", Text("Indikator layanan", en: "Indicator of the service"), \.indicator, required: true),
    Field("unit", Text("Unit kerja", en: "Work unit"), \.unit),
    Field("before", Text("Sebelum", en: "Before"), \.before, required: true),
    Field("beforeOn", Text("Diukur sebelum pada", en: "Measured before on"), \.beforeOn, required: true),
    Field("after", Text("Sesudah", en: "After"), \.after),
    Field("afterOn", Text("Diukur sesudah pada", en: "Measured after on"), \.afterOn),
    Field("isLowerBetter", Text("Makin kecil makin baik", en: "Lower is better"), \.isLowerBetter),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 1_000)),
  ]
}

extension EffectMeasure {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: beforeOn, end: afterOn, field: "afterOn")
    ].compactMap(\.self)
  }
}

extension Book {
  public var effectMeasures: Records<EffectMeasure> { self[EffectMeasure.self] }
}
