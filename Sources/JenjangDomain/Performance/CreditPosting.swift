/// What an evaluation earns in credit points, and what becomes of the decrees on record.
///
/// Source: domain reference 3.7. A year's conversion takes the place of the periodic ones of the same months; periodic
/// ones after it earn nothing more. Each part of a year divided by a new level is a decree of its own.
public struct CreditPosting {
  public let evaluation: Evaluation
  /// The new decrees, and those on record with new points, as they are to stand.
  public private(set) var decrees: [CreditDecree] = []
  /// Decrees on record that no longer count.
  public private(set) var replaced: [CreditDecree] = []
  /// Why nothing is earned; nil when something is.
  public private(set) var refusal: Text?
  public private(set) var findings: [Finding] = []

  /// `newID` makes the identities of new decrees.
  public init(of evaluation: Evaluation, on day: Day, in book: Book, newID: () -> RecordID) {
    self.evaluation = evaluation
    guard let employee = evaluation.employee, let predicate = evaluation.predicate,
      evaluation.state?.isReleased ?? false
    else {
      refusal = .notReleased
      return
    }
    guard let months = evaluation.months(in: book) else {
      refusal = .noMonths
      return
    }
    let known = book.creditDecrees.owned(by: employee.raw).filter { $0.origin == nil }
    let own = known.filter { $0.evaluation == evaluation.id }
    let isCovered = known.contains { $0.evaluation != evaluation.id && $0.isReplaced != true && $0.covers(months) }
    if own.isEmpty, isCovered {
      refusal = .alreadyCovered
      return
    }
    var input = CreditYear.Input()
    input.year = months.year
    (input.firstMonth, input.lastMonth) = (months.first, months.last)
    input.predicate = predicate
    input.levels = CreditYear.levels(of: employee, in: book)
    let parts = CreditYear.parts(of: input)
    guard !parts.isEmpty else {
      refusal = .notFunctional
      return
    }
    convert(parts, own: own, on: day, in: book, newID: newID)
    guard refusal == nil else { return }
    let shorter = known.filter { $0.evaluation != evaluation.id && $0.lies(in: months) }
    replaced = (shorter + own.dropFirst(parts.count)).filter { $0.isReplaced != true }
    if decrees.isEmpty, replaced.isEmpty { refusal = .alreadyCounted }
  }

  private mutating func convert(
    _ parts: [CreditEntry], own: [CreditDecree], on day: Day, in book: Book, newID: () -> RecordID
  ) {
    let law = book.law
    do throws(NoParameter) {
      for (place, part) in parts.enumerated() {
        let before = place < own.count ? own[place] : nil
        var decree = before ?? CreditDecree(id: ID(newID()))
        try decree.take(part, of: evaluation, in: book)
        if before == nil { decree.date = day }
        if decree.object != before?.object { decrees.append(decree) }
      }
      var conversion = CreditConversion.Input()
      conversion.entries = parts
      findings = try CreditConversion.judge(conversion, by: law).findings
    } catch {
      findings = [error.finding]
      refusal = error.finding.condition
    }
  }

  /// The points that the new and changed decrees give.
  public var points: Decimal { decrees.compactMap(\.points).map { Fraction($0) }.reduce(.zero, +).rounded(3) }

  /// What is saved: the decrees, and the mark on those that were replaced.
  public func operations(in book: Book) -> [Operation] {
    let marked = replaced.map { decree in
      var decree = decree
      decree.isReplaced = true
      return decree
    }
    return (decrees + marked).compactMap { book.saving($0) }
  }
}

/// Months of one year.
struct MonthSpan: Hashable {
  let year: Int
  let first: Int
  let last: Int
}

extension Evaluation {
  /// The months whose first day lies in the part of the period that was evaluated; nil when there are none.
  func months(in book: Book) -> MonthSpan? {
    let period = period.flatMap { book.evaluationPeriods[$0] }
    let plan = plan.flatMap { book.performancePlans[$0] }
    guard let start = [period?.start, plan?.start].compactMap(\.self).max(), let end = end ?? period?.end else {
      return nil
    }
    let first = start.dayOfMonth == 1 ? start : start.firstOfMonth.adding(months: 1)
    guard first <= end, first.year == end.year else { return nil }
    return MonthSpan(year: first.year, first: first.month, last: end.month)
  }
}

extension CreditDecree {
  private var span: MonthSpan? {
    guard let start, let end, start.year == end.year else { return nil }
    return MonthSpan(year: start.year, first: start.month, last: end.month)
  }

  func covers(_ months: MonthSpan) -> Bool {
    guard let span, span.year == months.year else { return false }
    return span.first <= months.first && months.last <= span.last
  }

  /// All its months are among these.
  func lies(in months: MonthSpan) -> Bool {
    guard let span, span.year == months.year else { return false }
    return months.first <= span.first && span.last <= months.last
  }

  /// Becomes the conversion of a part of an evaluation's months.
  fileprivate mutating func take(_ part: CreditEntry, of evaluation: Evaluation, in book: Book) throws(NoParameter) {
    guard let year = part.year, let first = part.firstMonth, let last = part.lastMonth, let level = part.positionKind,
      let start = Day(year: year, month: first, day: 1), let lastStart = Day(year: year, month: last, day: 1)
    else { return }
    employee = evaluation.employee
    self.evaluation = evaluation.id
    (self.start, end) = (start, lastStart.adding(months: 1).adding(days: -1))
    positionKind = level
    predicate = evaluation.predicate
    months = last - first + 1
    points = try part.earned(by: book.law)?.rounded(3)
    policy = [
      try book.law.require(CreditPoints.coefficient, level, on: start).use.text,
      try book.law.require(CreditPoints.percent, on: start).use.text,
    ].joined(separator: ", ")
    let ranks = employee.map { book.rankHistories.owned(by: $0.raw) } ?? []
    grade = ranks.last { $0.effectiveDate.map { $0 <= start } ?? false }?.grade
  }
}

extension Text {
  fileprivate static let notReleased = Text("Hasilnya belum disampaikan", en: "The result is not released yet")
  fileprivate static let noMonths = Text("Tidak ada bulan penuh", en: "No whole month")
  fileprivate static let notFunctional = Text(
    "Tidak memangku jabatan fungsional pada bulan itu", en: "No functional post in those months")
  fileprivate static let alreadyCovered = Text("Sudah dihitung setahun", en: "Counted with the year already")
  fileprivate static let alreadyCounted = Text("Sudah dihitung", en: "Counted already")
}
