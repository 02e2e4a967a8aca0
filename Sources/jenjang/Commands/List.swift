import ArgumentParser
import JSONText
import JenjangDomain
import JenjangStore

/// `jenjang list`: the records of one kind, narrowed, sorted, cut.
struct List: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "list", Text("Daftar data sejenis.", en: "List the records of one kind."),
    discussion: Text(
      """
      Syarat: isian=nilai, isian!=nilai, isian~bagian, isian>=nilai, isian<=nilai, isian= (kosong).
      Jenis data: \(Arguments.kinds).
      """,
      en: """
        Conditions: field=value, field!=value, field~part, field>=value, field<=value, field= (absent).
        Kinds: \(Arguments.kinds).
        """))

  @OptionGroup var common: CommonOptions
  @OptionGroup var state: RecordedOptions

  @Argument(help: .say(Text("Jenis data, misalnya employees.", en: "The kind, for instance employees.")))
  var kind: String

  @Option(
    name: .customLong("where"),
    help: .say(Text("Syarat; boleh berulang.", en: "A condition; may be repeated."), value: "f=v"))
  var conditions: [String] = []

  @Option(help: .say(Text("Bagian nama atau angka NIP.", en: "A part of the name or digits of the number.")))
  var search = ""

  // A field that descends begins as an option does.
  @Option(
    parsing: .unconditional,
    help: .say(Text("Urut menurut isian ini; -isian untuk menurun.", en: "Sort by this field; -field descends.")))
  var sort: String?

  @Option(help: .say(Text("Paling banyak sekian.", en: "At most so many.")))
  var limit: Int?

  @Flag(help: .say(Text("Satu objek JSON sebaris.", en: "One JSON object a line.")))
  var json = false

  func run() throws {
    let type = try Arguments.type(kind)
    let query = try query(of: type)
    let store = try common.open(recorded: state.recorded)
    guard let table = store.book.table(kind) else { return }
    let rows = table.rows(query).prefix(max(0, limit ?? .max))
    let output = Output()
    if json {
      for row in rows { table.exported(row).map { output.line(.object($0)) } }
    } else {
      TextTable(table, fields: TextTable.columns(of: type)).print(rows, to: output)
    }
    output.flush()
  }

  private func query(of type: RecordType) throws(Failure) -> Query {
    var query = Query(search: search)
    for text in conditions {
      guard let condition = Query.Condition(reading: text, of: type) else {
        throw Failure(.usage, type.fieldName(meant: text) == nil ? .unreadable(text, type) : .noComparison(text))
      }
      query.conditions.append(condition)
    }
    if let sort {
      let isDescending = sort.hasPrefix("-")
      guard let field = type.fieldName(meant: String(sort.drop { $0 == "-" })) else {
        throw Failure(.usage, .unreadable(sort, type))
      }
      query.sort = Query.Sort(field, descending: isDescending)
    }
    return query
  }
}

extension Text {
  fileprivate static func noComparison(_ field: String) -> Text {
    Text(
      "“\(field)” belum dibandingkan dengan apa pun; tulis misalnya --where \(field)=NILAI, atau !=, ~, >=, <=",
      en: "“\(field)” is compared with nothing; write --where \(field)=VALUE, for instance, or !=, ~, >=, <=")
  }
  fileprivate static func unreadable(_ text: String, _ type: RecordType) -> Text {
    let names = (type.fields.map(\.name) + type.derived.map(\.name)).joined(separator: ", ")
    return Text(
      "“\(text)” tidak terbaca; isian \(type.kind.name): \(names)",
      en: "“\(text)” is not readable; the fields of \(type.kind.name) are: \(names)")
  }
}
