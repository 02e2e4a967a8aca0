import ArgumentParser
import JSONText
import JenjangDomain
import JenjangStore

/// `jenjang backup`: a copy of the store that was opened and compared.
struct Backup: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "backup", Text("Salin data ke folder lain dan buktikan salinannya.", en: "Copy the store and prove the copy."),
    discussion: Text(
      "Folder tujuan kosong atau berisi cadangan sebelumnya; hanya yang baru disalin.",
      en: "The folder is empty or holds an earlier backup; only what is new is copied."))

  @OptionGroup var common: CommonOptions

  @Argument(help: .say(Text("Folder tujuan.", en: "The folder to copy to."), value: "dest"))
  var destination: String

  @Flag(help: .say(Text("Satu objek JSON.", en: "One JSON object.")))
  var json = false

  func run() throws {
    let folder = try common.folder()
    guard !OutsideFile.isInside(destination, folder) else { throw Failure(.usage, .inside) }
    let store = try common.openForChanges()
    let report: BackupReport
    do throws(StoreError) {
      try OutsideFile.makeFolders(above: destination + "/.")
      report = try ProgressLine.during(Text("Menyalin", en: "Copying")) { line throws(StoreError) in
        try store.backUp(to: destination) { share in
          line.show(share)
          return true
        }
      }
    } catch { throw Failure(error) }
    let output = Output()
    if json { output.line(report.json) } else { output.line(report.sentence(destination)[Speech.language]) }
    for notice in report.notices where !json { output.line("! " + notice[Speech.language]) }
    output.flush()
  }
}

extension BackupReport {
  fileprivate func sentence(_ place: String) -> Text {
    let megabytes = (total.bytes + 999_999) / 1_000_000
    return Text(
      "Cadangan sampai no. \(head.sequence) ada di \(place), sudah dibuka dan sama dengan aslinya: \(total.files) berkas"
        + " (\(megabytes) MB), \(copied.files) baru disalin. Jangkar \(head.anchor)",
      en: "The backup to no. \(head.sequence) is in \(place), was opened and is the same: \(total.files) files"
        + " (\(megabytes) MB), \(copied.files) newly copied. Anchor \(head.anchor)")
  }

  fileprivate var json: JSONValue {
    [
      "head": ["seq": .integer(Int64(head.sequence)), "hash": .string(head.hash)],
      "files": .integer(Int64(total.files)), "bytes": .integer(Int64(total.bytes)),
      "copiedFiles": .integer(Int64(copied.files)), "copiedBytes": .integer(Int64(copied.bytes)),
      "notices": .array(notices.map { .string($0[Speech.language]) }),
    ]
  }
}

extension Text {
  fileprivate static let inside = Text(
    "Folder tujuan tidak boleh di dalam folder data; pilih cakram lain",
    en: "The folder must not be inside the store; choose another disk")
}
