/// How a term of a study went.
public struct StudyTerm: Record {
  public static let kind = Kind(
    "study-terms", Text("Semester studi", en: "Term of study"), plural: Text("Semester studi", en: "Terms of study"),
    owner: "study", label: "number", date: "start",
    area: .learning, standing: Standing(through: "study", own: OwnPart(withheld: ["study"])))

  public let id: ID<StudyTerm>
  public var study: ID<StudyApplication>?
  public var number: Int?
  public var start: Day?
  public var end: Day?
  public var credits: Int?
  public var gradePoint: Decimal?
  public var state: TermState?
  public var reportedOn: Day?
  public var report: Attachment?
  public var note: String?

  public init(id: ID<StudyTerm>) { self.id = id }

  public static let fields: [Field<StudyTerm>] = [
    Field("study", Text("Tugas belajar", en: "Study assignment"), \.study, required: true),
    Field("number", Text("Semester ke-", en: "Term"), \.number, type: .integer(1...20), required: true),
    Field("start", Text("Mulai", en: "From"), \.start, required: true),
    Field("end", Text("Sampai", en: "To"), \.end),
    Field("credits", Text("SKS lulus", en: "Credits passed"), \.credits, type: .integer(0...200)),
    Field("gradePoint", Text("IPK", en: "Grade point average"), \.gradePoint),
    Field("state", Text("Keadaan", en: "State"), \.state, required: true),
    Field("reportedOn", Text("Dilaporkan pada", en: "Reported on"), \.reportedOn),
    Field("report", Text("Laporan", en: "Report"), \.report),
    Field("note", Text("Kendala dan catatan", en: "Difficulties and notes"), \.note, type: .note(maximum: 1_000)),
  ]
}

extension StudyTerm {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: start, end: end, field: "end"),
      gradePoint.map { $0 < 0 || $0 > 4 } == true
        ? Problem("gradePoint", Text("IPK antara 0 dan 4", en: "The average is 0 to 4")) : nil,
    ].compactMap(\.self)
  }
}

extension Book {
  public var studyTerms: Records<StudyTerm> { self[StudyTerm.self] }
}
