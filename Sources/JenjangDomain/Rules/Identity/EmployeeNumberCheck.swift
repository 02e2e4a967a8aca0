/// What an employee number (NIP, NI PPPK) says, and whether it can be right.
///
/// Source: Perka BKN 22/2007 and 43/2007; domain reference 1.1 and 1.2, rules N1 to N10.
public enum EmployeeNumberCheck: Rule {
  public struct Input: Described {
    public var number: String?
    public var birthDate: Day?
    public var sex: Sex?
    public var kind: EmployeeKind?
    public var isTaken: Bool?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("number", .verbatim("NIP/NI PPPK"), \.number, type: .text(maximum: 60), required: true),
      Field("birthDate", .birthDate, \.birthDate),
      Field("sex", Text("Jenis kelamin", en: "Sex"), \.sex),
      Field("kind", .employmentKind, \.kind),
      Field("isTaken", Text("Sudah dipakai orang lain", en: "Borne by somebody else"), \.isTaken),
      Field("day", Text("Diperiksa tanggal", en: "Checked on"), \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var display: String?
    public var birthDate: Day?
    public var sex: Sex?
    public var appointed: Day?
    public var contractYear: Int?
    public var agreement: Int?
    public var serial: Int?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("display", Text("Tertulis", en: "Printed"), \.display),
      Field("birthDate", .birthDate, \.birthDate),
      Field("sex", Text("Jenis kelamin", en: "Sex"), \.sex),
      Field("appointed", Text("TMT CPNS", en: "Appointed on"), \.appointed),
      Field("contractYear", Text("Tahun kontrak pertama", en: "Year of the first contract"), \.contractYear),
      Field("agreement", Text("Perjanjian kerja ke-", en: "Count of the work agreement"), \.agreement),
      Field("serial", Text("Nomor urut", en: "Serial"), \.serial),
    ]
  }

  public static let name = "employee-number"
  public static let title = Text("Pemeriksaan NIP dan NI PPPK", en: "Check of an employee number")
  public static let purpose = Text(
    "Isi NIP atau NI PPPK, dan apakah nomor itu benar.",
    en: "What an employee number says, and whether it can be right.")
  public static let basis = Text.verbatim("Perka BKN 22/2007, Perka BKN 43/2007")
  public static let subject = RuleSubject.identity

  public static func judge(_ input: Input, by law: Law) -> Judgement<Output> {
    guard let text = input.number, let day = input.day else { return Judgement(Output()) }
    let number = EmployeeNumber(text)
    let problems = EmployeeNumber.problems(text, today: day) + (number.map { mismatches(input, $0) } ?? [])
    var findings = Condition.allCases.filter { $0.isAsked(input) }.map { condition in
      condition.finding(problems, hasDigits: !problems.contains { $0.rule == Condition.n1.rawValue })
    }
    if let isTaken = input.isTaken {
      findings.append(
        Finding(
          "N10", Text("Tidak dipakai orang lain", en: "Borne by nobody else"), .init(!isTaken), basis: basis,
          certainty: .verified))
    }
    return Judgement(number.map(output) ?? Output(), findings)
  }

  public static func input(for person: PersonFacts) -> Input? {
    let employee = person.state.employee
    var input = Input()
    input.number = employee.employeeNumber
    input.birthDate = employee.birthDate
    input.sex = employee.sex
    input.kind = employee.kind
    if let number = employee.employeeNumber {
      input.isTaken = person.book.employees.rows(where: "employeeNumber", is: number).count > 1
    }
    input.day = person.day
    return input
  }

  private static func mismatches(_ input: Input, _ number: EmployeeNumber) -> [Problem] {
    var employee = Employee(id: ID(RecordID(high: 0, low: 0)))
    employee.birthDate = input.birthDate
    employee.sex = input.sex
    employee.kind = input.kind
    return employee.mismatches(with: number)
  }

  private static func output(_ number: EmployeeNumber) -> Output {
    var output = Output()
    output.display = number.display
    output.birthDate = number.birthDate
    output.sex = number.sex
    output.serial = number.serial
    switch number.start {
    case .month(let day): output.appointed = day
    case .agreement(let year, let count): (output.contractYear, output.agreement) = (year, count)
    }
    return output
  }
}

extension EmployeeNumberCheck {
  /// The conditions of a number, by the names that the law's table gives them.
  private enum Condition: String, CaseIterable {
    case n1 = "N1"
    case n2 = "N2"
    case n3 = "N3"
    case n4 = "N4"
    case n5 = "N5"
    case n6 = "N6"
    case n7 = "N7"
    case n8 = "N8"
    case n9 = "N9"

    var text: Text {
      switch self {
      case .n1: Text("Tepat 18 angka", en: "Exactly 18 digits")
      case .n2: Text("Angka 1-8 tanggal lahir yang ada", en: "Digits 1-8 a real date of birth")
      case .n3: Text("Angka 13-14 bulan atau kode PPPK", en: "Digits 13-14 a month or a contract code")
      case .n4: Text("Angka 15 menyebut jenis kelamin", en: "Digit 15 says the sex")
      case .n5: Text("Nomor urut mulai dari 001", en: "The serial starts at 001")
      case .n6: Text("Cukup umur saat diangkat", en: "Old enough when appointed")
      case .n7: Text("Tidak lewat umur lazim saat diangkat", en: "Not above the usual age when appointed")
      case .n8: Text("TMT tidak jauh di depan", en: "Start not far in the future")
      case .n9: Text("Sesuai tanggal lahir, jenis kelamin dan jenis pegawai", en: "Agrees with the profile")
      }
    }

    private var isWarning: Bool { self == .n7 || self == .n8 || self == .n9 }

    private var certainty: Certainty {
      switch self {
      case .n6, .n7: .known
      case .n9: .decided
      default: .verified
      }
    }

    /// The profile is compared only where something of it was given.
    func isAsked(_ input: Input) -> Bool {
      self != .n9 || input.birthDate != nil || input.sex != nil || input.kind != nil
    }

    /// What is not 18 digits says nothing else.
    func finding(_ problems: [Problem], hasDigits: Bool) -> Finding {
      let found = problems.filter { $0.rule == rawValue }
      let words = { (language: Language) in found.map { $0.text[language] }.joined(separator: "; ") }
      let status: Finding.Status = !found.isEmpty ? .notMet : hasDigits || self == .n1 ? .met : .cannotJudge
      let finding = Finding(
        rawValue, text, status, found: found.isEmpty ? nil : Text(words(.indonesian), en: words(.english)),
        basis: basis, certainty: certainty)
      return isWarning ? finding.asAdvice : finding
    }
  }
}
