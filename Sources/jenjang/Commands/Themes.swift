import ArgumentParser
import JenjangDomain

/// `jenjang themes`: what `--theme` can name.
struct Themes: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "themes", Text("Tema yang dapat dipilih.", en: "The themes that can be chosen."))

  @Flag(help: .say(Text("Satu objek JSON sebaris.", en: "One JSON object a line.")))
  var json = false

  func run() throws {}
}
