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
      Text(
        "Terima bagian riwayat yang hilang; yang tidak terbukti sesudahnya pindah ke quarantine.",
        en: "Accept that a part of the history is lost; what is not proved behind it goes to quarantine.")))
  var acceptGap = false

  @Option(
    help: .say(
      Text(
        "Simpan lagi yang ada di quarantine dan masih cocok; tanpa --why hanya ditampilkan.",
        en: "Save again what lies in quarantine and still fits; without --why it is only shown."), value: "name"))
  var reapply: String?

  @Option(help: .say(Text("Alasan, misalnya nomor berita acara.", en: "The reason, such as a protocol's number.")))
  var why: String?

  func run() throws {
    let output = Output()
    defer { output.flush() }
    if let from { return try mend(from, output) }
    let reason = why.flatMap { $0.allSatisfy(\.isWhitespace) ? nil : $0 }
    if let reapply { return try saveAgain(reapply, reason, output) }
    guard acceptGap, let reason else { throw Failure(.usage, .nothingChosen) }
    let store = try common.open(readOnly: false)
    do throws(StoreError) {
      let report = try give(store, reason)
      for text in report { output.line(text[Speech.language]) }
    } catch { throw Failure(error) }
  }

  /// Accepts what is lost; gives what is to be said.
  private func give(_ store: Store, _ why: String) throws(StoreError) -> [Text] {
    guard store.readOnlyReason != nil else {
      guard let lost = try store.acceptGap(why: why) else { return [.nothingMissing] }
      return [.accepted(lost, store.head)]
    }
    let loss = try store.acceptLoss(why: why)
    return [.givenUp(loss, store.head)] + (loss.later > 0 ? [.offer(loss)] : [])
  }

  /// Says of each commit in quarantine whether it still fits, and saves those that do when there is a reason.
  private func saveAgain(_ name: String, _ why: String?, _ output: Output) throws {
    let store = try why == nil ? common.open() : common.openForChanges()
    let commits: [LaterCommit]
    do throws(StoreError) { commits = try store.reapply(name, why: why) } catch { throw Failure(error) }
    for commit in commits { output.line(Text.later(commit, isDone: why != nil)[Speech.language]) }
    let count = commits.count { $0.refusal == nil }
    output.line(Text.sum(count, of: commits.count, isDone: why != nil)[Speech.language])
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
    if let finding = report.remaining { throw Failure(.findings, .remaining(finding)) }
  }

  private func folder() throws(StoreError) -> String {
    do throws(Failure) { return try common.folder() } catch { throw .refused(error.text) }
  }
}

extension Text {
  fileprivate static let nothingChosen = Text(
    "sebutkan --from FOLDER, --accept-gap dengan --why, atau --reapply NAMA",
    en: "name --from FOLDER, --accept-gap with --why, or --reapply NAME")
  fileprivate static let nothingMissing = Text("Tidak ada yang hilang.", en: "Nothing is missing.")

  fileprivate static func accepted(_ lost: ClosedRange<Int>, _ head: StoreHead) -> Text {
    Text(
      "Celah no. \(lost.lowerBound)–\(lost.upperBound) dicatat sebagai diterima di no. \(head.anchor).",
      en: "The gap no. \(lost.lowerBound)–\(lost.upperBound) is noted as accepted in no. \(head.anchor).")
  }

  fileprivate static func givenUp(_ loss: LossReport, _ head: StoreHead) -> Text {
    let last = loss.abandoned?.sequence ?? loss.proved.sequence
    return Text(
      "Data dilanjutkan dari no. \(loss.proved.anchor); no. \(loss.proved.sequence + 1)–\(last) tidak terbukti dan ada"
        + " di quarantine/\(loss.name)-*.ndjson. Dicatat di no. \(head.anchor).",
      en: "The store goes on from no. \(loss.proved.anchor); no. \(loss.proved.sequence + 1)–\(last) are not proved and"
        + " lie in quarantine/\(loss.name)-*.ndjson. Noted in no. \(head.anchor).")
  }

  fileprivate static func offer(_ loss: LossReport) -> Text {
    Text(
      "\(loss.later) di antaranya terbaca. Lihat mana yang masih cocok: jenjang repair --reapply \(loss.name)",
      en: "\(loss.later) of them can be read. See which still fit: jenjang repair --reapply \(loss.name)")
  }

  fileprivate static func later(_ commit: LaterCommit, isDone: Bool) -> Text {
    let who = "no. \(commit.sequence)  \(commit.by)  \(commit.why)"
    guard let refusal = commit.refusal else {
      return isDone
        ? Text("\(who): disimpan lagi", en: "\(who): saved again") : Text("\(who): cocok", en: "\(who): fits")
    }
    return Text("\(who): \(refusal.indonesian)", en: "\(who): \(refusal.english)")
  }

  fileprivate static func sum(_ count: Int, of all: Int, isDone: Bool) -> Text {
    isDone
      ? Text("\(count) dari \(all) disimpan lagi.", en: "\(count) of \(all) were saved again.")
      : Text(
        "\(count) dari \(all) masih cocok; simpan dengan --why ALASAN.",
        en: "\(count) of \(all) still fit; save them with --why REASON.")
  }

  fileprivate static func remaining(_ finding: VerifyReport.Finding) -> Text {
    let place = finding.line.map { "\(finding.file):\($0)" } ?? finding.file
    return Text(
      "masih rusak di \(place): \(finding.text.indonesian); coba salinan lain, atau `jenjang restore`",
      en: "still damaged at \(place): \(finding.text.english); try another copy, or `jenjang restore`")
  }
}
