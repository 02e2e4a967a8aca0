/// How an organisation's achievement of a period was rated; guides the ratings of its people and rates its head.
///
/// Source: SE MenPANRB 3/2023; domain reference 3.4.
public struct OrganisationAchievement: Record {
  public static let kind = Kind(
    "organisation-achievements", Text("Capaian organisasi", en: "Organisation achievement"),
    plural: Text("Capaian organisasi", en: "Organisation achievements"), label: "predicate", date: "decidedOn",
    key: ["unit", "period"])

  public let id: ID<OrganisationAchievement>
  public var unit: ID<Unit>?
  public var period: ID<EvaluationPeriod>?
  public var predicate: OrganisationPredicate?
  public var basis: String?
  public var decidedBy: String?
  public var decidedOn: Day?

  public init(id: ID<OrganisationAchievement>) { self.id = id }

  public static let fields: [Field<OrganisationAchievement>] = [
    Field("unit", Text("Unit kerja", en: "Work unit"), \.unit, required: true),
    Field("period", Text("Periode", en: "Period"), \.period, required: true),
    Field("predicate", Text("Capaian", en: "Achievement"), \.predicate, required: true),
    Field(
      "basis", Text("Dasar", en: "Basis"), \.basis, type: .note(maximum: 1_000),
      help: Text("Laporan kinerja atau perjanjian kinerja.", en: "The performance report or agreement.")),
    Field("decidedBy", Text("Ditetapkan oleh", en: "Decided by"), \.decidedBy),
    Field("decidedOn", Text("Tanggal", en: "Date"), \.decidedOn),
  ]
}

extension OrganisationAchievement {
  public func problems(in book: Book) -> [Problem] {
    guard let unit, let period else { return [] }
    let others = book.organisationAchievements.rows(where: "unit", is: unit.raw.text)
      .compactMap { book.organisationAchievements[$0] }
    guard others.contains(where: { $0.id != id && $0.period == period }) else { return [] }
    return [
      Problem(
        "period", Text("Capaian unit untuk periode ini sudah ada", en: "This unit already has one for the period"))
    ]
  }
}

extension Book {
  public var organisationAchievements: Records<OrganisationAchievement> { self[OrganisationAchievement.self] }
}
