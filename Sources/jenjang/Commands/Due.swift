import ArgumentParser
import JSONText
import JenjangDomain
import JenjangStore

/// `jenjang due`: what falls due for whom, as the radar shows it.
struct Due: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "due", Text("Apa yang jatuh tempo, untuk siapa.", en: "What falls due, and for whom."),
    discussion: Text(
      """
      Hal: \(Due.names).
      Tanpa --from sejak dua belas bulan lalu; tanpa --until sampai delapan belas bulan ke depan.
      """,
      en: """
        Kinds: \(Due.names).
        Without --from from twelve months back; without --until up to eighteen months ahead.
        """))

  @OptionGroup var common: CommonOptions

  @Option(
    name: .customLong("kind"),
    help: .say(Text("Hanya hal ini; boleh berulang.", en: "Only this kind; may be repeated."), value: "name"))
  var kinds: [String] = []

  @Option(
    help: .say(Text("Sejak tanggal ini.", en: "From this day."), value: "yyyy-mm-dd"), transform: Arguments.day)
  var from: Day?

  @Option(
    help: .say(Text("Sampai tanggal ini.", en: "Until this day."), value: "yyyy-mm-dd"), transform: Arguments.day)
  var until: Day?

  @Option(
    help: .say(Text("Unit ini dan semua di bawahnya.", en: "This unit and all below it."), value: "code"))
  var unit: String?

  @Option(help: .say(Text("Bagian nama atau angka NIP.", en: "A part of the name or digits of the number.")))
  var search = ""

  @Flag(
    help: .say(
      Text("Satu objek JSON sebaris, dengan temuan aturannya.", en: "One JSON object a line, with what its rule found.")
    ))
  var json = false

  private static let names = DueKind.all.map(\.name).joined(separator: ", ")

  func run() throws {
    for name in kinds where DueKind.named(name) == nil { throw Failure(.usage, .unknownKind(name, Due.names)) }
    let book = try common.open().book
    let query = try query(in: book)
    var radar = DueRadar(ahead: max(DueRadar.usualMonths, until.map { book.day.months(until: $0) + 1 } ?? 0))
    radar.update(book)
    let output = Output()
    let lines = radar.lines(query, in: book)
    if json {
      for line in lines { output.line(Due.json(line, in: book, by: radar.law)) }
    } else {
      print(lines, in: book, to: output)
    }
    output.flush()
  }

  private func query(in book: Book) throws(Failure) -> DueQuery {
    var query = DueQuery.usual(on: book.day)
    query.kinds = Set(kinds)
    query.search = search
    if let from { query.from = from }
    query.until = until
    guard let unit else { return query }
    guard let row = book.units.table.row(meant: unit) else { throw Failure(.findings, .noUnit(unit)) }
    query.unit = book.units.table.id(of: row)
    return query
  }

  private func print(_ lines: [DueLine], in book: Book, to output: Output) {
    let table = book.employees.table
    let width = DueKind.all.map { $0.title[Speech.language].unicodeScalars.count }.max() ?? 0
    var month: Day?
    for line in lines {
      if month != line.month {
        if month != nil { output.line() }
        output.line(line.month.monthAndYear[Speech.language])
        month = line.month
      }
      let cell = { TextTable.plain(table.text(at: line.person, field: $0, language: Speech.language)) }
      let title = line.kind.title[Speech.language]
      let padding = String(repeating: " ", count: width - title.unicodeScalars.count)
      let number = cell("employeeNumber")
      let unit = cell("unit")
      output.line(
        "\(line.day.display)  \(title)\(padding)  \(number)  \(cell("name"))" + (unit.isEmpty ? "" : "  (\(unit))"))
    }
  }

  private static func json(_ line: DueLine, in book: Book, by law: Law) -> JSONValue {
    let table = book.employees.table
    let findings = line.findings(in: book, by: law)
    var object = JSONObject()
    object["kind"] = .string(line.kind.name)
    object["day"] = .string(line.day.iso)
    object["id"] = .string(table.id(of: line.person).text)
    for field in ["employeeNumber", "name", "unit"] { object[field] = table.value(field, at: line.person) }
    if let unit = table.value("unit", at: line.person)?.text.flatMap({ RecordID($0) }) {
      object["unitName"] = book.label(of: unit, kind: Unit.kind.name).map { .string($0) }
      let units = book.units.table
      object["unitCode"] = units.row(of: unit).flatMap { units.value("code", at: $0) }
    }
    object["verdict"] = .string(findings.verdict.code)
    object["findings"] = .array(findings.map { $0.json(Speech.language) })
    return .object(object)
  }
}

extension Text {
  fileprivate static func unknownKind(_ name: String, _ names: String) -> Text {
    Text("tidak ada hal \(name); yang ada: \(names)", en: "there is no kind \(name); there are: \(names)")
  }
  fileprivate static func noUnit(_ typed: String) -> Text {
    Text("unit “\(typed)” tidak ditemukan", en: "no unit “\(typed)” was found")
  }
}
