/// A rule of the domain: pure, described as data, and able to say why.
///
/// One rule a file in `Rules`, one line in `RuleBook`; from that come the commands, the calculator screen, the manual and the
/// form of its input. It knows no store and no clock: the day of the event is part of its input.
public protocol Rule: Sendable {
  associatedtype Input: Described
  associatedtype Output: Described

  /// Its name in commands, `regular-rank-promotion` for instance; for ever.
  static var name: String { get }
  static var title: Text { get }
  /// What it answers, in one sentence.
  static var purpose: Text { get }
  /// The law on which it rests as a whole; each finding names its own.
  static var basis: Text { get }
  static var subject: RuleSubject { get }
  /// Every parameter that it may ask the law for: what the page of a parameter lists, and what `judge` is held to.
  static var parameters: [AnyParameter] { get }

  /// Judges a case by the law of its day; throws when a parameter that it cannot do without is missing.
  static func judge(_ input: Input, by law: Law) throws(NoParameter) -> Judgement<Output>

  /// What a store says about a person, as far as the rule asks about people; nil when it does not.
  static func input(for person: PersonFacts) -> Input?
}

extension Rule {
  public static var parameters: [AnyParameter] { [] }
  public static func input(for person: PersonFacts) -> Input? { nil }
}

/// What a rule found: the result, and each condition with what was found, needed and on which basis.
public struct Judgement<Output: Sendable>: Sendable {
  public let output: Output
  public let findings: [Finding]

  public init(_ output: Output, _ findings: [Finding] = []) {
    self.output = output
    self.findings = findings
  }

  public var verdict: Finding.Status { findings.verdict }
}

/// What a rule may ask about a person in a store, as of a day.
public struct PersonFacts {
  public let state: EmployeeState
  public let book: Book
  public let law: Law

  public init(_ state: EmployeeState, in book: Book, by law: Law) {
    self.state = state
    self.book = book
    self.law = law
  }

  public var day: Day { state.day }
}

/// The part of the domain a rule belongs to; the calculator groups by it.
public enum RuleSubject: String, Sendable, CaseIterable {
  case identity
  case career
  case performance
  case competency
  case talent
  case recruitment
  case discipline
  case development
  case publicService
  case calendar

  public var title: Text {
    switch self {
    case .identity: Text("Identitas", en: "Identity")
    case .career: Text("Pangkat, gaji, pensiun", en: "Rank, pay, retirement")
    case .performance: Text("Kinerja dan angka kredit", en: "Performance and credit points")
    case .competency: Text("Kompetensi", en: "Competency")
    case .talent: Text("Talenta, mutasi, jabatan", en: "Talent, transfer, posts")
    case .recruitment: Text("Pengadaan", en: "Recruitment")
    case .discipline: Text("Penghargaan dan disiplin", en: "Awards and discipline")
    case .development: Text("Pengembangan", en: "Development")
    case .publicService: Text("Layanan publik", en: "Public service")
    case .calendar: Text("Hari dan tenggat", en: "Days and deadlines")
    }
  }
}
