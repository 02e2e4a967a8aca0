/// By when a complaint must be forwarded, followed up and settled, and when it closes by itself.
///
/// Source: SP4N-LAPOR!, Perpres 76/2013; domain reference 10.2.
public enum ComplaintDeadlines: Rule {
  public struct Input: Described {
    public var category: ComplaintCategory?
    public var received: Day?
    public var forwarded: Day?
    public var followedUp: Day?
    public var settled: Day?
    public var region: String?
    public var day: Day?

    public init() {}

    public static let fields: [Field<Input>] = [
      Field("category", Text("Kategori", en: "Category"), \.category, required: true),
      Field("received", Text("Diterima", en: "Received on"), \.received, required: true),
      Field("forwarded", Text("Diteruskan", en: "Forwarded on"), \.forwarded),
      Field("followedUp", Text("Tindak lanjut pertama", en: "First follow-up on"), \.followedUp),
      Field("settled", Text("Dijawab tuntas", en: "Answered on"), \.settled),
      Field("region", .region, \.region, help: .addsHolidays),
      Field("day", Text("Keadaan pada", en: "As of"), \.day, required: true),
    ]
  }

  public struct Output: Described {
    public var forwardBy: Day?
    public var followUpBy: Day?
    public var settleBy: Day?
    public var closesOn: Day?

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("forwardBy", Text("Diteruskan paling lambat", en: "Forward by"), \.forwardBy),
      Field("followUpBy", Text("Tindak lanjut paling lambat", en: "Follow up by"), \.followUpBy),
      Field("settleBy", Text("Selesai paling lambat", en: "Settle by"), \.settleBy),
      Field("closesOn", Text("Ditutup bila pelapor diam", en: "Closes when silent"), \.closesOn),
    ]
  }

  public static let name = "complaint-deadlines"
  public static let title = Text("Tenggat pengaduan", en: "Deadlines of a complaint")
  public static let purpose = Text(
    "Kapan pengaduan harus diteruskan, ditindaklanjuti, dan selesai.",
    en: "By when a complaint must be forwarded, followed up and settled.")
  public static let basis = Text("Perpres 76/2013, pedoman SP4N-LAPOR!", en: "Perpres 76/2013, guide of SP4N-LAPOR!")
  public static let subject = RuleSubject.publicService
  public static let parameters = [
    AnyParameter(FixedHolidays.week), AnyParameter(FixedHolidays.dates), AnyParameter(ComplaintDays.days),
    AnyParameter(ComplaintDays.silence), AnyParameter(ComplaintDays.inWorkingDays),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let category = input.category, let received = input.received, let day = input.day else {
      return Judgement(Output())
    }
    let days = try law.require(ComplaintDays.days, on: received)
    let counting = try law.require(ComplaintDays.inWorkingDays, on: received)
    let silence = try law.require(ComplaintDays.silence, on: received)
    let calendar = law.calendar(in: input.region)
    let after = { (step: ComplaintStep, count: Int?, start: Day) -> Day? in
      guard let count else { return nil }
      let isWorked = counting.value.contains(step)
      return isWorked ? calendar.adding(workingDays: count, to: start) : start.adding(days: count)
    }
    var output = Output()
    output.forwardBy = after(.verification, days.value[.verification], received)
    output.followUpBy = (input.forwarded ?? output.forwardBy)
      .flatMap { after(.followUp, days.value[.followUp], $0) }
    output.settleBy = after(category.settlement, days.value[category.settlement], received)
    output.closesOn = input.settled.flatMap { after(.silence, silence.value, $0) }
    let steps: [(ComplaintStep, Day?, Day?)] = [
      (.verification, input.forwarded, output.forwardBy), (.followUp, input.followedUp, output.followUpBy),
      (category.settlement, input.settled, output.settleBy),
    ]
    var findings = steps.map { step, done, deadline in
      Finding(
        "complaint.\(step.rawValue)", step.title, isMet: isInTime(done, by: deadline, on: day),
        found: done.map { .day($0) },
        needed: deadline.map { Text("paling lambat \($0.display)", en: "by \($0.display)") }, by: days)
    }
    let last = [output.forwardBy, output.followUpBy, output.settleBy].compactMap(\.self).max() ?? received
    if let holidays = calendar.finding(from: received, through: last) { findings.append(holidays.asAdvice) }
    return Judgement(output, findings)
  }

  /// Nil while it is not done and there is time left.
  private static func isInTime(_ done: Day?, by deadline: Day?, on day: Day) -> Bool? {
    guard let deadline else { return nil }
    if let done { return done <= deadline }
    return deadline < day ? false : nil
  }
}
