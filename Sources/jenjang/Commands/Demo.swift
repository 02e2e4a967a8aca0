import ArgumentParser
import JenjangDomain
import JenjangStore

/// `jenjang demo`: a store with generated people, and the screens on it.
struct Demo: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "demo", Text("Buat data contoh lalu buka layar.", en: "Generate demo data and open the screens."),
    discussion: Text(
      "Tanpa --data: XDG_DATA_HOME/jenjang/demo, untuk jumlah atau benih lain demo-JUMLAH-BENIH.",
      en: "Without --data: XDG_DATA_HOME/jenjang/demo, for another size or seed demo-SIZE-SEED."))

  private static let usualEmployees = 1_284
  private static let usualSeed: UInt64 = 1

  @OptionGroup var common: CommonOptions
  @OptionGroup var screen: ScreenOptions

  @Option(help: .say(Text("Jumlah pegawai, 1 sampai 1.000.000.", en: "How many people, 1 to 1,000,000.")))
  var employees = Demo.usualEmployees

  @Option(help: .say(Text("Benih; benih yang sama, data yang sama.", en: "Seed; the same seed, the same data.")))
  var seed = Demo.usualSeed

  @Flag(
    help: .say(
      Text(
        "SKP dan penilaian juga bila lebih dari 5.000 pegawai.",
        en: "Plans and evaluations also for more than 5,000 people."))
  )
  var performance = false

  @Flag(name: .customLong("no-open"), help: .say(Text("Jangan buka layar.", en: "Do not open the screens.")))
  var noOpen = false

  func validate() throws { try DemoMaker.check(employees) }

  func run() throws {
    if !noOpen { try screen.checkTerminal() }
    let folder = try folder()
    try DemoMaker(employees: employees, seed: seed, today: common.day, performance: performance).make(at: folder)
    guard noOpen else { return try screen.open(common, folder: folder) }
    let output = Output()
    output.line(
      Text("Data contoh ada di \(folder)", en: "The demo store is in \(folder)")[Speech.language])
    output.flush()
  }

  private func folder() throws(Failure) -> String {
    if let data = common.data { return data }
    let isUsual = employees == Self.usualEmployees && seed == Self.usualSeed
    return try Surroundings.dataHome() + "/jenjang/"
      + (isUsual ? "demo" : "demo-\(employees)-\(seed)\(performance ? "-skp" : "")")
  }
}
