/// A level of education that an employee finished.
public struct Education: HistoryRecord {
  public static let kind = Kind(
    "educations", Text("Pendidikan", en: "Education"), plural: Text("Riwayat pendidikan", en: "Education"),
    owner: "employee", label: "level", date: "graduationDate")

  public let id: ID<Education>
  public var employee: ID<Employee>?
  public var level: EducationLevel?
  public var major: String?
  public var school: String?
  public var graduationDate: Day?
  public var diplomaNumber: String?
  public var frontTitle: String?
  public var backTitle: String?
  /// Whether the personnel agency has entered the titles in the file (pencantuman gelar).
  public var isRecognised: Bool?
  public var decreeNumber: String?
  public var decreeDate: Day?
  public var authority: String?
  public var scan: Attachment?
  public var note: String?

  public init(id: ID<Education>) { self.id = id }

  public static let fields: [Field<Education>] = [employeeField] + ownFields + decreeFields

  private static let ownFields: [Field<Education>] = [
    Field(
      "level", Text("Jenjang pendidikan", en: "Level"), \.level, required: true,
      synonyms: ["pendidikan", "tingkat pendidikan", "jenjang", "tk pendidikan", "education"], rest: "major"),
    Field(
      "major", Text("Jurusan", en: "Field of study"), \.major, type: .text(maximum: 120),
      synonyms: ["program studi", "prodi", "major"]),
    Field(
      "school", Text("Sekolah atau perguruan tinggi", en: "School or university"), \.school,
      synonyms: ["nama sekolah", "sekolah", "perguruan tinggi", "universitas", "university"]),
    Field(
      "graduationDate", Text("Tanggal lulus", en: "Graduated on"), \.graduationDate,
      synonyms: ["tgl lulus", "lulus", "tanggal ijazah", "graduation"]),
    Field(
      "diplomaNumber", Text("Nomor ijazah", en: "Diploma number"), \.diplomaNumber, type: .text(maximum: 80),
      synonyms: ["no ijazah", "no. ijazah"]),
    Field(
      "frontTitle", Text("Gelar depan", en: "Title before"), \.frontTitle, type: .text(maximum: 40)),
    Field(
      "backTitle", Text("Gelar belakang", en: "Title after"), \.backTitle, type: .text(maximum: 60)),
    Field(
      "isRecognised", Text("Gelar dicantumkan", en: "Title recognised"), \.isRecognised,
      help: Text("Gelar sudah dicantumkan oleh BKN.", en: "The title was entered by the national agency."),
      synonyms: ["pencantuman gelar"]),
  ]
}

extension Education {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.notBeforeBirth(graduationDate, of: owner(in: book), field: "graduationDate"),
      Problem.notAfter(book.day, graduationDate, field: "graduationDate"),
    ].compactMap(\.self)
  }
}

extension Book {
  public var educations: Records<Education> { self[Education.self] }
}
