import ArgumentParser
import JenjangDomain
import JenjangStore

/// `jenjang demo`: a store with generated people, and the screens on it.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "demo", Text("Buat data contoh lalu buka layar.", en: "Generate demo data and open the screens."))

  @OptionGroup var common: CommonOptions
  @OptionGroup var screen: ScreenOptions

  @Option(help: .say(Text("Jumlah pegawai, 1 sampai 1.000.000.", en: "How many people, 1 to 1,000,000.")))
  var employees = 1_284

  @Option(help: .say(Text("Benih; benih yang sama, data yang sama.", en: "Seed; the same seed, the same data.")))
  var seed: UInt64 = 1

  @Flag(name: .customLong("no-open"), help: .say(Text("Jangan buka layar.", en: "Do not open the screens.")))
  var noOpen = false

  func run() throws {}
}
