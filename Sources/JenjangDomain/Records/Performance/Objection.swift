/// Somebody's objection to an evaluation, heard by the assessor's superior, whose ruling is final; never deleted.
///
/// Source: PP 30/2019 article 59; domain reference 3.6.
public struct Objection: Record {
  public static let kind = Kind(
    "objections", Text("Keberatan", en: "Objection"), plural: Text("Keberatan", en: "Objections"), owner: "employee",
    label: "grounds", date: "filedOn", area: .objection,
    standing: Standing(
      parties: ["assessor", "hearer"],
      reserved: ["hearer": ["hearing", "heardOn", "ruling", "ruledOn", "ruledBy", "rulingReason"]],
      own: OwnPart(
        withheld: [
          "answer", "answeredOn", "hearing", "heardOn", "ruling", "ruledOn", "ruledBy", "rulingReason", "deadline",
          "lateReason",
        ],
        openWhile: ("state", [ObjectionState.filed.rawValue]),
        codes: ["state": [ObjectionState.filed.rawValue, ObjectionState.withdrawn.rawValue]])),
    key: ["evaluation", "filedOn"])

  public let id: ID<Objection>
  public var employee: ID<Employee>?
  public var evaluation: ID<Evaluation>?
  public var assessor: ID<Employee>?
  /// The assessor's superior, who hears both sides and rules.
  public var hearer: ID<Employee>?
  public var filedOn: Day?
  /// The last day on which it could be filed, as the rule said it.
  public var deadline: Day?
  /// Why it is heard although it came late, as HR says.
  public var lateReason: String?
  public var grounds: String?
  public var evidence: Attachment?
  public var state: ObjectionState?
  /// The assessor's side.
  public var answer: String?
  public var answeredOn: Day?
  public var hearing: String?
  public var heardOn: Day?
  public var ruling: ObjectionRuling?
  public var rulingReason: String?
  public var ruledBy: ID<Employee>?
  public var ruledOn: Day?

  public init(id: ID<Objection>) { self.id = id }

  public static let fields: [Field<Objection>] = [
    Field("employee", Text("Pegawai", en: "Employee"), \.employee, required: true),
    Field("evaluation", Text("Penilaian", en: "Evaluation"), \.evaluation, required: true),
    Field("assessor", Text("Pejabat penilai", en: "Assessor"), \.assessor),
    Field("hearer", Text("Pemeriksa (atasan penilai)", en: "Heard by (assessor's superior)"), \.hearer),
    Field("filedOn", Text("Diajukan pada", en: "Filed on"), \.filedOn, required: true),
    Field("deadline", Text("Batas keberatan", en: "Last day to object"), \.deadline),
    Field(
      "lateReason", Text("Alasan diterima terlambat", en: "Why accepted late"), \.lateReason, type: .note(maximum: 600)),
    Field("grounds", Text("Alasan keberatan", en: "Grounds"), \.grounds, type: .note(maximum: 4_000), required: true),
    Field("evidence", Text("Bukti", en: "Evidence"), \.evidence),
    Field("state", Text("Keadaan", en: "State"), \.state, required: true),
    Field("answer", Text("Tanggapan penilai", en: "The assessor's answer"), \.answer, type: .note(maximum: 2_000)),
    Field("answeredOn", Text("Ditanggapi pada", en: "Answered on"), \.answeredOn),
    Field("hearing", Text("Catatan pemeriksaan", en: "Notes of the hearing"), \.hearing, type: .note(maximum: 4_000)),
    Field("heardOn", Text("Diperiksa pada", en: "Heard on"), \.heardOn),
    Field("ruling", Text("Putusan", en: "Ruling"), \.ruling),
    Field(
      "rulingReason", Text("Alasan putusan", en: "Reason for the ruling"), \.rulingReason, type: .note(maximum: 2_000)),
    Field("ruledBy", Text("Diputus oleh", en: "Ruled by"), \.ruledBy),
    Field("ruledOn", Text("Diputus pada", en: "Ruled on"), \.ruledOn),
  ]
}

extension Objection {
  public func problems(in book: Book) -> [Problem] {
    [
      state == .ruled && ruling == nil ? Problem("ruling", Text("Pilih putusannya", en: "Choose the ruling")) : nil,
      ruling != nil && (rulingReason ?? "").isEmpty
        ? Problem("rulingReason", Text("Tuliskan alasan putusan", en: "Give the reason for the ruling")) : nil,
      ruledBy != nil && (ruledBy == employee || ruledBy == assessor)
        ? Problem("ruledBy", Text("Bukan penilai atau pegawai sendiri", en: "Neither the assessor nor the person"))
        : nil,
      Problem.order(start: filedOn, end: heardOn, field: "heardOn"),
      Problem.order(start: filedOn, end: ruledOn, field: "ruledOn"), evaluationProblem(in: book),
      hearerProblem(in: book),
    ].compactMap(\.self) + lateProblems(in: book)
  }

  /// Made to a result that the person has, once.
  private func evaluationProblem(in book: Book) -> Problem? {
    guard let evaluation, let object = book.evaluations[evaluation] else { return nil }
    if object.employee != employee {
      return Problem("evaluation", Text("Penilaian milik orang lain", en: "Somebody else's evaluation"))
    }
    if object.releasedOn == nil {
      return Problem("evaluation", Text("Hasilnya belum disampaikan", en: "The result is not released yet"))
    }
    let isTaken = employee.map { owner in
      book.objections.owned(by: owner.raw).contains {
        $0.id != id && $0.evaluation == evaluation && $0.state != .withdrawn
      }
    }
    guard isTaken ?? false, state != .withdrawn else { return nil }
    return Problem(
      "evaluation", Text("Penilaian ini sudah pernah dimintakan keberatan", en: "There was an objection to it already"))
  }

  /// Heard by the official frozen in the evaluation, so that nobody chooses the judge.
  private func hearerProblem(in book: Book) -> Problem? {
    if hearer != nil, hearer == employee || hearer == assessor {
      return Problem("hearer", Text("Bukan penilai atau pegawai sendiri", en: "Neither the assessor nor the person"))
    }
    guard let hearer, let frozen = evaluation.flatMap({ book.evaluations[$0]?.superior }), frozen != hearer else {
      return nil
    }
    return Problem(
      "hearer",
      Text("Pemeriksa adalah atasan penilai menurut penilaiannya", en: "Heard by the superior named in the evaluation"))
  }

  private func lateProblems(in book: Book) -> [Problem] {
    guard let filedOn, let last = lastDay(in: book), last < filedOn else { return [] }
    let isGoing = state == .heard || state == .ruled
    return [
      Problem(
        "filedOn", Text("Melewati batas \(last.display)", en: "After the last day, \(last.display)"), severity: .warning
      ),
      isGoing && (lateReason ?? "").isEmpty
        ? Problem(
          "lateReason",
          Text("Terlambat: tuliskan mengapa tetap diperiksa", en: "Late: say why it is heard all the same"))
        : nil,
    ].compactMap(\.self)
  }

  /// The last day on which it could be made: as it was written down, else as the rule says it now.
  public func lastDay(in book: Book) -> Day? {
    deadline ?? evaluation.flatMap { book.evaluations[$0] }.flatMap { ObjectionClock(of: $0, in: book)?.deadline }
  }
}

extension Book {
  public var objections: Records<Objection> { self[Objection.self] }
}
