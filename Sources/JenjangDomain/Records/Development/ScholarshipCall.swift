/// An offer of places to study: for which level and field, from whom, until when.
///
/// Source: domain reference 9.4; peers reference, screen 17.
public struct ScholarshipCall: Record {
  public static let kind = Kind(
    "scholarship-calls", Text("Panggilan beasiswa", en: "Scholarship call"),
    plural: Text("Panggilan beasiswa", en: "Scholarship calls"), date: "opensOn", area: .reference)

  public let id: ID<ScholarshipCall>
  public var name: String?
  public var programme: StudyProgramme?
  public var field: String?
  public var sponsor: ID<Partner>?
  public var source: FundSource?
  public var quota: Int?
  public var opensOn: Day?
  public var closesOn: Day?
  public var start: Day?
  public var isReleased: Bool?
  public var isAccredited: Bool?
  public var coverage: String?
  public var requirements: String?
  public var state: CallState?

  public init(id: ID<ScholarshipCall>) { self.id = id }

  public static let fields: [Field<ScholarshipCall>] = [
    Field("name", Text("Nama beasiswa", en: "Scholarship"), \.name, required: true),
    Field("programme", Text("Program studi", en: "Programme"), \.programme, required: true),
    Field("field", Text("Bidang studi", en: "Field of study"), \.field, type: .text(maximum: 120)),
    Field("sponsor", Text("Pemberi", en: "Sponsor"), \.sponsor),
    Field("source", Text("Sumber dana", en: "Source of funds"), \.source),
    Field("quota", Text("Kuota", en: "Places"), \.quota, type: .integer(1...999)),
    Field("opensOn", Text("Dibuka", en: "Opens"), \.opensOn, required: true),
    Field("closesOn", Text("Ditutup", en: "Closes"), \.closesOn, required: true),
    Field("start", Text("Mulai studi", en: "Study begins"), \.start, required: true),
    Field("isReleased", Text("Dibebaskan dari jabatan", en: "Released from the post"), \.isReleased, required: true),
    Field("isAccredited", Text("Program studi terakreditasi", en: "Programme is accredited"), \.isAccredited),
    Field("coverage", Text("Yang ditanggung", en: "Covers"), \.coverage, type: .note(maximum: 1_000)),
    Field("requirements", Text("Syarat lain", en: "Other requirements"), \.requirements, type: .note(maximum: 2_000)),
    Field("state", Text("Keadaan", en: "State"), \.state, required: true),
  ]
}

extension ScholarshipCall {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: opensOn, end: closesOn, field: "closesOn"),
      Problem.order(start: closesOn, end: start, field: "start"),
    ].compactMap(\.self)
  }
}

extension Book {
  public var scholarshipCalls: Records<ScholarshipCall> { self[ScholarshipCall.self] }
}
