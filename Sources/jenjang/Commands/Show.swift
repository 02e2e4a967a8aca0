import ArgumentParser
import JSONText
import JenjangDomain
import JenjangStore

/// `jenjang show`: the whole file of a person, or any other record with what belongs to it.
struct Show: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "show",
    Text("Berkas lengkap seorang pegawai, atau data lain.", en: "The whole file of a person, or another record."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var state: RecordedOptions

  @Argument(
    help: .say(
      Text("NIP, nomor data, kode atau nama persis.", en: "NIP, identity, code or exact name."), value: "nip|id"))
  var record: String

  @Option(
    help: .say(Text("Yang BERLAKU pada tanggal ini.", en: "What is VALID on this day."), value: "yyyy-mm-dd"),
    transform: Arguments.day)
  var asOf: Day?

  @Flag(help: .say(Text("Satu objek JSON.", en: "One JSON object.")))
  var json = false

  func run() throws {
    let store = try common.open(recorded: state.recorded)
    if let asOf { store.book.move(to: asOf) }
    guard let found = store.book.record(meant: record) else { throw Failure(.findings, .notFound(record)) }
    let file = RecordFile(of: found.row, in: found.table, book: store.book)
    let output = Output()
    if json { output.line(file.json) } else { print(file, to: output) }
    output.flush()
  }

  private func print(_ file: RecordFile, to output: Output) {
    printFields(of: file, to: output)
    for part in file.parts where !part.rows.isEmpty {
      output.line()
      output.line(part.type.kind.plural[Speech.language].uppercased())
      let columns = TextTable.columns(of: part.type, without: part.type.kind.owner)
      TextTable(part.table, fields: columns).print(part.rows, to: output)
    }
  }

  private func printFields(of file: RecordFile, to output: Output) {
    let type = file.table.type
    output.line("\(type.kind.title[Speech.language])  \(file.table.id(of: file.row).text)")
    var section: Text?
    for field in type.fields {
      guard let value = file.table.value(field.name, at: file.row) else { continue }
      if let next = field.section, next != section {
        section = next
        output.line()
        output.line(next[Speech.language].uppercased())
      }
      let text = file.table.text(of: value, field: field.name, language: Speech.language)
      output.line(label(field.title) + TextTable.plain(text))
    }
    for field in type.derived {
      guard let value = file.table.value(field.name, at: file.row) else { continue }
      let text = file.table.text(of: value, field: field.name, language: Speech.language)
      output.line(label(field.title) + TextTable.plain(text))
    }
  }

  private func label(_ title: Text) -> String {
    let text = title[Speech.language]
    return "  " + text + String(repeating: " ", count: max(1, 28 - text.unicodeScalars.count))
  }
}

extension Text {
  fileprivate static func notFound(_ typed: String) -> Text {
    Text(
      "“\(typed)” tidak ditemukan, atau lebih dari satu; pakai NIP atau nomor data",
      en: "“\(typed)” was not found, or is more than one; use the number or the identity")
  }
}
