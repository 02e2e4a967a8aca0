import JenjangDomain
import Testing

/// A line of 100 million and what happens to it.
@Suite struct `A budget line` {
  private let book = Book.empty()

  init() {
    for (id, planned) in [(1, 100_000_000), (2, 40_000_000)] as [(UInt64, Int)] {
      book.add(
        make(id) { (line: inout BudgetLine) in
          line.code = "5.1.02.\(id)"
          line.name = "Pelatihan \(id)"
          line.year = 2026
          line.source = .regional
          line.planned = planned
        })
    }
  }

  private func entry(
    _ id: UInt64, _ kind: BudgetEntryKind, _ amount: Int, to other: UInt64? = nil, decision: String? = nil
  ) -> BudgetEntry {
    make(id) { entry in
      entry.line = identity(1)
      entry.date = theDay("2026-03-01")
      entry.kind = kind
      entry.amount = amount
      entry.toLine = other.map { identity($0) }
      entry.decision = decision
    }
  }

  private func standing(_ id: UInt64) throws -> BudgetStanding {
    book.standing(of: try #require(book.budgetLines[identity(id)]))
  }

  @Test func `spending takes from what was committed first`() throws {
    book.add(entry(11, .commitment, 30_000_000))
    #expect(try standing(1).left == 70_000_000)
    book.add(entry(12, .spending, 25_000_000))
    let now = try standing(1)
    #expect(now.committed == 5_000_000)
    #expect(now.spent == 25_000_000)
    #expect(now.left == 70_000_000)
  }

  @Test func `a shift leaves one line and reaches the other`() throws {
    book.add(entry(11, .shift, 15_000_000, to: 2))
    #expect(try standing(1).left == 85_000_000)
    #expect(try standing(2).left == 55_000_000)
  }

  @Test func `less than nothing needs a decision that is named`() {
    let cut = entry(11, .cut, 120_000_000)
    #expect(cut.problems(in: book).map(\.field) == ["amount"])
    #expect(entry(11, .cut, 120_000_000, decision: "SK Bupati 900/12").problems(in: book).isEmpty)
    #expect(entry(11, .cut, 100_000_000).problems(in: book).isEmpty)
  }

  @Test func `no more is released than was committed`() {
    book.add(entry(11, .commitment, 10_000_000))
    #expect(entry(12, .release, 10_000_001).problems(in: book).map(\.field) == ["amount"])
    #expect(entry(12, .release, 10_000_000).problems(in: book).isEmpty)
  }
}
