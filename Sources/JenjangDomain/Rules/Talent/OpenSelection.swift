/// The order of the candidates of an open selection.
///
/// Source: domain reference 6.6. Ties: interview, assessment, track record, then the committee.
public enum OpenSelection: Rule {
  public struct Candidate: Described {
    public var name: String?
    public var trackRecord: Decimal?
    public var assessment: Decimal?
    public var paper: Decimal?
    public var interview: Decimal?

    public init() {}

    public static let fields: [Field<Candidate>] = [
      Field("name", .candidate, \.name, required: true),
      Field("trackRecord", SelectionPart.trackRecord.title, \.trackRecord, required: true),
      Field("assessment", SelectionPart.assessment.title, \.assessment, required: true),
      Field("paper", SelectionPart.paper.title, \.paper, required: true),
      Field("interview", SelectionPart.interview.title, \.interview, required: true),
    ]
  }

  public struct Input: Described {
    public var applicants: Int?
    public var day: Day?
    public var candidates: [Candidate] = []

    public init() {}

    public static let fields: [Field<Input>] = [
      Field(
        "applicants", Text("Jumlah pelamar", en: "Applicants"), \.applicants,
        help: Text("Kosong berarti sebanyak yang dinilai.", en: "Empty means as many as were marked.")),
      Field("day", .lawDay, \.day, required: true),
    ]
    public static var tables: [Rows<Input>] {
      [Rows("candidates", .candidates, \.candidates, required: true)]
    }
  }

  public typealias Output = RankedCandidates

  public static let name = "open-selection"
  public static let title = Text("Seleksi terbuka JPT", en: "Open selection of executives")
  public static let purpose = Text(
    "Urutan calon seleksi terbuka dan siapa yang diusulkan.",
    en: "The order of the candidates of an open selection and who is put forward.")
  public static let basis = Text("PP 11/2017, ketentuan panitia seleksi", en: "PP 11/2017, rules of the committee")
  public static let subject = RuleSubject.talent
  public static let parameters = [
    AnyParameter(OpenSelections.weights), AnyParameter(OpenSelections.minimumApplicants),
    AnyParameter(OpenSelections.nominees),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    guard let day = input.day else { return Judgement(Output()) }
    let weights = try law.require(OpenSelections.weights, on: day)
    let fewest = try law.require(OpenSelections.minimumApplicants, on: day)
    let nominees = try law.require(OpenSelections.nominees, on: day)
    let finals = input.candidates.map { weights.value.mean($0.marks).rounded(3) }
    let keys = zip(input.candidates, finals).map { candidate, final -> [Fraction]? in
      [final, candidate.interview ?? 0, candidate.assessment ?? 0, candidate.trackRecord ?? 0].map { Fraction($0) }
    }
    let ranking = Ranking(keys, seats: nominees.value)
    let applicants = input.applicants ?? input.candidates.count
    var output = Output()
    output.placed = ranking.placed(input.candidates.map(\.name), finals)
    return Judgement(
      output,
      [
        Finding(
          "selection.applicants", OpenSelections.minimumApplicants.title, isMet: applicants >= fewest.value,
          found: .verbatim(String(applicants)), needed: .atLeast(.verbatim(String(fewest.value))), by: fewest),
        Finding(
          "selection.weights", OpenSelections.weights.title, .met,
          found: Text.list(SelectionPart.allCases.map { weights.value[$0]?.words ?? .verbatim("0") }), by: weights),
        ranking.finding("selection.tie", names: { input.candidates[$0].name }, basis: .committee, certainty: .decided),
      ])
  }
}

extension OpenSelection.Candidate {
  fileprivate var marks: [SelectionPart: Decimal] {
    [.trackRecord: trackRecord, .assessment: assessment, .paper: paper, .interview: interview].compactMapValues { $0 }
  }
}

extension Text {
  fileprivate static let committee = Text("Diputuskan panitia seleksi", en: "Decided by the committee")
}
