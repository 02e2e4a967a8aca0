/// Who goes to whom so that the sum of the scores is the highest there is: an exact assignment with capacities.
///
/// Rows are given to columns, each row to one at most, each column no more rows than it has room for. A row stays alone
/// only where nothing with a score above zero is left for it. The same question has the same answer on every machine:
/// scores are whole numbers, and of equal ways the one through the lower row and column is taken.
///
/// Source: shortest augmenting paths with potentials (Jonker and Volgenant 1987), widened to columns with room for many;
/// the work grows with rows x rows x columns at worst.
public struct OptimalAssignment {
  /// The score of a row with a column, above zero; nil where they must not meet.
  public typealias Score = (_ row: Int, _ column: Int) -> Int?

  private let rows: Int
  private let columns: Int
  private var capacities: [Int]
  /// What a pair costs beside the best pair there is, row by row; the last column stands for nobody.
  private var costs: [Int]
  private var rowPotentials: [Int]
  private var columnPotentials: [Int]
  /// The rows of each column.
  private var members: [[Int]]
  private var chosen: [Int]
  private var next = 0

  private static let forbidden = Int.max / 4

  public init(rows: Int, capacities: [Int], score: Score) {
    self.rows = rows
    columns = capacities.count
    self.capacities = capacities + [rows]
    var costs = [Int](repeating: OptimalAssignment.forbidden, count: rows * (capacities.count + 1))
    var best = 0
    for row in 0..<rows {
      for column in capacities.indices {
        guard let score = score(row, column), score > 0 else { continue }
        best = max(best, score)
        costs[row * (capacities.count + 1) + column] = -score
      }
    }
    for place in costs.indices where costs[place] < 0 { costs[place] += best }
    for row in 0..<rows { costs[row * (capacities.count + 1) + capacities.count] = best }
    self.costs = costs
    rowPotentials = [Int](repeating: 0, count: rows)
    columnPotentials = [Int](repeating: 0, count: capacities.count + 1)
    members = [[Int]](repeating: [], count: capacities.count + 1)
    chosen = [Int](repeating: -1, count: rows)
  }

  /// How many rows have been placed; each may still be moved while others are.
  public var placed: Int { next }
  public var isFinished: Bool { next == rows }

  /// Places some more rows.
  public mutating func advance(by count: Int) {
    for _ in 0..<min(count, rows - next) {
      place(next)
      next += 1
    }
  }

  /// The column of each row, once everything is placed; nil for a row that stays alone.
  public var columnsOfRows: [Int?] { chosen.map { $0 >= 0 && $0 < columns ? $0 : nil } }

  /// Finds the cheapest way to a column with room, moving those who are in the way, and goes it.
  private mutating func place(_ row: Int) {
    let width = columns + 1
    var distances = [Int](repeating: .max, count: width)
    var reachedFrom = [Int](repeating: -1, count: width)
    var order: [Int] = []
    var isDone = [Bool](repeating: false, count: width)
    var frontier = [row]
    var distance = 0
    var last = columns
    while true {
      for row in frontier { relax(row, distance, &distances, &reachedFrom, isDone) }
      var nearest = -1
      for column in 0..<width where !isDone[column] && distances[column] < .max {
        if nearest < 0 || distances[column] < distances[nearest] { nearest = column }
      }
      distance = distances[nearest]
      isDone[nearest] = true
      order.append(nearest)
      guard members[nearest].count >= capacities[nearest] else {
        last = nearest
        break
      }
      frontier = members[nearest]
    }
    rowPotentials[row] += distance
    for column in order where column != last {
      let change = distance - distances[column]
      columnPotentials[column] -= change
      for row in members[column] { rowPotentials[row] += change }
    }
    shift(row, to: last, reachedFrom)
  }

  private func relax(
    _ row: Int, _ distance: Int, _ distances: inout [Int], _ reachedFrom: inout [Int], _ isDone: [Bool]
  ) {
    let (start, base) = (row * (columns + 1), distance - rowPotentials[row])
    costs.withUnsafeBufferPointer { costs in
      for column in 0...columns where !isDone[column] {
        let cost = costs[start + column]
        guard cost < OptimalAssignment.forbidden else { continue }
        let way = base + cost - columnPotentials[column]
        guard way < distances[column] else { continue }
        distances[column] = way
        reachedFrom[column] = row
      }
    }
  }

  /// Moves the rows along the way, so that each makes room for the one before it.
  private mutating func shift(_ row: Int, to last: Int, _ reachedFrom: [Int]) {
    var column = last
    while true {
      let moved = reachedFrom[column]
      let old = chosen[moved]
      if old >= 0 { members[old].removeAll { $0 == moved } }
      members[column].append(moved)
      chosen[moved] = column
      guard moved != row else { return }
      column = old
    }
  }
}
