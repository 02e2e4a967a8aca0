import ArgumentParser
import Glibc
import JSONText
import JenjangDomain
import JenjangStore

/// `jenjang doctor`: how the store and the machine below it are, each line with what to do.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "doctor", Text("Periksa kesehatan data dan mesinnya.", en: "See how the store and its machine are."),
    discussion: Text(
      "Kode keluar 0 baik, 1 ada peringatan, 2 tidak dapat diperiksa.",
      en: "Exit code 0 well, 1 warnings, 2 could not be checked."))

  @OptionGroup var common: CommonOptions

  @Flag(help: .say(Text("Satu objek JSON tiap baris.", en: "One JSON object a line.")))
  var json = false

  @Flag(
    help: .say(
      Text(
        "Perbaiki dulu izin berkas sesuai cara berbagi data ini.",
        en: "First give the files the permissions that the store's sharing asks for.")))
  var fix = false

  @Option(
    help: .say(
      Text(
        "Mulai sekarang berkas dibagi dengan anggota grup sistem ini.",
        en: "From now on the members of this group of the system share the files."), value: "group"))
  var share: String?

  @Flag(
    name: .customLong("private"),
    help: .say(
      Text(
        "Mulai sekarang berkas hanya untuk akun pemiliknya.", en: "From now on the files are for their owner alone.")))
  var isPrivate = false

  func validate() throws {
    guard share != nil, isPrivate else { return }
    throw ValidationError(
      Text("Pakai --share atau --private, bukan keduanya.", en: "Use --share or --private, not both.")[
        Speech.language])
  }

  func run() throws {
    if fix { try correct() }
    if let share { try change(to: .group, share) } else if isPrivate { try change(to: .owner) }
    let store = try common.open(readOnly: false)
    let output = Output()
    var warnings = 0
    for line in store.health(timesSyncs: true) {
      if line.status != .good { warnings += 1 }
      if json { output.line(line.json) } else { print(line, to: output) }
    }
    output.flush()
    if warnings > 0 { throw Failure(.findings, .warned(warnings)) }
  }

  private func correct() throws {
    let folder = try common.folder()
    let report: PermissionReport
    do throws(StoreError) { report = try Store.correctPermissions(at: folder) } catch {
      throw Failure(error)
    }
    say(report)
  }

  /// Only who looks after the store changes who reaches its files.
  private func change(to sharing: Sharing, _ group: String? = nil) throws {
    let folder = try common.folder()
    try common.require(.keepStore, of: common.open())
    let report: PermissionReport
    do throws(StoreError) { report = try Store.share(at: folder, sharing, group: group) } catch {
      throw Failure(error)
    }
    say(report)
  }

  private func say(_ report: PermissionReport) {
    Remark.say(.corrected(report.corrected))
    if let first = report.left.first { Remark.say(.notOurs(report.left.count, first)) }
  }

  private func print(_ line: HealthLine, to output: Output) {
    let mark = line.status == .good ? "  " : line.status == .warning ? "! " : "X "
    output.line(mark + line.title[Speech.language] + ": " + line.value[Speech.language])
    if let advice = line.advice { output.line("    -> " + advice[Speech.language]) }
  }
}

extension HealthLine {
  fileprivate var json: JSONValue {
    var object = JSONObject()
    object["name"] = .string(name)
    object["status"] = .string(status.rawValue)
    object["value"] = .string(value[Speech.language])
    object["advice"] = advice.map { .string($0[Speech.language]) }
    return .object(object)
  }
}

extension Text {
  fileprivate static func corrected(_ count: Int) -> Text {
    Text("izin \(count) berkas dan map diperbaiki", en: "permissions of \(count) files and folders corrected")
  }

  fileprivate static func notOurs(_ count: Int, _ first: String) -> Text {
    Text(
      "\(count) milik pengguna lain dan tidak diubah, misalnya \(first); minta pemiliknya atau pengelola sistem",
      en: "\(count) belong to other users and were left, \(first) for instance; ask the owner or the administrator")
  }

  fileprivate static func warned(_ count: Int) -> Text {
    Text("\(count) hal perlu perhatian", en: "\(count) things need attention")
  }
}
