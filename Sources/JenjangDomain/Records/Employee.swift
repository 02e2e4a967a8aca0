/// A civil servant.
public struct Employee: Record {
  public static let kind = Kind(
    "employees", Text("Pegawai", en: "Employee"), plural: Text("Pegawai", en: "Employees"), area: .person)

  public let id: ID<Employee>
  /// NIP or NI PPPK, 18 digits; it can change in a career, so it is not the identity.
  public var employeeNumber: String?
  public var name: String?
  public var frontTitle: String?
  public var backTitle: String?
  public var kind: EmployeeKind?
  public var legalStatus: LegalStatus?
  /// The day from which `legalStatus` holds; before it the person was active.
  public var legalStatusDate: Day?
  public var birthPlace: String?
  public var birthDate: Day?
  public var sex: Sex?
  public var religion: Religion?
  public var maritalStatus: MaritalStatus?
  /// NIK, the 16 digits of the register of residents.
  public var nationalIdentity: String?
  /// The NIP of nine digits from before 2009.
  public var oldNumber: String?
  /// TMT CPNS, or the start of the first contract.
  public var hireDate: Day?
  public var permanentDate: Day?
  public var contractEnd: Day?
  public var supervisor: ID<Employee>?
  public var address: String?
  public var phone: String?
  public var email: String?
  public var interests: String?
  public var careerGoal: String?
  public var note: String?

  public init(id: ID<Employee>) { self.id = id }

  /// The name with titles in front of it and behind it, as it is printed; a title may have been typed with its comma.
  public var fullName: String {
    let front = frontTitle.map { $0 + " " } ?? ""
    let back = (backTitle ?? "").drop { $0 == "," || $0 == " " }
    return front + (name ?? "") + (back.isEmpty ? "" : ", " + back)
  }
}

extension Employee {
  public static let telling = ["employeeNumber"]

  /// A number says when its bearer was born and began to serve, the sex, and by which law.
  public func completed(by field: String) -> Employee {
    guard field == "employeeNumber", let number = employeeNumber.flatMap({ EmployeeNumber($0) }) else { return self }
    var completed = self
    completed.birthDate = birthDate ?? number.birthDate
    completed.sex = sex ?? number.sex
    completed.kind = kind ?? (number.isContract ? .contract : .permanent)
    if case .month(let first) = number.start { completed.hireDate = hireDate ?? first }
    return completed
  }
}

extension Employee {
  public static let fields: [Field<Employee>] = identityFields + statusFields + contactFields + wishFields

  public static let derived = [
    DerivedField("grade", Text("Golongan", en: "Grade"), from: "rank-histories", field: "grade"),
    DerivedField("gradeDate", Text("TMT golongan", en: "Grade since"), from: "rank-histories", field: "effectiveDate"),
    position("position", Text("Jabatan", en: "Position"), field: "title"),
    position("positionKind", Text("Jenis jabatan", en: "Kind of position"), field: "positionKind"),
    position("post", Text("Jabatan di peta", en: "Post in the map"), field: "post"),
    position("unit", Text("Unit kerja", en: "Work unit"), field: "unit"),
    position("positionDate", Text("TMT jabatan", en: "Position since"), field: "effectiveDate"),
    position("positionEnd", Text("Akhir jabatan", en: "Position ends"), field: "endDate"),
    DerivedField("educationLevel", Text("Pendidikan", en: "Education"), from: "educations", field: "level"),
  ]

  /// A column of the newest definitive position.
  private static func position(_ name: String, _ title: Text, field: String) -> DerivedField {
    let acting = DerivedField.Exception(
      "assignment", [AssignmentKind.acting.rawValue, AssignmentKind.deputising.rawValue])
    return DerivedField(name, title, from: "position-histories", field: field, except: acting)
  }

