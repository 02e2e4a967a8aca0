import ArgumentParser
import JSONText
import JenjangDomain
import JenjangStore

/// `jenjang verify`: whether what is stored is what was saved.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "verify", Text("Periksa apakah data masih seperti yang disimpan.", en: "Check that the data is what was saved."),
    discussion: Text(
      "Kode keluar 0 bersih, 1 ada temuan, 2 tidak dapat diperiksa.",
      en: "Exit code 0 clean, 1 findings, 2 could not be checked."))

  @OptionGroup var common: CommonOptions

  @Flag(help: .say(Text("Juga hitung ulang seluruh riwayat.", en: "Also compute the whole history again.")))
  var deep = false

  @Option(
    help: .say(
      Text("Lewati sampai simpanan ini; sudah terbukti.", en: "Leave out up to this commit; proved before."),
      value: "seq"))
  var since = 0

  @Option(
    help: .say(
      Text(
        "Jangkar dari laporan atau log sistem, boleh beberapa; setiap hash dihitung ulang.",
        en: "An anchor from a report or the system log, may be several; computes every hash again."), value: "seq:hash"),
    transform: Verify.anchor)
  var anchor: [Anchor] = []

  @Flag(help: .say(Text("Satu objek JSON.", en: "One JSON object.")))
  var json = false

  static func anchor(_ text: String) throws -> Anchor {
    if let anchor = Anchor(text) { return anchor }
    throw ValidationError(
      Text(
        "\(text) bukan jangkar; tulis misalnya 8424:2f1f1b51, sedikitnya 8 angka heksadesimal.",
        en: "\(text) is no anchor; write 8424:2f1f1b51, at least 8 hexadecimal digits.")[Speech.language])
  }

  func run() throws {
    let folder = try common.folder()
    let options = VerifyOptions(isDeep: deep, since: max(0, since), anchors: anchor)
    let report: VerifyReport
    do throws(StoreError) {
      report = try ProgressLine.during(Text("Memeriksa", en: "Checking")) { line throws(StoreError) in
        try Store.verify(at: folder, options) { share in
          line.show(share)
          return true
        }
      }
    } catch {
      if case .notFound = error { throw Failure(error) }
      throw Failure(.couldNotRun, error.text)
    }
    guard since <= report.head.sequence || !report.isClean else {
      throw Failure(.couldNotRun, .nothing(since: since, report.head.sequence))
    }
    let output = Output()
    if json { output.line(report.json) } else { print(report, to: output) }
    output.flush()
    if !report.isClean { throw Failure(.findings, .found(report.findings.count)) }
  }

  private func print(_ report: VerifyReport, to output: Output) {
    for finding in report.findings {
      let place = finding.line.map { "\(finding.file):\($0)" } ?? finding.file
      output.line("\(place): \(finding.text[Speech.language])")
    }
    for note in report.notes { output.line("- " + note[Speech.language]) }
    output.line(
      Text(
        "\(report.files) berkas, \(report.lines) baris, \(report.anchors) jangkar diperiksa; simpanan terakhir"
          + " \(report.head.anchor)",
        en: "\(report.files) files, \(report.lines) lines, \(report.anchors) anchors checked; the last commit is"
          + " \(report.head.anchor)")[Speech.language])
    if report.isClean, !report.provesHashes { output.line(Text.quick[Speech.language]) }
  }
}

extension VerifyReport {
  fileprivate var json: JSONValue {
    let findings = findings.map { finding -> JSONValue in
      var object = JSONObject()
      object["file"] = .string(finding.file)
      object["line"] = finding.line.map { .integer(Int64($0)) }
      object["text"] = .string(finding.text[Speech.language])
      return .object(object)
    }
    return [
      "files": .integer(Int64(files)), "lines": .integer(Int64(lines)), "hashes": .bool(provesHashes),
      "findings": .array(findings),
      "notes": .array(notes.map { .string($0[Speech.language]) }), "anchors": .integer(Int64(anchors)),
      "head": ["seq": .integer(Int64(head.sequence)), "hash": .string(head.hash)],
    ]
  }
}

extension Text {
  fileprivate static let quick = Text(
    "Jumlah periksa dan sambungan cocok; --deep atau --anchor juga menghitung ulang setiap hash.",
    en: "Checksums and links are right; --deep or --anchor also computes every hash again.")

  fileprivate static func nothing(since: Int, _ last: Int) -> Text {
    Text(
      "tidak ada simpanan sesudah no. \(since); yang terakhir no. \(last)",
      en: "there is no commit after no. \(since); the last is no. \(last)")
  }

  fileprivate static func found(_ count: Int) -> Text {
    Text(
      "\(count) temuan; salin map data ini sebelum berbuat apa pun, lalu lihat `jenjang repair`",
      en: "\(count) findings; copy this folder before anything else, then see `jenjang repair`")
  }
}
