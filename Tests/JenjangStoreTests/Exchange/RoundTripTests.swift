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

  @Test func `a year of performance is found again in its own files, also where names are many`() throws {
    let office = Office()
    var data = DemoData(seed: 3, employees: 90, today: office.book.day)
    while let operations = data.next() {
      for operation in operations { office.book.apply(operation) }
    }
    let performance: Set<Area> = [.plan, .progress, .evaluation, .objection, .followUp]
    let others = ["evaluation-cycles", "evaluation-periods", "organisation-achievements", "plan-templates"]
    for kind in Catalog.types.map(\.kind) where performance.contains(kind.area) || others.contains(kind.name) {
      let plan = try office.plan(kind.name, String(decoding: Self.text(office.book, kind.name), as: UTF8.self))
      let counts = plan.counts
      #expect(
        counts.refused == 0 && counts.created == 0 && counts.updated == 0,
        "\(kind.name): \(counts) \(plan.rows.flatMap(\.problems).prefix(2))")
    }
  }

  @Test func `an evaluation from elsewhere names its plan by NIP and year, and what fits several plans is told`() throws
  {
    let office = Office()
    var data = DemoData(seed: 3, employees: 90, today: office.book.day)
    while let operations = data.next() {
      for operation in operations { office.book.apply(operation) }
    }
    let number = { (person: ID<Employee>?) in person.flatMap { office.book.employees[$0]?.employeeNumber } ?? "" }
    let plans = office.book.performancePlans.all.filter { $0.state == .agreed && $0.start?.year == 2026 }
    let plan = try #require(plans.first { $0.assessor != nil && $0.start == Day(iso: "2026-01-01") })
    let head = "Pegawai;SKP;Periode;Sampai;Pejabat penilai;Keadaan;Hasil kerja;Perilaku kerja"
    let rest = "Triwulan IV 2026;2026-12-31;\(number(plan.assessor));DRAF;SESUAI;SESUAI"
    let good = "\(number(plan.employee));\(number(plan.employee)) > 2026-01-01;\(rest)"
    let wide = "\(number(plan.employee));\(number(plan.employee));\(rest)"
    let read = try office.plan("evaluations", [head, good, wide].joined(separator: "\n") + "\n")
    #expect(read.counts.created == 1, "\(read.rows.flatMap(\.problems))")
    #expect(
      read.rows.flatMap(\.problems).contains { problem in problem.reason.indonesian.contains("NIP > nama > tanggal") })
  }
}
