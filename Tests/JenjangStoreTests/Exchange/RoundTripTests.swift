import JSONText
import JenjangDomain
import JenjangStore
import Testing

@Suite struct `A whole store moved by files` {
  private static func text(_ book: Book, _ kind: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try #require(RecordExport(kind, of: book, as: .csv, language: .indonesian)).write { bytes += $0 }
    return bytes
  }

  private static func lines(_ bytes: [UInt8]) -> [String] {
    var reader = CSVReader(bytes)
    var lines: [String] = []
    while let row = reader.next() { lines.append(row.cells.joined(separator: "|")) }
    return lines.sorted()
  }

  @Test func `is the same records`() throws {
    let from = Office()
    // A year of performance is no file of a staff office: its records name each other by identity alone.
    var data = DemoData(seed: 3, employees: 300, today: from.book.day, hasPerformance: false)
    while let operations = data.next() {
      for operation in operations { from.book.apply(operation) }
    }
    let to = Office()
    let kinds = Catalog.types.map(\.kind)
    let order = ["units", "posts", "employees"] + kinds.filter { $0.owner != nil }.map(\.name) + ["units"]
    for kind in order {
      let plan = try to.take(kind, String(decoding: Self.text(from.book, kind), as: UTF8.self))
      #expect(plan.counts.refused == 0, "\(kind): \(plan.rows.flatMap(\.problems).prefix(3))")
    }
    for kind in kinds {
      let (old, new) = try (Self.lines(Self.text(from.book, kind.name)), Self.lines(Self.text(to.book, kind.name)))
      let missing = Set(old).subtracting(new)
      #expect(
        missing.isEmpty && old.count == new.count,
        "\(kind.name): \(old.count), \(new.count) \(missing.sorted().prefix(2)) \(Set(new).subtracting(old).sorted().prefix(2))"
      )
    }
  }
}
