import ArgumentParser
import JenjangDomain
import JenjangStore

/// `jenjang init`: an empty store for an agency.
struct Initialize: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "init", Text("Buat data kosong untuk sebuah instansi.", en: "Make an empty store for an agency."))

  @OptionGroup var common: CommonOptions

  @Option(help: .say(Text("Nama instansi.", en: "The agency's name."), value: "name"))
  var agency: String

  func run() throws {
    let folder = try common.folder()
    let environment = Environment.live()
    let description = StoreDescription(agency: agency, isDemo: false, store: environment.newID())
    do throws(StoreError) {
      try OutsideFile.makeFolders(above: folder)
      try Store.create(at: folder, description: description, environment: environment)
    } catch {
      throw Failure(error)
    }
    let output = Output()
    output.line(
      Text(
        "Data \(agency) dibuat di \(folder). Lanjutkan dengan `jenjang import employees BERKAS --apply` atau `jenjang`.",
        en: "The store of \(agency) is in \(folder). Go on with `jenjang import employees FILE --apply` or `jenjang`.")[
          Speech.language])
    output.flush()
  }
}
