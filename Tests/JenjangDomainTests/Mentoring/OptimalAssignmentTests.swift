import JenjangDomain
import Testing

@Suite struct `Optimal assignment` {
  /// Small numbers that look like chance and are the same each time.
  private struct Numbers {
    var state: UInt64

    mutating func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
  }

  private struct Case {
    var rows: Int
    var capacities: [Int]
    var scores: [Int?]

    func score(_ row: Int, _ column: Int) -> Int? { scores[row * capacities.count + column] }

    /// The highest sum, by trying everything.
    func best(from row: Int = 0, _ room: [Int]? = nil) -> Int {
      guard row < rows else { return 0 }
      var room = room ?? capacities
      var found = best(from: row + 1, room)
      for column in room.indices where room[column] > 0 {
        guard let score = score(row, column), score > 0 else { continue }
        room[column] -= 1
        found = max(found, score + best(from: row + 1, room))
        room[column] += 1
      }
      return found
    }

    /// The sum when each row in turn takes the best that is left.
    var greedy: Int {
      var room = capacities
      var sum = 0
      for row in 0..<rows {
        let free = room.indices.filter { room[$0] > 0 && score(row, $0) ?? 0 > 0 }
        guard let column = free.max(by: { score(row, $0) ?? 0 < score(row, $1) ?? 0 }) else { continue }
        room[column] -= 1
        sum += score(row, column) ?? 0
      }
      return sum
    }

    func solved() -> [Int?] {
      var assignment = OptimalAssignment(rows: rows, capacities: capacities, score: score)
      while !assignment.isFinished { assignment.advance(by: 2) }
      return assignment.columnsOfRows
    }

    func sum(_ columns: [Int?]) -> Int {
      columns.enumerated().map { row, column in column.flatMap { score(row, $0) } ?? 0 }.reduce(0, +)
    }
  }

  private func cases(_ count: Int, rows: Int, columns: Int) -> [Case] {
    var numbers = Numbers(state: 7)
    return (0..<count).map { round in
      let (rows, columns) = (numbers.next(rows + 1), numbers.next(columns + 1))
      return Case(
        rows: rows, capacities: (0..<columns).map { _ in numbers.next(3) },
        scores: (0..<rows * columns).map { _ in numbers.next(4) == 0 ? nil : numbers.next(round % 2 == 0 ? 5 : 1_000) })
    }
  }

  @Test func `its sum is that of trying everything, and no column takes more than it has room for`() {
    for tried in cases(400, rows: 6, columns: 4) {
      let columns = tried.solved()
      #expect(tried.sum(columns) == tried.best())
      for column in tried.capacities.indices {
        #expect(columns.count { $0 == column } <= tried.capacities[column])
      }
      #expect(columns.enumerated().allSatisfy { row, column in column.map { tried.score(row, $0) != nil } ?? true })
    }
  }

  @Test func `it is never below who comes first takes the best, and sometimes above`() {
    let tried = cases(60, rows: 40, columns: 25)
    #expect(tried.allSatisfy { $0.sum($0.solved()) >= $0.greedy })
    #expect(tried.contains { $0.sum($0.solved()) > $0.greedy })
  }

  @Test func `the same question has the same answer, of equal ways the first`() {
    let tie = Case(rows: 2, capacities: [1, 1], scores: [5, 5, 5, 5])
    #expect(tie.solved() == [0, 1] && tie.solved() == tie.solved())
  }

  @Test func `nobody and nowhere are no trouble`() {
    #expect(Case(rows: 0, capacities: [], scores: []).solved().isEmpty)
    #expect(Case(rows: 2, capacities: [], scores: []).solved() == [nil, nil])
    #expect(Case(rows: 1, capacities: [0], scores: [9]).solved() == [nil])
  }
}
