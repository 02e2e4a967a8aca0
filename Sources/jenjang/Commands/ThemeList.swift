import ArgumentParser
import JSONText
import JenjangDomain
import TerminalKit

/// `jenjang themes`: what `--theme` can name.
struct ThemeList: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "themes", Text("Tema yang dapat dipilih.", en: "The themes that can be chosen."))

  @OptionGroup var speech: SpeechOptions

  @Flag(help: .say(Text("Satu objek JSON sebaris.", en: "One JSON object a line.")))
  var json = false

  func run() throws {
    let output = Output()
    for entry in ThemeLibrary().list() {
      let name = Text(entry.indonesian, en: entry.english)
      if json {
        output.line([
          "id": .string(entry.id), "name": .string(name.indonesian), "nameEn": .string(name.english),
          "usable": .bool(entry.problem == nil),
        ])
      } else {
        let remark = entry.problem.map { " — " + Text("rusak: \($0)", en: "broken: \($0)")[Speech.language] } ?? ""
        let blanks = String(repeating: " ", count: max(2, 18 - entry.id.utf8.count))
        output.line(entry.id + blanks + name[Speech.language] + remark)
      }
    }
    output.flush()
  }
}
