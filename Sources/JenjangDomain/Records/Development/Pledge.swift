/// Money or help that a sponsor promised, on which conditions, and what has come of it.
public struct Pledge: Record {
  public static let kind = Kind(
    "pledges", Text("Janji dana", en: "Pledge"), plural: Text("Janji dana", en: "Pledges"), owner: "partner",
    label: "purpose", date: "pledgedOn",
    area: .money)

  public let id: ID<Pledge>
  public var partner: ID<Partner>?
  public var pledgedOn: Day?
  public var purpose: String?
  public var amount: Int?
  public var paid: Int?
  public var paidOn: Day?
  public var isInKind: Bool?
  public var conditions: String?
  public var budget: ID<BudgetLine>?
  public var event: ID<LearningEvent>?
  public var until: Day?

  public init(id: ID<Pledge>) { self.id = id }

  public static let fields: [Field<Pledge>] = [
    Field("partner", .verbatim("Sponsor"), \.partner, required: true),
    Field("pledgedOn", Text("Dijanjikan pada", en: "Pledged on"), \.pledgedOn, required: true),
    Field("purpose", Text("Peruntukan", en: "Purpose"), \.purpose, required: true),
    Field("amount", Text("Nilai", en: "Amount"), \.amount, type: .rupiah, required: true),
    Field("paid", Text("Sudah diterima", en: "Received"), \.paid, type: .rupiah),
    Field("paidOn", Text("Terakhir diterima", en: "Last received on"), \.paidOn),
    Field("isInKind", Text("Berupa barang atau jasa", en: "In kind"), \.isInKind),
    Field("conditions", Text("Syarat", en: "Conditions"), \.conditions, type: .note(maximum: 1_000)),
    Field("budget", Text("Mata anggaran", en: "Budget line"), \.budget),
    Field("event", Text("Kegiatan", en: "Event"), \.event),
    Field("until", Text("Berlaku sampai", en: "Valid to"), \.until),
  ]
}

extension Pledge {
  public func problems(in book: Book) -> [Problem] {
    [
      paid.map { $0 > amount ?? .max } == true
        ? Problem(
          "paid", Text("Lebih banyak daripada yang dijanjikan", en: "More than was pledged"), severity: .warning) : nil,
      Problem.order(start: pledgedOn, end: until, field: "until"),
    ].compactMap(\.self)
  }
}

extension Book {
  public var pledges: Records<Pledge> { self[Pledge.self] }
}
