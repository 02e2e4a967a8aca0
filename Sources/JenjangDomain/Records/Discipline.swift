/// A disciplinary punishment.
///
/// Source: PP 94/2021, Peraturan BKN 6/2022.
public struct Discipline: HistoryRecord {
  public static let kind = Kind(
    "disciplines", Text("Hukuman disiplin", en: "Disciplinary punishment"),
    plural: Text("Hukuman disiplin", en: "Disciplinary punishments"), owner: "employee", label: "kind",
    date: "effectiveDate", area: .discipline)

  public let id: ID<Discipline>
  public var employee: ID<Employee>?
  public var kind: DisciplineKind?
  public var violation: String?
  public var effectiveDate: Day?
  /// The last day on which it is served; nil when it has no length.
  public var endDate: Day?
  /// The day on which it was lifted by a later decision.
  public var revokedDate: Day?
  public var decreeNumber: String?
  public var decreeDate: Day?
  public var authority: String?
  public var scan: Attachment?
  public var note: String?

  public init(id: ID<Discipline>) { self.id = id }

  public static let fields: [Field<Discipline>] =
    [
      employeeField,
      Field(
        "kind", Text("Jenis hukuman", en: "Kind of punishment"), \.kind, required: true,
        synonyms: ["jenis", "hukuman", "hukdis", "hukuman disiplin", "kind"]),
      Field(
        "violation", Text("Pelanggaran", en: "Violation"), \.violation, type: .note(maximum: 1_000),
        synonyms: ["alasan", "sebab"]),
      Field(
        "effectiveDate", Text("TMT", en: "Effective date"), \.effectiveDate, required: true,
        synonyms: ["tmt hukuman", "mulai", "effective"]),
      Field(
        "endDate", Text("Sampai", en: "Until"), \.endDate,
        help: Text(
          "Hari terakhir hukuman dijalani; kosong bila tanpa jangka waktu.",
          en: "The last day on which it is served; empty when it has no length."),
        synonyms: ["tanggal akhir", "selesai", "akhir hukuman", "end"]),
      Field(
        "revokedDate", Text("Tanggal dicabut", en: "Lifted on"), \.revokedDate, synonyms: ["pencabutan", "dicabut"]),
    ] + decreeFields

  /// Being served on a day: begun, not over, not lifted.
  ///
  /// Without an end the length that the law gives its kind counts; a light one has none and is never being served.
  public func isServed(on day: Day) -> Bool {
    guard let effectiveDate, let lastDay else { return false }
    return effectiveDate <= day && day <= lastDay
  }

  /// The last day on which it is served; nil when it has no length.
  public var lastDay: Day? {
    let byLaw = effectiveDate.flatMap { start in kind?.months.map { start.adding(months: $0).adding(days: -1) } }
    let end = endDate ?? byLaw
    guard let revokedDate else { return end }
    return end.map { min($0, revokedDate.adding(days: -1)) }
  }
}

extension Discipline {
  public func problems(in book: Book) -> [Problem] {
    let owner = owner(in: book)
    return [
      Problem.order(start: effectiveDate, end: endDate, field: "endDate"),
      Problem.order(start: effectiveDate, end: revokedDate, field: "revokedDate"),
      Problem.notBeforeHire(effectiveDate, of: owner, field: "effectiveDate"),
      Problem.decree(decreeDate, effective: effectiveDate),
    ].compactMap(\.self)
  }
}

extension Book {
  public var disciplines: Records<Discipline> { self[Discipline.self] }
}
