import ArgumentParser
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

  func run() throws {
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
  fileprivate static func warned(_ count: Int) -> Text {
    Text("\(count) hal perlu perhatian", en: "\(count) things need attention")
  }
}
