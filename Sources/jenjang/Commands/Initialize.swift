import ArgumentParser
import JenjangDomain
import JenjangStore

/// `jenjang init`: an empty store for an agency.
struct Initialize: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "init", Text("Buat data kosong untuk sebuah instansi.", en: "Make an empty store for an agency."))

  @OptionGroup var common: CommonOptions

  @Option(help: .say(Text("Nama instansi.", en: "The agency's name."), value: "name"))
  var agency = ""

  @Option(
    help: .say(
      Text(
        "private: hanya akun ini; group: anggota grup milik map data.",
        en: "private: this account alone; group: the members of the group of the data folder."), value: "private|group"),
    transform: Initialize.sharing)
  var share: Sharing = .owner

  func validate() throws {
    guard agency.contains(where: { !$0.isWhitespace }) else { throw ValidationError(Text.nameless[Speech.language]) }
  }

  func run() throws {
    let folder = try common.folder()
    let environment = Environment.live()
    let description = StoreDescription(agency: agency, isDemo: false, store: environment.newID(), sharing: share)
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
    if share == .group, let group = Store.group(at: folder) { output.line(Text.shared(group)[Speech.language]) }
    output.flush()
  }

  private static func sharing(_ text: String) throws -> Sharing {
    guard let sharing = Sharing(rawValue: text) else {
      throw ValidationError(
        Text("Cara berbagi \(text) tidak ada; pakai private atau group.", en: "No \(text); use private or group.")[
          Speech.language])
    }
    return sharing
  }
}

extension Text {
  fileprivate static let nameless = Text(
    "Sebutkan nama instansinya, misalnya --agency \"Pemkab Contoh\"",
    en: "Say what the agency is called, for instance --agency \"Pemkab Contoh\"")
  fileprivate static func shared(_ group: String) -> Text {
    Text(
      "Dibuka bersama oleh anggota grup \(group). Untuk grup lain: jenjang doctor --share GRUP.",
      en: "Shared by the members of the group \(group). For another: jenjang doctor --share GROUP."
    )
  }
}
