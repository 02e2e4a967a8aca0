/// A programme held at one time and place, for so many people, paid from one budget line.
///
/// Source: domain reference 9.2; peers reference, screen 13.
public struct LearningEvent: Record {
  public static let kind = Kind(
    "learning-events", Text("Kegiatan pengembangan", en: "Learning event"),
    plural: Text("Kalender kegiatan", en: "Calendar of events"), date: "start", area: .reference)

  public let id: ID<LearningEvent>
  public var name: String?
  public var programme: ID<LearningProgramme>?
  public var batch: String?
  public var form: LearningForm?
  public var mode: TrainingMode?
  public var start: Day?
  public var end: Day?
  public var startTime: ClockTime?
  public var endTime: ClockTime?
  public var place: String?
  public var room: String?
  public var state: EventState?
  public var capacity: Int?
  public var quotas: UnitQuotas?
  public var enrolBy: Day?
  public var lessonHours: Int?
  public var organiser: ID<Unit>?
  public var provider: ID<Partner>?
  public var coordinator: ID<Employee>?
  public var budget: ID<BudgetLine>?
  public var cost: Int?
  public var cause: EventCause?
  public var causeNote: String?
  public var decidedOn: Day?
  /// The day it was planned for before it was moved.
  public var formerStart: Day?
  public var mergedInto: ID<LearningEvent>?
  public var closedOn: Day?
  public var note: String?

  public init(id: ID<LearningEvent>) { self.id = id }

  public static let fields: [Field<LearningEvent>] = headFields + moreFields + laterFields

  private static let headFields: [Field<LearningEvent>] = [
    Field("name", Text("Nama kegiatan", en: "Event"), \.name, required: true, synonyms: ["kegiatan", "judul"]),
    Field("programme", Text("Program", en: "Programme"), \.programme),
    Field("batch", Text("Angkatan", en: "Batch"), \.batch, type: .text(maximum: 40)),
    Field("form", Text("Bentuk", en: "Form"), \.form, required: true),
    Field("mode", Text("Moda", en: "Mode"), \.mode),
    Field("start", Text("Mulai", en: "From"), \.start, required: true),
    Field("end", Text("Sampai", en: "To"), \.end, required: true),
    Field(
      "startTime", Text("Jam mulai", en: "Starts at"), \.startTime, type: .text(maximum: 5),
      help: Text("0800 atau 08.00", en: "0800 or 08.00, 24 hours")),
    Field("endTime", Text("Jam selesai", en: "Ends at"), \.endTime, type: .text(maximum: 5)),
    Field("place", Text("Tempat", en: "Place"), \.place, type: .text(maximum: 120)),
    Field(
      "room", Text("Ruang", en: "Room"), \.room, type: .text(maximum: 60),
      help: Text(
        "Dua kegiatan tidak memakai ruang yang sama pada jam yang sama.",
        en: "Two events do not use one room at the same time.")),
  ]

  private static let moreFields: [Field<LearningEvent>] = [
    Field("state", Text("Keadaan", en: "State"), \.state, required: true, section: Text("Peserta", en: "Participants")),
    Field("capacity", Text("Kapasitas", en: "Capacity"), \.capacity, type: .integer(1...9_999)),
    Field(
      "quotas", Text("Jatah tiap unit", en: "Seats of each unit"), \.quotas,
      help: Text(
        "Kode unit dan banyaknya kursi: DINKES 5, DISDIK 10.", en: "Codes of units and seats: DINKES 5, DISDIK 10.")),
    Field("enrolBy", Text("Batas pendaftaran", en: "Enrol by"), \.enrolBy),
    Field("lessonHours", Text("JP", en: "Hours (JP)"), \.lessonHours, type: .integer(0...9_999)),
    Field("organiser", Text("Unit penyelenggara", en: "Organising unit"), \.organiser),
    Field("provider", Text("Mitra penyelenggara", en: "Provider"), \.provider),
    Field("coordinator", Text("Penanggung jawab", en: "Coordinator"), \.coordinator),
  ]

  private static let laterFields: [Field<LearningEvent>] = [
    Field(
      "budget", Text("Mata anggaran", en: "Budget line"), \.budget,
      section: Text("Dana dan keadaan", en: "Money and state")),
    Field("cost", Text("Biaya rencana", en: "Planned cost"), \.cost, type: .rupiah),
    Field("cause", Text("Sebab ditunda atau batal", en: "Why postponed or cancelled"), \.cause),
    Field("causeNote", Text("Keterangan sebab", en: "About the cause"), \.causeNote, type: .text(maximum: 200)),
    Field("decidedOn", Text("Diputus pada", en: "Decided on"), \.decidedOn),
    Field("formerStart", Text("Semula mulai", en: "Was to begin"), \.formerStart),
    Field(
      "mergedInto", Text("Digabung ke", en: "Merged into"), \.mergedInto,
      circular: Text("Kegiatan tidak dapat digabung ke dirinya sendiri", en: "An event cannot be merged into itself")),
    Field("closedOn", Text("Ditutup pada", en: "Closed on"), \.closedOn),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 2_000)),
  ]
}

extension LearningEvent {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: start, end: end, field: "end"),
      isTooLong ? Problem("end", Text("Lebih dari dua tahun", en: "More than two years")) : nil,
      startTime != nil && endTime != nil && (endTime?.minutes ?? 0) <= (startTime?.minutes ?? 0)
        ? Problem("endTime", Text("Selesai sebelum mulai", en: "Ends before it starts")) : nil,
      Problem.order(start: enrolBy, end: start, field: "enrolBy"),
      (state == .postponed || state == .cancelled) && cause == nil
        ? Problem("cause", Text("Pilih sebab ditunda atau batal", en: "Choose why it is postponed or cancelled")) : nil,
      quotas.map { $0.total > capacity ?? .max } == true
        ? Problem("quotas", Text("Jatah unit melebihi kapasitas", en: "The seats of the units exceed the capacity"))
        : nil,
      quotas?.unknown(in: book, field: "quotas"),
    ].compactMap(\.self) + clashProblems(in: book)
  }

  /// What it collides with, said at the field while it is typed; whoever schedules it may still want it.
  private func clashProblems(in book: Book) -> [Problem] {
    guard state?.isOver != true else { return [] }
    let clashes = EventClashes(self, in: book).all()
    let isParticipant = { (clash: Clash) in clash.person != nil && clash.person != coordinator }
    let first = { (field: String, isMeant: (Clash) -> Bool) -> Problem? in
      let found = clashes.filter(isMeant)
      guard let clash = found.first else { return nil }
      let more = found.count == 1 ? "" : " (+\(found.count - 1))"
      return Problem(
        field, Text(clash.text.indonesian + more, en: clash.text.english + more), severity: .warning)
    }
    return [
      first("room") { $0.kind == .room }, first("start") { $0.kind == .speaker },
      first("start") { $0.kind == .holiday }, first("start", isParticipant),
      first("coordinator") { $0.kind == .leave && $0.person == coordinator },
    ].compactMap(\.self)
  }

  private var isTooLong: Bool {
    guard let start, let end else { return false }
    return end.number - start.number > 731
  }
}

extension Book {
  public var learningEvents: Records<LearningEvent> { self[LearningEvent.self] }
}
