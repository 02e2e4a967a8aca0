import ArgumentParser
import JenjangDomain
import JenjangStore

/// `jenjang verify`: whether what is stored is what was saved.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "verify", Text("Periksa apakah data masih seperti yang disimpan.", en: "Check that the data is what was saved."))

  @OptionGroup var common: CommonOptions

  @Flag(help: .say(Text("Juga hitung ulang seluruh riwayat.", en: "Also compute the whole history again.")))
  var deep = false

  @Flag(help: .say(Text("Satu objek JSON.", en: "One JSON object.")))
  var json = false

  func run() throws {
    _ = try common.open()
  }
}
