import ArgumentParser
import JenjangDomain
import JenjangStore

/// `jenjang import`: records from a table that another program wrote.
struct Import: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "import", Text("Impor dari CSV; tanpa --apply hanya diuji.", en: "Import CSV; without --apply only a trial."))

  @OptionGroup var common: CommonOptions

  @Argument(help: .say(Text("Jenis data, misalnya employees.", en: "The kind, for instance employees.")))
  var kind: String

  @Argument(help: .say(Text("Berkas, atau - untuk masukan standar.", en: "A file, or - for standard input.")))
  var file: String

  @Flag(help: .say(Text("Simpan yang benar.", en: "Save what is right.")))
  var apply = false

  @Flag(help: .say(Text("Hanya uji (bawaan).", en: "Only try (the default).")))
  var dryRun = false

  @Option(help: .say(Text("Pemetaan kolom, berkas JSON.", en: "The mapping of columns, a JSON file."), value: "file"))
  var mapping: String?

  @Flag(help: .say(Text("Hasil sebagai JSON sebaris.", en: "The result as lines of JSON.")))
  var json = false

  func validate() throws {
    if apply, dryRun {
      throw ValidationError(
        Text("Pilih --apply atau --dry-run, bukan keduanya.", en: "Choose --apply or --dry-run, not both.")[
          Speech.language])
    }
  }

  func run() throws {
    _ = try Arguments.type(kind)
  }
}
