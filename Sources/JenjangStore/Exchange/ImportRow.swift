import JSONText
import JenjangDomain

/// One row of an import: what stands in the file, and what would come of it.
public struct ImportRow: Sendable {
  public enum Outcome: Sendable, Hashable {
    /// Not judged yet.
    case unread
    case create
    /// The fields that would change.
    case update([String: Change])
    case unchanged
    /// Is left out until its errors are put right.
    case refused
    /// Is no record at all: headings again, numbers of columns, totals, signatures.
    case passedOver
  }

  /// The line of the file on which the row begins, from 1.
  public let line: Int
  public internal(set) var cells: [String]
  public var outcome: Outcome { obstacle == nil ? judged : .refused }
  public var problems: [ImportProblem] { obstacle.map { findings + [$0] } ?? findings }
  /// The record that is made or changed; nil when the row does not say which.
  public internal(set) var record: RecordID?

  /// What the row alone comes to.
  var judged = Outcome.unread
  var findings: [ImportProblem] = []
  /// Why the row has to wait for another one of the file; nil when it has not.
  var obstacle: ImportProblem?
  /// What is to be saved: the record first, then its first history rows.
  var operations: [Operation] = []
  /// About how many bytes the operations take in the journal.
  var size = 0
  /// Records of the same file to which this one refers, and the column that does.
  var needs: [(record: RecordID, column: Int)] = []
  /// Records that are made because this row names them, and the column that does.
  var named: [(record: RecordID, column: Int)] = []
  /// What no cell says and was filled in.
  var completed: [ImportCompletion] = []
  /// Kinds of histories that begin on the day of the import, for no column says when.
  var begunToday: [String] = []
  let hasOpenQuote: Bool

  init(_ row: CSVRow, columns: Int) {
    line = row.line
    hasOpenQuote = row.hasOpenQuote
    cells = row.cells
    if cells.count < columns { cells += Array(repeating: "", count: columns - cells.count) }
  }

  public var hasErrors: Bool { problems.contains { $0.severity == .error } }
}

extension ImportRow {
  mutating func reset() {
    record = nil
    forgetJudgement()
  }

  mutating func forgetJudgement() {
    judged = .unread
    findings = []
    obstacle = nil
    operations = []
    size = 0
    needs = []
    named = []
    completed = []
    begunToday = []
  }
}

/// What is wrong with one cell or one row.
public struct ImportProblem: Sendable, Hashable {
  /// The column of the file, from 0; nil when the row as a whole is meant or the field has no column.
  public let column: Int?
  public let field: String?
  /// What stands in the cell.
  public let value: String
  public let reason: Text
  /// What to write instead; nil when nothing is known.
  public let repair: String?
  public let severity: Problem.Severity

  init(
    column: Int?, field: String?, value: String, reason: Text, repair: String? = nil,
    severity: Problem.Severity = .error
  ) {
    self.column = column
    self.field = field
    self.value = value
    self.reason = reason
    self.repair = repair
    self.severity = severity
  }
}

/// How many rows came to what.
public struct ImportCounts: Sendable, Hashable {
  public var created = 0
  public var updated = 0
  public var unchanged = 0
  public var refused = 0
  public var unread = 0
  /// Rows that are no records.
  public var passedOver = 0
  /// Rows that have a warning and may be saved.
  public var warned = 0
  /// Records made because rows name them; they are no rows of the file.
  public var named = 0

  public init() {}
}
