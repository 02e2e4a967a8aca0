import ArgumentParser
import JSONText
import JenjangDomain
import JenjangStore

/// `jenjang cycle`: a year of performance, opened and looked after.
struct Cycle: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cycle",
    abstract: Text("Siklus kinerja: buka, SKP, yang perlu tindakan.", en: "Years of performance: open, plans, needs.")[
      Speech.language],
    subcommands: [CycleOpen.self, CyclePlans.self, CycleNeeds.self])
}

/// `jenjang cycle open YEAR`: the year and its periods.
struct CycleOpen: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "open", Text("Buka siklus satu tahun dengan periodenya.", en: "Open the cycle of a year with its periods."))

  @OptionGroup var common: CommonOptions

  @Argument(help: .say(Text("Tahun.", en: "The year.")))
  var year: Int

  @Flag(help: .say(Text("Evaluasi triwulanan (bawaan) atau bulanan.", en: "By quarters (the default) or by months.")))
  var length = CycleRhythm.quarterly

  func run() throws {
    guard let opening = CycleOpening(year: year, length: length == .monthly ? .monthly : .quarterly) else {
      throw Failure(.usage, Text("Tahun harus 2000 sampai 2100", en: "The year must be 2000 to 2100"))
    }
    let store = try common.openForChanges()
    if let refusal = opening.refusal(in: store.book) { throw Failure(.findings, refusal) }
    let operations = opening.operations { store.newID() }
    do throws(StoreError) { try store.commit(Transaction(operations)) } catch { throw Failure(error) }
    let output = Output()
    let periods = operations.count - 1
    output.line(
      Text(
        "Siklus \(year) dibuka dengan \(periods) periode", en: "The cycle of \(year) is open with \(periods) periods")[
          Speech.language])
    output.flush()
  }
}

/// How often the plans of a cycle are evaluated within the year.
enum CycleRhythm: String, EnumerableFlag {
  case quarterly
  case monthly
}

/// `jenjang cycle plans YEAR`: the plans of all who serve.
struct CyclePlans: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "plans", Text("Buat SKP semua pegawai yang belum punya.", en: "Make plans for all who have none."),
    discussion: Text(
      "Isi awal: lastYear (salin tahun lalu, selebihnya templat), template, empty.",
      en: "Beginnings: lastYear (copy last year, else the template), template, empty."))

  @OptionGroup var common: CommonOptions

  @Argument(help: .say(Text("Tahun.", en: "The year.")))
  var year: Int

  @Option(help: .say(Text("Isi awal SKP.", en: "What plans begin with."), value: "name"))
  var begin = PlanBeginning.lastYear.rawValue

  func run() throws {
    guard let beginning = PlanBeginning(rawValue: begin) else { throw Failure(.usage, .unknownBeginning(begin)) }
    let store = try common.openForChanges()
    let cycle = try store.book.cycle(ofYear: year)
    guard var opening = PlanOpening(cycle, people: nil, beginning: beginning, in: store.book, on: store.book.day)
    else { throw Failure(.badData, .noDates) }
    let progress = ProgressLine(Text("Membuat SKP", en: "Making plans"))
    let part = beginning == .empty ? 500 : 60
    let (batch, count) = (store.newID(), (opening.total + part - 1) / part)
    var index = 0
    while !opening.isDone {
      index += 1
      let operations = opening.next(part, in: store.book) { store.newID() }
      progress.show(Double(opening.place) / Double(max(1, opening.total)))
      guard !operations.isEmpty else { continue }
      let place = Transaction.Batch(id: batch, index: index, count: count)
      do throws(StoreError) { try store.commit(Transaction(operations, batch: place)) } catch { throw Failure(error) }
    }
    progress.end()
    report(opening.tally)
  }

  private func report(_ tally: PlanOpening.Tally) {
    let output = Output()
    let words = Text(
      """
      \(tally.made) SKP dibuat, \(tally.existing) sudah ada, \(tally.withoutAssessor) tanpa penilai, \
      \(tally.withoutPosition) pegawai tanpa jabatan
      """,
      en: """
        \(tally.made) plans made, \(tally.existing) were there, \(tally.withoutAssessor) without an assessor, \
        \(tally.withoutPosition) people without a position
        """)
    output.line(words[Speech.language])
    output.flush()
  }
}

/// `jenjang cycle needs YEAR`: what waits for somebody to act.
struct CycleNeeds: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "needs", Text("Apa yang perlu tindakan dalam satu siklus.", en: "What waits for action in a cycle."))

  @OptionGroup var common: CommonOptions

  @Argument(help: .say(Text("Tahun.", en: "The year.")))
  var year: Int

  @Flag(help: .say(Text("Satu objek JSON sebaris.", en: "One JSON object a line.")))
  var json = false

  func run() throws {
    let book = try common.open().book
    let cycle = try book.cycle(ofYear: year)
    guard let needs = PlanNeeds(cycle, in: book, on: book.day) else { throw Failure(.badData, .noDates) }
    let output = Output()
    for need in PlanNeed.allCases {
      if json {
        for item in needs[need] { output.line(line(item, in: book)) }
      } else {
        let count = String(needs[need].count)
        output.line(String(repeating: " ", count: max(0, 7 - count.count)) + count + "  " + need.title[Speech.language])
      }
    }
    output.flush()
    if !needs.isEmpty { throw Failure(.findings, .waits) }
  }

  private func line(_ item: PlanNeeds.Item, in book: Book) -> JSONValue {
    let table = book.employees.table
    var object = JSONObject()
    object["need"] = .string(item.need.rawValue)
    for field in ["employeeNumber", "name"] { object[field] = table.value(field, at: item.employee) }
    object["plan"] = item.plan.map { .string($0.raw.text) }
    object["day"] = item.day.map { .string($0.iso) }
    object["finding"] = item.finding.map { .string($0.words(in: book)[Speech.language]) }
    object["proposal"] = item.proposal.map { .string($0.raw.text) }
    return .object(object)
  }
}

extension Book {
  fileprivate func cycle(ofYear year: Int) throws(Failure) -> EvaluationCycle {
    guard let cycle = evaluationCycles.all.first(where: { $0.year == year }) else {
      throw Failure(.findings, .noCycle(year))
    }
    return cycle
  }
}

extension Text {
  fileprivate static func noCycle(_ year: Int) -> Text {
    Text(
      "Siklus \(year) belum dibuka; jalankan `jenjang cycle open \(year)`",
      en: "The cycle of \(year) is not open; run `jenjang cycle open \(year)`")
  }
  fileprivate static func unknownBeginning(_ name: String) -> Text {
    let names = PlanBeginning.allCases.map(\.rawValue).joined(separator: ", ")
    return Text(
      "Tidak ada isi awal \(name); yang ada: \(names)", en: "No beginning is called \(name); there are: \(names)")
  }
  fileprivate static let noDates = Text("Siklus ini belum bertanggal", en: "This cycle has no dates")
  fileprivate static let waits = Text("ada yang perlu tindakan", en: "something waits for action")
}
