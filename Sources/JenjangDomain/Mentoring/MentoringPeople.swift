/// What a match needs to know of people, read once: levels, gaps, goals, words, units, years, load.
struct MentoringPeople {
  /// Somebody who may be a mentor, a mentee or both.
  struct Person {
    let row: Row
    let unit: ID<Unit>?
    let kind: PositionKind?
    let hired: Day?
    /// Levels that count, by the code of the competency.
    let levels: [String: Int]
    /// The levels that the post asks for and that are missing: the target by code.
    var gaps: [String: Int]
    let goalKind: PositionKind?
    let goalPost: ID<Post>?
    let post: ID<Post>?
    /// The words of interests and of what is offered or wished, folded.
    let words: Set<[UInt8]>
    let languages: Set<[UInt8]>
    let assessor: Row?
    /// The superior of the assessor, who decides objections.
    let hearer: Row?
  }

  let day: Day
  let law: Law
  private let book: Book
  var employees: Table { book.employees.table }
  private let staff: StaffOnDay
  private let assessors: Assessors
  private let standards: StandardsOnDay
  private let competencies: CompetencyLevels
  private let hired: RowDays
  private let offers: [Row: MentorProfile]
  private let wishes: [Row: MenteeWish]

  init(_ book: Book, on day: Day) {
    self.book = book
    self.day = day
    law = book.law
    assessors = Assessors(book, on: day)
    staff = assessors.staff
    standards = StandardsOnDay(book, on: day, by: law)
    competencies = CompetencyLevels(book, on: day, by: law)
    hired = RowDays(book.employees.table, "hireDate")
    let row = { (id: ID<Employee>?) in id.flatMap { book.employees.table.row(of: $0.raw) } }
    offers = Dictionary(
      book.mentorProfiles.all.filter { $0.isOpen(on: day) }.compactMap { offer in
        row(offer.employee).map { ($0, offer) }
      },
      uniquingKeysWith: { $1 })
    wishes = Dictionary(
      book.menteeWishes.all.filter { $0.isOpen(on: day) }.compactMap { wish in row(wish.employee).map { ($0, wish) } },
      uniquingKeysWith: { $1 })
  }

  func offer(of row: Row) -> MentorProfile? { offers[row] }
  func wish(of row: Row) -> MenteeWish? { wishes[row] }
  /// Who offers and who wishes, in the order of their rows.
  var mentors: [Row] { offers.keys.sorted() }
  var mentees: [Row] { wishes.keys.sorted() }
  /// The most mentees of somebody who names no number.
  var capacity: Int { law.find(TrainingEvents.mentees, on: day)?.value ?? 0 }

  /// The unit of somebody's position; nil without one.
  func unit(of row: Row) -> ID<Unit>? {
    staff.position(of: row).flatMap { staff.columns.unit[$0] }.map { ID(book.units.table.id(of: $0)) }
  }

  /// The levels of somebody that count, those that the post asks for, and the post itself.
  private func levels(of row: Row) -> (held: [String: Int], required: [String: Int], post: ID<Post>?) {
    let position = staff.position(of: row)
    let post = position.flatMap { staff.columns.post[$0] }.map { ID<Post>(book.posts.table.id(of: $0)) }
    let kind = position.flatMap { staff.columns.kind[$0] }
    return (
      competencies.held(by: row).filter { $0.value.isValid(on: day) }.mapValues(\.level),
      standards.requirement(post: post.flatMap { book.posts.stored($0) }, kind: kind).levels, post
    )
  }

  /// The competencies in which somebody stands above what the post asks for, the highest first.
  ///
  /// What the post does not ask for counts from the level on that others can learn from.
  func strengths(of row: Row) -> [KnowledgeAtRisk.Strength] {
    let (held, required, _) = levels(of: row)
    return held.filter { code, level in required[code].map { $0 < level } ?? (level >= KnowledgeAtRisk.strong) }
      .map { KnowledgeAtRisk.Strength(code: $0.key, level: $0.value) }
      .sorted { (-$0.level, $0.code) < (-$1.level, $1.code) }
  }

  func person(_ row: Row) -> Person {
    let kind = staff.position(of: row).flatMap { staff.columns.kind[$0] }
    let (held, required, post) = levels(of: row)
    let choice = assessors.choice(for: row)
    let id = ID<Employee>(book.employees.table.id(of: row))
    let goal = book.goal(of: id)
    let interests = book.interests.owned(by: id.raw).filter { $0.endedOn.map { day < $0 } ?? true }
    return Person(
      row: row, unit: unit(of: row), kind: kind,
      hired: hired[row], levels: held, gaps: required.filter { code, level in held[code].map { $0 < level } ?? false },
      goalKind: goal?.positionKind, goalPost: goal?.post, post: post,
      words: MentoringPeople.words(
        interests.map(\.subject) + [offers[row]?.topics, wishes[row]?.topics, goal?.title]),
      languages: MentoringPeople.words([offers[row]?.languages, wishes[row]?.languages]),
      assessor: choice.assessor.flatMap { book.employees.table.row(of: $0.raw) },
      hearer: choice.superior.flatMap { book.employees.table.row(of: $0.raw) })
  }

  /// Words of four letters and more, folded, so that "Keuangan daerah" meets "keuangan".
  static func words(_ texts: [String?]) -> Set<[UInt8]> {
    var words: Set<[UInt8]> = []
    for text in texts.compactMap(\.self) {
      for word in Folding.plain(text).split(whereSeparator: { !isLetter($0) }) where word.count >= 4 {
        words.insert(Array(word))
      }
    }
    return words
  }

  private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A || byte >= 0x80 }
}

extension MentorProfile {
  /// Whether the offer stands on a day.
  public func isOpen(on day: Day) -> Bool { consentedOn != nil && day.isWithin(consentedOn, until) }
}

extension MenteeWish {
  /// Whether the wish stands on a day.
  public func isOpen(on day: Day) -> Bool { consentedOn != nil && day.isWithin(consentedOn, until) }
}
