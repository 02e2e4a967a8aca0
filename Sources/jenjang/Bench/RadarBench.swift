import Glibc
import JSONText
import JenjangDomain
import JenjangStore
import Processes

/// The figures of the due radar: all of it, and what one change costs.
struct RadarBench {
  private let run: BenchRun

  init(run: BenchRun) { self.run = run }

  func start() throws {
    guard run.wants("radar") || run.wants("radar-follow") || run.wants("radar-list") else { return }
    let book = try run.open(readOnly: true).book
    var (whole, listing) = (Samples(), Samples())
    var radar = DueRadar()
    var found = 0
    for _ in 0..<7 {
      radar = DueRadar()
      whole.add(Stopwatch.measure { radar.update(book) })
      listing.add(Stopwatch.measure { found = radar.lines(DueQuery.usual(on: book.day), in: book).count })
    }
    let people = book.employees.table.count
    run.report(
      "radar", Figure.milliseconds(whole.median), bar: "≤ 300 ms at 25,000",
      isMet: people > 25_000 ? nil : whole.median <= 300e6,
      how: "everything due for \(people) people, up to \(DueRadar.usualMonths) months ahead, median of 7")
    run.report("radar-list", Figure.milliseconds(listing.median), how: "\(found) lines by day, kind and name")
    measureFollowing(book, &radar)
  }

  /// One field of one person changes, over and over, in memory only.
  private func measureFollowing(_ book: Book, _ radar: inout DueRadar) {
    let table = book.employees.table
    var samples = Samples()
    for row in table.rows(Query()).prefix(200) {
      guard let birth = table.value("birthDate", at: row), let day = birth.text.flatMap({ Day(iso: $0) }) else {
        continue
      }
      let change = Change(old: birth, new: .string(day.adding(days: -30).iso))
      let base = table.revision(of: row)
      book.apply(.update(kind: "employees", id: table.id(of: row), base: base, changes: ["birthDate": change]))
      samples.add(Stopwatch.measure { radar.update(book) })
    }
    run.report(
      "radar-follow", samples.inMicroseconds, bar: "p50 ≤ 2 ms", isMet: samples.median <= 2e6,
      how: "the radar after one changed birth date, \(samples.values.count) changes")
  }
}
