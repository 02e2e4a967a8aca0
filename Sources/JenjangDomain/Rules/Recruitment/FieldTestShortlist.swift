/// Who goes on from the basic test to the field test.
///
/// Source: domain reference 7.1. Up to three times the vacancies; equal on every key at the cut, all of them go on.
public enum FieldTestShortlist: Rule {
  public struct Candidate: Described {
    public var name: String?
    public var twk: Int?
    public var tiu: Int?
    public var tkp: Int?
    public var isPassed: Bool?

    public init() {}

    public static let fields: [Field<Candidate>] = [
      Field("name", .candidate, \.name, required: true),
      .points("twk", .nationalInsight, \.twk), .points("tiu", .generalIntelligence, \.tiu),
      .points("tkp", .personalTraits, \.tkp),
      Field(
        "isPassed", Text("Lulus ambang batas", en: "Passed"), \.isPassed,
        help: Text("Kosong berarti lulus.", en: "Empty means passed.")),
    ]
  }

  public typealias Input = Contest<Candidate>

  public struct Placed: Described {
    public var name: String?
    public var total: Int?
    public var rank: Int?
    public var goesOn: Bool?

    public init() {}

    public static let fields: [Field<Placed>] = [
      Field("name", .candidate, \.name), Field("total", Text("Jumlah SKD", en: "Sum"), \.total),
      Field("rank", .rank, \.rank), Field("goesOn", Text("Mengikuti SKB", en: "Goes on"), \.goesOn),
    ]
  }

  public struct Output: Described {
    public var goingOn: Int?
    /// Passing candidates, best first.
    public var placed: [Placed] = []

    public init() {}

    public static let fields: [Field<Output>] = [
      Field("goingOn", Text("Peserta SKB", en: "Candidates for the field test"), \.goingOn)
    ]
    public static var tables: [Rows<Output>] { [Rows("placed", .rank, \.placed)] }
  }

  public static let name = "field-test-shortlist"
  public static let title = Text("Peserta SKB", en: "Candidates for the field test (SKB)")
  public static let purpose = Text(
    "Siapa yang lanjut dari SKD ke SKB, dengan nilai sama di batas.",
    en: "Who goes on from the basic to the field test, with ties at the cut.")
  public static let basis = Text("Ketentuan pengadaan CPNS", en: "Rules of the CPNS intake")
  public static let subject = RuleSubject.recruitment
  public static let parameters = [AnyParameter(RecruitmentScores.shortlist)]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let vacancies = input.vacancies, let day = input.day else { return Judgement(Output()) }
    let factor = try law.require(RecruitmentScores.shortlist, on: day)
    let keys = input.candidates.map { candidate -> [Fraction]? in
      guard candidate.isPassed ?? true else { return nil }
      return [candidate.total, candidate.tkp ?? 0, candidate.tiu ?? 0, candidate.twk ?? 0].map { Fraction($0) }
    }
    let ranking = Ranking(keys, seats: vacancies * factor.value)
    var output = Output()
    output.placed = ranking.order.map { place in
      var placed = Placed()
      placed.name = input.candidates[place].name
      placed.total = input.candidates[place].total
      placed.rank = ranking.ranks[place]
      placed.goesOn = ranking.outcomes[place] != .reserve
      return placed
    }
    let going = output.placed.count { $0.goesOn == true }
    output.goingOn = going
    var findings = [
      Finding(
        "skb.shortlist", title, .met, found: .count(people: going),
        needed: .atMost(.count(people: vacancies * factor.value)), by: factor)
    ]
    if !ranking.shared.isEmpty {
      findings.append(
        Finding(
          "skb.shortlist.tie",
          Text("Nilai sama di batas: semua ikut", en: "Equal on every key at the cut: all of them go on"), .met,
          found: .verbatim(ranking.shared.compactMap { input.candidates[$0].name }.joined(separator: ", ")), by: factor)
      )
    }
    return Judgement(output, findings)
  }
}

extension FieldTestShortlist.Candidate {
  fileprivate var total: Int { (twk ?? 0) + (tiu ?? 0) + (tkp ?? 0) }
}

extension Text {
  static let candidate = Text("Peserta", en: "Candidate")
  static let candidates = Text("Para peserta", en: "Candidates")
  static let vacancies = Text("Jumlah formasi", en: "Vacancies")
  static let rank = Text("Peringkat", en: "Rank")
  static let outcome = Text("Hasil", en: "Outcome")
}
