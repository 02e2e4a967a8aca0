import JenjangDomain

extension ImportPlan {
  /// Finds the order in which the rows can be saved, and which rows have to wait for others.
  ///
  /// A record comes after those of the same file to which it refers. One that refers to a refused row, or in the end to
  /// itself, is refused as well.
  mutating func settle() {
    order = []
    var states = rows.map { row -> VisitState in
      switch row.judged {
      case .create, .update: VisitState.unseen
      case .unchanged, .passedOver: .done
      case .refused, .unread: .refused
      }
    }
    for row in rows.indices { rows[row].obstacle = nil }
    for row in rows.indices where states[row] == .unseen { visit(row, &states) }
  }

  private enum VisitState {
    case unseen
    case open
    case done
    case refused
  }

  private mutating func visit(_ start: Int, _ states: inout [VisitState]) {
    var stack = [(row: start, next: 0)]
    states[start] = .open
    while let (row, next) = stack.last {
      guard next < rows[row].needs.count, rows[row].obstacle == nil else {
        stack.removeLast()
        states[row] = rows[row].obstacle == nil ? .done : .refused
        if rows[row].obstacle == nil { order.append(row) }
        continue
      }
      let need = rows[row].needs[next]
      let other = keys.rowOfNew[need.record]
      switch other.map({ states[$0] }) {
      case .unseen?:
        states[other ?? row] = .open
        stack.append((other ?? row, 0))
      case .done?: stack[stack.count - 1].next += 1
      case .open?: refuse(row, need.column, .circle)
      case .refused?: refuse(row, need.column, .waits(line: rows[other ?? row].line))
      case nil: refuse(row, need.column, .gone)
      }
    }
  }

  private mutating func refuse(_ row: Int, _ column: Int, _ reason: Text) {
    rows[row].obstacle = ImportProblem(
      column: column, field: mapping.targets[column], value: rows[row].cells[column], reason: reason)
  }

  /// The transactions that save the rows without errors, in slices under one batch.
  ///
  /// `batch` is that of an import which was stopped and goes on; nil begins a new one.
  public func commits(why: String = "", batch: RecordID? = nil) -> ImportCommits {
    ImportCommits(rows: rowsToSave, batch: batch ?? environment.newID(), why: why)
  }
}

/// The transactions of an import one after the other, so that each can be saved before the next is made.
///
/// A record and its first history rows are always in one transaction.
public struct ImportCommits: Sequence, IteratorProtocol {
  static let maximumOperations = 500
  static let maximumBytes = 900 * 1_024

  /// How many transactions there are in all.
  public var count: Int { slices.count }
  /// How many have been given.
  public private(set) var done = 0
  public let batch: RecordID
  private let rows: [ImportRow]
  private let why: String
  private var slices: [Range<Int>] = []

  init(rows: [ImportRow], batch: RecordID, why: String) {
    self.rows = rows.filter { !$0.operations.isEmpty }
    self.batch = batch
    self.why = why
    var start = 0
    var (operations, bytes) = (0, 0)
    for (index, row) in self.rows.enumerated() {
      let isFull =
        operations + row.operations.count > Self.maximumOperations || bytes + row.size > Self.maximumBytes
      if isFull, index > start {
        slices.append(start..<index)
        (start, operations, bytes) = (index, 0, 0)
      }
      operations += row.operations.count
      bytes += row.size
    }
    if start < self.rows.count { slices.append(start..<self.rows.count) }
  }

  public mutating func next() -> Transaction? {
    guard done < slices.count else { return nil }
    let slice = slices[done]
    done += 1
    return Transaction(
      rows[slice].flatMap(\.operations), why: why,
      batch: Transaction.Batch(id: batch, index: done, count: slices.count))
  }
}

extension Text {
  fileprivate static let circle = Text("Rujukan ini melingkar", en: "These references go in a circle")
  fileprivate static let gone = Text("Baris yang dirujuk tidak ada lagi", en: "The row referred to is gone")
  fileprivate static func waits(line: Int) -> Text {
    Text("Baris \(line) yang dirujuk belum benar", en: "Line \(line), to which this refers, is not right yet")
  }
}