  private static let identityFields: [Field<Employee>] = [
    Field(
      "employeeNumber", Text("NIP / NI PPPK", en: "Employee number"), \.employeeNumber, type: .employeeNumber,
      required: true, unique: true,
      help: Text(
        "18 angka: tanggal lahir, bulan pengangkatan, jenis kelamin, nomor urut. Spasi dan tanda hubung boleh.",
        en: "18 digits: date of birth, month of appointment, sex, serial. Spaces and hyphens may stand between."),
      synonyms: ["nip", "nip baru", "nip_baru", "ni pppk", "nomor induk", "nip/ni pppk", "nip / ni pppk", "number"],
      section: Text("Identitas", en: "Identity")),
    Field(
      "name", Text("Nama lengkap", en: "Full name"), \.name, required: true,
      help: Text("Tanpa gelar; gelar punya isian sendiri.", en: "Without titles; they have fields of their own."),
      synonyms: ["nama", "nama pegawai", "nama tanpa gelar", "name"]),
    Field(
      "frontTitle", Text("Gelar depan", en: "Title before"), \.frontTitle, type: .text(maximum: 40),
      synonyms: ["gelar dpn", "gelar_depan", "front title"]),
    Field(
      "backTitle", Text("Gelar belakang", en: "Title after"), \.backTitle, type: .text(maximum: 60),
      synonyms: ["gelar blk", "gelar_belakang", "back title"]),
    Field(
      "birthPlace", Text("Tempat lahir", en: "Place of birth"), \.birthPlace, type: .text(maximum: 80),
      synonyms: ["tempat_lahir", "tmp lahir", "birth place"]),
    Field(
      "birthDate", Text("Tanggal lahir", en: "Date of birth"), \.birthDate, required: true,
      synonyms: ["tgl lahir", "tgl. lahir", "tanggal_lahir", "lahir", "birth date"]),
    Field(
      "sex", Text("Jenis kelamin", en: "Sex"), \.sex, required: true,
      synonyms: ["jk", "l/p", "kelamin", "jenis_kelamin", "gender"]),
    Field("religion", Text("Agama", en: "Religion"), \.religion),
    Field(
      "maritalStatus", Text("Status kawin", en: "Marital status"), \.maritalStatus,
      synonyms: ["status perkawinan", "status pernikahan", "kawin"]),
    Field(
      "nationalIdentity", Text("NIK", en: "National identity number"), \.nationalIdentity, type: .text(maximum: 16),
      help: Text("16 angka menurut KTP.", en: "16 digits as on the identity card."),
      synonyms: ["no ktp", "nomor ktp", "ktp", "national id"]),
    Field(
      "oldNumber", Text("NIP lama", en: "Old employee number"), \.oldNumber, type: .text(maximum: 9),
      synonyms: ["nip_lama", "old nip"]),
  ]

  private static let statusFields: [Field<Employee>] = [
    Field(
      "kind", Text("Jenis pegawai", en: "Kind of employment"), \.kind, required: true,
      synonyms: ["jenis kepegawaian", "status pegawai", "jenis asn", "status kepegawaian", "employment"],
      section: Text("Kepegawaian", en: "Employment")),
    Field(
      "legalStatus", Text("Kedudukan hukum", en: "Legal status"), \.legalStatus, required: true,
      synonyms: ["status hukum", "kedudukan", "status aktif", "status"]),
    Field(
      "legalStatusDate", Text("TMT kedudukan hukum", en: "Legal status since"), \.legalStatusDate,
      help: Text(
        "Hari mulai berlakunya; sebelum itu dianggap aktif.", en: "The day it began; before it counts as active."),
      synonyms: ["tmt status"]),
    Field(
      "hireDate", Text("TMT CPNS / kontrak", en: "Appointed on"), \.hireDate,
      synonyms: ["tmt cpns", "tmt_cpns", "tmt pengangkatan", "mulai kerja", "hire date", "hired"]),
    Field(
      "permanentDate", Text("TMT PNS", en: "Permanent since"), \.permanentDate, synonyms: ["tmt_pns"]),
    Field(
      "contractEnd", Text("Akhir kontrak", en: "Contract ends"), \.contractEnd,
      synonyms: ["akhir perjanjian kerja", "akhir pppk", "kontrak berakhir", "contract end"]),
    Field(
      "supervisor", Text("Atasan langsung", en: "Direct superior"), \.supervisor,
      synonyms: ["atasan", "nip atasan", "supervisor"]),
  ]

  private static let contactFields: [Field<Employee>] = [
    Field(
      "address", Text("Alamat", en: "Address"), \.address, type: .text(maximum: 300),
      synonyms: ["alamat rumah", "tempat tinggal"], section: Text("Kontak", en: "Contact")),
    Field(
      "phone", Text("Telepon", en: "Telephone"), \.phone, type: .text(maximum: 40),
      synonyms: ["no hp", "nomor hp", "hp", "telp", "no telepon", "phone"]),
    Field(
      "email", Text("Surel", en: "E-mail"), \.email, type: .text(maximum: 120),
      synonyms: ["email", "e-mail", "alamat email"]),
  ]

  private static let wishFields: [Field<Employee>] = [
    Field(
      "interests", Text("Minat", en: "Interests"), \.interests, type: .note(maximum: 1_000),
      help: Text(
        "Bidang, jabatan, atau tempat yang diminati.", en: "Fields of work, posts or places the person is drawn to."),
      synonyms: ["peminatan", "bidang minat"], section: Text("Minat dan catatan", en: "Interests and notes")),
    Field(
      "careerGoal", Text("Tujuan karier", en: "Career goal"), \.careerGoal, type: .note(maximum: 1_000),
      synonyms: ["cita-cita karier", "rencana karier"]),
    Field(
      "note", Text("Catatan", en: "Note"), \.note, type: .note(maximum: 2_000), synonyms: ["keterangan", "ket"]),
  ]
}

extension Book {
  public var employees: Records<Employee> { self[Employee.self] }

  /// The employee who bears a NIP or NI PPPK; nil when there is none.
  public func employee(number: String) -> Employee? {
    employees.table.firstRow(where: "employeeNumber", is: number).flatMap { employees[$0] }
  }
}
