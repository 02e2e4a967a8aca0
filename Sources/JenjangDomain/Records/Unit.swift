/// A work unit: any node of the organisation's tree.
public struct Unit: Record {
  public static let kind = Kind(
    "units", Text("Unit kerja", en: "Work unit"), plural: Text("Unit kerja", en: "Work units"))

  public let id: ID<Unit>
  public var code: String?
  public var name: String?
  public var parent: ID<Unit>?

  public init(id: ID<Unit>) { self.id = id }

  public static let fields: [Field<Unit>] = [
    Field("code", Text("Kode unit", en: "Unit code"), \.code, type: .text(maximum: 40), required: true),
    Field("name", Text("Nama unit", en: "Unit name"), \.name, required: true),
    Field("parent", Text("Unit induk", en: "Parent unit"), \.parent),
  ]
}
