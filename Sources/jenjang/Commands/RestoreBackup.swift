import ArgumentParser
import JenjangDomain
import JenjangStore

/// `jenjang restore`: a backup in the place of the store.
struct RestoreBackup: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "restore", Text("Pulihkan data dari cadangan.", en: "Put a backup in the place of the store."),
    discussion: Text(
      "Tidak seorang pun boleh sedang membuka data. Data yang ada sekarang disimpan di sebelahnya.",
      en: "Nobody may have the store open. The store that is there now is kept beside it."))

  @OptionGroup var common: CommonOptions

  @Argument(help: .say(Text("Folder cadangan.", en: "The folder with the backup."), value: "src"))
  var source: String

  /// Whoever replaces a store must be allowed to look after the one that is there, if it can still be opened.
  private func checkRight(_ folder: String) throws(Failure) {
    do throws(Failure) {
      try common.require(.keepStore, of: common.open(folder, readOnly: true, strictly: true))
    } catch  where error.status == .noPermission {
      throw error
    } catch {
      return
    }
  }

  func run() throws {
    let folder = try common.folder()
    try checkRight(folder)
    let report: RestoreReport
    do throws(StoreError) {
      try OutsideFile.makeFolders(above: folder)
      report = try ProgressLine.during(Text("Memulihkan", en: "Restoring")) { line throws(StoreError) in
        try Restore.run(from: source, to: folder, environment: .live(), today: common.day) { share in
          line.show(share)
          return true
        }
      }
    } catch { throw Failure(error) }
    let output = Output()
    output.line(
      Text(
        "Data \(report.agency) dipulihkan sampai no. \(report.head.sequence) di \(folder).",
        en: "The store of \(report.agency) is restored to no. \(report.head.sequence) in \(folder).")[Speech.language])
    if let kept = report.kept { output.line(Text.kept(kept, report.abandoned)[Speech.language]) }
    output.flush()
  }
}

extension Text {
  fileprivate static func kept(_ name: String, _ head: StoreHead?) -> Text {
    let end = head.map { " (no. \($0.sequence))" } ?? ""
    return Text(
      "Data sebelumnya\(end) disimpan sebagai \(name); hapus bila sudah tidak diperlukan.",
      en: "The store that was there\(end) is kept as \(name); remove it when it is no longer needed.")
  }
}
