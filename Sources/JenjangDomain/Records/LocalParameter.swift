/// An agency's own value of a parameter, from a day on: who decided it, and on which basis.
///
/// Source: domain reference section 11. Only approved values count.
public struct LocalParameter: Record {
  public static let kind = Kind(
    "local-parameters", Text("Parameter instansi", en: "Agency parameter"),
    plural: Text("Parameter instansi", en: "Agency parameters"), label: "key", date: "effectiveFrom", area: .policy)

  public let id: ID<LocalParameter>
  public var key: String?
  /// As `ParameterValue` types it.
  public var value: String?
  public var effectiveFrom: Day?
  public var effectiveTo: Day?
  public var legalBasis: String?
  public var proposedBy: String?
  public var proposedOn: Day?
  public var approvedBy: String?
  public var approvedOn: Day?
  public var note: String?

  public init(id: ID<LocalParameter>) { self.id = id }

  public static let fields: [Field<LocalParameter>] = [
    Field(
      "key", .verbatim("Parameter"), \.key, type: .text(maximum: 80), required: true,
      help: Text("Nama parameter, misalnya retirement.age.", en: "The parameter's name, retirement.age for instance.")),
    Field("value", Text("Nilai", en: "Value"), \.value, type: .note(maximum: 4_000), required: true),
    Field("effectiveFrom", Text("Berlaku mulai", en: "In force from"), \.effectiveFrom, required: true),
    Field("effectiveTo", Text("Berlaku sampai", en: "In force until"), \.effectiveTo),
    Field("legalBasis", Text("Dasar", en: "Basis"), \.legalBasis, required: true),
    Field("proposedBy", Text("Diusulkan oleh", en: "Proposed by"), \.proposedBy, required: true),
    Field("proposedOn", Text("Tanggal usul", en: "Proposed on"), \.proposedOn),
    Field(
      "approvedBy", Text("Disetujui oleh", en: "Approved by"), \.approvedBy,
      help: Text("Kosong selama belum disetujui; lalu belum berlaku.", en: "Empty until approved; then not in force.")),
    Field("approvedOn", Text("Tanggal setuju", en: "Approved on"), \.approvedOn),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 2_000)),
  ]
}

extension LocalParameter {
  public func problems(in book: Book) -> [Problem] {
    [Problem.order(start: effectiveFrom, end: effectiveTo, field: "effectiveTo"), keyProblem, valueProblem]
      .compactMap(\.self)
  }

  private var keyProblem: Problem? {
    guard let key, ParameterCatalog.parameter(key) == nil else { return nil }
    return Problem("key", Text("Tidak ada parameter “\(key)”", en: "There is no parameter “\(key)”"))
  }

  private var valueProblem: Problem? {
    guard let value, let parameter = key.flatMap(ParameterCatalog.parameter), parameter.read(value) == nil else {
      return nil
    }
    let form = parameter.form
    return Problem("value", Text("Isi dengan \(form.indonesian)", en: "Enter \(form.english)"))
  }

  /// What it says to the law; nil while it is not approved or not complete.
  var localValue: LocalValue? {
    guard let key, let value, let effectiveFrom, approvedBy != nil else { return nil }
    return LocalValue(
      key: key, text: value, from: effectiveFrom, until: effectiveTo, basis: legalBasis ?? "", record: id.raw)
  }
}

extension Book {
  public var localParameters: Records<LocalParameter> { self[LocalParameter.self] }

  /// The law as the store knows it: the national baseline, the agency's approved values, the holidays on record.
  ///
  /// Read again only when the book has changed.
  public var law: Law {
    if let keptLaw, keptLaw.revision == revision { return keptLaw.law }
    let law = Law(localParameters.all.compactMap(\.localValue), daysOff: holidays.all.compactMap(\.dayOff))
    keptLaw = (revision, law)
    return law
  }
}
