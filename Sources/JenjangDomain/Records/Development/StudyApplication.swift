/// Somebody who asked to study: selection, decree, terms, return, and the bond that follows.
///
/// Source: SE MenPANRB 28/2021; domain reference 9.4.
public struct StudyApplication: Record {
  public static let kind = Kind(
    "study-applications", Text("Tugas belajar", en: "Study assignment"),
    plural: Text("Tugas belajar", en: "Study assignments"), owner: "employee", label: "university", date: "appliedOn",
    area: .learning,
    standing: Standing(
      own: OwnPart(
        fields: ["employee", "call", "state", "appliedOn", "university", "study", "isAccredited", "motivation"],
        openWhile: ("state", [StudyState.applied.rawValue]),
        codes: ["state": [StudyState.applied.rawValue, StudyState.withdrawn.rawValue]])))

  public let id: ID<StudyApplication>
  public var employee: ID<Employee>?
  public var call: ID<ScholarshipCall>?
  public var appliedOn: Day?
  public var programme: StudyProgramme?
  public var university: String?
  public var study: String?
  public var isAccredited: Bool?
  public var fitsPlan: Bool?
  public var motivation: String?
  public var state: StudyState?
  public var score: Decimal?
  /// The rule's findings on the day they were checked.
  public var findings: String?
  public var reason: String?
  public var decreeNumber: String?
  public var decreeDate: Day?
  public var isReleased: Bool?
  public var start: Day?
  public var end: Day?
  public var extendedTo: Day?
  public var extensionNumber: String?
  public var returnedOn: Day?
  public var education: ID<Education>?
  public var bondUntil: Day?
  public var promisedPost: ID<Post>?

  public init(id: ID<StudyApplication>) { self.id = id }

  public static let fields: [Field<StudyApplication>] = headFields + moreFields

  private static let headFields: [Field<StudyApplication>] = [
    Field("employee", Text("Pegawai", en: "Employee"), \.employee, required: true),
    Field("call", Text("Beasiswa", en: "Scholarship"), \.call),
    Field("appliedOn", Text("Melamar pada", en: "Applied on"), \.appliedOn, required: true),
    Field("programme", Text("Program studi", en: "Programme"), \.programme),
    Field("university", Text("Perguruan tinggi", en: "University"), \.university, required: true),
    Field("study", Text("Jurusan", en: "Subject"), \.study, type: .text(maximum: 120)),
    Field("isAccredited", Text("Terakreditasi", en: "Accredited"), \.isAccredited),
    Field("fitsPlan", Text("Sesuai rencana instansi", en: "Fits the plan of the agency"), \.fitsPlan),
    Field("motivation", Text("Alasan", en: "Motivation"), \.motivation, type: .note(maximum: 2_000)),
    Field("state", Text("Keadaan", en: "State"), \.state, required: true),
    Field("score", Text("Nilai seleksi", en: "Selection score"), \.score),
    Field(
      "findings", Text("Hasil pemeriksaan syarat", en: "Requirements found"), \.findings, type: .note(maximum: 2_000)),
    Field("reason", Text("Alasan keputusan", en: "Why so decided"), \.reason, type: .text(maximum: 300)),
  ]

  private static let moreFields: [Field<StudyApplication>] = [
    Field(
      "decreeNumber", Text("Nomor SK", en: "Decree number"), \.decreeNumber, type: .text(maximum: 80),
      section: Text("Studi dan ikatan dinas", en: "Study and bond")),
    Field("decreeDate", Text("Tanggal SK", en: "Decree date"), \.decreeDate),
    Field("isReleased", Text("Dibebaskan dari jabatan", en: "Released from the post"), \.isReleased),
    Field("start", Text("Mulai studi", en: "Study begins"), \.start),
    Field("end", Text("Selesai menurut lama normal", en: "Ends by the normal length"), \.end),
    Field("extendedTo", Text("Diperpanjang sampai", en: "Extended to"), \.extendedTo),
    Field(
      "extensionNumber", Text("Nomor SK perpanjangan", en: "Decree of the extension"), \.extensionNumber,
      type: .text(maximum: 80)),
    Field("returnedOn", Text("Kembali bertugas", en: "Returned on"), \.returnedOn),
    Field("education", Text("Ijazah di riwayat", en: "Diploma on file"), \.education),
    Field("bondUntil", Text("Ikatan dinas sampai", en: "Bound until"), \.bondUntil),
    Field("promisedPost", Text("Jabatan yang dijanjikan", en: "Post promised"), \.promisedPost),
  ]
}

extension StudyApplication {
  public func problems(in book: Book) -> [Problem] {
    [
      state == .refused && (reason ?? "").isEmpty
        ? Problem("reason", Text("Tuliskan alasannya", en: "Say why")) : nil,
      state == .eligible && (reason ?? "").isEmpty && judged(in: book)?.output.isPossible != true
        ? Problem("reason", Text("Aturan tidak memastikannya: tuliskan alasannya", en: "The rule is not sure: say why"))
        : nil,
      state?.isStudying == true && (decreeNumber ?? "").isEmpty
        ? Problem("decreeNumber", Text("Isi nomor SK tugas belajar", en: "Enter the decree of the study assignment"))
        : nil,
      Problem.order(start: start, end: end, field: "end"),
      Problem.order(start: start, end: returnedOn, field: "returnedOn"),
      Problem.order(start: end, end: extendedTo, field: "extendedTo"),
    ].compactMap(\.self)
  }
}

extension Book {
  public var studyApplications: Records<StudyApplication> { self[StudyApplication.self] }
}
