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

  @Flag(help: .say(Text("Satu objek JSON.", en: "One JSON object.")))
  var json = false

  func run() throws {
    let folder = try common.folder()
    let report: VerifyReport
    do throws(StoreError) { report = try Store.verify(at: folder, deep: deep) } catch {
      if case .notFound = error { throw Failure(error) }
      throw Failure(.couldNotRun, error.text)
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
    output.line(
      Text(
        "\(report.files) berkas, \(report.lines) baris diperiksa; simpanan terakhir \(report.head.sequence)",
        en: "\(report.files) files, \(report.lines) lines checked; the last commit is \(report.head.sequence)")[
          Speech.language])
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
      "files": .integer(Int64(files)), "lines": .integer(Int64(lines)), "findings": .array(findings),
      "head": ["seq": .integer(Int64(head.sequence)), "hash": .string(head.hash)],
    ]
  }
}

extension Text {
  fileprivate static func found(_ count: Int) -> Text {
    Text(
      "\(count) temuan; salin map data ini sebelum berbuat apa pun",
      en: "\(count) findings; copy this folder before anything else")
  }
}
