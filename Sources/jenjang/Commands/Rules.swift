import ArgumentParser
import JenjangDomain

/// `jenjang rules`: every rule with what it asks, what it answers and on which basis.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration.subcommand(
    "rules", Text("Semua aturan dengan masukan dan dasarnya.", en: "All rules with their input and basis."))

  @OptionGroup var speech: SpeechOptions

  @Argument(help: .say(Text("Satu aturan saja, dengan tiap masukannya.", en: "One rule alone, with each input.")))
  var name: String?

  @Flag(help: .say(Text("Satu objek JSON sebaris.", en: "One JSON object a line.")))
  var json = false

  func run() throws {
    let output = Output()
    if let name {
      guard let rule = RuleBook.rule(name) else { throw Failure(.usage, .unknownRule(name)) }
      json ? output.line(rule.json(Speech.language)) : explain(rule, to: output)
    } else {
      for rule in RuleBook.rules { json ? output.line(rule.json(Speech.language)) : print(rule, to: output) }
    }
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

  /// One rule with every field: its name, what may stand there, what it means.
  private func explain(_ rule: AnyRule, to output: Output) {
    let language = Speech.language
    output.line("\(rule.name)  \(rule.title[language])")
    output.line(rule.purpose[language])
    output.line(Text("Dasar: ", en: "Basis: ")[language] + rule.basis[language])
    for (title, shape) in [(Text("Masukan", en: "Input"), rule.input), (Text("Hasil", en: "Result"), rule.output)] {
      output.line("")
      output.line(title[language])
      for field in shape.fields { output.line("  " + words(field)) }
      for table in shape.tables {
        output.line("  \(table.name)\(table.isRequired ? "*" : "") []  \(table.title[language])")
        for field in table.fields { output.line("    " + words(field)) }
      }
    }
    output.line("")
    output.line(Text("* wajib diisi", en: "* required")[language])
  }

  private func words(_ field: FieldSpec) -> String {
    let language = Speech.language
    let help = field.help.map { " " + $0[language] } ?? ""
    return
      "\(field.name)\(field.isRequired ? "*" : "") <\(field.type.words[language])>  \(field.title[language]).\(help)"
  }
}

extension FieldType {
  /// What may stand in a field, in a word or as its codes.
  fileprivate var words: Text {
    switch self {
    case .text, .note: Text("teks", en: "text")
    case .employeeNumber: .verbatim("NIP")
    case .day: Text("tanggal", en: "date")
    case .integer(0...999_999_999): Text("bilangan bulat", en: "whole number")
    case .integer(let range): .verbatim("\(range.lowerBound)-\(range.upperBound)")
    case .decimal(let scale): Text("bilangan, \(scale) desimal", en: "number, \(scale) places")
    case .flag: Text("ya/tidak", en: "true/false")
    case .code(let list): .verbatim(list.entries.map(\.code).joined(separator: "|"))
    case .reference(let kind): .verbatim(kind)
    case .attachment: Text("berkas", en: "file")
    }
  }
}
