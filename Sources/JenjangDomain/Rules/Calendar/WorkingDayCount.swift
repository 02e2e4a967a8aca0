/// The day that is so many working days after another.
///
/// Source: domain reference 0, rule 4.
public enum WorkingDayCount: Rule {
  public struct Input: Described {
    public var start: Day?
    public var workingDays: Int?
    public var region: String?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("start", Text("Dihitung setelah", en: "Counted after"), \.start, required: true),
      Field(
        "workingDays", Text("Hari kerja", en: "Working days"), \.workingDays, type: .integer(0...2_000),
        required: true),
      Field("region", .region, \.region, help: .addsHolidays),
    ]
  }

  public struct Output: Described {
    public var day: Day?
    public var isWorkingDay: Bool?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("day", Text("Jatuh pada", en: "Falls on"), \.day),
      Field("isWorkingDay", Text("Hari awal adalah hari kerja", en: "The start is a working day"), \.isWorkingDay),
    ]
  }

  public static let name = "working-days"
  public static let title = Text("Hari kerja", en: "Working days")
  public static let purpose = Text(
    "Tanggal sekian hari kerja setelah suatu tanggal.", en: "The day that is so many working days after another.")
  public static let basis = Text(
    "Ketentuan program: Senin sampai Jumat", en: "Decided by this program: Monday to Friday")
  public static let subject = RuleSubject.calendar
  public static let parameters = [AnyParameter(FixedHolidays.week), AnyParameter(FixedHolidays.dates)]

  public static func judge(_ input: Input, by law: Law) -> Judgement<Output> {
    guard let start = input.start, let count = input.workingDays else { return Judgement(Output()) }
    let calendar = law.calendar(in: input.region)
    let day = calendar.adding(workingDays: count, to: start)
    var output = Output()
    output.day = day
    output.isWorkingDay = calendar.isWorkingDay(start)
    return Judgement(output, [calendar.finding(from: start, through: day)].compactMap(\.self))
  }
}
