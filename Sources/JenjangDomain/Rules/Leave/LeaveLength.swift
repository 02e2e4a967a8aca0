/// Whether a leave is of a kind that somebody has, and no longer than its kind lasts.
///
/// Source: PP 11/2017 articles 309 to 341, PP 49/2018, Peraturan BKN 24/2017.
public enum LeaveLength: Rule {
  public struct Input: Described {
    public var kind: LeaveKind?
    public var start: Day?
    public var end: Day?
    public var employeeKind: EmployeeKind?
    /// Working days of annual leave of the same year besides this one.
    public var otherAnnualDays: Int?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("kind", Text("Jenis cuti", en: "Kind of leave"), \.kind, required: true),
      Field("start", Text("Mulai", en: "From"), \.start, required: true),
      Field("end", Text("Sampai", en: "To"), \.end, required: true),
      Field("employeeKind", Text("Jenis pegawai", en: "Kind of employee"), \.employeeKind),
      Field(
        "otherAnnualDays", Text("Cuti tahunan lain tahun itu, hari kerja", en: "Other annual leave of the year, days"),
        \.otherAnnualDays, type: .integer(0...400)),
    ]
  }

  public struct Output: Described {
    public var calendarDays: Int?
    public var workingDays: Int?
    /// The last day that its kind allows; nil where no length is set.
    public var until: Day?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("calendarDays", Text("Hari kalender", en: "Calendar days"), \.calendarDays),
      Field("workingDays", Text("Hari kerja", en: "Working days"), \.workingDays),
      Field("until", Text("Paling lama sampai", en: "At most until"), \.until),
    ]
  }

  public static let name = "leave-length"
  public static let title = Text("Lama cuti", en: "Length of leave")
  public static let purpose = Text(
    "Apakah jenis cuti ini ada bagi pegawai itu dan tidak melebihi lamanya.",
    en: "Whether somebody has this kind of leave, and it is not longer than the kind lasts.")
  public static let basis = LeaveTerms.basis
  public static let subject = RuleSubject.calendar
  public static let parameters =
    LeaveTerms.months.parameters + [
      AnyParameter(LeaveTerms.contractSickMonths), AnyParameter(LeaveTerms.annualDays),
      AnyParameter(LeaveTerms.annualMost), AnyParameter(FixedHolidays.week), AnyParameter(FixedHolidays.dates),
    ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let kind = input.kind, let start = input.start, let end = input.end, start <= end else {
      return Judgement(Output())
    }
    let calendar = law.calendar
    var output = Output()
    output.calendarDays = Int(end.number - start.number) + 1
    output.workingDays = calendar.workingDays(from: start, through: end)
    var findings = [ofContract(kind, input.employeeKind)].compactMap(\.self)
    if let months = longest(kind, input.employeeKind, on: start, by: law) {
      let until = start.adding(months: months.value).adding(days: -1)
      output.until = until
      findings.append(
        Finding(
          "leave.length", LeaveTerms.months.title, .init(end <= until), found: .day(end), needed: .until(until),
          by: months))
    }
    if kind == .annual {
      findings += try ofYear((output.workingDays ?? 0) + (input.otherAnnualDays ?? 0), on: start, by: law)
      if let holidays = calendar.finding(from: start, through: end) { findings.append(holidays.asAdvice) }
    }
    return Judgement(output, findings)
  }

  private static func longest(
    _ kind: LeaveKind, _ employee: EmployeeKind?, on day: Day, by law: Law
  ) -> InForce<Int>? {
    guard kind == .sick, employee?.isContract ?? false else { return law.find(LeaveTerms.months, kind, on: day) }
    return try? law.require(LeaveTerms.contractSickMonths, on: day)
  }

  private static func ofContract(_ kind: LeaveKind, _ employee: EmployeeKind?) -> Finding? {
    guard let employee, employee.isContract else { return nil }
    return Finding(
      "leave.contract", Text("Ada bagi PPPK", en: "Exists with a contract"), .init(kind.isForContracts),
      found: kind.title, needed: .list(LeaveKind.allCases.filter(\.isForContracts).map(\.title)),
      basis: LeaveTerms.contractBasis, certainty: .verified)
  }

  /// A year gives its own days; more is there only when earlier ones were not used.
  private static func ofYear(_ days: Int, on day: Day, by law: Law) throws(NoParameter) -> [Finding] {
    let usual = try law.require(LeaveTerms.annualDays, on: day)
    let most = try law.require(LeaveTerms.annualMost, on: day)
    let found = Text("\(days) hari kerja setahun", en: "\(days) working days in the year")
    return [
      Finding(
        "leave.annual", LeaveTerms.annualMost.title, .init(days <= most.value), found: found,
        needed: Text("paling banyak \(most.value)", en: "at most \(most.value)"), by: most),
      Finding(
        "leave.annual.own", LeaveTerms.annualDays.title, .init(days <= usual.value), found: found,
        needed: Text(
          "\(usual.value), lebih dari itu sisa tahun lalu", en: "\(usual.value), more only from earlier years"),
        by: usual
      ).asAdvice,
    ]
  }
}
