import JSONText

/// What the radar reads of a book: columns in place of records, and the parameters that count on its day.
///
/// It sees everything, whoever looks; what an actor may see is asked when lines are listed.
final class DueFacts {
  let book: Book
  let law: Law
  let day: Day
  /// The last day that is looked at.
  let horizon: Day
  let employees: Table
  let birth: DayCells
  let hired: DayCells
  let permanent: DayCells
  let contractEnd: DayCells
  let status: CodeCells<LegalStatus>
  let statusSince: DayCells
  let kind: CodeCells<EmployeeKind>
  let grade: CodeCells<Grade>
  let gradeSince: DayCells
  let positionKind: CodeCells<PositionKind>
  let positionSince: DayCells
  let positionEnd: DayCells
  let post: ReferenceCells
  let education: CodeCells<EducationLevel>
  let awards: DueAwards
  let trainings: DueTrainings
  let ranks: DueRanks
  let positions: DuePositions
  let disciplines: Table
  let numbers: DueNumbers
  let performance: DuePerformance
  let sessions: SessionHours
  let mentoring: DueMentoring
  private var ages: [AgeKey: Int?] = [:]
  private var families: [Row: String?] = [:]

  private struct AgeKey: Hashable {
    let kind: PositionKind
    let family: String?
  }

  init(_ book: Book, law: Law, ahead months: Int) {
    self.book = book
    self.law = law
    day = book.day
    horizon = book.day.firstOfMonth.adding(months: months + 1).adding(days: -1)
    let table = book.employees.table
    employees = table
    birth = DayCells(table, "birthDate")
    hired = DayCells(table, "hireDate")
    permanent = DayCells(table, "permanentDate")
    contractEnd = DayCells(table, "contractEnd")
    status = CodeCells(table, "legalStatus")
    statusSince = DayCells(table, "legalStatusDate")
    kind = CodeCells(table, "kind")
    grade = CodeCells(table, "grade")
    gradeSince = DayCells(table, "gradeDate")
    positionKind = CodeCells(table, "positionKind")
    positionSince = DayCells(table, "positionDate")
    positionEnd = DayCells(table, "positionEnd")
    post = ReferenceCells(table, "post")
    education = CodeCells(table, "educationLevel")
    awards = DueAwards(book.awards.table)
    trainings = DueTrainings(book.trainings.table)
    ranks = DueRanks(book.rankHistories.table)
    positions = DuePositions(book.positionHistories.table)
    disciplines = book.disciplines.table
    numbers = DueNumbers(law, on: book.day)
    performance = DuePerformance(book, law: law)
    sessions = SessionHours(book, by: law)
    mentoring = DueMentoring(book, law: law)
  }

  /// The retirement age of a post; nil while the kind of position is not known.
  func retirementAge(_ kind: PositionKind, post: Row?) -> Int? {
    let key = AgeKey(kind: kind, family: post.flatMap(family))
    if let known = ages[key] { return known }
    let age = try? RetirementRule.age(kind, family: key.family, on: day, by: law).age
    ages[key] = .some(age)
    return age
  }

  private func family(_ post: Row) -> String? {
    if let known = families[post] { return known }
    let family = book.posts.table.storedValue("jobFamily", at: post)?.text
    families[post] = .some(family)
    return family
  }

  /// The punishments of a person, oldest first.
  func punishments(of person: Row) -> [(row: Row, discipline: Discipline)] {
    disciplines.children.rows(of: person).compactMap { row -> (row: Row, discipline: Discipline)? in
      guard disciplines.hasRow(row), let object = disciplines.storedObject(at: row) else { return nil }
      return (row, Discipline(id: disciplines.id(of: row), object: object))
    }
  }
}

/// The parameters that every person is held against, read once.
struct DueNumbers {
  let yearsInRank: Int?
  let functionalYears: Int?
  let preRetirement: Int?
  let steps: ByCode<Grade, [Int]>?
  let medalYears: [Int]
  let medalRestarts: Bool
  let maximumInPost: Int?
  let learningTarget: Int?
  let learningCaps: ByCode<LearningForm, Int>?
  /// The first day, from this month on, on which a rank promotion can take effect.
  let nextPromotion: Day?

