/// The levels somebody was found to have on a day, by an instrument and by whom.
///
/// A later one does not overwrite it. All marks lie in one field: a province's assessments are a row a person, and their rights are one.
///
/// Source: Peraturan BKN 26/2019; domain reference 4.2; peers reference, screen 9.
public struct Assessment: Record {
  public static let kind = Kind(
    "assessments", Text("Asesmen kompetensi", en: "Assessment"), plural: Text("Asesmen kompetensi", en: "Assessments"),
    owner: "employee", label: "instrument", date: "date",
    area: .assessment,
    standing: Standing(
      parties: ["assessor"],
      own: OwnPart(
        seenOnce: "releasedOn", fields: ["state", "acknowledgedOn", "disputedOn", "dispute"],
        openWhile: ("state", [AssessmentState.released.rawValue]),
        codes: ["state": [AssessmentState.disputed.rawValue]],
        mayAdd: false)))

  public let id: ID<Assessment>
  public var employee: ID<Employee>?
  public var date: Day?
  public var instrument: AssessmentInstrument?
  public var assessedFor: PositionKind?
  public var levels: CompetencyMarks?
  /// 0 to 100.
  public var potential: Decimal?
  public var state: AssessmentState?
  public var assessor: ID<Employee>?
  public var assessors: String?
  public var consensus: ConsensusMethod?
  public var organiser: String?
  public var isAccredited: Bool?
  /// The training whose effect it measures.
  public var event: ID<LearningEvent>?
  public var report: Attachment?
  public var note: String?
  public var releasedOn: Day?
  public var acknowledgedOn: Day?
  public var disputedOn: Day?
  public var dispute: String?
  public var answeredOn: Day?
  public var answer: String?

  public init(id: ID<Assessment>) { self.id = id }

  public static let fields: [Field<Assessment>] = headFields + moreFields + laterFields

  private static let headFields: [Field<Assessment>] = [
    Field(
      "employee", Text("Pegawai", en: "Employee"), \.employee, required: true, synonyms: ["nip", "nip baru", "pegawai"]),
    Field(
      "date", Text("Tanggal asesmen", en: "Assessed on"), \.date, required: true, synonyms: ["tanggal", "tgl asesmen"]),
    Field("instrument", Text("Alat ukur", en: "Instrument"), \.instrument, required: true),
    Field("assessedFor", Text("Jenjang yang dinilai", en: "Level assessed for"), \.assessedFor),
    Field(
      "levels", Text("Hasil", en: "Results"), \.levels,
      help: Text(
        "Kode dan tingkat, untuk teknis juga P/K/S: INTEGRITAS 3, KEU-01 3/70/80/75.",
        en: "Codes and levels, for technical ones also K/S/A: INTEGRITAS 3, KEU-01 3/70/80/75."),
      synonyms: ["nilai", "tingkat"]),
    Field("potential", Text("Nilai potensi", en: "Potential"), \.potential),
    Field("state", Text("Keadaan", en: "State"), \.state, required: true),
  ]

  private static let moreFields: [Field<Assessment>] = [
    Field(
      "assessor", Text("Asesor utama", en: "Lead assessor"), \.assessor,
      section: Text("Pelaksanaan", en: "How it was done")),
    Field("assessors", Text("Asesor lain", en: "Other assessors"), \.assessors, type: .text(maximum: 300)),
    Field("consensus", Text("Cara mufakat", en: "How they agreed"), \.consensus),
    Field("organiser", Text("Penyelenggara", en: "Assessor unit"), \.organiser, type: .text(maximum: 120)),
    Field("isAccredited", Text("Terakreditasi untuk jenjang ini", en: "Accredited for the level"), \.isAccredited),
    Field("event", Text("Sesudah kegiatan", en: "After the event"), \.event),
    Field("report", Text("Laporan", en: "Report"), \.report),
    Field("note", Text("Catatan asesor", en: "Assessor's note"), \.note, type: .note(maximum: 2_000)),
  ]

  private static let laterFields: [Field<Assessment>] = [
    Field(
      "releasedOn", Text("Disampaikan pada", en: "Released on"), \.releasedOn,
      section: Text("Sesudahnya", en: "Afterwards")),
    Field("acknowledgedOn", Text("Diterima pada", en: "Received on"), \.acknowledgedOn),
    Field("disputedOn", Text("Disanggah pada", en: "Disputed on"), \.disputedOn),
    Field("dispute", Text("Isi sanggahan", en: "Why disputed"), \.dispute, type: .note(maximum: 2_000)),
    Field("answeredOn", Text("Sanggahan dijawab", en: "Dispute answered on"), \.answeredOn),
    Field("answer", Text("Jawaban", en: "Answer"), \.answer, type: .note(maximum: 2_000)),
  ]
}

extension Assessment {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.notAfter(book.day, date, field: "date"),
      Problem.away(assessor, on: date, field: "assessor", in: book),
      Problem.away(employee, on: date, field: "date", in: book),
      assessor != nil && assessor == employee && instrument?.counts != false
        ? Problem("assessor", Text("Tidak ada yang menilai dirinya sendiri", en: "Nobody assesses himself")) : nil,
      levels?.unknown(in: book, field: "levels"),
      state != .draft && state != nil && levels?.isEmpty != false
        ? Problem("levels", Text("Isi dulu tingkat tiap kompetensi", en: "Enter the levels first")) : nil,
      potential.map { $0 < 0 || $0 > 100 } == true
        ? Problem("potential", Text("Potensi antara 0 dan 100", en: "The potential is 0 to 100")) : nil,
      Problem.order(start: date, end: releasedOn, field: "releasedOn"),
      state == .disputed && (dispute ?? "").isEmpty
        ? Problem("dispute", Text("Tuliskan alasan sanggahan", en: "Say why it is disputed")) : nil,
      state == .confirmed && (answer ?? "").isEmpty
        ? Problem("answer", Text("Tuliskan jawaban atas sanggahan", en: "Write the answer to the dispute")) : nil,
    ].compactMap(\.self)
  }
}

extension Book {
  public var assessments: Records<Assessment> { self[Assessment.self] }
}
