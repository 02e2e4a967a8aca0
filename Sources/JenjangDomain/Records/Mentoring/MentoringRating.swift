/// How one of the two found the mentoring.
///
/// Source: domain reference 9.3: satisfaction 1 to 4.
public struct MentoringRating: Record {
  public static let kind = Kind(
    "mentoring-ratings", Text("Nilai bimbingan", en: "Mentoring rating"),
    plural: Text("Nilai bimbingan", en: "Mentoring ratings"), owner: "pair", label: "comment", date: "on",
    area: .mentoring, standing: Standing(through: "pair", own: OwnPart()))

  public let id: ID<MentoringRating>
  public var pair: ID<MentoringPair>?
  public var side: PairSide?
  public var on: Day?
  public var satisfaction: Int?
  public var comment: String?

  public init(id: ID<MentoringRating>) { self.id = id }

  public static let fields: [Field<MentoringRating>] = [
    Field("pair", Text("Pasangan", en: "Pair"), \.pair, required: true),
    Field("side", Text("Dari", en: "By"), \.side, required: true),
    Field("on", Text("Tanggal", en: "Date"), \.on, required: true),
    Field(
      "satisfaction", Text("Kepuasan (1-4)", en: "Satisfaction (1-4)"), \.satisfaction, type: .integer(1...4),
      required: true),
    Field("comment", Text("Keterangan", en: "Comment"), \.comment, type: .note(maximum: 1000)),
  ]
}

extension Book {
  public var mentoringRatings: Records<MentoringRating> { self[MentoringRating.self] }
}
