import ArgumentParser
import JenjangDomain

/// `jenjang keys`: every command with its keys, and every phrase in both languages.
struct Keys: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "keys", Text("Semua perintah dan tombolnya.", en: "All commands and their keys."))

  @Flag(help: .say(Text("Satu objek JSON sebaris.", en: "One JSON object a line.")))
  var json = false

  @Flag(help: .say(Text("Tabel Markdown, seperti di README.", en: "A Markdown table, as in the README.")))
  var markdown = false

  @Flag(help: .say(Text("Semua istilah dalam kedua bahasa.", en: "All terms in both languages.")))
  var strings = false

  func run() throws {}
}
