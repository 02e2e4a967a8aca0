import ArgumentParser
import JenjangDomain
import JenjangStore

/// `jenjang repair`: a damaged journal made whole from a copy, or a gap accepted by name.
struct Repair: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "repair", Text("Perbaiki jurnal yang rusak.", en: "Mend a damaged journal."),
    discussion: Text(
      "Tidak ada yang dihapus: yang diganti pindah ke quarantine. Tidak seorang pun boleh sedang membuka data.",
      en: "Nothing is deleted: what is replaced goes to quarantine. Nobody may have the store open."))

  @OptionGroup var common: CommonOptions

  @Option(
    help: .say(
      Text("Ambil berkas jurnal dari cadangan atau salinan ini.", en: "Take journal files from this backup or copy."),
      value: "dir"))
  var from: String?

  @Flag(
    help: .say(
      Text("Terima celah riwayat selama keadaan kini utuh.", en: "Accept a gap in a history whose state is whole.")))
  var acceptGap = false

  @Option(help: .say(Text("Alasan, misalnya nomor berita acara.", en: "The reason, such as a protocol's number.")))
  var why: String?

  func run() throws {
    let output = Output()
    if let from { return try mend(from, output) }
    guard acceptGap, let why, !why.allSatisfy(\.isWhitespace) else { throw Failure(.usage, .nothingChosen) }
    let store = try common.openForChanges()
    let lost: ClosedRange<Int>?
    do throws(StoreError) { lost = try store.acceptGap(why: why) } catch { throw Failure(error) }
    guard let lost else {
      output.line(Text("Tidak ada yang hilang.", en: "Nothing is missing.")[Speech.language])
      return output.flush()
    }
    output.line(
      Text(
        "Celah no. \(lost.lowerBound)–\(lost.upperBound) dicatat sebagai diterima di no. \(store.head.anchor).",
        en: "The gap no. \(lost.lowerBound)–\(lost.upperBound) is noted as accepted in no. \(store.head.anchor).")[
          Speech.language])
    output.flush()
  }

  private func mend(_ copy: String, _ output: Output) throws {
    let report: RepairReport
    do throws(StoreError) {
      report = try Store.repair(at: try folder(), from: copy, environment: .live())
    } catch { throw Failure(error) }
    for path in report.replaced {
      output.line(Text("Diganti: \(path)", en: "Replaced: \(path)")[Speech.language])
    }
    if report.remaining == nil {
      output.line(Text("Rantai utuh.", en: "The chain is whole.")[Speech.language])
    }
    output.flush()
    if let finding = report.remaining { throw Failure(.findings, .remaining(finding)) }
  }

  private func folder() throws(StoreError) -> String {
    do throws(Failure) { return try common.folder() } catch { throw .refused(error.text) }
  }
}

extension Text {
  fileprivate static let nothingChosen = Text(
    "sebutkan --from FOLDER, atau --accept-gap dengan --why", en: "name --from FOLDER, or --accept-gap with --why")

  fileprivate static func remaining(_ finding: VerifyReport.Finding) -> Text {
    let place = finding.line.map { "\(finding.file):\($0)" } ?? finding.file
    return Text(
      "masih rusak di \(place): \(finding.text.indonesian); coba salinan lain, atau `jenjang restore`",
      en: "still damaged at \(place): \(finding.text.english); try another copy, or `jenjang restore`")
  }
}
