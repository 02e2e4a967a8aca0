/// How a work result is measured, and how much is aimed at.
///
/// Source: domain reference 3.1.
public struct Indicator: Record {
  public static let kind = Kind(
    "indicators", Text("Indikator kinerja", en: "Indicator"), plural: Text("Indikator kinerja", en: "Indicators"),
    owner: "result", label: "text", area: .plan, standing: Standing(through: "result", own: OwnPart()),
    key: ["text", "aspect"])

  public let id: ID<Indicator>
  public var result: ID<WorkResult>?
  public var aspect: IndicatorAspect?
  public var text: String?
  /// What is aimed at, in words or as a number: `12`, `95`, `tepat waktu`.
  public var target: String?
  /// What the target counts: documents, per cent, days.
  public var unit: String?

  public init(id: ID<Indicator>) { self.id = id }

  public static let fields: [Field<Indicator>] = [
    Field("result", Text("Hasil kerja", en: "Work result"), \.result, required: true),
    Field("aspect", Text("Aspek", en: "Aspect"), \.aspect, required: true),
    Field("text", Text("Indikator", en: "Indicator"), \.text, type: .text(maximum: 400), required: true),
    Field("target", .verbatim("Target"), \.target, type: .text(maximum: 120), required: true),
    Field("unit", Text("Satuan", en: "Unit"), \.unit, type: .text(maximum: 40)),
  ]

  /// The target as a number with two places; nil when it is in words.
  public var amount: Decimal? { target.flatMap { Decimal($0, scale: 2) } }
}

extension Book {
  public var indicators: Records<Indicator> { self[Indicator.self] }
}
