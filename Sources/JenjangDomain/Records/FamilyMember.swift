/// A member of an employee's family, as far as benefits need it.
public struct FamilyMember: Record {
  public static let kind = Kind(
    "family-members", Text("Anggota keluarga", en: "Family member"), plural: Text("Keluarga", en: "Family"),
    owner: "employee", date: "birthDate", area: .family)

  public let id: ID<FamilyMember>
  public var employee: ID<Employee>?
  public var relation: FamilyRelation?
  public var name: String?
  public var sex: Sex?
  public var birthPlace: String?
  public var birthDate: Day?
  /// Wedding day, for a spouse.
  public var marriageDate: Day?
  /// The day of divorce or of death; nil while neither is known.
  public var endDate: Day?
  public var occupation: String?
  /// Counts for the family allowance.
  public var receivesBenefit: Bool?
  public var note: String?

  public init(id: ID<FamilyMember>) { self.id = id }

  public static let fields: [Field<FamilyMember>] = [
    Field(
      "employee", Text("Pegawai", en: "Employee"), \.employee, required: true,
      synonyms: ["nip", "nip baru", "nip/ni pppk", "employee number", "pegawai"]),
    Field(
      "relation", Text("Hubungan", en: "Relation"), \.relation, required: true,
      synonyms: ["hubungan keluarga", "status keluarga", "relation"]),
    Field("name", Text("Nama", en: "Name"), \.name, required: true, synonyms: ["nama lengkap", "nama keluarga"]),
    Field("sex", Text("Jenis kelamin", en: "Sex"), \.sex, synonyms: ["jk", "l/p", "gender"]),
    Field("birthPlace", Text("Tempat lahir", en: "Place of birth"), \.birthPlace, type: .text(maximum: 80)),
    Field("birthDate", Text("Tanggal lahir", en: "Date of birth"), \.birthDate, synonyms: ["tgl lahir", "lahir"]),
    Field(
      "marriageDate", Text("Tanggal nikah", en: "Married on"), \.marriageDate, synonyms: ["tgl nikah", "akta nikah"]),
    Field(
      "endDate", Text("Cerai atau meninggal", en: "Divorced or died"), \.endDate,
      synonyms: ["tanggal cerai", "tanggal meninggal"]),
    Field("occupation", Text("Pekerjaan", en: "Occupation"), \.occupation, type: .text(maximum: 80)),
    Field(
      "receivesBenefit", Text("Masuk tunjangan", en: "Counts for allowance"), \.receivesBenefit,
      synonyms: ["tunjangan", "status tunjangan", "tanggungan"]),
    Field("note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 2_000), synonyms: ["keterangan"]),
  ]
}

extension FamilyMember {
  public func problems(in book: Book) -> [Problem] {
    [
      Problem.order(start: birthDate, end: endDate, field: "endDate"),
      Problem.order(start: birthDate, end: marriageDate, field: "marriageDate"), childProblem(in: book),
    ].compactMap(\.self)
  }

  private func childProblem(in book: Book) -> Problem? {
    guard relation == .child, let employee = employee.flatMap({ book.employees[$0] }) else { return nil }
    return Problem.notBeforeBirth(birthDate, of: employee, field: "birthDate")
  }
}

extension Book {
  public var familyMembers: Records<FamilyMember> { self[FamilyMember.self] }
}