  init(_ law: Law, on day: Day) {
    yearsInRank = law.find(RegularPromotion.yearsInRank, on: day)?.value
    functionalYears = law.find(ChoicePromotion.functionalYears, on: day)?.value
    preRetirement = law.find(PreRetirement.months, on: day)?.value
    steps = law.find(SalarySteps.steps, on: day)?.value
    medalYears = law.find(ServiceMedals.years, on: day)?.value ?? []
    medalRestarts = law.find(ServiceMedals.restartAfterBreak, on: day)?.value ?? false
    maximumInPost = law.find(Transfers.maximum, on: day)?.value
    learningTarget = law.find(LearningHours.target, on: day)?.value
    learningCaps = law.find(LearningHours.caps, on: day)?.value
    nextPromotion = PromotionPeriods.first(onOrAfter: day.firstOfMonth, by: law)
  }
}

/// The columns of awards: which service medal somebody has.
struct DueAwards {
  let table: Table
  let kind: CodeCells<AwardKind>

  init(_ table: Table) {
    self.table = table
    kind = CodeCells(table, "kind")
  }

  /// The place of the highest medal held among the classes; -1 for none.
  func highestMedal(of person: Row) -> Int {
    table.children.rows(of: person).reduce(-1) { highest, row in
      guard table.hasRow(row), let kind = kind[row] else { return highest }
      return max(highest, AwardKind.serviceMedals.firstIndex(of: kind) ?? -1)
    }
  }
}

/// The columns of trainings: certificates that end, and the hours of a year.
struct DueTrainings {
  let table: Table
  let start: DayCells
  let end: DayCells
  let certificateEnd: DayCells
  let certificateDate: DayCells
  let hours: IntegerCells
  let mode: CodeCells<TrainingMode>

  init(_ table: Table) {
    self.table = table
    start = DayCells(table, "startDate")
    end = DayCells(table, "endDate")
    certificateEnd = DayCells(table, "certificateEnd")
    certificateDate = DayCells(table, "certificateDate")
    hours = IntegerCells(table, "lessonHours")
    mode = CodeCells(table, "mode")
  }

  func rows(of person: Row) -> [Row] { table.children.rows(of: person).filter(table.hasRow) }

  /// The verified hours that count in a year, each record up to the cap of its form.
  func hours(_ rows: [Row], in year: ClosedRange<Day>, caps: ByCode<LearningForm, Int>?) -> Int {
    rows.reduce(0) { sum, row in
      guard let last = end[row] ?? start[row], year.contains(last), let hours = hours[row], isVerified(row) else {
        return sum
      }
      return sum + min(hours, LearningForm(of: mode[row]).flatMap { caps?[$0] } ?? hours)
    }
  }

  private func isVerified(_ row: Row) -> Bool {
    certificateDate[row] != nil || table.storedValue("certificateNumber", at: row) != nil
  }

  /// Whether a later certificate of the same training has taken the place of one.
  func isRenewed(_ row: Row, until end: Day, among rows: [Row]) -> Bool {
    let name = table.storedValue("name", at: row)
    return rows.contains { other in
      guard other != row, table.storedValue("name", at: other) == name else { return false }
      guard let later = certificateEnd[other] else { return (start[other] ?? end) > end }
      return later > end
    }
  }
}

/// The columns of rank histories: the service in grade.
struct DueRanks {
  let table: Table
  let years: IntegerCells
  let months: IntegerCells

  init(_ table: Table) {
    self.table = table
    years = IntegerCells(table, "serviceYears")
    months = IntegerCells(table, "serviceMonths")
  }

  /// The rank held on a day, with the service in grade in months that it says.
  func service(of person: Row, on day: Day) -> (row: Row, months: Int)? {
    guard let row = table.newest(of: person, asOf: day, except: { _ in false }), let years = years[row] else {
      return nil
    }
    return (row, years * 12 + (months[row] ?? 0))
  }
}

/// The columns of position histories: the echelon that is held.
struct DuePositions {
  let table: Table
  let echelon: CodeCells<Echelon>
  private let isExcepted: (Row) -> Bool

  init(_ table: Table) {
    self.table = table
    echelon = CodeCells(table, "echelon")
    let derived = Employee.derived.first { $0.source == PositionHistory.kind.name }
    isExcepted = table.isExcepted(derived?.exception)
  }

  func echelon(of person: Row, on day: Day) -> Echelon? {
    table.newest(of: person, asOf: day, except: isExcepted).flatMap { echelon[$0] }
  }
}
