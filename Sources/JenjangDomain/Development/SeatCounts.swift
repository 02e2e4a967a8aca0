/// How many seats of each event are taken: one pass over the enrolments, whoever looks.
public struct SeatCounts {
  private let events: Table
  private let revision: Int
  private var taken: [Int32]

  public init(_ book: Book) {
    let table = book.enrolments.table
    events = book.learningEvents.table
    revision = table.revision
    taken = [Int32](repeating: 0, count: Int(events.rowCount))
    let (references, states) = (ReferenceCells(table, "event"), CodeCells<EnrolmentState>(table, "state"))
    for row in 0..<table.rowCount where table.isLive(row) {
      guard let event = references[row], Int(event) < taken.count, states[row]?.holdsSeat ?? false else { continue }
      taken[Int(event)] += 1
    }
  }

  /// Whether nothing was changed in the enrolments since they were counted.
  public func isCurrent(in book: Book) -> Bool { revision == book.enrolments.table.revision }

  public subscript(event: ID<LearningEvent>) -> Int {
    guard let row = events.row(of: event.raw), Int(row) < taken.count else { return 0 }
    return Int(taken[Int(row)])
  }
}
