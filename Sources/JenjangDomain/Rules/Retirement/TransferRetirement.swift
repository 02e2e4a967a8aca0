/// Whether a move to another post would retire somebody at once, because its retirement age is already passed.
///
/// Source: domain reference 2.1; to be asked before any transfer.
public enum TransferRetirement: Rule {
  public typealias Input = RetirementRule.Input
  public typealias Output = RetirementRule.Output

  public static let name = "transfer-retirement"
  public static let title = Text("Pensiun karena pindah jabatan", en: "Retirement by transfer")
  public static let purpose = Text(
    "Apakah pindah ke jabatan itu membuat seseorang langsung pensiun.",
    en: "Whether a move to the post would retire somebody at once.")
  public static let basis = RetirementRule.basis
  public static let subject = RuleSubject.talent
  public static let parameters = [
    AnyParameter(RetirementAges.byKind), AnyParameter(RetirementAges.professors),
    AnyParameter(RetirementAges.lecturers), AnyParameter(RetirementAges.teachers),
    AnyParameter(RetirementAges.principalResearchers), AnyParameter(RetirementAges.intermediateResearchers),
    AnyParameter(RetirementAges.otherResearchers), AnyParameter(PreRetirement.months),
  ]

  public static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output> {
    let retirement = try RetirementRule.judge(input, by: law)
    guard let day = input.day, let retires = retirement.output.retirement else { return retirement }
    let finding = Finding(
      "retirement.notPassed", Text("Batas usia jabatan baru belum lewat", en: "Age of the new post not yet passed"),
      .init(day < retires), found: .day(retires), needed: Text("sesudah \(day.display)", en: "after \(day.display)"),
      basis: basis, certainty: .decided)
    return Judgement(retirement.output, retirement.findings + [finding])
  }

  public static func input(for person: PersonFacts) -> Input? { RetirementRule.input(for: person) }
}
