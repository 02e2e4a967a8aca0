/// Who retires soon with a strength that nobody else has, and whether somebody learns it from them.
///
/// Source: peers reference, idea 12.
public struct KnowledgeAtRisk {
  public struct Case: Sendable, Hashable {
    public let person: Row
    public let retires: Day
    /// Competencies at a level that nobody else who stays has, the highest first.
    public let strengths: [Strength]
    public let mentees: Int

    public var isAtRisk: Bool { mentees == 0 }
  }

  public struct Strength: Sendable, Hashable {
    public let code: String
    public let level: Int
  }

  /// The soonest first.
  public private(set) var cases: [Case] = []
  public private(set) var place = 0
  public var total: Int { rows.count }
  public var isDone: Bool { place >= rows.count }

  private let book: Book
  private let day: Day
  /// Retirements until then count.
  private let horizon: Day?
  private let rows: [Row]
  private let levels: CompetencyLevels
  private var leaving: [(person: Row, retires: Day, levels: [String: Int])] = []
  /// The highest level among those who stay, by competency.
  private var staying: [String: Int] = [:]

  /// The lowest level that counts as a strength.
  public static let strong = 4

  public init(_ book: Book, on day: Day) {
    self.book = book
    self.day = day
    horizon = book.law.find(MentoringMatch.handover, on: day).map { day.adding(months: $0.value) }
    levels = CompetencyLevels(book, on: day)
    let staff = StaffOnDay(book, on: day)
    rows = staff.serves.indices.filter { staff.serves[$0] }.map { Row($0) }
  }

  /// Looks at some more people.
  public mutating func advance(by count: Int) {
    for _ in 0..<count where !isDone {
      look(at: rows[place])
      place += 1
    }
    if isDone, cases.isEmpty { judge() }
  }

  public mutating func finish() { advance(by: total - place) }

  private mutating func look(at person: Row) {
    guard levels.mayHold(KnowledgeAtRisk.strong, by: person) else { return }
    let held = levels.held(by: person).filter { $0.value.level >= KnowledgeAtRisk.strong }.mapValues(\.level)
    guard !held.isEmpty else { return }
    let id = ID<Employee>(book.employees.table.id(of: person))
    if let retires = book.state(of: id, on: day)?.retirement(by: book.law), let horizon, retires <= horizon {
      leaving.append((person, retires, held))
    } else {
      staying.merge(held, uniquingKeysWith: max)
    }
  }

  private mutating func judge() {
    var mentees: [RecordID: Int] = [:]
    for pair in book.mentoringPairs.all where pair.state?.isRunning ?? false {
      if let mentor = pair.mentor { mentees[mentor.raw, default: 0] += 1 }
    }
    cases = leaving.compactMap { person, retires, held in
      let strengths = held.filter { staying[$0.key] ?? 0 < $0.value }.map { Strength(code: $0.key, level: $0.value) }
        .sorted { (-$0.level, $0.code) < (-$1.level, $1.code) }
      guard !strengths.isEmpty else { return nil }
      return Case(
        person: person, retires: retires, strengths: strengths,
        mentees: mentees[book.employees.table.id(of: person)] ?? 0)
    }.sorted { ($0.retires, $0.person) < ($1.retires, $1.person) }
  }
}
