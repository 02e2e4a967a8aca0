import ArgumentParser
import JenjangDomain

/// `jenjang bench`: the figures the project promises, measured here and now.
struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "bench", Text("Ukur kecepatan di mesin ini.", en: "Measure speed on this machine."))

  @Option(help: .say(Text("Jumlah pegawai.", en: "How many people.")))
  var employees = 25_000

  @Option(help: .say(Text("Hanya ukuran yang namanya memuat ini.", en: "Only figures whose name contains this.")))
  var only: String?

  func run() throws {}
}
