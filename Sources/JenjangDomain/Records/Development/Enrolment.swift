/// Somebody named for an event, from the nomination to the certificate.
///
/// One record for the whole way, attendance included: sixty thousand a year stay one row each. When it is passed, a row of the training history is made.
///
/// Source: domain reference 9.2; peers reference, screen 14.
public struct Enrolment: Record {
  public static let kind = Kind(
    "enrolments", Text("Kepesertaan", en: "Enrolment"), plural: Text("Kepesertaan", en: "Enrolments"),
    owner: "employee", label: "state", date: "start",
    area: .learning,
    standing: Standing(
      kept: [
        "attendance", "isPassed", "score", "certificateNumber", "certificateDate", "certificateEnd", "certificate",
        "training",
        "lessonHours",
      ],
      own: OwnPart(
        fields: ["employee", "event", "state", "requestedOn", "requestedBy", "reason"],
        openWhile: (
          "state",
          [EnrolmentState.nominated.rawValue, EnrolmentState.waiting.rawValue, EnrolmentState.accepted.rawValue]
        ),
        codes: ["state": [EnrolmentState.nominated.rawValue, EnrolmentState.withdrawn.rawValue]])))

  public let id: ID<Enrolment>
  public var employee: ID<Employee>?
  public var event: ID<LearningEvent>?
  /// The first day of the event, for the order of a person's enrolments.
  public var start: Day?
  public var state: EnrolmentState?
  /// The priority of the need when the person was named; it orders the waiting list.
  public var priority: Int?
  public var competency: ID<Competency>?
  public var reason: String?
  public var requestedOn: Day?
  public var requestedBy: ID<Employee>?
  public var approvedOn: Day?
  public var approvedBy: ID<Employee>?
  public var refusal: String?
  public var substituteOf: ID<Enrolment>?
  public var attendance: AttendanceMarks?
  public var isPassed: Bool?
  public var score: Decimal?
  public var lessonHours: Int?
  public var certificateNumber: String?
  public var certificateDate: Day?
  public var certificateEnd: Day?
  public var certificate: Attachment?
  /// The row that the passed training put into the file of the person.
  public var training: ID<Training>?
  public var reassessOn: Day?
  public var note: String?

  public init(id: ID<Enrolment>) { self.id = id }

  public static let fields: [Field<Enrolment>] = headFields + moreFields

  private static let headFields: [Field<Enrolment>] = [
    Field(
      "employee", Text("Pegawai", en: "Employee"), \.employee, required: true,
      synonyms: ["nip", "nip baru", "pegawai", "peserta"]),
    Field("event", Text("Kegiatan", en: "Event"), \.event, required: true),
    Field("start", Text("Mulai", en: "From"), \.start),
    Field("state", Text("Keadaan", en: "State"), \.state, required: true),
    Field("priority", Text("Prioritas", en: "Priority"), \.priority, type: .integer(0...9_999)),
    Field("competency", Text("Untuk kompetensi", en: "For the competency"), \.competency),
    Field("reason", Text("Alasan", en: "Why"), \.reason, type: .text(maximum: 300)),
    Field("requestedOn", Text("Diusulkan pada", en: "Nominated on"), \.requestedOn, required: true),
    Field("requestedBy", Text("Diusulkan oleh", en: "Nominated by"), \.requestedBy),
    Field("approvedOn", Text("Disetujui pada", en: "Approved on"), \.approvedOn),
    Field("approvedBy", Text("Disetujui oleh", en: "Approved by"), \.approvedBy),
    Field(
      "refusal", Text("Alasan ditolak atau mundur", en: "Why refused or withdrawn"), \.refusal,
      type: .text(maximum: 300)),
    Field(
      "substituteOf", Text("Pengganti dari", en: "In the place of"), \.substituteOf,
      circular: Text("Tidak dapat menggantikan dirinya sendiri", en: "Nobody stands in for himself")),
  ]

  private static let moreFields: [Field<Enrolment>] = [
    Field(
      "attendance", Text("Kehadiran", en: "Attendance"), \.attendance,
      help: Text(
        "Satu huruf tiap sesi: H hadir, I izin, S sakit, A tanpa keterangan.",
        en: "One letter a session: H present, I excused, S sick, A absent."), section: Text("Hasil", en: "Result")),
    Field("isPassed", Text("Lulus", en: "Passed"), \.isPassed),
    Field("score", Text("Nilai", en: "Score"), \.score),
    Field("lessonHours", Text("JP", en: "Hours (JP)"), \.lessonHours, type: .integer(0...9_999)),
    Field(
      "certificateNumber", Text("Nomor sertifikat", en: "Certificate number"), \.certificateNumber,
      type: .text(maximum: 80)),
    Field("certificateDate", Text("Tanggal sertifikat", en: "Certificate date"), \.certificateDate),
    Field("certificateEnd", Text("Berlaku sampai", en: "Valid to"), \.certificateEnd),
    Field("certificate", Text("Berkas sertifikat", en: "Certificate file"), \.certificate),
    Field("training", Text("Riwayat pelatihan", en: "Row of the training history"), \.training),
    Field("reassessOn", Text("Dinilai kembali pada", en: "Reassess on"), \.reassessOn),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 1_000)),
  ]
}

extension Enrolment {
  public func problems(in book: Book) -> [Problem] {
    [
      twice(in: book),
      state == .refused && (refusal ?? "").isEmpty
        ? Problem("refusal", Text("Tuliskan alasan penolakan", en: "Say why it is refused")) : nil,
      state == .passed && isPassed != true
        ? Problem("isPassed", Text("Keadaan lulus tanpa hasil lulus", en: "Passed without a result that says so"))
        : nil,
      approvedBy != nil && approvedBy == employee
        ? Problem("approvedBy", Text("Tidak ada yang menyetujui dirinya sendiri", en: "Nobody approves himself")) : nil,
      score.map { $0 < 0 || $0 > 100 } == true
        ? Problem("score", Text("Nilai antara 0 dan 100", en: "A score is 0 to 100")) : nil,
      Problem.order(start: certificateDate, end: certificateEnd, field: "certificateEnd"),
      clash(in: book),
    ].compactMap(\.self)
  }

  /// What keeps the person from a seat that is still to come.
  private func clash(in book: Book) -> Problem? {
    guard state == .accepted || state?.isHoping ?? false, let employee,
      let event = event.flatMap({ book.learningEvents[$0] }), event.end.map({ book.day <= $0 }) ?? true
    else { return nil }
    return EventClashes(event, in: book).of(employee).first.map { clash in
      Problem("employee", clash.text, severity: .warning)
    }
  }

  private func twice(in book: Book) -> Problem? {
    guard let employee, let event, state?.isHoping == true || state?.holdsSeat == true else { return nil }
    let isThere = book.enrolments.owned(by: employee.raw).contains {
      $0.id != id && $0.event == event && ($0.state?.isHoping == true || $0.state?.holdsSeat == true)
    }
    return isThere
      ? Problem("event", Text("Pegawai ini sudah tercatat pada kegiatan ini", en: "This person is enrolled already"))
      : nil
  }
}

extension Book {
  public var enrolments: Records<Enrolment> { self[Enrolment.self] }
}

extension Book {
  /// Everybody named for an event, whatever came of it; read from one column.
  public func enrolments(of event: ID<LearningEvent>) -> [Enrolment] {
    rows(enrolledIn: event).compactMap { enrolments[$0] }
  }

  /// The rows of the enrolments of an event that the actor sees.
  public func rows(enrolledIn event: ID<LearningEvent>) -> [Row] {
    enrolments.table.rows(referring: "event", to: event.raw)
  }
}
