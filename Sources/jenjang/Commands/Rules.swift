import ArgumentParser
import JenjangDomain

/// `jenjang rules`: every rule with what it asks, what it answers and on which basis.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "rules", Text("Semua aturan dengan masukan dan dasarnya.", en: "All rules with their input and basis."))

  @OptionGroup var speech: SpeechOptions

  @Flag(help: .say(Text("Satu objek JSON sebaris.", en: "One JSON object a line.")))
  var json = false

  func run() throws {
    let output = Output()
    for rule in RuleBook.rules { json ? output.line(rule.json(Speech.language)) : print(rule, to: output) }
    output.flush()
  }

  private func print(_ rule: AnyRule, to output: Output) {
    let language = Speech.language
    output.line("\(rule.name)  \(rule.title[language])")
    output.line("  " + rule.purpose[language])
    let fields = rule.input.fields.map { $0.isRequired ? $0.name + "*" : $0.name }
    let tables = rule.input.tables.map { "\($0.name)[\($0.fields.map(\.name).joined(separator: ", "))]" }
    output.line("  " + Text("masukan: ", en: "input: ")[language] + (fields + tables).joined(separator: ", "))
    output.line("  " + Text("dasar: ", en: "basis: ")[language] + rule.basis[language])
  }
}
