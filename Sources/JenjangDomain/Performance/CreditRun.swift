/// The conversion of a whole period: who earns what, before anything is saved.
///
/// It works in slices, so that an agency of any size can be stopped and shows how far it is.
public struct CreditRun {
  public struct Line: Sendable {
    public let evaluation: ID<Evaluation>
    public let employee: ID<Employee>
    public let points: Decimal
    public let decrees: [CreditDecree]
    public let replaced: Int
  }

  public let title: Text
  private let rows: [Row]
  private var next = 0
  /// Who earns points, in the order of the records.
  public private(set) var lines: [Line] = []
  /// Why others earn none, and how many.
  public private(set) var passed: [Text: Int] = [:]
  /// Left out because nobody decides about oneself.
  public private(set) var own = 0

  /// The evaluations of one number of period in a cycle: 0 for the year.
  public init(_ cycle: EvaluationCycle, period number: Int, in book: Book) {
    let table = book.evaluationPeriods.table
    let ids = table.rows(ownedBy: cycle.id.raw).filter { book.evaluationPeriods[$0]?.number == number }
    let periods = Set(ids)
    let name = ids.first.flatMap { book.evaluationPeriods[$0]?.name } ?? ""
    title = .verbatim([cycle.name, name].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: ", "))
    let evaluations = book.evaluations.table
    let cells = ReferenceCells(evaluations, "period")
    rows = (0..<evaluations.rowCount).filter { row in
      evaluations.isLive(row) && evaluations.isSeen(row) && cells[row].map(periods.contains) ?? false
    }
  }

  public var progress: (done: Int, total: Int) { (next, max(1, rows.count)) }
  public var isComplete: Bool { next >= rows.count }

  /// Judges so many more.
  public mutating func advance(_ count: Int, in book: Book, newID: () -> RecordID) {
    for row in rows[next..<min(rows.count, next + count)] {
      next += 1
      guard let evaluation = book.evaluations[row], let employee = evaluation.employee else { continue }
      if let person = book.access?.actor.person, person == employee.raw {
        own += 1
        continue
      }
      let posting = CreditPosting(of: evaluation, on: book.day, in: book, newID: newID)
      if let refusal = posting.refusal {
        passed[refusal, default: 0] += 1
      } else {
        lines.append(
          Line(
            evaluation: evaluation.id, employee: employee, points: posting.points, decrees: posting.decrees,
            replaced: posting.replaced.count))
      }
    }
  }

  /// The operations of some lines, made anew from what stands in the book; those that need nothing any more have none.
  public static func operations(_ lines: some Sequence<Line>, in book: Book, newID: () -> RecordID) -> [Operation] {
    lines.flatMap { line -> [Operation] in
      guard let evaluation = book.evaluations[line.evaluation] else { return [] }
      return CreditPosting(of: evaluation, on: book.day, in: book, newID: newID).operations(in: book)
    }
  }
}
