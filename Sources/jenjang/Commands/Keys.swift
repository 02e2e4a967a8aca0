import ArgumentParser
import JSONText
import JenjangApp
import JenjangDomain

/// `jenjang keys`: every command with its keys, and every term in both languages.
struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "keys", Text("Semua perintah dan tombolnya.", en: "All commands and their keys."))

  @OptionGroup var speech: SpeechOptions

  @Flag(help: .say(Text("Satu objek JSON sebaris.", en: "One JSON object a line.")))
  var json = false

  @Flag(help: .say(Text("Tabel Markdown, seperti di README.", en: "A Markdown table, as in the README.")))
  var markdown = false

  @Flag(help: .say(Text("Semua istilah dalam kedua bahasa.", en: "All terms in both languages.")))
  var strings = false

  func run() throws { MainActor.assumeIsolated { printAll() } }

  @MainActor
  private func printAll() {
    let output = Output()
    if strings {
      for text in terms { output.line(text.indonesian + "\t" + text.english) }
    } else if markdown {
      output.text(KeyTable.markdown(Speech.language))
    } else {
      for row in KeyTable.rows { json ? printJSON(row, output) : printLine(row, output) }
    }
    output.flush()
  }

  @MainActor
  private func printLine(_ row: KeyTable.Row, _ output: Output) {
    let keys = row.keys.joined(separator: " ")
    let letter = row.letter.map { " F9 \($0)" } ?? ""
    let blanks = { (text: String, width: Int) in
      String(repeating: " ", count: max(1, width - text.unicodeScalars.count))
    }
    let shown = keys + letter
    output.line(row.command + blanks(row.command, 24) + shown + blanks(shown, 28) + row.title[Speech.language])
  }

  @MainActor
  private func printJSON(_ row: KeyTable.Row, _ output: Output) {
    var object = JSONObject()
    object["section"] = .string(row.section[Speech.language])
    object["command"] = .string(row.command)
    object["title"] = .string(row.title[Speech.language])
    object["keys"] = .array(row.keys.map { .string($0) })
    object["letter"] = row.letter.map { .string(String($0)) }
    output.line(.object(object))
  }

  /// The names of kinds, fields, headings and commands, and the help of fields, in the order of the program.
  @MainActor
  private var terms: [Text] {
    var terms: [Text] = []
    var seen: Set<Text> = []
    let add = { (text: Text?) in
      if let text, seen.insert(text).inserted { terms.append(text) }
    }
    for type in Catalog.types {
      add(type.kind.title)
      add(type.kind.plural)
      for field in type.fields {
        add(field.section)
        add(field.title)
        add(field.help)
        if case .code(let list) = field.type { for entry in list.entries { add(entry.title) } }
      }
      for field in type.derived { add(field.title) }
    }
    for row in KeyTable.rows {
      add(row.section)
      add(row.title)
    }
    return terms
  }
}
