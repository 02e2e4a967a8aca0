/// A work result of a template with its indicator.
public struct TemplateResult: Record {
  public static let kind = Kind(
    "template-results", Text("Hasil kerja templat", en: "Template result"),
    plural: Text("Hasil kerja templat", en: "Template results"), owner: "template", label: "text", area: .reference,
    key: ["number"])

  public let id: ID<TemplateResult>
  public var template: ID<PlanTemplate>?
  public var number: Int?
  public var kind: ResultKind?
  public var text: String?
  public var weight: Int?
  public var aspect: IndicatorAspect?
  public var indicator: String?
  public var target: String?
  public var unit: String?

  public init(id: ID<TemplateResult>) { self.id = id }

  public static let fields: [Field<TemplateResult>] = [
    Field("template", Text("Templat", en: "Template"), \.template, required: true),
    Field("number", Text("Nomor", en: "Number"), \.number, type: .integer(1...99), required: true),
    Field("kind", Text("Jenis", en: "Kind"), \.kind, required: true),
    Field("text", Text("Hasil kerja", en: "Work result"), \.text, type: .text(maximum: 600), required: true),
    Field("weight", Text("Bobot (%)", en: "Weight (%)"), \.weight, type: .integer(0...100)),
    Field("aspect", Text("Aspek", en: "Aspect"), \.aspect, required: true),
    Field("indicator", Text("Indikator", en: "Indicator"), \.indicator, type: .text(maximum: 400), required: true),
    Field("target", .verbatim("Target"), \.target, type: .text(maximum: 120), required: true),
    Field("unit", Text("Satuan", en: "Unit"), \.unit, type: .text(maximum: 40)),
  ]
}

extension Book {
  public var templateResults: Records<TemplateResult> { self[TemplateResult.self] }
}
