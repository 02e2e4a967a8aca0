import ArgumentParser
import Glibc
import JenjangDomain
import JenjangStore
import TerminalKit

/// What the argument parser says, in the user's language: it knows only English.
struct UsageText {
  private let status: ExitCode
  private let message: String

  init(_ error: any Error) {
    status = Jenjang.exitCode(for: error)
    message = Jenjang.fullMessage(for: error)
  }

  /// Prints help to standard output, what is wrong to standard error, and ends the process.
  func leave() -> Never {
    let output = Output(descriptor: status.isSuccess ? STDOUT_FILENO : STDERR_FILENO)
    output.line(text[Speech.language])
    output.flush()
    exit(status.rawValue)
  }

  private var text: Text {
    if let word = unknownCommand {
      let text = Text.noCommand(word, Spelling.nearest(to: word, in: Self.commands))
      return Text("jenjang: " + text.indonesian, en: "jenjang: " + text.english)
    }
    // A version, or a script that completes commands, is the same in every language.
    if status.isSuccess, !message.hasPrefix("OVERVIEW: ") { return .verbatim(message) }
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    return Text(lines.map { Self.indonesian(String($0)) }.joined(separator: "\n"), en: message)
  }

  private static let commands: [String] = Jenjang.configuration.subcommands.compactMap { command in
    command.configuration.commandName
  }

  /// The word in the place of a command that is none: the parser takes it for something that `open` does not expect.
  private var unknownCommand: String? {
    guard !status.isSuccess, message.contains("Usage: jenjang open"), !ProgramArguments.all.contains("open"),
      let first = message.split(separator: "\n").first,
      let word = Phrase.unexpected.values(in: String(first))?.first
    else { return nil }
    return word
  }

  static func indonesian(_ line: String) -> String {
    let phrase = Phrase.all.lazy.compactMap { $0.indonesian(of: line) }.first
    return words.reduce(phrase ?? line) { $0.replacing($1.english, with: $1.indonesian) }
  }

  private static let words = [
    (english: "Show help information.", indonesian: "Tampilkan bantuan."),
    (english: "Show the version.", indonesian: "Tampilkan versi."),
    (english: "(default: ", indonesian: "(bawaan: "),
    (english: "(values: ", indonesian: "(nilai: "),
    (english: "(default) ", indonesian: "(bawaan)  "),
    (english: "<options>", indonesian: "<opsi>"),
    (english: "<subcommand>", indonesian: "<perintah>"),
  ]
}

/// A line of the argument parser's; `{}` stands for what is taken over as it is.
private struct Phrase {
  let english: String
  let indonesian: String

  init(_ english: String, _ indonesian: String) {
    self.english = english
    self.indonesian = indonesian
  }

  static let unexpected = Phrase("Error: Unexpected argument '{}'", "jenjang: “{}” tidak dimengerti di sini")

  static let all = [
    unexpected,
    Phrase("Error: {} unexpected arguments: {}", "jenjang: {} kata tidak dimengerti di sini: {}"),
    Phrase("Error: Missing expected argument '{}'", "jenjang: {} belum disebut"),
    Phrase("Error: Missing one of: {}", "jenjang: sebutkan salah satu: {}"),
    Phrase("Error: Missing value for '{}'", "jenjang: nilai untuk {} belum disebut"),
    Phrase("Error: Unknown option '{}'. Did you mean '{}'?", "jenjang: tidak ada opsi {}; maksud Anda {}?"),
    Phrase("Error: Unknown option '{}'", "jenjang: tidak ada opsi {}"),
    Phrase("Error: Invalid option: {}", "jenjang: tidak ada opsi {}"),
    Phrase(
      "Error: The value '{}' is invalid for '{}'. Please provide one of {} or {}.",
      "jenjang: “{}” tidak berlaku untuk {}; pilih {} atau {}"),
    Phrase(
      "Error: The value '{}' is invalid for '{}'. Please provide one of {} and {}.",
      "jenjang: “{}” tidak berlaku untuk {}; pilih {} atau {}"),
    Phrase("Error: The value '{}' is invalid for '{}': {}", "jenjang: “{}” tidak berlaku untuk {}: {}"),
    Phrase("Error: The value '{}' is invalid for '{}'", "jenjang: “{}” tidak berlaku untuk {}"),
    Phrase(
      "Error: The option '{}' does not take any value, but '{}' was specified.",
      "jenjang: {} tidak memakai nilai, tetapi “{}” disebut"),
    Phrase("Error: Value to be set with {} had already been set with {}", "jenjang: {} bertentangan dengan {}"),
    Phrase("Error: {}", "jenjang: {}"),
    Phrase("Help:  {}", "Arti:  {}"),
    Phrase("Usage: {}", "Pemakaian: {}"),
    Phrase("  See '{}' for more information.", "  Lebih lanjut: {}"),
    Phrase("  See '{}' for detailed help.", "  Bantuan tiap perintah: {}"),
    Phrase("OVERVIEW: {}", "IKHTISAR: {}"),
    Phrase("USAGE: {}", "PEMAKAIAN: {}"),
    Phrase("ARGUMENTS:", "ARGUMEN:"),
    Phrase("OPTIONS:", "OPSI:"),
    Phrase("SUBCOMMANDS:", "PERINTAH:"),
  ]

  /// What stands in a line for each `{}`; nil when the line is not this phrase.
  func values(in line: String) -> [String]? {
    let parts = english.split(separator: "{}", omittingEmptySubsequences: false)
    guard let first = parts.first, let last = parts.last, line.hasPrefix(first) else { return nil }
    var rest = line.dropFirst(first.count)
    guard parts.count > 1 else { return rest.isEmpty ? [] : nil }
    var values: [String] = []
    for part in parts.dropFirst().dropLast() {
      guard let place = rest.firstRange(of: part) else { return nil }
      values.append(String(rest[..<place.lowerBound]))
      rest = rest[place.upperBound...]
    }
    guard rest.hasSuffix(last) else { return nil }
    return values + [String(rest.dropLast(last.count))]
  }

  func indonesian(of line: String) -> String? {
    guard let values = values(in: line) else { return nil }
    let parts = indonesian.split(separator: "{}", omittingEmptySubsequences: false)
    return zip(parts, values + [""]).map { $0 + $1 }.joined()
  }
}

extension Text {
  fileprivate static func noCommand(_ word: String, _ meant: String?) -> Text {
    Text(
      "tidak ada perintah “\(word)”" + (meant.map { "; maksud Anda `jenjang \($0)`?" } ?? "; lihat `jenjang help`"),
      en: "there is no command “\(word)”"
        + (meant.map { "; did you mean `jenjang \($0)`?" } ?? "; see `jenjang help`"))
  }
}
