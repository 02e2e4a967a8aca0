/// Which punishment absence without leave leads to.
///
/// Source: PP 94/2021; domain reference 8.2. Working days of a calendar year are added up; ten in a row dismiss.
public enum AbsenceBand: Rule {
  public struct Absence: Described {
    public var date: Day?

    public init() {}

    public static let fields: [Field<Absence>] = [
      Field("date", Text("Tanggal", en: "Date"), \.date, required: true)
    ]
  }

  public struct Input: Described {
    public var days: Int?
    public var inARow: Int?
    public var region: String?
    public var day: Day?
    public var absences: [Absence] = []

    public init() {}

    public static let fields: [Field<Input>] = [
      Field(
        "days", Text("Hari kerja tidak masuk setahun", en: "Working days absent in the year"), \.days,
        type: .integer(0...366), help: Text("Kosong: dihitung dari daftar.", en: "Empty: counted from the list.")),
      Field(
        "inARow", Text("Paling lama berturut-turut", en: "Longest in a row"), \.inARow, type: .integer(0...366)),
      Field("region", .region, \.region),
      Field(
        "day", .lawDay, \.day, required: true,
        help: Text("Hari dalam tahun yang dihitung.", en: "A day of the year that is counted.")),
    ]
    public static let tables = [
      Rows<Input>("absences", Text("Hari tidak masuk", en: "Days absent"), \.absences)
    ]
  }

  public struct Output: Described {
    public var days: Int?
    public var inARow: Int?
    /// Nil when no formal punishment follows.
    public var punishment: DisciplineKind?
    public var level: DisciplineLevel?
    /// How many more days lead to the next band.
    public var toNextBand: Int?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("days", Text("Hari kerja tidak masuk", en: "Working days absent"), \.days),
      Field("inARow", Text("Berturut-turut", en: "In a row"), \.inARow),
      Field("punishment", Text("Hukuman disiplin", en: "Punishment"), \.punishment),
      Field("level", Text("Tingkat", en: "Level"), \.level),
      Field("toNextBand", Text("Hari lagi ke tingkat berikut", en: "More days to the next band"), \.toNextBand),
    ]
  }

  public static let name = "absence"
  public static let title = Text("Ketidakhadiran tanpa alasan sah", en: "Absence without leave")
  public static let purpose = Text(
    "Hukuman disiplin yang mengikuti ketidakhadiran tanpa alasan sah.",
    en: "Which punishment absence without leave leads to.")
  public static let basis = Text("PP 94/2021, Peraturan BKN 6/2022", en: "PP 94/2021 and Peraturan BKN 6/2022")
  public static let subject = RuleSubject.discipline
  public static let parameters =
    [AnyParameter(AbsenceBands.inARow), AnyParameter(FixedHolidays.week), AnyParameter(FixedHolidays.dates)]
    + AbsenceBands.days.parameters

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day else { return Judgement(Output()) }
    let listed = count(input, in: day.year, by: law.calendar(in: input.region))
    let days = input.days ?? listed.days
    let inARow = input.inARow ?? listed.inARow
    var output = Output()
    (output.days, output.inARow) = (days, inARow)
    var reached: InForce<Int>?
    for kind in AbsenceBands.days.codes {
      let band = try law.require(AbsenceBands.days, kind, on: day)
      if days >= band.value {
        (output.punishment, reached) = (kind, band)
      } else {
        output.toNextBand = min(output.toNextBand ?? .max, band.value - days)
      }
    }
    var findings = [bandFinding(days, output, reached)]
    let row = try law.require(AbsenceBands.inARow, on: day)
    if inARow >= row.value { (output.punishment, output.toNextBand) = (.dismissal, nil) }
    findings.append(
      Finding(
        "absence.inARow", Text("Tidak berturut-turut terlalu lama", en: "Not too many in a row"),
        .init(inARow < row.value), found: .count(days: inARow),
        needed: Text("kurang dari \(row.value) hari", en: "less than \(row.value) days"), by: row))
    output.level = output.punishment?.level
    if input.days == nil, let first = Day(year: day.year, month: 1, day: 1), !input.absences.isEmpty {
      findings += [law.calendar(in: input.region).finding(from: first, through: first)?.asAdvice].compactMap(\.self)
    }
    return Judgement(output, findings)
  }

  private static func bandFinding(_ days: Int, _ output: Output, _ reached: InForce<Int>?) -> Finding {
    let condition = Text("Tidak masuk tanpa alasan setahun", en: "Absent without leave in the year")
    guard let reached, let punishment = output.punishment else {
      return Finding("absence.days", condition, .met, found: .count(days: days), basis: basis, certainty: .verified)
    }
    return Finding(
      "absence.days", condition, .notMet, found: .count(days: days),
      needed: Text(
        "\(punishment.title.indonesian) mulai \(reached.value) hari",
        en: "\(punishment.title.english) from \(reached.value) days"), by: reached)
  }

  /// The working days of the year among the dates listed, and the longest run of them without a working day between.
  private static func count(_ input: Input, in year: Int, by calendar: WorkingCalendar) -> (days: Int, inARow: Int) {
    let dates = Set(input.absences.compactMap(\.date).filter { $0.year == year && calendar.isWorkingDay($0) }).sorted()
    var longest = 0
    var run = 0
    var last: Day?
    for date in dates {
      run = last.map { calendar.adding(workingDays: 1, to: $0) == date } ?? false ? run + 1 : 1
      longest = max(longest, run)
      last = date
    }
    return (dates.count, longest)
  }
}
